import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { usePage } from './pageContext';

/**
 * Asks before something typed is lost. It stays in the page while it is closed: taken out of it while open, Fluent may
 * leave everything else hidden from screen readers (seen in 9.74).
 */
export function LeaveDialog(props: {
  readonly open: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}) {
  const { words } = usePage();
  return (
    <Dialog open={props.open} modalType="alert" onOpenChange={(_event, { open }) => !open && props.onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.leaveTitle}</DialogTitle>
          <DialogContent>{words.leaveText}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onDiscard}>
              {words.discard}
            </Button>
            <Button onClick={props.onKeep}>{words.keepEditing}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
