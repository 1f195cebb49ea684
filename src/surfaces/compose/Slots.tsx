import { Button, Link, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { SlotsView } from '../../app/planning/planView';
import type { PlanLocale } from '../../locale/planLocale';
import { Screen } from './Around';
import { Nobody } from './Nobody';
import { Options } from './Options';
import { usePane } from './paneContext';
import { areaName, namesOf } from '../shared/seriesNames';
import { SlotsComing } from './SlotsComing';
import { SlotsFoot } from './SlotsFoot';
import { Strip } from './Strip';
import { WeekPictureGrid } from './WeekPictureGrid';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  button: { flexShrink: 0, minWidth: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { textDecorationLine: 'underline', color: tokens.colorNeutralForeground1 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  warning: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 8px',
    margin: 0,
  },
});

/** The main screen, in the order of the job: series, areas, calendars, week, times, sessions, agenda, insert. */
export function Slots({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { series } = view;
  const areas = series.areas.map((area) => ({
    name: areaName(series, area.id, locale),
    people: series.people.filter((member) => member.area === area.id && member.role !== 'informed').length,
    quorum: area.quorum,
  }));
  return (
    <Screen title={`${words.name}: ${words.subtitle}`} hideTitle view={view}>
      <div className={styles.row}>
        <Text weight="semibold">{words.series.summary(series.kind, series.minutes, series.times)}</Text>
        <Button
          size="small"
          className={styles.button}
          data-opens="series"
          aria-label={words.series.change}
          onClick={() => planning.openSeries()}
        >
          {words.change}
        </Button>
      </div>
      <div className={styles.row}>
        <Text>{words.areas.summary(areas)}</Text>
        <Button
          size="small"
          className={styles.button}
          data-opens="areas"
          aria-label={words.areas.change}
          onClick={() => planning.openAreas()}
        >
          {words.change}
        </Button>
      </div>
      {view.warnings.map((warning, index) => (
        <Text key={index} as="p" size={200} className={styles.warning}>
          {`⚠ ${locale.sentences.warning(warning, namesOf(series, locale))}`}
        </Text>
      ))}
      <Calendars view={view} />
      {view.picture && <WeekPictureGrid picture={view.picture} series={series} />}
      {loadsFirst(view) && <SlotsComing picture={view.picture !== undefined} />}
      {view.nobody && <Nobody nobody={view.nobody} series={series} />}
      {view.calendars.state === 'ready' || view.options.length > 0 ? (
        <>
          <Options view={view} />
          {view.sessions.length > 0 && <Strip sessions={view.sessions} series={series} />}
        </>
      ) : null}
      <SlotsFoot view={view} />
      <p role="status" className={styles.hidden}>
        {outcome(view, locale)}
      </p>
    </Screen>
  );
}

const isLoading = ({ state }: SlotsView['calendars']) => state === 'loading' || state === 'searching';

const loadsFirst = ({ calendars, options, nobody }: SlotsView) =>
  isLoading(calendars) && options.length === 0 && nobody === undefined;

/** Said once, when there is something to say: not every calendar that arrives. */
function outcome({ calendars, nobody, options }: SlotsView, { words }: PlanLocale): string {
  if (isLoading(calendars)) return '';
  if (calendars.state === 'cancelled') return words.slots.cancelled;
  return nobody ? words.slots.nobody : words.slots.proposed(options.length);
}

/** How far the calendars are, who is missing, and whose holidays count. */
function Calendars({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words, sentences, format } = locale;
  const { calendars } = view;
  const loading = isLoading(calendars);
  const holidays =
    calendars.countries.length > 0
      ? ` · ${words.slots.holidays(calendars.countries.map(format.country))}`
      : '';
  const head = {
    loading: `${words.slots.loading(calendars.done, calendars.of)} · ${words.slots.escape}`,
    searching: `${words.slots.searching} · ${words.slots.escape}`,
    cancelled: `${words.slots.cancelled} · ${words.slots.loaded(calendars.done, calendars.of)}`,
    ready: `${words.slots.loaded(calendars.done, calendars.of)}${holidays}`,
    failed: words.slots.loaded(calendars.done, calendars.of),
  }[calendars.state];
  const names = namesOf(view.series, locale);
  const warnings = [
    // Where not one has come, the names of all would say nothing more.
    ...(calendars.unread.length > 0 && (calendars.state === 'ready' || calendars.done > 0)
      ? [
          (calendars.state === 'cancelled' ? sentences.notLoaded : sentences.unread)(
            calendars.unread.map(({ id }) => names.person(id)),
          ),
        ]
      : []),
    ...(calendars.without.length > 0 ? [sentences.without(calendars.without)] : []),
  ];
  return (
    <>
      <div className={styles.row}>
        <Text size={200} className={styles.quiet}>
          {head}
        </Text>
        {loading && (
          <Button size="small" className={styles.button} onClick={() => planning.cancel()}>
            {words.cancel}
          </Button>
        )}
        {(calendars.state === 'cancelled' || calendars.state === 'failed') && (
          <Button size="small" className={styles.button} onClick={() => planning.retry()}>
            {words.retry}
          </Button>
        )}
      </div>
      {loading && (
        <ProgressBar
          aria-label={head}
          max={Math.max(1, calendars.of)}
          {...(calendars.state === 'loading' && { value: calendars.done })}
        />
      )}
      {warnings.map((warning) => (
        <Text key={warning} as="p" size={200} className={styles.warning}>
          {`⚠ ${warning} `}
          {calendars.unread.length > 0 && calendars.state === 'ready' && (
            <Link inline as="button" className={styles.link} onClick={() => planning.retry()}>
              {words.retry}
            </Link>
          )}
        </Text>
      ))}
    </>
  );
}
