import { Refusal } from '../../domain/refusal';
import type { MeetingRecord } from '../../domain/meeting/record';
import { changeRecord, readArchive } from './archives';
import { attempt } from './attempt';
import { chosenIn, type Follow } from './followState';

/** Asks whether what was measured is to go out of every record of the series, and does it after a yes (FM6). */
export async function eraseTalk(follow: Follow): Promise<void> {
  const { series } = chosenIn(follow.state.get());
  if (follow.state.get().working !== null) throw new Refusal('follow/busy');
  if (follow.state.get().archives[series.id] === undefined) await readArchive(follow, series.id);
  if (follow.state.get().archives[series.id] === undefined) return;
  const records = measured(follow, series.id).length;
  if (records === 0) return follow.change({ notice: { kind: 'done', what: 'eraseTalk' } });
  follow.asked = (yes) => {
    if (yes) void goOn(follow, series.id);
  };
  follow.change({
    question: { kind: 'eraseTalk', records },
    notice: null,
  });
}

/** One record after the other: after a failure it goes on with those that still know. */
async function goOn(follow: Follow, series: string): Promise<void> {
  follow.change({ working: { what: 'erase' }, notice: null });
  const done = await attempt(
    follow,
    'eraseTalk',
    async () => {
      const sessions = measured(follow, series);
      for (const [at, session] of sessions.entries()) {
        follow.change({ working: { what: 'erase', done: at, of: sessions.length } });
        await changeRecord(follow, session, series, withoutTalk);
      }
      // The summary still says what the records said: it is made again from them.
      await readArchive(follow, series);
    },
    () => void goOn(follow, series),
  );
  const { notice } = follow.state.get();
  follow.change({
    working: null,
    ...(done && notice === null && { notice: { kind: 'done', what: 'eraseTalk' } }),
  });
}

const measured = (follow: Follow, series: string): readonly number[] =>
  (follow.state.get().archives[series]?.summary.files ?? [])
    .filter(({ digest }) => digest.talk !== undefined)
    .map(({ digest }) => digest.start);

function withoutTalk({ talk: _, ...record }: MeetingRecord): MeetingRecord {
  return record;
}
