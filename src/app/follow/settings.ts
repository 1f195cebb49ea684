import type { Series } from '../../domain/rhythm/series';
import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import { memberOf } from '../planning/firstSeries';
import * as edits from '../planning/rosterEdits';
import { PortFailure } from '../ports/failure';
import { updateSeries } from '../updateSeries';
import { attempt } from './attempt';
import type { FollowDesk } from './followDesk';
import { chosenIn, type Follow, type FoundSeries } from './followState';
import type { MemberEdit } from './followView';

/**
 * Changes the file of the chosen series and keeps it: `change` may be called again, over what somebody else wrote
 * meanwhile. Both edits are kept, and a notice names the fields that took the other's value.
 */
export async function keepSeries(follow: Follow, change: (series: Series) => Series): Promise<Series> {
  return keepIn(follow, chosenIn(follow.state.get()), change);
}

/** The same for a series that is not the chosen one. */
export async function keepIn(
  follow: Follow,
  found: FoundSeries,
  change: (series: Series) => Series,
): Promise<Series> {
  const home = follow.ports.homes[found.home];
  if (home === undefined) throw new PortFailure({ kind: 'notFound' });
  const wanted = change(found.series);
  if (wanted === found.series) return wanted;
  const { stored, merged } = await updateSeries(home, found, wanted);
  const all = follow.state
    .get()
    .all.map((one) => (one.series.id === stored.series.id ? { ...stored, home: found.home } : one));
  follow.change({ all, ...(merged !== undefined && { notice: { kind: 'merged', fields: merged } }) });
  return stored.series;
}

/** The settings of the series: each change is kept at once, the earlier ones first. */
export function settingsCommands(follow: Follow): Omit<FollowDesk['settings'], 'export' | 'erase'> {
  const keep = inOrder(follow);
  return {
    followUp: (change) =>
      keep((series) => ({ ...series, followUp: { ...(series.followUp ?? FOLLOW_UP), ...change } })),
    series: (change) => keep((series) => ({ ...series, ...change })),
    area: (area, change) =>
      keep((series) => ({
        ...series,
        areas: series.areas.map((one) => (one.id === area ? { ...one, ...change } : one)),
      })),
    member: (member, change) => keep((series) => withMember(series, member, change)),
    addMember: (person, area) =>
      keep((series) => {
        const own = follow.state.get().me?.mail ?? '';
        return edits.addMember(series, memberOf(person, area, series, own));
      }),
    removeMember(member) {
      const { series } = chosenIn(follow.state.get());
      // Whoever organises keeps the series in their calendar: it is handed over, not left.
      if (series.chain.at(-1)?.organiser === member) throw new Refusal('follow/hand-over-first');
      keep((one) => edits.removeMember(one, member));
    },
    find: (text) => found(follow, text),
  };
}

function withMember(series: Series, member: string, change: MemberEdit): Series {
  const { role, standsInFor, area } = change;
  let next = series;
  if (area !== undefined) next = edits.moveToArea(next, member, area);
  if (role !== undefined) next = edits.setRole(next, member, role);
  if ('standsInFor' in change) next = edits.setStandIn(next, member, standsInFor);
  return next;
}

/** Two quick edits of one person are no conflict of two people: the second waits for the first. */
function inOrder(follow: Follow): (change: (series: Series) => Series) => void {
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const keep = (change: (series: Series) => Series): void => {
    waiting += 1;
    follow.change({ working: { what: 'settings' }, notice: null });
    before = before.then(async () => {
      await attempt(
        follow,
        'settings',
        async () => void (await keepSeries(follow, change)),
        () => keep(change),
      );
      waiting -= 1;
      if (waiting > 0) return;
      const { notice } = follow.state.get();
      follow.change({
        working: null,
        ...(notice === null && { notice: { kind: 'done', what: 'settings' } }),
      });
    });
  };
  return keep;
}

async function found(follow: Follow, text: string) {
  let people: Awaited<ReturnType<FollowDesk['settings']['find']>> = [];
  await attempt(follow, 'settings', async () => {
    people = await follow.ports.directory.find(text, cancellable());
  });
  return people;
}
