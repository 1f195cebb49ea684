import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { searchSlots } from '../domain/slots/search';
import { boardRows } from './bench/board';
import { paired, round, type Row } from './bench/clock';
import { coldRow, firstCall, type ColdCase } from './bench/cold';
import { everybodyFree } from './bench/everybodyFree';
import { intervalOperations, luxon } from './bench/peers';
import { recordRows } from './bench/records';
import { roomRows } from './bench/rooms';
import { serve } from './bench/roomsServers';
import { talkRows } from './bench/talk';
import { teamOf, type Team } from './bench/team';
import { weightLines } from './bench/weight';

/** Measures the search beside other packages, boards, records and transcripts beside plain JSON, and a room beside a bare echo, prints one table and writes bench.json. `--quick` leaves out the slow rows. */
export async function bench(root: string, argv: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  const add = (row: Row): void => {
    rows.push(row);
    console.log(line(row));
  };
  const bundle = path.join(root, 'dist/bench/bench.cjs');
  console.log(HEAD);
  const io = (team: Team) => intervalOperations.prepare(team);
  const free =
    ({ request }: Team) =>
    (): unknown =>
      everybodyFree(request);
  const whole =
    ({ request }: Team) =>
    (): unknown =>
      searchSlots(request);
  for (const eventsADay of [1, 4]) {
    const team = teamOf({ people: 60, weeks: 26, eventsADay });
    const size = `60 people × 26 weeks, ${eventsADay} a day`;
    sameAnswer(team);
    add(paired(`everybody free, ${size}`, free(team), intervalOperations.name, io(team)));
    add(paired(`whole answer, ${size}`, whole(team), intervalOperations.name, io(team)));
  }
  const small = teamOf({ people: 8, weeks: 12, eventsADay: 4 });
  add(paired('everybody free, 8 × 12', free(small), intervalOperations.name, io(small)));
  add(paired('whole answer, 8 × 12', whole(small), intervalOperations.name, io(small)));
  [...boardRows(), ...recordRows(), ...talkRows()].forEach(add);
  if (!argv.includes('--quick')) {
    const team = teamOf({ people: 60, weeks: 26, eventsADay: 1 });
    const large = teamOf({ people: 500, weeks: 52, eventsADay: 1 });
    add(paired('everybody free, 500 × 52', free(large), intervalOperations.name, io(large), 7));
    const wholeLarge = paired('whole answer, 500 × 52', whole(large), intervalOperations.name, io(large), 7);
    add(wholeLarge);
    add(growth(paired('', whole(large), '', whole(team)), (500 * 52) / (60 * 26)));
    add(paired('everybody free, 60 × 26, 1 a day', free(team), luxon.name, luxon.prepare(team), 3));
    add(coldRow('everybody free, first call', 'free', bundle));
    add(coldRow('whole answer, first call', 'search', bundle));
    (await roomRows(bundle)).forEach(add);
  }
  writeFileSync(path.join(root, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`\n${weightLines(root).join('\n')}`);
}

/** What a fresh process is asked for; see `coldRow`. */
export function coldCall(what: ColdCase): number {
  return firstCall(what);
}

/** What a fresh process is asked to be; see `roomRows`. */
export const serveRooms = serve;

/** A peer that answered another question would be measured for nothing. */
function sameAnswer(team: Team): void {
  const [ours, theirs] = [everybodyFree(team.request), intervalOperations.prepare(team)()];
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('the answers differ');
}

/** How many times longer the large question takes, beside how many times larger it is. */
function growth({ ours, theirs }: Row, larger: number): Row {
  const longer = round(ours / theirs);
  return {
    name: 'whole answer, growth from 60 × 26 to 500 × 52',
    ours: longer,
    peer: 'linear',
    theirs: round(larger),
    unit: 'times',
    ratio: round(longer / larger),
  };
}

const WIDTHS = [48, 10, 22, 10, 7, 7];
const columns = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => (i === 0 || i === 2 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0)))
    .join('  ');
const HEAD = columns(['', 'ours', 'peer', 'theirs', 'unit', 'ratio']);

function line({ name, ours, peer, theirs, unit, ratio }: Row): string {
  return columns([name, String(ours), peer, String(theirs), unit, String(ratio)]);
}
