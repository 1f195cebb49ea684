import { Refusal } from '../../domain/refusal';
import type { Series } from '../../domain/rhythm/series';
import { sessionsOf } from '../../domain/rhythm/sessions';
import type { Instant } from '../../domain/time/types';
import type { OpenTalkReading } from '../balance/talkReading';
import { declinedIn, mayMeasure, talkSessionOf, withNames } from '../balance/talkSession';
import { cancellable } from '../cancel';
import { PortFailure } from '../ports/failure';
import { whatFailed } from '../whatFailed';
import { changeRecord, sessionRecord } from './archives';
import type { FollowDesk } from './followDesk';
import { areRead, chosenIn, digestsIn, type Follow, type FollowState } from './followState';
import type { TalkPartView } from './followView';
import { keepIn } from './settings';
import { NO_TALK } from './talkState';

/**
 * The balance session by session (TL30): those that may be measured, or were counted before the team stopped it, newest
 * first; null where there is none.
 */
export function talkView(state: FollowState): TalkPartView | null {
  if (!areRead(state)) return null;
  const { series } = chosenIn(state);
  const sessions = sessionsOf(series, digestsIn(state), state.at)
    .flatMap(({ original, start, record }) =>
      record === undefined || !(mayMeasure(series, record) || record.talk !== undefined)
        ? []
        : [{ original, start, kept: record.talk ?? null }],
    )
    .reverse();
  if (sessions.length === 0) return null;
  const { session, record, reading, failure } = state.talk;
  const shown = sessions.find(({ original }) => original === session);
  if (shown === undefined) return { sessions, chosen: null };
  const kept = reading?.kept ?? record?.talk ?? shown.kept;
  return { sessions, chosen: { ...shown, kept, titles: record?.titles ?? null, reading, failure } };
}

/** Choosing a session reads its record; its transcript only by a press. Another one, or another series, puts it away. */
export function talkCommands(follow: Follow): FollowDesk['talk'] {
  let reading: OpenTalkReading | undefined;
  let series: string | null = null;
  const close = (): void => {
    reading?.end();
    reading = undefined;
  };
  follow.onEnd(close);
  follow.onEnd(
    follow.state.subscribe(() => {
      const { chosen, talk } = follow.state.get();
      if (talk.session === null || chosen === series) return;
      close();
      follow.change({ talk: NO_TALK });
    }),
  );

  async function open(session: Instant): Promise<void> {
    const isShown = (): boolean => {
      const { chosen, talk } = follow.state.get();
      return !follow.ended && chosen === series && talk.session === session;
    };
    const found = chosenIn(follow.state.get());
    try {
      const [{ record }, make] = await Promise.all([
        sessionRecord(follow, session, found.series.id),
        follow.ports.talk?.(),
      ]);
      if (!isShown()) return;
      const titles = Object.fromEntries(record.items.map(({ id, title }) => [id, title]));
      const read = { titles, talk: record.talk ?? null };
      follow.change({ talk: { ...follow.state.get().talk, record: read } });
      const of = talkSessionOf(found.series, record, follow.state.get().me?.id ?? '');
      if (of === null || make === undefined) return;
      const made = make(of, {
        keep: (talk) =>
          changeRecord(follow, session, found.series.id, (kept) => {
            // Somebody may have said meanwhile that nothing is to be measured.
            if (!mayMeasure(nowOf(follow, found.series.id).series, kept))
              throw new Refusal('talk/not-measured');
            return { ...kept, talk };
          }),
        declined: async () => declinedIn(await storedNow(follow, found.series.id), record),
        learn: async (names) =>
          void (await keepIn(follow, nowOf(follow, found.series.id), (one) => withNames(one, names))),
      });
      reading = made;
      const told = (): void => {
        if (isShown() && reading === made)
          follow.change({ talk: { ...follow.state.get().talk, reading: made.view.get() } });
      };
      made.view.subscribe(told);
      told();
    } catch (error) {
      const what = whatFailed(error, follow.ports.report);
      if (what === undefined || !isShown()) return;
      const failure = what.kind === 'failed' ? what.failure : { kind: 'notFound' as const };
      follow.change({ talk: { ...follow.state.get().talk, failure } });
    }
  }

  return {
    choose(session) {
      close();
      series = follow.state.get().chosen;
      follow.change({ talk: { ...NO_TALK, session } });
      if (session !== null) void open(session);
    },
    read: () => reading?.read(),
    drop: (file) => reading?.drop(file),
    name: (name, means) => reading?.name(name, means),
    goOn: () => reading?.goOn(),
    cancel: () => reading?.cancel(),
  };
}

/** As its file has it: others change it while this tab is open. */
async function storedNow(follow: Follow, id: string): Promise<Series> {
  const home = follow.ports.homes[nowOf(follow, id).home];
  if (home === undefined) throw new PortFailure({ kind: 'notFound' });
  return (await home.read(id, cancellable())).series;
}

/** The series as it stands here: names may have been learned meanwhile. */
function nowOf(follow: Follow, id: string) {
  const found = follow.state.get().all.find(({ series }) => series.id === id);
  return found ?? chosenIn(follow.state.get());
}
