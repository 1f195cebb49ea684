import type {
  FollowScreen,
  FollowView,
  MeasuringAsk,
  MeasuringView,
  PersonalView,
  ProposalView,
  RhythmView,
} from '../../../src/app/follow/followView';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import type { Health, MonthOfHealth } from '../../../src/domain/rhythm/health';
import { aBoardTask, channel, health, measuring, NEXT, next, rhythm } from './followSample';
import { measured as measuredTalk, talkViews, TITLES } from './talkViews';

const DAY = 86_400_000;
type Next = NonNullable<FollowScreen['next']>;
type Break = Next['breaks'][number];
type Session = RhythmView['sessions'][number];

/** Half a year of sessions up to and beyond the next one, with everything that may be said of one. */
const sessions: readonly Session[] = Array.from({ length: 26 }, (_, nth) => {
  const original = NEXT + (nth - 20) * 7 * DAY;
  const state =
    nth >= 20 ? 'coming' : nth === 18 || nth === 16 ? 'skipped' : nth === 8 || nth === 9 ? 'paused' : 'held';
  return {
    original,
    start: nth === 22 ? original + DAY : original,
    state,
    label: state === 'paused' ? 'Vacaciones de verano' : '',
    marked: nth === 16 || nth === 3,
  };
});

export const months = (count: number): readonly MonthOfHealth[] =>
  Array.from({ length: count }, (_, nth) => {
    const at = 2026 * 12 + 11 - (count - 1 - nth);
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const counts = {
      held: nth % 5 === 2 ? 2 : 4,
      skipped: nth % 3 === 1 ? 1 : 0,
      paused: nth % 5 === 2 ? 2 : 0,
    };
    // Some months know it by transcripts, some by marks too, and one not at all.
    const balance =
      nth % 4 === 1
        ? null
        : {
            areas: { marketing: 50 + ((nth * 7) % 17), sales: 50 - ((nth * 7) % 17) },
            measured: nth % 2 === 0 ? counts.held - 1 : counts.held,
            estimated: nth % 2 === 0 ? 1 : 0,
          };
    return { month, health: { ...health, ...counts, balance } };
  });

const NOTHING: Health = {
  held: 0,
  skipped: 0,
  paused: 0,
  quorum: { is: 0, of: 0 },
  startedOnTime: { is: 0, of: 0 },
  endedOnTime: { is: 0, of: 0 },
  promises: {},
  balance: null,
  pulse: null,
};

const fading = { skipped: 2, of: 6 };
export const shorten: ProposalView = {
  proposal: {
    key: 'shorten 25',
    kind: 'shorten',
    change: { kind: 'shorten', minutes: 25 },
    why: { ...fading, late: 4 },
  },
  options: null,
};
export const otherTime: ProposalView = {
  proposal: {
    key: 'otherTime',
    kind: 'otherTime',
    change: null,
    why: { ...fading, withoutQuorum: 3, areas: ['sales'] },
  },
  options: null,
};
const goOn = (weekday: number, time: string, from: string) =>
  ({
    kind: 'goOn',
    why: 'otherTime',
    plan: { every: 1, times: 25, weekday, time, from },
  }) as const;
export const found: NonNullable<ProposalView['options']> = [
  {
    change: goOn(3, '17:00', '2026-12-09'),
    held: 23,
    of: 25,
    start: NEXT + 8 * DAY,
    never: [],
    paid: ['sales'],
  },
  {
    change: goOn(4, '16:30', '2026-12-10'),
    held: 21,
    of: 25,
    start: NEXT + 9 * DAY,
    never: ['s07', 'm07'],
    paid: [],
  },
  { change: goOn(1, '17:30', '2026-12-14'), held: 18, of: 25, start: NEXT + 13 * DAY, never: [], paid: [] },
];
const others: readonly ProposalView[] = [
  {
    proposal: {
      key: 'fewer',
      kind: 'fewer',
      change: { kind: 'fewer', people: ['s05', 's07'] },
      why: { ...fading, people: ['s05', 's07'] },
    },
    options: null,
  },
  {
    proposal: {
      key: 'short 1',
      kind: 'short',
      change: { kind: 'move', original: NEXT + 21 * DAY, start: NEXT + 21 * DAY, minutes: 15 },
      why: { ...fading, period: { area: 'sales', label: 'cierre de trimestre' } },
    },
    options: null,
  },
  {
    proposal: {
      key: 'fortnightly',
      kind: 'fortnightly',
      change: {
        kind: 'goOn',
        why: 'fortnightly',
        plan: { every: 2, times: 12, weekday: 2, time: '17:15', from: '2026-12-15' },
      },
      why: { ...fading, skipped: 0 },
    },
    options: null,
  },
];
export const renewal: ProposalView = {
  proposal: {
    key: 'renewal',
    kind: 'renewal',
    change: null,
    why: { skipped: 0, of: 0, last: Date.UTC(2027, 4, 18, 15, 15), left: 4 },
  },
  options: null,
};

