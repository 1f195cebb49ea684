import type { Readable } from '../../app/ports/composeHost';
import type { TeamChannel } from '../../app/ports/announcing';

// What stands behind the '#' of a channel's or the personal tab. It never reaches a server, and it is untrusted: anybody
// can send a link.
const CHANNEL = /^19:[\w.=-]{1,180}@thread\.(?:tacv2|skype)$/;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SERIES = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** Ids as URLSearchParams writes them, and no more of them than a screen can need. */
const OPAQUE = /^[\w=&.,:%+~*-]{0,1000}$/;

/** The channel, where both of its ids could be some; undefined for everything else. */
export function channelOf(team: string | undefined, channel: string | undefined): TeamChannel | undefined {
  if (team === undefined || channel === undefined) return undefined;
  return GUID.test(team) && CHANNEL.test(channel) ? { team, channel } : undefined;
}

/** What a tab was set up with, where that could be the id of a series. */
export const seriesOf = (entity: string | undefined): string | undefined =>
  entity !== undefined && SERIES.test(entity) ? entity : undefined;

/** An address that a tab may be given: opaque ids; anything else is none. */
export const opaque = (address: string): string => (OPAQUE.test(address) ? address : '');

/** The place and the rest of what stands behind the '#' of a plain window; the rest as it stands. */
export function tabOfHash(hash: string): {
  readonly channel: TeamChannel | undefined;
  readonly series: string | undefined;
  readonly address: string;
} {
  const text = opaque(hash.replace(/^#/, ''));
  const told = new URLSearchParams(text);
  const ids = [told.get('team') ?? undefined, told.get('channel') ?? undefined] as const;
  return {
    channel: channelOf(...ids),
    series: seriesOf(told.get('series') ?? undefined),
    address: text
      .split('&')
      .filter((part) => !/^(?:team|channel)=/.test(part))
      .join('&'),
  };
}

/** The hash that leads a plain window to this channel and address again. */
export function hashOfTab(channel: TeamChannel | undefined, address: string): string {
  const ids = channel === undefined ? '' : new URLSearchParams(channel).toString();
  return `#${[ids, opaque(address)].filter((part) => part !== '').join('&')}`;
}

/** What stands behind the '#' of a page, as `read` takes it: changes by others are told, those of `set` are not. */
export function watchedHash(
  page: Window,
  read: (hash: string) => string,
  write: (address: string) => string,
  first: string,
): { readonly address: Readable<string>; set(address: string): void } {
  const listeners = new Set<() => void>();
  let address = first;
  page.addEventListener('hashchange', () => {
    const next = read(page.location.hash);
    if (next === address) return;
    address = next;
    for (const run of [...listeners]) run();
  });
  return {
    address: {
      get: () => address,
      subscribe(run) {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    set(next) {
      address = opaque(next);
      page.history.replaceState(null, '', write(address));
    },
  };
}
