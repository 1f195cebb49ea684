import type { TeamChannel } from '../../src/app/ports/announcing';
import type { HostTheme } from '../../src/app/ports/composeHost';
import type { TabHost } from '../../src/app/ports/tabHost';
import { eventually } from '../support/eventually';

export type TabHostFacts = Pick<TabHost, 'kind' | 'locale'> & {
  /** Undefined and null are one in what comes out of a browser. */
  readonly channel: TeamChannel | null;
  readonly series: string | null;
  readonly address: string;
};

export type TabHostSetting = {
  /** Undefined: the personal tab. */
  readonly channel: TeamChannel | undefined;
  readonly series: string | undefined;
  /** What a link brought. */
  readonly address?: string;
};

export type OpenedTabHost = {
  facts(): Promise<TabHostFacts>;
  setAddress(address: string): Promise<void>;
  /** Somebody else puts it into the address line. */
  putAddress(address: string): Promise<void>;
  /** How often the host has told of another address. */
  addressChanges(): Promise<number>;
  linkTo(address: string): Promise<string>;
  /** The page is loaded again, where it stands. */
  reload(): Promise<void>;
  /** How many steps back there are. */
  steps(): Promise<number>;
  theme(): Promise<HostTheme>;
  showTheme(theme: HostTheme): Promise<void>;
  ready(): Promise<void>;
  /** Whether the host has heard it; undefined where nobody listens. */
  isReady(): Promise<boolean | undefined>;
  openLink(url: string): Promise<string>;
  opened(): Promise<readonly string[]>;
  close(): Promise<void>;
};

export const TAB_CHANNEL: TeamChannel = {
  team: '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10',
  channel: '19:abcDEF123@thread.tacv2',
};
export const TAB_SERIES = '5b0c4f43-9d53-4e1c-8b7a-2f910a1f6d0e';
const PROBLEM = 'part=tasks&problem=9d534e1c-1';

/** What every host of a tab does (HF1 to HF7). */
export function tabHostContract(
  name: string,
  kind: TabHost['kind'],
  open: (setting: TabHostSetting) => Promise<OpenedTabHost>,
): void {
  describe(`tab host contract: ${name}`, () => {
    let opened: OpenedTabHost | undefined;
    const start = async (setting: Partial<TabHostSetting> = {}) => {
      await opened?.close();
      return (opened = await open({ channel: TAB_CHANNEL, series: TAB_SERIES, ...setting }));
    };
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    test('HF1 it tells its language, its channel and the series that it was set up with', async () => {
      const host = await start();
      expect(await host.facts()).toMatchObject({
        ...{ kind, locale: 'es-ES' },
        ...{ channel: TAB_CHANNEL, series: TAB_SERIES },
      });
      const personal = await start({ channel: undefined, series: undefined });
      expect(await personal.facts()).toMatchObject({ channel: null, series: null });
    });

    test('HF2 what could be no channel, no series and no address is none', async () => {
      const odd = await start({
        channel: { team: 'nobody', channel: '../../etc' },
        series: '<b>x</b>',
        address: 'part=<script>alert(1)</script>',
      });
      expect(await odd.facts()).toMatchObject({ channel: null, series: null, address: '' });
    });

    test('HF3 an address of a link is told; its own writes stay over a reload, add no step back and are not told', async () => {
      const host = await start({ address: PROBLEM });
      expect(new URLSearchParams((await host.facts()).address).get('problem')).toBe('9d534e1c-1');
      const steps = await host.steps();
      await host.setAddress('part=rhythm');
      await host.setAddress('part=review');
      expect([await host.steps(), await host.addressChanges()]).toEqual([steps, 0]);
      await host.reload();
      expect(new URLSearchParams((await host.facts()).address).get('part')).toBe('review');
    });

    test('HF4 what stands in the frame is newer than the link that opened it, even when it is nothing', async () => {
      const host = await start({ address: PROBLEM });
      await host.setAddress('');
      await host.reload();
      expect((await host.facts()).address).not.toContain('problem');
    });

    test('HF5 an address that somebody else put there is told', async () => {
      const host = await start();
      await host.putAddress('part=decisions');
      await eventually(async () => (await host.addressChanges()) > 0);
      expect(await host.addressChanges()).toBe(1);
      expect(new URLSearchParams((await host.facts()).address).get('part')).toBe('decisions');
    });

    test('HF6 a link to an address holds ids and nothing else', async () => {
      const host = await start();
      const link = new URL(await host.linkTo('part=tasks'));
      if (kind === 'teams') {
        expect(link.origin + link.pathname).toMatch(
          new RegExp(`^https://teams\\.microsoft\\.com/l/entity/[\\w-]+/${TAB_SERIES}$`),
        );
        expect([...link.searchParams.keys()]).toEqual(['context']);
        expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
          subEntityId: 'part=tasks',
          channelId: TAB_CHANNEL.channel,
        });
      } else {
        expect(link.search).toBe('');
        expect(Object.fromEntries(new URLSearchParams(link.hash.slice(1)))).toEqual({
          ...TAB_CHANNEL,
          part: 'tasks',
        });
      }
      expect(await host.linkTo('x=<b>Irene</b>')).not.toContain('Irene');
    });

    test('HF7 look, readiness and links are as in a meeting', async () => {
      const host = await start();
      expect(await host.theme()).toBe('light');
      await host.showTheme('dark');
      await eventually(async () => (await host.theme()) === 'dark');
      expect(await host.theme()).toBe('dark');
      await host.ready();
      await eventually(async () => (await host.isReady()) !== false);
      expect((await host.isReady()) ?? true).toBe(true);
      const link = 'https://planner.cloud.microsoft/x';
      expect(await host.openLink(link)).toBe('done');
      await eventually(async () => (await host.opened()).length > 0);
      expect(await host.opened()).toEqual([link]);
      expect(await host.openLink('javascript:alert(1)')).toBe('refused');
    });
  });
}
