import { cancellable } from '../cancel';
import { PortFailure } from '../ports/failure';
import type { OwnSession, OwnTalk, OwnTalkStore, StoredOwnTalk } from '../ports/ownTalk';

/** Another device of mine may write between our reading and our writing; more often than this it is not me. */
const TRIES = 4;
/** Ten years of a weekly series; the oldest go first. */
const MOST_SESSIONS = 520;

/**
 * Remembers my own share of a session where I want it remembered (TO1 to TO3): without a file nothing is written. Answers
 * whether it was. What was measured takes the place of an estimate, and never the other way round. Fails as the store does.
 */
export async function rememberOwn(store: OwnTalkStore, session: OwnSession): Promise<boolean> {
  return (await changed(store, (talk) => withSession(talk, session))) !== null;
}

/** From now on my shares are kept; what is there already stays (TO4). */
export async function keepOwn(store: OwnTalkStore): Promise<StoredOwnTalk> {
  const there = await store.read(cancellable());
  if (there !== null) return there;
  try {
    return await store.write({ sessions: [] }, null, cancellable());
  } catch (error) {
    // Another device of mine has just begun.
    const mine = isConflict(error) ? await store.read(cancellable()) : null;
    if (mine === null) throw error;
    return mine;
  }
}

/** Nothing of it is left, and what comes is kept all the same; null where nothing is to be kept any more (TO4). */
export const eraseOwn = (store: OwnTalkStore): Promise<StoredOwnTalk | null> =>
  changed(store, (talk) => (talk.sessions.length === 0 ? talk : { sessions: [] }));

/** The file as it is after the change; null where there is none. What changes nothing writes nothing. */
async function changed(
  store: OwnTalkStore,
  change: (talk: OwnTalk) => OwnTalk,
): Promise<StoredOwnTalk | null> {
  for (let tries = 1; ; tries++) {
    const there = await store.read(cancellable());
    if (there === null) return null;
    const talk = change(there.talk);
    if (talk === there.talk) return there;
    try {
      return await store.write(talk, there.version, cancellable());
    } catch (error) {
      if (!isConflict(error) || tries === TRIES) throw error;
    }
  }
}

function withSession(talk: OwnTalk, session: OwnSession): OwnTalk {
  const isIt = (one: OwnSession): boolean => one.series === session.series && one.start === session.start;
  const before = talk.sessions.find(isIt);
  if (before?.source === 'measured' && session.source === 'estimate') return talk;
  if (before !== undefined && same(before, session)) return talk;
  const sessions = [...talk.sessions.filter((one) => !isIt(one)), session].sort((a, b) => a.start - b.start);
  return { sessions: sessions.slice(-MOST_SESSIONS) };
}

const same = (one: OwnSession, other: OwnSession): boolean =>
  one.source === other.source &&
  one.milliseconds === other.milliseconds &&
  one.share === other.share &&
  one.fair === other.fair &&
  one.title === other.title;

/** A file that was taken away on another device is read again, and then it is not there. */
const isConflict = (error: unknown): boolean =>
  error instanceof PortFailure && (error.failure.kind === 'conflict' || error.failure.kind === 'notFound');