export const around = (change: Partial<FollowScreen>): FollowScreen => ({
  ...channel,
  part: 'rhythm',
  rhythm: { ...rhythm, byMonth: months(6), sessions, proposals: [shorten, otherTime] },
  ...change,
});
export const rhythmOf = (change: Partial<RhythmView>): Partial<FollowScreen> => ({
  rhythm: { ...around({}).rhythm, ...change },
});
export const rodrigo = { organiser: { id: 's01', name: 'Rodrigo Beltrán Ayuso', me: false } } as const;

export const broken = (days: number, change: Partial<Break>): Break => ({
  original: NEXT + days * DAY,
  start: NEXT + days * DAY,
  why: 'people',
  countries: [],
  label: '',
  missing: ['Rodrigo Beltrán Ayuso', 'Amparo Lledó Gisbert'],
  alternative: null,
  asked: false,
  ...change,
});
export const breaks = [
  ...next.breaks,
  broken(14, { alternative: { start: NEXT + 15 * DAY, can: 6, of: 8 } }),
  broken(28, { why: 'protected', label: 'cierre de trimestre', asked: true }),
];

const followUp = {
  ...FOLLOW_UP,
  balance: 'areas' as const,
  channel: { team: 't', channel: 'c' },
  chairing: { kind: 'person' as const, person: 's01' },
};
const talked = { original: NEXT - 7 * DAY, start: NEXT - 7 * DAY, kept: measuredTalk };
const ask = {
  id: 'a1',
  byName: 'Rodrigo Beltrán Ayuso',
  at: NEXT - DAY,
  change: { kind: 'skip', original: NEXT + 7 * DAY },
  mine: true,
} as const;

/** Both areas have agreed to areas; the tenant allows no more, and somebody of a small area declined. */
const measured: MeasuringView = {
  ...measuring,
  ...{ mode: 'areas', agreed: 'areas', cap: 'areas', since: NEXT - 63 * DAY, mayAsk: [] },
  alone: ['sales'],
  names: [
    { name: 'Irene Valcárcel (Guest)', means: { kind: 'person', person: 'm01' } },
    { name: 'Sala Encina (Madrid, 8)', means: { kind: 'shared' } },
  ],
  kept: 9,
};
/** Rodrigo has asked, and whoever looks is as said. */
const asks = (me: MeasuringAsk['me']): MeasuringView => ({
  ...measuring,
  mayAsk: ['persons'],
  asked: {
    ...{ mode: 'areas', byName: 'Rodrigo Beltrán Ayuso', at: NEXT - DAY, missing: ['marketing'], me },
    yes: [{ name: 'Rodrigo Beltrán Ayuso', area: 'sales' }],
  },
});

/** What F's parts of the channel's tab look like, by name. */
export const rhythmViews: Readonly<Record<string, FollowView>> = {
  rhythm: around({}),
  all: around({
    ...rhythmOf({ proposals: [renewal, ...others], months: 24, byMonth: months(24) }),
    asks: [ask, { ...ask, id: 'a2', change: { kind: 'handOver', to: 's01' } }],
  }),
  found: around(
    rhythmOf({
      proposals: [
        { ...otherTime, options: found },
        { ...renewal, options: [] },
      ],
    }),
  ),
  asked: around({
    ...rodrigo,
    ...rhythmOf({ handOver: { to: 's02', toMe: false, endOld: false } }),
    asks: [{ ...ask, byName: 'Irene Valcárcel Soto', mine: false, change: { kind: 'shorten', minutes: 25 } }],
    next: { ...next, breaks, mayPrepare: false, link: 'https://teams.microsoft.com/l/meetup-join/1' },
  }),
  take: around(rhythmOf({ handOver: { to: 'm01', toMe: true, endOld: false }, proposals: [] })),
  endOld: around(rhythmOf({ handOver: { to: 's01', toMe: false, endOld: true }, proposals: [] })),
  empty: around({
    ...rhythmOf({
      whole: NOTHING,
      byMonth: months(6).map(({ month }) => ({ month, health: NOTHING })),
      sessions: [],
      proposals: [],
      pulse: null,
      ends: null,
    }),
    next: null,
  }),
  breaks: around({
    part: 'tasks',
    next: { ...next, breaks, forecast: { held: false, areas: next.forecast?.areas ?? [] } },
    ...rhythmOf({
      whole: { ...health, balance: { areas: { marketing: 300, sales: 500 }, measured: 4, estimated: 2 } },
    }),
  }),
  sessionTalk: around({
    talk: {
      sessions: [talked, { original: NEXT - 14 * DAY, start: NEXT - 14 * DAY, kept: null }],
      chosen: { ...talked, titles: TITLES, reading: talkViews['again'] ?? null, failure: null },
    },
  }),
  settings: around({ part: 'settings', series: { ...channel.series, followUp }, measuring: measured }),
  settingsAsked: around({ part: 'settings', measuring: asks('answers') }),
  askedToMeasure: around({ measuring: asks('answers') }),
  settingsGuest: around({
    ...{ part: 'settings', ...rodrigo, place: 'appFolder' },
    measuring: { ...measuring, cap: 'off', mayAsk: [] },
  }),
};

