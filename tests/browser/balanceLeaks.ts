import { attributeTurns } from '../../src/domain/balance/attribution';
import { balanceOf } from '../../src/domain/balance/shares';
import { speechOf } from '../../src/domain/balance/speaking';
import { spansOf } from '../../src/domain/meeting/measuring';
import { openStore } from '../../src/server/rooms/store';
import { opened, type Seen } from './balanceWatch';
import { eventually } from '../support/eventually';

/** What the server alone knows of a meeting: the turns and shares of each person in it. */
export type Secret = {
  readonly people: readonly string[];
  /** Numbers that are one person's: how long turns took, sums, shares; with whose they are. */
  readonly numbers: ReadonlyMap<number, string>;
};

/** What the server has written down of who spoke, of all its meetings that were measured. */
function logsIn(folder: string) {
  const store = openStore(folder);
  const logs = store.all().flatMap(({ room }) => store.load(room)?.private?.balance ?? []);
  store.close();
  return logs;
}

/**
 * Waits until the server hears by the host's signal that somebody speaks, in the last of so many meetings. It does so a
 * moment after a panel said it, and no more when minutes pass in which no panel says anything.
 */
export async function heardIn(folder: string, meetings: number): Promise<void> {
  const hears = (): boolean => {
    const last = logsIn(folder)[meetings - 1]?.events.filter(({ kind }) => kind === 'speaking');
    const said = last?.at(-1);
    return said?.kind === 'speaking' && said.on;
  };
  await eventually(hears);
  if (!hears()) throw new Error('nobody is heard');
}

/** Milliseconds; shorter ones could be many another number, as what an area spoke in half a minute of the picture. */
const LONG = 31_000;

/** Read from the server's own disk, and counted by its own rules. `areas` is who belongs where, without who declined. */
export function secretsIn(folder: string, areas: Readonly<Record<string, string>>): Secret {
  const numbers = new Map<number, string>();
  for (const log of logsIn(folder)) {
    const turns = attributeTurns(log.events);
    const end = log.events.at(-1)?.at ?? 0;
    const people = Object.entries(areas).map(([id, area]) => ({
      ...{ id, area, spans: spansOf(log, id, end) },
      present: spansOf(log, id, end).reduce((sum, { from, until }) => sum + until - from, 0),
    }));
    const balance = balanceOf({ turns, people, speech: speechOf(log.events) });
    const alone = (id: string) => Object.values(areas).filter((area) => area === areas[id]).length === 1;
    // An area of one is that person's number at any time, and everybody is told so.
    const told = new Set<number>();
    for (const id of Object.keys(balance.people).filter(alone)) {
      let sum = 0;
      for (const turn of turns) if (turn.person === id) told.add((sum += turn.until - turn.from));
    }
    // Who leads an item is supposed to speak as long as it runs, which is on the screen.
    for (const { person, from, until, source } of turns)
      if (source !== 'owner' && until - from > LONG && !told.has(until - from))
        numbers.set(until - from, person);
    for (const [id, { milliseconds, share }] of Object.entries(balance.people))
      if (!alone(id) && milliseconds > 0) numbers.set(milliseconds, id).set(share, id);
  }
  return { people: Object.keys(areas), numbers };
}

/**
 * Where something that was seen says of a person how much or when they spoke: by a number that is theirs, or by a number
 * beside their id. `me` is who may know their own.
 */
export function leaksIn(seen: readonly Seen[], { people, numbers }: Secret, me: string): readonly string[] {
  const others = people.filter((id) => id !== me);
  const found = new Set<string>();
  for (const { where, text } of seen) {
    const value = parsed(text);
    if (value === undefined) {
      if (others.some((id) => text.includes(id)) && /milliseconds|"share"|"turns"|attributed/.test(text))
        found.add(`${where}: turns in text`);
      continue;
    }
    walk(opened(value), '', (path, one) => {
      if (typeof one === 'number' && others.includes(numbers.get(one) ?? ''))
        found.add(`${where} ${path}: a number of ${numbers.get(one)}`);
      if (typeof one !== 'object' || one === null) return;
      const entries = Object.entries(one);
      const named = entries.some(([key, part]) => others.includes(key) || others.includes(part as string));
      const counted = entries.some(([, part]) => typeof part === 'number' || isNumbers(part));
      if (named && counted && !KNOWN.test(path)) found.add(`${where} ${path}: a number beside a person`);
    });
  }
  return [...found];
}

/**
 * Who has the floor at this moment and who ended or chairs, which everybody sees on the screen; who leads an item, and for
 * how many minutes it was planned; who organises since when. No length of anything that was said.
 */
const KNOWN = new RegExp(
  `^(${[
    '/server(/meeting\\.(ended|floor/speaker|items/)|/proposed/seed)?',
    '/command/seed',
    '/series/chain/',
    '/record(/items/)?',
  ].join('|')})$`,
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function walk(value: unknown, path: string, look: (path: string, value: unknown) => void): void {
  look(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    walk(one, `${path}/${Array.isArray(value) ? '' : key}`, look);
}

const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number');

/** All numbers in what was seen. */
export function numbersIn(seen: readonly Seen[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { text } of seen)
    walk(opened(parsed(text)), '', (_, one) => void (typeof one === 'number' && numbers.add(one)));
  return numbers;
}
