import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { opened } from '../../shared/opened';
import type { NextView } from '../../../app/follow/followView';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { Breaks } from './Breaks';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: '44px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  said: { flexGrow: 1, flexBasis: '260px', minWidth: 0 },
  link: { textDecorationLine: 'underline', color: tokens.colorNeutralForeground1 },
});

/** The session that comes, whether it goes ahead and who chairs it; below it the first break with its alternative. */
export function NextSession(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, locale } = props;
  const words = locale.follow.rhythm.next;
  const { next } = view;
  return (
    <section className={shared.section} aria-label={words.label}>
      {next === null ? (
        <p className={mergeClasses(shared.text, styles.banner)}>{words.none}</p>
      ) : (
        <Banner {...props} next={next} />
      )}
      {next !== null && <Breaks {...props} breaks={next.breaks} />}
    </section>
  );
}

function Banner(props: PartProps & { readonly next: NextView }) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale, next } = props;
  const words = locale.follow.rhythm.next;
  const { format } = locale;
  const named = namesIn(props);
  const when = words.when(
    format.dayAndTime(next.start, view.zone),
    next.cities.map(({ city, zone }) =>
      locale.words.cityTime(city, format.time(next.start, zone)).replaceAll(' ', '\u00a0'),
    ),
  );
  const areas = next.forecast?.areas.map(({ area, can, of }) => words.area(named.area(area), can, of)) ?? [];
  const forecast =
    next.forecast === null
      ? words.unknown
      : next.forecast.held
        ? words.held(areas)
        : `⚠ ${words.broken(areas)}`;
  const beside = [forecast, ...(next.chair === null ? [] : [words.chair(chairName(next.chair, named))])];
  return (
    <div className={styles.banner}>
      <p className={mergeClasses(shared.text, styles.said)}>
        <span className={shared.strong}>{when}</span>
        {` · ${beside.join(' · ')}`}
      </p>
      {next.link !== null && /^https:/.test(next.link) && (
        <Link className={styles.link} href={next.link} onClick={opened(desk, next.link)}>
          {words.open}
        </Link>
      )}
      {next.mayPrepare && (
        <Button disabledFocusable={view.working !== null} onClick={() => desk.reach.prepare()}>
          {words.prepare}
        </Button>
      )}
    </div>
  );
}

/** The roster tells people apart by their first names; somebody else is called as the record says. */
function chairName(chair: NonNullable<NextView['chair']>, named: ReturnType<typeof namesIn>): string {
  const short = named.person(chair.id);
  return short === '…' ? chair.name : short;
}
