import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useRef } from 'react';
import { usePage } from './pageContext';

/** What the add-in says before the invitation goes; it stays in the page while it is closed, as LeaveDialog does. */
export function SendDialog(props: {
  readonly question: string | undefined;
  readonly onStay: () => void;
  readonly onSend: () => void;
}) {
  const { words } = usePage();
  const { question, onStay, onSend } = props;
  // What it says must not go before the dialog has.
  const said = useRef('');
  if (question !== undefined) said.current = question;
  return (
    <Dialog
      open={question !== undefined}
      modalType="alert"
      onOpenChange={(_event, { open }) => !open && onStay()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.beforeSending}</DialogTitle>
          <DialogContent>{said.current}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onStay}>
              {words.dontSend}
            </Button>
            <Button onClick={onSend}>{words.sendAnyway}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
