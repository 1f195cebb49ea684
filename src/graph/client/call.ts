import type { Cancellation } from '../../app/ports/cancellation';
import type { Tier } from '../../app/ports/failure';

/** One request of ours. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base address, with a slash in front; build it with `path` so that its parts are encoded. */
  readonly path: string;
  /** Values as they are meant; they are encoded here and nowhere else. */
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string goes as it is and needs a content type among the headers. */
  readonly body?: unknown;
  /**
   * Sending it twice does no harm, so it is repeated when nobody knows whether it arrived. GET is so by itself; a
   * POST is so when it only reads or carries a key by which the service drops the second one.
   */
  readonly repeatable?: boolean;
};

/**
 * What one request to a port is about: whose consent it needs and how it is stopped. It is also the lane in which its
 * calls queue, so that a search over sixty calendars does not hold up the name somebody is typing.
 */
export type Operation = { readonly tier: Tier; readonly cancel: Cancellation };

/** What came back, of whatever status. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  header(name: string): string | undefined;
  /** An earlier try of the same call got no clear answer: a conflict now may be with ourselves. */
  readonly uncertain: boolean;
};

/** Microsoft Graph, or what stands in for it, at one base address and for whoever is signed in. */
export interface Graph {
  /** Answers of any status; fails as ports do when there is none, or when patience is at its end. */
  send(call: Call, operation: Operation): Promise<Answer>;
  /** Calls the page that a listing named as its next one; fails with malformed when it lies elsewhere. */
  sendNext(nextLink: string, headers: Call['headers'], operation: Operation): Promise<Answer>;
  /** The text behind an address that authorises itself: no token goes there. */
  download(url: string, operation: Operation): Promise<Answer>;
}

/** A path whose inserted parts are encoded: path`/users/${id}`. */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string {
  return literals.reduce((whole, literal, at) => whole + encodeURIComponent(parts[at - 1] ?? '') + literal);
}

/** The path with the query behind it, as it stands in an address and in a batch. */
export function pathAndQueryOf(call: Call): string {
  const query = Object.entries(call.query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return query.length === 0 ? call.path : `${call.path}?${query.join('&')}`;
}
