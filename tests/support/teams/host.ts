// The smallest Teams: one frame, and the protocol of the demo's own host page.
import { answerBridge, tokensFrom } from '../../../src/demo/identity/bridge';
import type { TabSettings } from '../../../src/demo/teams/protocol/calls';
import type { Seen } from '../../../src/demo/teams/protocol/seen';
import { teamsFrame } from '../../../src/demo/teams/protocol/teamsFrame';

const search = new URLSearchParams(window.location.search);
const pane = search.get('pane') ?? '';
const told = JSON.parse(search.get('seen') ?? '{}') as Partial<Seen>;
const seen: Seen = {
  frameContext: 'sidePanel',
  clientType: 'desktop',
  theme: 'default',
  locale: 'es-ES',
  role: 'organiser',
  chat: '19:meeting_YWxpbmVhcg@thread.v2',
  user: { id: 'p1', tenant: 't', mail: 'irene@valdeolmo.example', name: 'Irene' },
  entityId: 'cadencia',
  session: 'one',
  ...told,
};
const heard = {
  shared: [] as string[],
  opened: [] as string[],
  loaded: [] as string[],
  valid: [] as boolean[],
  saved: [] as string[],
  settings: {} as TabSettings,
  initializes: 0,
};
window.addEventListener('message', ({ data }: MessageEvent<{ func?: string } | undefined>) => {
  if (data?.func === 'initialize') heard.initializes += 1;
});
const frame = document.querySelector('iframe');
const origin = new URL(pane).origin;
if (search.get('mute') === null) {
  answerBridge({
    personOf: (from, source) => (from === origin && source === frame?.contentWindow ? 'irene' : undefined),
    token: tokensFrom('/demo/token'),
  });
  const host = teamsFrame(() => frame?.contentWindow ?? null, origin, {
    seen: () => seen,
    onStage: () => heard.shared.length > 0,
    share: (address) => address.startsWith(`${origin}/`) && heard.shared.push(address) > 0,
    stopSharing: () => void (heard.shared.length = 0),
    openLink: (address) => void heard.opened.push(address),
    loaded: (how) => void heard.loaded.push(how),
    settings: {
      get: () => heard.settings,
      set: (settings) => void (heard.settings = settings),
      valid: (valid) => void heard.valid.push(valid),
      saved: (how) => void heard.saved.push(how),
    },
  });
  Object.assign(window, { cadenciaHost: { ...host, heard } });
} else Object.assign(window, { cadenciaHost: { heard } });
export type HostTest = ReturnType<typeof teamsFrame> & { heard: typeof heard };
if (frame !== null) frame.src = pane;
