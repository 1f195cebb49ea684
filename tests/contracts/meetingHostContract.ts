import type { HostTheme } from '../../src/app/ports/composeHost';
import type { MeetingHost, MeetingSurface } from '../../src/app/ports/meetingHost';
import { eventually } from '../support/eventually';

export type MeetingHostFacts = Pick<MeetingHost, 'kind' | 'locale' | 'surface' | 'small'> & {
  /** Undefined and null are one in what comes out of a browser. */
  readonly place: MeetingHost['place'] | null;
  readonly canShare: boolean;
  readonly windowAddress: string | null;
};

/** How a call of the host ended: well, or with the kind of the port's failure. */
export type HostOutcome = 'done' | string;

export type MeetingHostSetting = {
  readonly surface: MeetingSurface;
  /** The meeting's chat, or no meeting at all. */
  readonly chat: string | undefined;
  readonly phone?: boolean;
  readonly role?: 'organiser' | 'attendee';
};

export type OpenedMeetingHost = {
  facts(): Promise<MeetingHostFacts>;
  theme(): Promise<HostTheme>;
  /** The person or the system changes how everything looks. */
  showTheme(theme: HostTheme): Promise<void>;
  /** How often the host has told of a change. */
  themeChanges(): Promise<number>;
  ready(): Promise<void>;
  /** Whether the host has heard it; undefined where nobody listens. */
  isReady(): Promise<boolean | undefined>;
  /** Somebody in the meeting begins or stops to speak. */
  speak(speaking: boolean): Promise<void>;
  heard(): Promise<readonly boolean[]>;
  share(): Promise<HostOutcome>;
  openLink(url: string): Promise<HostOutcome>;
  opened(): Promise<readonly string[]>;
  close(): Promise<void>;
};

export const CHAT = '19:meeting_YWxpbmVhcg@thread.v2';
const SURFACES: readonly MeetingSurface[] = ['panel', 'tab', 'stage'];

/** What every host of a meeting does (MH1 to MH10). `teams` tells whether there are a stage and a signal that somebody speaks. */
export function meetingHostContract(
  name: string,
  has: { readonly kind: 'teams' | 'window'; readonly teams: boolean },
  open: (setting: MeetingHostSetting) => Promise<OpenedMeetingHost>,
): void {
  describe(`meeting host contract: ${name}`, () => {
    let opened: OpenedMeetingHost | undefined;
    const start = async (setting: Partial<MeetingHostSetting> = {}) =>
      (opened = await open({ surface: 'panel', chat: CHAT, ...setting }));
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    test('MH1 it tells what it is and its language', async () => {
      const host = await start();
      expect(await host.facts()).toMatchObject({ kind: has.kind, locale: 'es-ES' });
    });

    test('MH2 the meeting is known by its chat; without a meeting there is no place and no address', async () => {
      const inside = await (await start()).facts();
      expect(inside.place).toEqual({ kind: 'chat', chat: CHAT });
      await opened?.close();
      const outside = await (await start({ surface: 'tab', chat: undefined })).facts();
      expect([outside.place ?? null, outside.windowAddress]).toEqual([null, null]);
    });

    test.each(SURFACES)('MH3 it knows the surface: %s', async (surface) => {
      const host = await start({ surface });
      expect((await host.facts()).surface).toBe(surface);
    });

    test('MH4 the look and its changes are told', async () => {
      const host = await start();
      expect(await host.theme()).toBe('light');
      for (const theme of ['dark', 'contrast', 'light'] as const) {
        const told = await host.themeChanges();
        await host.showTheme(theme);
        await eventually(async () => (await host.themeChanges()) > told);
        expect(await host.themeChanges()).toBeGreaterThan(told);
        expect(await host.theme()).toBe(theme);
      }
    });

    test('MH5 it hears that there is something to see', async () => {
      const host = await start();
      expect((await host.isReady()) ?? false).toBe(false);
      await host.ready();
      await eventually(async () => (await host.isReady()) !== false);
      expect((await host.isReady()) ?? true).toBe(true);
    });

    test('MH6 whether somebody speaks is told where the host knows it, and else never', async () => {
      const host = await start();
      await host.speak(true);
      await host.speak(false);
      if (has.teams) await eventually(async () => (await host.heard()).length === 2);
      expect(await host.heard()).toEqual(has.teams ? [true, false] : []);
    });

    test('MH7 a panel with a stage can share, an attendee is denied, the other surfaces cannot', async () => {
      const host = await start();
      expect((await host.facts()).canShare).toBe(has.teams);
      if (has.teams) expect(await host.share()).toBe('done');
      for (const setting of [{ surface: 'tab' }, { surface: 'stage' }] as const) {
        await opened?.close();
        expect((await (await start(setting)).facts()).canShare).toBe(false);
      }
      if (!has.teams) return;
      await opened?.close();
      expect(await (await start({ role: 'attendee' })).share()).toBe('denied');
    });

    test('MH8 only links of https or of our own are opened', async () => {
      const host = await start();
      const link = 'https://planner.cloud.microsoft/x';
      expect(await host.openLink(link)).toBe('done');
      await eventually(async () => (await host.opened()).length > 0);
      expect(await host.opened()).toEqual([link]);
      for (const bad of ['javascript:alert(1)', 'http://elsewhere.example/', 'data:text/html,x', 'x'])
        expect(await host.openLink(bad)).toBe('refused');
      expect(await host.opened()).toEqual([link]);
    });

    test('MH9 the address for a plain window holds the ids and nothing else', async () => {
      const { windowAddress } = await (await start()).facts();
      const address = new URL(windowAddress ?? '');
      expect([address.pathname, address.search]).toEqual(['/meeting.html', '']);
      expect([...new URLSearchParams(address.hash.slice(1))]).toEqual([['chat', CHAT]]);
    });

    test('MH10 a phone is small', async () => {
      expect((await (await start()).facts()).small).toBe(false);
      await opened?.close();
      expect((await (await start({ phone: true })).facts()).small).toBe(true);
    });
  });
}
