// Teams as far as one frame of an app meets it, on whichever of its names the page was opened.
import type { TabSettings } from '../../../src/demo/teams/protocol/calls';
import type { Seen } from '../../../src/demo/teams/protocol/seen';
import { teamsFrame } from '../../../src/demo/teams/protocol/teamsFrame';
import { signIn } from './hostFrame';

const search = new URLSearchParams(window.location.search);
const address = search.get('frame') ?? '';
const { origin } = new URL(address);
const seen = JSON.parse(search.get('seen') ?? '{}') as Seen;
const heard = {
  /** Every function that the frame called, by its name on the wire. */
  calls: [] as string[],
  shared: [] as string[],
  loaded: [] as string[],
  valid: false,
  saved: [] as string[],
  settings: {} as TabSettings,
};
const frame = document.createElement('iframe');
frame.name = 'app';
frame.allow = 'clipboard-write';

window.addEventListener('message', ({ data, source }: MessageEvent<{ func?: unknown } | undefined>) => {
  if (source === frame.contentWindow && typeof data?.func === 'string') heard.calls.push(data.func);
});
signIn(frame, origin);
const teams = teamsFrame(() => frame.contentWindow, origin, {
  seen: () => seen,
  onStage: () => heard.shared.length > 0,
  share: (shared) => shared.startsWith(`${origin}/`) && heard.shared.push(shared) > 0,
  stopSharing: () => void (heard.shared.length = 0),
  openLink: () => undefined,
  loaded: (how) => void heard.loaded.push(how),
  settings: {
    get: () => heard.settings,
    set: (settings) => void (heard.settings = settings),
    valid: (valid) => void (heard.valid = valid),
    saved: (how) => void heard.saved.push(how),
  },
});
const host = { ...teams, heard };
export type TeamsPage = typeof host;
Object.assign(window, { packagedHost: host });
frame.src = address;
document.body.append(frame);
