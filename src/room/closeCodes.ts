/** Why the room server closes a socket; the only list of them. 4000 to 4999 are for applications (RFC 6455, 7.4.2). */
export const CLOSE = {
  /** The page's origin is none of ours. */
  origin: 4403,
  /** No valid first frame in time, or too many sockets that never sent one. */
  noHello: 4408,
  /** A frame, a room or what waits before the sign-in is larger than it may be. */
  tooLarge: 4413,
  /** More messages than the bucket holds; the client waits a little and is brought in step again. */
  tooMany: 4429,
  /** What a client sent is no message, or an update that the room refuses. */
  malformed: 4400,
  /** The server stops; come back soon. */
  goingAway: 4503,
} as const;

/** A socket carries at most so many bytes in one frame, and a client sends no larger ones. */
export const LARGEST_FRAME = 256 * 1024;
/** A room's document, encoded, is at most this large. */
export const LARGEST_ROOM = 2 * 1024 * 1024;
