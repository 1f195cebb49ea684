import { Button, Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { MeetingQuestion } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

/** Asked in place; it starts at the safe answer, and Esc gives it. */
export function Question({ question }: { readonly question: MeetingQuestion }) {
  const shared = usePanelStyles();
  const id = useId();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.question;
  const same = question.kind === 'sameTask';
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className={shared.warning}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        // Taking it for the same doubles nothing; not capturing shows nobody anything.
        desk.answer(same);
      }}
    >
      <Text id={id}>{`⚠ ${same ? words.sameTask(question.text, question.found) : words.wholeTeam}`}</Text>
      <div className={shared.wrap}>
        <Button size="small" autoFocus={same} onClick={() => desk.answer(true)}>
          {same ? words.same : words.capture}
        </Button>
        <Button size="small" autoFocus={!same} onClick={() => desk.answer(false)}>
          {same ? words.another : words.notNow}
        </Button>
      </div>
    </div>
  );
}
