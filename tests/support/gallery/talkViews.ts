import type { TalkReadingView } from '../../../src/app/balance/talkReadingView';
import type { Talk } from '../../../src/domain/balance/types';

const MINUTE = 60_000;
/** Tuesday, 1 December, 17:15 in Madrid. */
export const TALK_START = Date.UTC(2026, 11, 1, 16, 15);
const STEP = 10_000;
const ITEMS = [
  ['i1', 'Pendiente de antes', 0],
  ['i2', 'Números', 5],
  ['i3', 'Leads de feria sin llamar', 8],
  ['i4', 'Ideas', 15],
  ['i5', 'Decisión', 25],
  ['i6', 'Tareas', 30],
] as const;

/** Turns of half a minute to two by the areas, the same each time. */
const steps = (nth: number) =>
  Array.from({ length: 210 }, (_, at) => {
    const turn = Math.floor((at * 7 + Math.floor(at / 9) * 5) / 41) % 5;
    const speaks = nth === 0 ? turn < 3 : turn >= 3;
    return speaks ? STEP - ((at * 37) % 4) * 1_500 : turn === 2 && at % 11 === 0 ? 2_000 : 0;
  });

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
const picture = {
  start: TALK_START,
  step: STEP,
  areas: { marketing: steps(0), sales: steps(1) },
  items: ITEMS.map(([item, , from]) => ({ item, from: TALK_START + from * MINUTE })),
};
export const TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  ITEMS.map(([id, title]) => [id, title]),
);
export const TALK_PEOPLE = [
  { id: 'm01', name: 'Irene Valcárcel Soto' },
  { id: 'm02', name: 'Hugo Santamarta Gil' },
  { id: 's01', name: 'Rodrigo Beltrán Ayuso' },
  { id: 's02', name: 'Sergio Manrique Ortiz' },
];

const areas = { marketing: sum(steps(0)), sales: sum(steps(1)) };
export const estimate: Talk = {
  source: 'estimate',
  areas,
  fair: { marketing: 0.5, sales: 0.5 },
  unattributed: 5 * MINUTE,
  picture,
};
export const measured: Talk = {
  ...estimate,
  source: 'measured',
  unattributed: 2 * MINUTE,
  split: 4 * MINUTE,
  off: 3.2,
};

const view = (state: TalkReadingView['state'], change: Partial<TalkReadingView> = {}): TalkReadingView => ({
  kept: estimate,
  state,
  own: null,
  ...change,
});
const failed = (code: string) => view({ kind: 'failed', failure: { kind: 'refused', code } });
const OWN = { milliseconds: 8 * MINUTE, share: 0.31, fair: 0.25 };

/** Every state of the reading of a transcript, by name. */
export const talkViews: Readonly<Record<string, TalkReadingView>> = {
  offered: view({ kind: 'offered' }),
  nothing: view({ kind: 'offered' }, { kept: null }),
  searching: view({ kind: 'reading', done: 0, of: null }),
  reading: view({ kind: 'reading', done: 1, of: 2 }),
  waiting: view({ kind: 'waiting', again: TALK_START + 40 * MINUTE }),
  none: view({ kind: 'none' }),
  names: view({
    kind: 'names',
    names: [
      { name: 'Hugo S.', guesses: ['m02', 's02'], means: null },
      { name: 'Speaker 1', guesses: [], means: { kind: 'shared' } },
    ],
  }),
  keeping: view({ kind: 'keeping' }),
  done: view({ kind: 'done' }, { kept: measured, own: OWN }),
  missed: view({ kind: 'done', missed: ['names', 'own'] }, { kept: { ...measured, rough: true } }),
  again: view({ kind: 'offered' }, { kept: measured }),
  consent: view(
    { kind: 'failed', failure: { kind: 'consent', tier: 'transcripts' } },
    {
      consentLink:
        'https://login.microsoftonline.com/7c9d2f1e-0000-4000-8000-000000000000/adminconsent?client_id=5b1e0c1a-0000-4000-8000-000000000001',
    },
  ),
  transcriptsOff: failed('transcriptsOff'),
  attributionOff: failed('attributionOff'),
  notOrganiser: failed('notOrganiser'),
  metered: failed('metered'),
  notFound: view({ kind: 'failed', failure: { kind: 'notFound' } }),
  offline: view({ kind: 'failed', failure: { kind: 'offline' } }),
  refused: view({ kind: 'refused', code: 'talk/other-meeting', data: {} }),
};