type Mine = Extract<PersonalView, { readonly screen: 'mine' }>;
const mine = (change: Partial<Mine>): Mine => ({
  screen: 'mine',
  today: channel.today,
  notice: null,
  working: null,
  progress: { state: 'ready' },
  sessions: [
    {
      series: channel.series.id,
      title: channel.series.title,
      start: NEXT,
      minutes: 35,
      chairing: true,
      zone: 'America/Bogota',
      link: 'https://teams.microsoft.com/l/meetup-join/1',
    },
    {
      series: 'monthly',
      title: 'Mensual de dirección de Marketing y Ventas',
      start: NEXT + 2 * DAY,
      minutes: 50,
      chairing: false,
      link: null,
    },
  ],
  tasks: [
    myTask({ id: 't2', text: 'Llamar a los 21 restantes', due: '2026-11-30', late: true, carried: 2 }),
    myTask({ id: 't1' }),
    myTask({
      id: 't6',
      text: 'Revisar la agencia',
      due: '2026-12-11',
      in: 'waiting',
      seriesTitle: 'Mensual',
    }),
    {
      ...myTask({ id: 'planner:9', text: 'Mirar el panel de ventas', due: null }),
      series: null,
      seriesTitle: '',
      problemTitle: '',
    },
  ],
  asks: [],
  measuring: [],
  own: { state: 'ready', failure: null, wanted: false, series: [] },
  ...change,
});

function myTask(change: Parameters<typeof aBoardTask>[0] & { seriesTitle?: string }): Mine['tasks'][number] {
  const { seriesTitle = channel.series.title, ...task } = change;
  return {
    ...aBoardTask(task),
    series: channel.series.id,
    seriesTitle,
    problemTitle: 'Leads de feria sin llamar',
  };
}

/** What the personal tab looks like, by name. */
export const mineViews: Readonly<Record<string, PersonalView>> = {
  mine: mine({}),
  mineAsked: mine({
    asks: [{ ...ask, series: channel.series.id, seriesTitle: channel.series.title }],
    notice: { kind: 'done', what: 'task' },
  }),
  mineEmpty: mine({ sessions: [], tasks: [], progress: { state: 'reading', done: 1, of: 3 } }),
  mineFailed: mine({
    progress: { state: 'failed', failure: { kind: 'unavailable' } },
    notice: { kind: 'failed', failure: { kind: 'offline' }, during: 'task', again: true },
  }),
  mineShare: mine({
    measuring: [
      {
        ...{ mode: 'areas', byName: 'Rodrigo Beltrán Ayuso', at: NEXT - DAY, me: 'answers' },
        ...{ yes: [], missing: ['marketing'], series: channel.series.id },
        ...{
          seriesTitle: channel.series.title,
          zone: 'Europe/Madrid',
          areas: { marketing: '' },
          alone: ['sales'],
        },
      },
    ],
    own: {
      ...{ state: 'ready', failure: null, wanted: true },
      series: [
        {
          ...{ series: channel.series.id, title: channel.series.title, zone: 'Europe/Madrid' },
          sessions: Array.from({ length: 9 }, (_, nth) => ({
            ...{ series: channel.series.id, title: channel.series.title },
            start: NEXT + (nth - 9) * 7 * DAY,
            source: nth % 3 === 0 ? 'estimate' : 'measured',
            milliseconds: (3 + ((nth * 5) % 7)) * 60_000,
            share: 0.08 + ((nth * 5) % 7) / 40,
            fair: nth === 4 ? 0.17 : 0.13,
          })),
        },
      ],
    },
  }),
  mineShareStop: mine({
    own: { state: 'ready', failure: null, wanted: true, series: [] },
    question: { asked: { kind: 'ownTalk', sessions: 9, stop: true }, zone: 'Europe/Madrid' },
  }),
  mineShareFailed: mine({
    own: { state: 'failed', failure: { kind: 'consent', tier: 'followUp' }, wanted: false, series: [] },
  }),
  mineSignIn: { screen: 'signIn', failure: null },
};
