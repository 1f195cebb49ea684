import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { RhythmView } from '../../../app/follow/followView';
import { withYear } from '../../shared/days';
import { useArrowKeys } from '../../shared/useArrowKeys';
import type { PartProps } from '../partProps';
import { useRhythmStyles } from './rhythmStyles';

type Session = RhythmView['sessions'][number];

const useStyles = makeStyles({
  strip: { display: 'flex', flexWrap: 'wrap', gap: '2px' },
  mark: {
    width: '24px',
    height: '24px',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: { border: `2px solid ${tokens.colorNeutralForeground1}` },
  held: { backgroundColor: tokens.colorStatusSuccessBackground2 },
  skipped: { backgroundColor: tokens.colorStatusDangerBackground2 },
  paused: { backgroundColor: tokens.colorNeutralBackground5 },
  coming: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

const SHAPE: Readonly<Record<Session['state'], string>> = {
  held: '✓',
  skipped: '✕',
  paused: '‖',
  coming: '○',
};

/** One mark for each session, by shape and colour; of one without a record people say how it went. */
export function SessionStrip(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, locale } = props;
  const words = locale.follow.rhythm.strip;
  const { sessions } = view.rhythm;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const keys = useArrowKeys<HTMLDivElement>();
  const id = useId();
  const shown = sessions.find(({ original }) => original === chosen);
  if (sessions.length === 0) return <p className={shared.quiet}>{locale.follow.rhythm.nothing}</p>;
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h3 id={id} className={shared.heading}>
        {words.title}
      </h3>
      <div role="group" aria-labelledby={id} className={styles.strip} {...keys}>
        {sessions.map((session) => (
          <button
            key={session.original}
            type="button"
            aria-pressed={session.original === chosen}
            aria-label={saidOf(session, props)}
            title={saidOf(session, props)}
            className={mergeClasses(
              styles.mark,
              styles[session.state],
              session.original === chosen && styles.chosen,
            )}
            onClick={() => setChosen(session.original === chosen ? undefined : session.original)}
          >
            {SHAPE[session.state]}
          </button>
        ))}
      </div>
      {shown === undefined ? (
        <p className={shared.quiet}>{words.hint}</p>
      ) : (
        <Chosen {...props} session={shown} />
      )}
    </section>
  );
}

function Chosen(props: PartProps & { readonly session: Session }) {
  const shared = useRhythmStyles();
  const { session, view, desk, locale } = props;
  const words = locale.follow.rhythm.strip;
  const { original, state, marked } = session;
  const press = (text: string, as: 'held' | 'skipped' | null) => (
    <Button
      size="small"
      className={shared.small}
      disabledFocusable={view.working !== null}
      onClick={() => desk.rhythm.mark(original, as)}
    >
      {text}
    </Button>
  );
  return (
    <div className={shared.wrap}>
      <span className={shared.text}>{saidOf(session, props)}</span>
      {/* One button in one place: whoever has pressed it stays there. */}
      {marked
        ? press(words.undo, null)
        : (state === 'skipped' || state === 'paused') && press(words.held, 'held')}
      {!marked && state === 'skipped' && press(words.skipped, 'skipped')}
    </div>
  );
}

function saidOf({ start, state, label, marked }: Session, { view, locale }: PartProps): string {
  const words = locale.follow.rhythm.strip;
  const { format } = locale;
  const when = withYear(format.dayAndTime(start, view.zone), format.dayOf(start, view.zone), view.today);
  return words.mark(when, words.states[state], label, marked);
}
