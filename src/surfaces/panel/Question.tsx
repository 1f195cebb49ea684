import { Button, Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { MeetingQuestion } from '../../app/meeting/meetingView';
import type { MeetingWords } from '../../locale/es/meetingWords';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

/** Asked in place; it starts at the safe answer, and Esc gives it. */
export function Question({ question }: { readonly question: MeetingQuestion }) {
  const shared = usePanelStyles();
  const id = useId();
  const { desk, locale } = useMeeting();
  const { text, yes, no, safe } = askedIn(question, locale.meeting.question);
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className={shared.warning}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        desk.answer(safe);
      }}
    >
      <Text id={id}>{`⚠ ${text}`}</Text>
      <div className={shared.wrap}>
        <Button size="small" autoFocus={safe} onClick={() => desk.answer(true)}>
          {yes}
        </Button>
        <Button size="small" autoFocus={!safe} onClick={() => desk.answer(false)}>
          {no}
        </Button>
      </div>
    </div>
  );
}

/** `safe` is the answer that doubles nothing, shows nobody anything, and mails nobody. */
function askedIn(question: MeetingQuestion, words: MeetingWords['question']) {
  switch (question.kind) {
    case 'sameTask':
      return {
        text: words.sameTask(question.text, question.found),
        yes: words.same,
        no: words.another,
        safe: true,
      };
    case 'wholeTeam':
      return { text: words.wholeTeam, yes: words.capture, no: words.notNow, safe: false };
    case 'review':
      return { text: words.review(question.mails), yes: words.put, no: words.notNow, safe: false };
  }
}
