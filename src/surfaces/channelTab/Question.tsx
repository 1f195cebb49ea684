import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { FollowQuestion, FollowScreen } from '../../app/follow/followView';
import { sayByKind } from '../../locale/byKind';
import type { FollowLocale } from '../../locale/followLocale';
import { namedIn } from './names';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
});

/** Asked in place; it starts at the safe answer, and Esc gives it. */
export function Question({
  question,
  view,
  desk,
  locale,
}: PartProps & { readonly question: FollowQuestion }) {
  const styles = useStyles();
  const id = useId();
  const words = locale.follow.question;
  // Taking it for the same doubles nothing; everything else is safe undone.
  const safe = question.kind === 'sameTask';
  const answers = [safe, !safe].map((yes) => ({
    yes,
    text: yes ? words.yes[question.kind] : words.no[question.kind],
  }));
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        desk.answer(safe);
      }}
    >
      <Text id={id}>{`⚠ ${questionText(question, view, locale)}`}</Text>
      <div className={styles.row}>
        {answers.map(({ yes, text }) => (
          <Button key={text} size="small" autoFocus={yes === safe} onClick={() => desk.answer(yes)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}

function questionText(question: FollowQuestion, view: FollowScreen, locale: FollowLocale): string {
  const { question: words, changes } = locale.follow;
  const named = namedIn(view, locale);
  switch (question.kind) {
    case 'change': {
      const { change, sessions, mails } = question;
      return words.change(sayByKind(changes, change, view.zone, named), sessions, mails);
    }
    case 'erase':
      return words.erase(named.person(question.person), question.records);
    case 'removeTask': {
      const task = view.tasks.groups.flatMap(({ tasks }) => tasks).find(({ id }) => id === question.task);
      return words.removeTask(task?.text ?? '…');
    }
    case 'sameTask':
      return words.sameTask(question.text, question.found);
  }
}
