// A page of the product, as small as it can be: the host adapters and the real teams-js, asked by the test.
import * as teams from '@microsoft/teams-js';
import type { ClientConfig } from '../../../src/app/clientConfig';
import { PortFailure } from '../../../src/app/ports/failure';
import type { MeetingHost } from '../../../src/app/ports/meetingHost';
import { msalIdentity } from '../../../src/hosts/identity/msalIdentity';
import { teamsHost } from '../../../src/hosts/teams/teamsHost';
import { windowHost } from '../../../src/hosts/window/windowHost';

const config = JSON.parse(document.getElementById('cadencia-config')?.textContent ?? '') as ClientConfig;
const started = performance.now();
const search = new URLSearchParams(window.location.search);
const identity = msalIdentity({ config, patienceMs: 3_000 });
const heard: boolean[] = [];
const opened: string[] = [];
window.open = (url) => {
  opened.push(String(url));
  return null;
};
let changes = 0;

const starting: Promise<MeetingHost | undefined> =
  search.get('host') === 'window'
    ? Promise.resolve(windowHost())
    : teamsHost(config, { patienceMs: Number(search.get('patience') ?? 3_000) });

const ended = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PortFailure ? error.failure.kind : String(error)),
  );

const test = {
  /** In milliseconds; also how long a page waits for a host that is none. */
  took: 0,
  none: undefined as boolean | undefined,
  teams,
  heard,
  opened,
  facts: async () => {
    const host = await starting;
    return (
      host && {
        kind: host.kind,
        locale: host.locale,
        surface: host.surface,
        small: host.small,
        place: host.place ?? null,
        canShare: host.share !== undefined,
        windowAddress: host.windowAddress() ?? null,
      }
    );
  },
  theme: async () => (await starting)?.theme.get(),
  changes: () => changes,
  ready: async () => (await starting)?.ready(),
  share: async () => ended((await starting)?.share?.() ?? Promise.reject(new Error('no stage'))),
  openLink: async (url: string) =>
    ended((await starting)?.openLink(url) ?? Promise.reject(new Error('none'))),
  token: () => identity.token('plan'),
};
export type PaneTest = typeof test;
Object.assign(window, { cadenciaTest: test });

void starting.then((host) => {
  test.took = performance.now() - started;
  test.none = host === undefined;
  host?.theme.subscribe(() => (changes += 1));
  host?.onSpeaking((speaking) => heard.push(speaking));
  document.documentElement.dataset['host'] = host?.kind ?? 'none';
});
