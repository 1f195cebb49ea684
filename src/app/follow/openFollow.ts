import type { Series } from '../../domain/rhythm/series';
import { isZone } from '../../domain/time/calendarDays';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import type { Cancellation } from '../ports/cancellation';
import { PortFailure } from '../ports/failure';
import { whatFailed } from '../whatFailed';
import { addressFrom } from './address';
import { readArchive } from './archives';
import { attempt } from './attempt';
import type { Follow, FoundSeries } from './followState';
import type { FollowPart } from './followView';
import { loadNext } from './next';
import { NO_NEXT } from './nextState';
import { loadPlan } from './tasksPlan';

/** Who I am and which series there are; what they hold is read once one of them is shown. */
export async function openFollow(follow: Follow, interactive = false): Promise<void> {
  const { identity, directory, host } = follow.ports;
  follow.change({ screen: 'starting', failure: null, notice: null });
  try {
    await identity.token('followUp', { interactive });
    const cancel = cancellable();
    follow.onEnd(() => cancel.cancel());
    const [me, found] = await Promise.all([directory.me(cancel), seriesIn(follow, cancel)]);
    if (follow.ended) return;
    follow.change({ me, ...found });
    const { series, part = 'tasks', filter } = addressFrom(host.address.get());
    const first = firstOf(found.all, [series, host.series], follow);
    if (first === undefined) return follow.change({ screen: 'noSeries' });
    follow.change({ tasks: { ...follow.state.get().tasks, filter } });
    showSeries(follow, first, part);
  } catch (error) {
    notOpened(follow, error, () => void openFollow(follow, true));
  }
}

/** Goes to a series and a part of it, and reads what is needed for it. */
export function showSeries(follow: Follow, id: string, part: FollowPart): void {
  const { chosen, screen } = follow.state.get();
  const another = chosen !== id || screen !== 'series';
  follow.change({ screen: 'series', chosen: id, part, notice: null });
  if (another) {
    follow.change({ next: NO_NEXT, rhythm: { ...follow.state.get().rhythm, options: {}, away: [] } });
    void learn(follow, id);
  }
  if (part === 'decisions') void readOthers(follow);
}

/** The records and the plan of a series side by side, then what its calendars say. */
async function learn(follow: Follow, id: string): Promise<void> {
  await Promise.all([
    attempt(
      follow,
      'records',
      () => readArchive(follow, id),
      () => void learn(follow, id),
    ),
    attempt(
      follow,
      'plan',
      () => loadPlan(follow),
      () => void learn(follow, id),
    ),
  ]);
  if (follow.ended || follow.state.get().chosen !== id) return;
  await attempt(
    follow,
    'search',
    () => loadNext(follow),
    () => void learn(follow, id),
  );
}

/** Decisions are looked for over all series: those that nobody has read yet, one after the other. */
async function readOthers(follow: Follow): Promise<void> {
  for (const { series } of follow.state.get().all) {
    if (follow.ended || follow.state.get().part !== 'decisions') return;
    if (Object.hasOwn(follow.state.get().archives, series.id)) continue;
    await attempt(
      follow,
      'records',
      () => readArchive(follow, series.id),
      () => void readOthers(follow),
    );
  }
}

/** Every series of every home that lets us in. */
export async function seriesIn(follow: Follow, cancel: Cancellation) {
  const all: FoundSeries[] = [];
  const unreadable: string[] = [];
  let closed: unknown;
  let open = false;
  for (const [home, one] of follow.ports.homes.entries()) {
    try {
      const listed = await one.list(cancel);
      open = true;
      unreadable.push(...listed.unreadable);
      // A series that was moved to the site may have left a copy behind: the most shared one counts.
      const known = new Set(all.map(({ series }) => series.id));
      for (const stored of listed.series.filter(({ series }) => !known.has(series.id))) {
        if (hasClocks(stored.series)) all.push({ ...stored, home });
        else unreadable.push(`series-${stored.series.id}.json`);
      }
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed ??= error;
    }
  }
  if (!open && closed !== undefined) throw closed;
  all.sort((a, b) => (a.series.title < b.series.title ? -1 : 1));
  return { all, unreadable };
}

/** A zone that nobody knows was typed into the file by hand: no day of such a series can be told. */
const hasClocks = ({ zone, sites }: Series): boolean =>
  [zone, ...sites.map((site) => site.zone)].every((one) => isZone(one));

/** What the address or the tab's own settings name, else the series of this channel, else a weekly one. */
function firstOf(
  all: readonly FoundSeries[],
  named: readonly (string | undefined)[],
  { ports }: Follow,
): string | undefined {
  const { channel } = ports.host;
  const byName = named.map((id) => all.find(({ series }) => series.id === id));
  const here = all.find(
    ({ series: { followUp } }) =>
      channel !== undefined &&
      followUp?.channel?.team === channel.team &&
      followUp.channel.channel === channel.channel,
  );
  const weekly = all.find(({ series }) => series.kind === 'weekly');
  return [...byName, here, weekly, all[0]].find((found) => found !== undefined)?.series.id;
}

/** Opens a link the way the host does, which takes https only; what views tell as links leads to Teams (FE7). */
export const openLink = (follow: Follow, url: string): void =>
  void attempt(follow, 'start', () => follow.ports.host.openLink(url));

/** What failed is a screen; `again` opens once more. */
export function notOpened(follow: Follow, error: unknown, again: () => void): void {
  if (follow.ended) return;
  follow.again = again;
  const what = whatFailed(error, follow.ports.report);
  const failure = what?.kind === 'failed' ? what.failure : null;
  const signIn = error instanceof PortFailure && ['signIn', 'consent'].includes(error.failure.kind);
  const nobody = what === undefined;
  follow.change({
    screen: signIn || nobody ? 'signIn' : 'failed',
    failure: failure ?? (nobody ? null : { kind: 'malformed' }),
  });
}
