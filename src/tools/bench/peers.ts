import { arrayDifference, arrayIntersection } from 'interval-operations';
import { Interval as LuxonInterval } from 'luxon';
import type { BusyInterval } from '../../domain/slots/types';
import type { Interval } from '../../domain/time/types';
import type { Team } from './team';

/** When everybody is free at once, by other packages; each gets windows and events in its own shape, outside the clock. */
export type Peer = { readonly name: string; readonly prepare: (team: Team) => () => readonly Interval[] };

const blocks = ({ status }: BusyInterval): boolean => status === 'busy' || status === 'oof';

const busyOf = ({ request }: Team): readonly (readonly BusyInterval[])[] =>
  request.people.map(({ busy }) => (busy === 'unknown' ? [] : busy.filter(blocks)));

export const intervalOperations: Peer = {
  name: 'interval-operations',
  prepare: (team) => {
    const pair = ({ from, until }: Interval): [number, number] => [from, until];
    const windows = team.windows.map((own) => own.map(pair));
    const busy = busyOf(team).map((own) => own.map(pair));
    return () => {
      const free = windows.map((own, i) => arrayDifference(own, busy[i] ?? []));
      return arrayIntersection(...free).map(([from, until]) => ({ from, until }));
    };
  },
};

export const luxon: Peer = {
  name: 'luxon',
  prepare: (team) => {
    const own = ({ from, until }: Interval): LuxonInterval =>
      LuxonInterval.fromISO(`${new Date(from).toISOString()}/${new Date(until).toISOString()}`);
    const windows = team.windows.map((all) => all.map(own));
    const busy = busyOf(team).map((all) => all.map(own));
    return () => {
      const free = windows.map((all, i) => {
        const taken = LuxonInterval.merge(busy[i] ?? []);
        return all.flatMap((window) => window.difference(...taken));
      });
      const common = free.reduce((some, others) =>
        some.flatMap((one) =>
          others.flatMap((other) => {
            const both = one.overlaps(other) ? one.intersection(other) : null;
            return both ? [both] : [];
          }),
        ),
      );
      return common.map(({ start, end }) => ({ from: start?.toMillis() ?? 0, until: end?.toMillis() ?? 0 }));
    };
  },
};
