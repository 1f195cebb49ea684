import type { House } from './house';
import type { LiveRoom } from './liveRoom';

/** Hears how long the rooms take, and how it ended; never whose room or what. */
export type Meter = {
  command(answer: 'done' | 'refused' | 'failed', ms: number): void;
  update(answer: 'taken' | 'refused' | 'failed', ms: number): void;
};

/** A house whose rooms tell the meter what they did. */
export function metered(house: House, meter: Meter): House {
  const measured = (room: LiveRoom): LiveRoom => ({
    ...room,
    command(command, by) {
      const since = performance.now();
      const answer = room.command(command, by);
      meter.command(
        answer === null ? 'done' : answer === 'failed' ? answer : 'refused',
        performance.now() - since,
      );
      return answer;
    },
    update(part, update, by) {
      const since = performance.now();
      const answer = room.update(part, update, by);
      meter.update(
        answer === null ? 'taken' : answer === 'failed' ? answer : 'refused',
        performance.now() - since,
      );
      return answer;
    },
  });
  return { ...house, open: async (key, id, organiser) => measured(await house.open(key, id, organiser)) };
}
