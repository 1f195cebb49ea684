import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LIMITS, type Limits } from '../domain/balance/stints';
import { alarms, EACH_LOOK } from './simulate/alarms';
import type { Setting } from './simulate/conversation';
import { errorsOf } from './simulate/errors';
import { NOBODY_MARKS, STEADY, type Marking } from './simulate/marking';
import { MINUTE, SECOND, type Held } from './simulate/turnTaking';

/**
 * `npm run simulate`: how far the live estimate is off, and how often the alarm between areas is right and wrong, by the
 * production's own functions. The same figures each time. `--write` puts the tables into docs/balance.md, `--quick` takes a
 * tenth of the meetings.
 */
export function simulate(root: string, argv: readonly string[]): void {
  const scale = argv.includes('--quick') ? 0.1 : 1;
  const tables = {
    errors: errorTable(scale),
    limits: limitTable(scale),
    fair: fairTable(scale),
    held: heldTable(scale),
  };
  const file = path.join(root, 'docs/balance.md');
  let text = argv.includes('--write') ? readFileSync(file, 'utf8') : null;
  for (const [name, table] of Object.entries(tables)) {
    console.log(`\n${table}`);
    text &&= text.replace(
      new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`),
      (_, before: string, after: string) => `${before}\n${table}\n${after}`,
    );
  }
  if (text !== null) writeFileSync(file, text);
}

const GROUPS = [
  [2, 2],
  [3, 3],
  [4, 4],
  [6, 6],
  [8, 8],
  [3, 6],
] as const;
const TURN = 20 * SECOND;
const name = (areas: readonly number[]): string => areas.join(' + ');
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map((_, at) => (at === 0 ? ':--' : '--:'))), ...rows].join('\n');
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

export const SETTINGS: readonly Setting[] = [
  { areas: [2, 2], minutes: 60, owners: 3, presented: 0 },
  { areas: [3, 3], minutes: 60, owners: 3, presented: 3 },
  { areas: [5, 5], minutes: 60, owners: 3, presented: 0 },
  { areas: [3, 6], minutes: 35, owners: 3, presented: 3 },
  { areas: [6, 6], minutes: 60, owners: 1, presented: 0 },
];

function errorTable(scale: number): string {
  const never = { ...STEADY, owners: false };
  const cases: readonly (readonly [string, Marking])[] = [
    ['1.5 s late, misses turns under 2 s, forgets every 20th', STEADY],
    ['the same, owners of items unknown', never],
    ['the same, no signal', { ...never, signal: false }],
    ['5 s late', { ...STEADY, late: 5 * SECOND }],
    ['forgets every 5th', { ...STEADY, forgetsOneOf: 5 }],
    ['forgets every second', { ...STEADY, forgetsOneOf: 2 }],
    ['5 s late, forgets every 5th', { ...STEADY, late: 5 * SECOND, forgetsOneOf: 5 }],
    ['marks nothing from minute 20 on', { ...STEADY, stopsAt: 20 * MINUTE }],
    ['the same, owners of items unknown', { ...never, stopsAt: 20 * MINUTE }],
    ['nobody marks: the item’s owner is supposed', NOBODY_MARKS],
  ];
  const rows = cases.map(([who, marking]) => {
    const { person, area, worstArea, attributed } = errorsOf({
      settings: SETTINGS,
      marking,
      limits: LIMITS,
      meetings: Math.ceil(40 * scale),
      seed: 1,
    });
    return row(
      who,
      `${person.toFixed(2)} pp`,
      `${area.toFixed(2)} pp`,
      `${worstArea.toFixed(1)} pp`,
      attributed === null ? 'unknown' : `${attributed.toFixed(0)} %`,
    );
  });
  return table(
    ['who marks', 'a person’s share', 'an area’s share', 'worst area, 95 of 100', 'attributed'],
    rows,
  );
}

function limitTable(scale: number): string {
  const presented = SETTINGS.map((one) => ({ ...one, presented: 7 }));
  const never = { ...STEADY, owners: false };
  const cells = (limits: Limits): readonly string[] =>
    (
      [
        [SETTINGS, STEADY],
        [presented, never],
        [SETTINGS, { ...never, stopsAt: 20 * MINUTE }],
        [SETTINGS, { ...STEADY, stopsAt: 20 * MINUTE }],
      ] as const
    ).map(([settings, marking]) => {
      const meetings = Math.ceil(8 * scale);
      const { person, area } = errorsOf({ settings, marking, limits, meetings, seed: 1 });
      return `${person.toFixed(2)} / ${area.toFixed(2)}`;
    });
  const rows = [1, 2, 3, 5, 10, 60].flatMap((minutes) =>
    [10, 20, 60].map((seconds) =>
      row(
        `${minutes} min`,
        `${seconds} s`,
        ...cells({ longest: minutes * MINUTE, silence: seconds * SECOND }),
      ),
    ),
  );
  const head = [
    'longest',
    'silence',
    'steady',
    '7 min talks, owners unknown',
    'stops, owners unknown',
    'stops',
  ];
  return table(head, rows);
}

function fairTable(scale: number): string {
  const meetings = Math.ceil(10_000 * scale);
  const rate = (areas: readonly number[], minutes: number, turn: number): string =>
    percent(alarms({ group: { areas, turn }, minutes, held: null, marking: null }, EACH_LOOK, meetings, 1));
  const rows = GROUPS.map((areas) =>
    row(
      name(areas),
      rate(areas, 35, TURN),
      rate(areas, 60, TURN),
      rate(areas, 60, 12 * SECOND),
      rate(areas, 60, 30 * SECOND),
    ),
  );
  const head = ['people', '35 min', '60 min', '60 min, turns of 12 s', '60 min, turns of 30 s'];
  return table(head, rows);
}

function heldTable(scale: number): string {
  const meetings = Math.ceil(1000 * scale);
  const rate = (areas: readonly number[], held: Partial<Held>, turn: number): string => {
    const all: Held = { share: 0.75, from: 10 * MINUTE, until: 25 * MINUTE, by: 'turns', ...held };
    return percent(
      alarms({ group: { areas, turn }, minutes: 25, held: all, marking: null }, EACH_LOOK, meetings, 200_001),
    );
  };
  const shares = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((share) =>
    row(`${Math.round(100 * share)} %`, ...GROUPS.map((areas) => rate(areas, { share }, TURN))),
  );
  const others: readonly (readonly [string, Partial<Held>, number])[] = [
    ['75 %, turns of 12 s', {}, 12 * SECOND],
    ['75 %, turns of 30 s', {}, 30 * SECOND],
    ['75 %, minute 12½ to 27½', { from: 12.5 * MINUTE, until: 27.5 * MINUTE }, TURN],
    ['75 %, by longer turns', { by: 'lengths' }, TURN],
  ];
  return table(
    ['realised share', ...GROUPS.map(name)],
    [
      ...shares,
      ...others.map(([what, held, turn]) => row(what, ...GROUPS.map((areas) => rate(areas, held, turn)))),
    ],
  );
}
