import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { BreakView } from '../../../app/follow/followView';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

const useStyles = makeStyles({
  one: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minHeight: '24px' },
  said: { flexGrow: 1, flexBasis: '240px', minWidth: 0, margin: 0 },
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

/** Sessions ahead that do not go ahead: the first in sight, the others behind one press. */
export function Breaks(props: PartProps & { readonly breaks: readonly BreakView[] }) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { breaks, locale } = props;
  const words = locale.follow.rhythm.next;
  const [all, setAll] = useState(false);
  if (breaks.length === 0) return null;
  const shown = all ? breaks : breaks.slice(0, 1);
  return (
    <ul className={mergeClasses(shared.list, styles.list)} aria-label={words.breaks}>
      {shown.map((one, index) => (
        <li key={one.original} className={mergeClasses(shared.warning, styles.one)}>
          <Break {...props} broken={one} />
          {index === 0 && breaks.length > 1 && (
            <Button size="small" className={shared.small} aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? words.fewer : words.more(breaks.length - 1)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Break(props: PartProps & { readonly broken: BreakView }) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { broken, view, desk, locale } = props;
  const words = locale.follow.rhythm.next;
  const { format } = locale;
  const { alternative, original } = broken;
  const named = namesIn(props);
  const day = format.day(format.dayOf(broken.start, view.zone));
  const when = alternative === null ? '' : format.dayAndTime(alternative.start, view.zone);
  const busy = view.working !== null;
  const move = () =>
    alternative !== null && desk.rhythm.change({ kind: 'move', original, start: alternative.start });
  const skip = () => desk.rhythm.change({ kind: 'skip', original });
  const press = (text: string, name: string, run: () => void) => (
    <Button
      key={name}
      size="small"
      className={shared.small}
      aria-label={name}
      disabledFocusable={busy}
      onClick={run}
    >
      {text}
    </Button>
  );
  const presses = view.organiser.me
    ? [
        ...(alternative === null ? [] : [press(words.move, words.moveOf(day, when), move)]),
        press(words.skip, words.skipOf(day), skip),
      ]
    : broken.asked
      ? [<span key="asked">{words.asked(named.organiser)}</span>]
      : [
          press(
            words.ask(named.organiser),
            words.askOf(named.organiser, alternative === null ? words.skipOf(day) : words.moveOf(day, when)),
            alternative === null ? skip : move,
          ),
        ];
  const better =
    alternative === null ? words.noAlternative : words.alternative(when, alternative.can, alternative.of);
  return (
    <>
      <p className={styles.said}>{`⚠ ${whyBroken(broken, day, props)} ${better}`}</p>
      <div className={shared.wrap}>{presses}</div>
    </>
  );
}

function whyBroken(broken: BreakView, day: string, props: PartProps): string {
  const { locale } = props;
  const words = locale.follow.rhythm.next;
  switch (broken.why) {
    case 'holiday':
      return words.holiday(
        day,
        broken.countries.map((code) => locale.format.country(code)),
      );
    case 'people':
      return words.people(day, broken.missing.map(namesIn(props).short));
    case 'protected':
      return words.protected(day, broken.label);
  }
}
