import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type MeetingTenant, startMeetingTenant } from '../support/meetingTenant';
import { type MeetingRoom, openTeams } from './meetingPages';

/** What the walks of one file share: the tenant with its product, the browser, and the windows of the walk under way. */
export type MeetingWalks = {
  readonly tenant: MeetingTenant;
  readonly browser: Browser;
  /** Opens Teams with these people; the window is pictured and closed when its walk ends. */
  open(
    chat: string,
    people: readonly string[],
    look?: Readonly<Record<string, string>>,
  ): Promise<MeetingRoom>;
  /** What pages of this walk threw. */
  problems(): readonly string[];
};

/** To be called once in a file of walks: starts everything before the first and ends it after the last. */
export function meetingWalks(folder: string): MeetingWalks {
  let started: { readonly tenant: MeetingTenant; readonly browser: Browser } | undefined;
  let rooms: MeetingRoom[] = [];
  const there = () => {
    if (started === undefined) throw new Error('nothing has started');
    return started;
  };

  beforeAll(async () => {
    const [tenant, browser] = await Promise.all([startMeetingTenant(), startBrowser()]);
    started = { tenant, browser };
  }, 240_000);
  afterEach(async () => {
    const [walk = ''] = expect.getState().currentTestName?.split(' ') ?? [];
    for (const [index, room] of rooms.entries()) {
      // A walk may have closed a window itself.
      if (!room.page.isClosed()) await room.picture(`end of ${walk} ${index + 1}`);
      await room.close();
    }
    rooms = [];
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.tenant.stop();
  });

  return {
    get tenant() {
      return there().tenant;
    },
    get browser() {
      return there().browser;
    },
    async open(chat, people, look = {}) {
      const { tenant, browser } = there();
      const room = await openTeams(browser, tenant.address, chat, people, look, folder);
      rooms.push(room);
      return room;
    },
    problems: () => rooms.flatMap(({ problems }) => problems),
  };
}
