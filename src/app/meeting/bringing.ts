import { inForce, isMore } from '../../domain/balance/agreement';
import { partIn } from './agreed';
import type { Desk, Known, Opened } from './deskState';

/** Desks that have said so. */
const LESSENED = new WeakSet<Desk>();

/**
 * What I have said in the file of the series, brought into the room by my own device: nobody else can say there that I am
 * shown, and who declined after the agenda came is not counted either. Once, so that what I say in the room itself stands.
 */
export function bringMyPart(desk: Desk): void {
  const { room, known, opened } = desk.state.get();
  const mine = room?.balance ?? null;
  if (opened === null || mine === null || mine.as !== 'counted') return;
  const as = partIn(known, opened, opened.me.id);
  if (as === 'counted' || (as === 'shown' && mine.mode !== 'persons')) return;
  const what = spoken(known, opened);
  if (desk.spoken === what) return;
  desk.spoken = what;
  void desk.ports.told.has(what).then(async (before) => {
    if (before || desk.ended) return;
    await desk.ports.told.add(what);
    try {
      await desk.room?.command({ kind: 'takePart', as });
      // Whoever can write that file could have put it there: nobody is shown without seeing so.
      if (as === 'shown' && !desk.ended) desk.change({ notice: { kind: 'takesPart', as } });
    } catch {
      // Refused or lost, it is a press away.
    }
  });
}

/**
 * Less counts at once (AT6), and an agenda may have come days before: whoever opens the meeting brings it into the room. Not
 * what was said only once the meeting had begun.
 */
export function bringLess(desk: Desk): void {
  const { room, known } = desk.state.get();
  const { series } = known;
  const shared = room?.state?.balance;
  if (shared === undefined || room?.balance === null || series === null || LESSENED.has(desk)) return;
  const agreed = inForce(series, 'persons')?.mode ?? 'off';
  const since = series.followUp?.agreement?.since ?? -Infinity;
  if (agreed === 'persons' || !isMore(shared.mode, agreed)) return;
  if (since >= (room?.state?.meeting?.startedAt ?? Infinity)) return;
  LESSENED.add(desk);
  void desk.room?.command({ kind: 'measureLess', mode: agreed }).catch(() => undefined);
}

/** What a device remembers of having been said, in this session. */
export const spoken = ({ series }: Known, { me, start }: Opened): string =>
  ['part', me.id, series?.id ?? '', start].join('/');
