import type { HostTheme } from '../../../src/app/ports/composeHost';
import { PortFailure } from '../../../src/app/ports/failure';
import type { TabHost } from '../../../src/app/ports/tabHost';

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
  const channel = { team: 'team-1', channel: '19:marketing@thread.tacv2' };
  const theme = held<HostTheme>(told.theme ?? 'light');
  const address = held(told.address ?? '');
  return {
    kind: 'teams',
    locale: told.locale ?? 'es-ES',
    theme,
    channel: 'channel' in told ? told.channel : channel,
    series: told.series,
    address,
    setAddress(next) {
      seen.addresses.push(next);
      address.set(next);
    },
    linkTo: (to) => `https://teams.microsoft.com/l/entity/app/series?context=${encodeURIComponent(to)}`,
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
    set(next: T) {
      value = next;
      for (const run of [...listeners]) run();
    },
  };
}
