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

/** Asks before something typed is lost. */
export function LeaveDialog(props: { readonly onKeep: () => void; readonly onDiscard: () => void }) {
  const { words } = usePage();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && props.onKeep()}>
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
