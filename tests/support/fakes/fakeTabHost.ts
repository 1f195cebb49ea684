import type { HostTheme } from '../../../src/app/ports/composeHost';
import { PortFailure } from '../../../src/app/ports/failure';
import type { TabHost } from '../../../src/app/ports/tabHost';
import { channelOf, opaque, seriesOf } from '../../../src/hosts/window/tabAddress';

export type FakeTabHost = TabHost & {
  showTheme(theme: HostTheme): void;
  /** Somebody opens a link, or goes a step back. */
  goTo(address: string): void;
  /** What was asked of the host. */
  readonly seen: { ready: boolean; readonly opened: string[]; readonly addresses: string[] };
};

/** A tab in a channel of a Teams without Teams. */
export function fakeTabHost(
  told: Partial<Pick<TabHost, 'locale' | 'channel' | 'series'>> & {
    readonly theme?: HostTheme;
    readonly address?: string;
  } = {},
): FakeTabHost {
  const seen = { ready: false, opened: [] as string[], addresses: [] as string[] };
  const here = { team: 'team-1', channel: '19:marketing@thread.tacv2' };
  const channel = 'channel' in told ? channelOf(told.channel?.team, told.channel?.channel) : here;
  const series = seriesOf(told.series);
  const theme = held<HostTheme>(told.theme ?? 'light');
  const address = held(opaque(told.address ?? ''));
  return {
    kind: 'teams',
    locale: told.locale ?? 'es-ES',
    theme,
    channel,
    series,
    address,
    setAddress(next) {
      seen.addresses.push(next);
      address.keep(opaque(next));
    },
    linkTo(to) {
      const context = {
        subEntityId: opaque(to),
        ...(channel !== undefined && { channelId: channel.channel }),
      };
      const entity = `https://teams.microsoft.com/l/entity/app/${series ?? 'mine'}`;
      return `${entity}?context=${encodeURIComponent(JSON.stringify(context))}`;
    },
    ready: () => void (seen.ready = true),
    async openLink(url) {
      if (!url.startsWith('https://')) throw new PortFailure({ kind: 'refused', code: 'link' });
      seen.opened.push(url);
    },
    showTheme: theme.set,
    goTo: address.set,
    seen,
  };
}

function held<T>(first: T) {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    subscribe(run: () => void) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    /** Without telling anybody. */
    keep: (next: T) => void (value = next),
    set(next: T) {
      value = next;
      for (const run of [...listeners]) run();
    },
  };
}
