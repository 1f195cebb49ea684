import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ProblemView } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { Line } from './Line';
import { ShortList } from './ShortList';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'start', columnGap: '4px' },
  vote: {
    flexShrink: 0,
    order: 1,
    minWidth: '32px',
    height: '22px',
    padding: '0 4px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  mine: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  line: { flexGrow: 1, minWidth: 0 },
  field: { width: '100%' },
});

/** Ideas of the problem, most votes first: all say theirs at once, and +1 to others'. */
export function Ideas(props: {
  readonly problem: ProblemView;
  readonly drop: (id: string, text: string) => void;
}) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.ideas;
  const { problem } = props;
  return (
    <ShortList title={words.title} all={problem.ideas} end={<AddIdea problem={problem.id} />}>
      {(idea) => (
        <div className={styles.row}>
          <button
            type="button"
            className={mergeClasses(styles.vote, idea.mine && styles.mine)}
            aria-pressed={idea.mine}
            aria-label={words.vote(idea.text, idea.votes.length, idea.mine)}
            onClick={() => desk.vote(idea.id, !idea.mine)}
          >
            {words.votes(idea.votes.length)}
          </button>
          <div className={styles.line}>
            <Line text={idea.text} drop={() => props.drop(idea.id, idea.text)} />
          </div>
        </div>
      )}
    </ShortList>
  );
}

/** A field that stays open for the next idea; Esc closes it. */
function AddIdea({ problem }: { readonly problem: string }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.ideas;
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    // At once, before the focus that was lost with the field goes to its neighbour.
    if (text === null && back.current) button.current?.focus();
    back.current = false;
  }, [text]);
  if (text === null)
    return (
      <button ref={button} type="button" className={shared.link} onClick={() => setText('')}>
        {`+ ${words.add}`}
      </button>
    );
  return (
    <Input
      size="small"
      className={styles.field}
      autoFocus
      aria-label={words.field}
      placeholder={words.field}
      value={text}
      onChange={(_, { value }) => setText(value)}
      onBlur={() => text.trim() === '' && setText(null)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          back.current = true;
          setText(null);
        }
        if (event.key === 'Enter' && text.trim() !== '') {
          desk.addIdea(problem, text);
          const view = desk.view.get();
          // What was refused stays, to be cut down.
          if (!('notice' in view) || view.notice?.kind !== 'refused') setText('');
        }
      }}
    />
  );
}
