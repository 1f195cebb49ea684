import { LARGEST_FRAME } from '../../room/closeCodes';

const MINUTE = 60_000;

/** How much of everything. Milliseconds and bytes; tests bring smaller ones. */
export const LIMITS = {
  /** A socket that has not shown a valid token by then is closed. */
  helloMs: 10_000,
  /** Sockets that have shown none yet, of the whole process and of one address. */
  strangers: 500,
  strangersOfAddress: 150,
  /** Sockets of one person: every surface on every device, and none of an army's. */
  socketsOfPerson: 100,
  /** Sockets of one person that were closed in a minute for what came over them, before no other one is taken. */
  offences: 30,
  /** What a socket may send before anybody is known on it, tokens included. */
  bytesBeforeHello: 128 * 1024,
  /** What may wait for a document while Graph is asked. */
  bytesWaiting: 2 * LARGEST_FRAME,
  /** Documents on one socket: both parts of a room, and of the one before it. */
  documents: 4,
  /** Messages of one socket. */
  burst: 200,
  perSecond: 50,
  /** Of these, questions for all that one does not have. */
  queries: 20,
  queriesPerSecond: 1,
  /** A socket that reads nothing is not held for ever. */
  bytesUnread: 16 * 1024 * 1024,
  pingMs: 15_000,
  silenceMs: MINUTE,
  /** What the host of a panel said holds for so long without a word from that panel. */
  signalMs: 35_000,
  /** How old Graph's answer about a chat or a person may be. */
  membershipMs: 10 * MINUTE,
  /** Whom Graph let in is not sent away while Graph cannot be asked, for so long. */
  graceMs: 60 * MINUTE,
  /** Whom an answer does not name asks Graph anew only so often, each of them and all together in a minute. */
  strangerMs: 10_000,
  strangersPerMinute: 120,
  /** And nobody, stranger or not, has us ask about more than so many places in a minute. */
  placesPerMinute: 60,
  /** Rooms of one place about now: a daily meeting has sixteen. */
  roomsOfPlace: 100,
  /** Before its token expires a socket is asked for a new one. */
  renewMs: 2 * MINUTE,
  /** A room without people stays in memory for so long. */
  emptyMs: 5000,
  /** Updates of a part on disk before they become one. */
  updates: 500,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };
