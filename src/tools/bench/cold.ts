import { spawnSync } from 'node:child_process';
import { searchSlots } from '../../domain/slots/search';
import { median, round, timeOf, type Row } from './clock';
import { intervalOperations } from './peers';
import { teamOf } from './team';
import { everybodyFree } from './everybodyFree';

const TEAM = { people: 60, weeks: 26, eventsADay: 1 };

export type ColdCase = 'free' | 'search' | 'peer';

/** The time of the first call in this process, in milliseconds; packages are loaded, nothing is warm. */
export function firstCall(what: ColdCase): number {
  const team = teamOf(TEAM);
  if (what === 'peer') return timeOf(intervalOperations.prepare(team));
  return timeOf(() => (what === 'free' ? everybodyFree(team.request) : searchSlots(team.request)));
}

/** The same in fresh processes, in turns with the peer. */
export function coldRow(name: string, what: ColdCase, bundle: string, pairs = 7): Row {
  const own: number[] = [];
  const other: number[] = [];
  for (let i = 0; i < pairs; i++) {
    own.push(inFreshProcess(bundle, what));
    other.push(inFreshProcess(bundle, 'peer'));
  }
  const ratio = median(own.map((value, i) => value / (other[i] as number)));
  return {
    name,
    ours: round(median(own)),
    peer: intervalOperations.name,
    theirs: round(median(other)),
    unit: 'ms',
    ratio: round(ratio),
  };
}

function inFreshProcess(bundle: string, what: ColdCase): number {
  const code = `console.log(require(process.argv[1]).coldCall(process.argv[2]))`;
  const { stdout, status } = spawnSync(process.execPath, ['-e', code, bundle, what], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the first call of ${what} failed`);
  return Number(stdout);
}
