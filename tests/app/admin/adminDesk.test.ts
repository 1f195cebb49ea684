import type { AdminView } from '../../../src/app/admin/adminDesk';
import { createAdminDesk, type AdminPorts } from '../../../src/app/admin/createAdminDesk';
import { leaveCommandOf, siteCommandOf } from '../../../src/app/admin/siteCommand';
import { PROBES_OF, SHOWN_TIERS } from '../../../src/app/admin/tierTests';
import type { ServerState } from '../../../src/app/ports/adminServer';
import { type Failure, PortFailure, type Tier } from '../../../src/app/ports/failure';
import type { ProbeId } from '../../../src/app/ports/probes';
import { TIER_SCOPES } from '../../../src/app/tiers';
import type { ClientConfig } from '../../../src/app/clientConfig';

const CONFIG: ClientConfig = {
  graph: 'https://graph.microsoft.com/v1.0',
  authority: 'https://login.microsoftonline.com/organizations',
  clientId: '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91',
  parents: [],
  homeSite: 'contoso.sharepoint.com,1,2',
  api: 'api://host.example/6a2f41a3/access_as_user',
  balanceCap: 'areas',
};
const STATE: ServerState = {
  version: '1.0.0',
  now: 1000,
  clockOffMs: 5,
  clockToleranceMs: 60_000,
  certificateEnds: null,
  balanceCap: 'areas',
  keeps: { recordedDays: 7, otherwiseDays: 90 },
  rooms: { kept: 3, open: 1 },
};

type Bad = {
  readonly tokens?: Partial<Record<Tier, Failure>>;
  readonly probes?: Partial<Record<ProbeId, Failure | 'nothing'>>;
};

function opened(bad: Bad = {}, more: Partial<AdminPorts> = {}) {
  const asked: string[] = [];
  const faults: unknown[] = [];
  let now = 0;
  const server = {
    state: async (): Promise<ServerState> => STATE,
    save: async (name: string) => void asked.push(`save ${name}`),
    purge: async () => {
      asked.push('purge');
      return { gone: 2, open: 1 };
    },
  };
  const ports: AdminPorts = {
    config: CONFIG,
    identity: {
      async token(what, how = {}) {
        asked.push(`token ${what}${how.interactive === true ? ' by a press' : ''}`);
        const failure = bad.tokens?.[what as Tier];
        if (failure !== undefined) throw new PortFailure(failure);
        return 'a secret token';
      },
      account: () => ({ id: 'me', tenant: 't', name: 'Irene', mail: 'irene@contoso.example' }),
      adminConsent: (tier) => `https://login.example/adminconsent?scope=${TIER_SCOPES[tier].join('+')}`,
    },
    probes: {
      async run(probe) {
        asked.push(`probe ${probe}`);
        now += 40;
        const found = bad.probes?.[probe];
        if (typeof found === 'object') throw new PortFailure(found);
        return found ?? 'works';
      },
      tenantName: async () => 'Contoso',
    },
    server,
    clock: { now: () => Date.UTC(2026, 10, 26, 9) },
    milliseconds: () => now,
    origin: 'https://cadencia.contoso.example',
    report: (fault) => void faults.push(fault),
    ...more,
  };
  const desk = createAdminDesk(ports);
  const until = (isSo: (view: AdminView) => boolean) =>
    new Promise<AdminView>((resolve) => {
      const look = () => {
        if (!isSo(desk.view.get())) return;
        stop();
        resolve(desk.view.get());
      };
      const stop = desk.view.subscribe(look);
      queueMicrotask(look);
    });
  const mend = () => {
    bad = {};
  };
  return {
    desk,
    asked,
    faults,
    mend,
    until,
    tested: () => until((view) => !view.testing && view.testedAt !== null),
  };
}
const rowOf = (view: AdminView, tier: Tier) => {
  const found = view.tiers.find((row) => row.tier === tier);
  if (found === undefined) throw new Error(`no ${tier}`);
  return found;
};

test('AD1 every tier is tested by itself: its token without a window, then one real call after the other with its time', async () => {
  const { tested, asked } = opened();
  const view = await tested();
  expect(asked).toEqual(
    SHOWN_TIERS.flatMap((tier) => [`token ${tier}`, ...PROBES_OF[tier].map((probe) => `probe ${probe}`)]),
  );
  expect(view.tiers.map(({ tier, state }) => `${tier} ${state.kind}`)).toEqual([
    ...['plan works', 'followUp works', 'live works', 'directory works', 'transcripts works'],
    // To try it would send one.
    'mail granted',
  ]);
  expect(rowOf(view, 'plan').calls.map(({ milliseconds }) => milliseconds)).toEqual([40, 40, 40]);
  expect(view).toMatchObject({ tenant: 'Contoso', host: 'cadencia.contoso.example', signedOut: false });
  expect(view.server).toEqual({ kind: 'told', state: STATE });
});

test.each(SHOWN_TIERS)(
  'AD2 without consent to %s that tier is not granted, the others work, and its link asks for its scopes alone',
  async (tier) => {
    const { tested, asked } = opened({ tokens: { [tier]: { kind: 'consent', tier } } });
    const view = await tested();
    expect(rowOf(view, tier).state).toEqual({ kind: 'notGranted' });
    expect(asked.filter((one) => PROBES_OF[tier].some((probe) => one === `probe ${probe}`))).toEqual([]);
    for (const other of SHOWN_TIERS.filter((one) => one !== tier))
      expect(['works', 'granted']).toContain(rowOf(view, other).state.kind);
    const scopes = new URL(rowOf(view, tier).consentLink).searchParams.get('scope');
    expect(scopes?.split(' ')).toEqual(TIER_SCOPES[tier]);
  },
);

test('AD2 what Graph itself refuses for want of consent counts as not granted; some of it as partly', async () => {
  const consent = { kind: 'consent', tier: 'directory' } as const;
  const view = await opened({ probes: { department: consent, people: consent } }).tested();
  expect(rowOf(view, 'directory').state).toEqual({ kind: 'notGranted' });
  expect(rowOf(view, 'plan').state).toEqual({ kind: 'partly' });
});

test('AD3 where there is nothing to try a tier with, it is called granted and never working', async () => {
  const view = await opened({
    probes: { transcripts: 'nothing', speakers: 'nothing', chat: 'nothing' },
  }).tested();
  expect(rowOf(view, 'transcripts').state).toEqual({ kind: 'granted' });
  expect(rowOf(view, 'live').state).toEqual({ kind: 'works' });
});

test('AD4 a site that is closed to the application brings the command that opens that one site', async () => {
  const closed = opened({ probes: { site: { kind: 'denied' } } });
  const view = await closed.tested();
  const { siteCommand, state } = rowOf(view, 'followUp');
  expect(state).toEqual({ kind: 'partly' });
  expect(siteCommand).toBe(siteCommandOf(CONFIG, 'contoso.sharepoint.com,1,2'));
  expect(siteCommand).toContain(
    "'https://graph.microsoft.com/v1.0/sites/contoso.sharepoint.com,1,2/permissions'",
  );
  const body = /-Body '(.*?)' -Content/.exec(siteCommand ?? '')?.[1] ?? '';
  expect(JSON.parse(body)).toEqual({
    roles: ['write'],
    grantedToIdentities: [{ application: { id: CONFIG.clientId, displayName: 'Cadencia' } }],
  });
  closed.mend();
  closed.desk.test();
  expect(rowOf(await closed.tested(), 'followUp').siteCommand).toBeUndefined();
  expect(siteCommandOf(CONFIG, "contoso.sharepoint.com:/sites/O'Hara")).toContain(
    "sites/O''Hara:/permissions'",
  );
  expect(
    rowOf(await opened({ probes: { site: { kind: 'offline' } } }).tested(), 'followUp').siteCommand,
  ).toBeUndefined();
});

test('AD18 the commands name the Graph of the configuration, and the cloud that it is of', () => {
  const at = (graph: string) => leaveCommandOf({ ...CONFIG, graph }).split('; ');
  expect(at('https://graph.microsoft.com/v1.0')).toEqual([
    'Connect-MgGraph -Scopes Application.ReadWrite.All',
    `Invoke-MgGraphRequest -Method DELETE -Uri "https://graph.microsoft.com/v1.0/applications(appId='${CONFIG.clientId}')"`,
  ]);
  expect(at('https://graph.microsoft.us/v1.0')[0]).toMatch(/ -Environment USGov$/);
  expect(siteCommandOf({ ...CONFIG, graph: 'https://microsoftgraph.chinacloudapi.cn/v1.0' }, 's')).toContain(
    ' -Environment China;',
  );
  expect(at('http://127.0.0.1:1/v1.0')[0]).not.toContain('-Environment');
});

test('AD5 who is signed out is told so; a press signs in by the first tier that lacks a session, and tests again', async () => {
  const signIn = { kind: 'signIn' } as const;
  const tokens = Object.fromEntries(SHOWN_TIERS.map((tier) => [tier, signIn])) as Record<Tier, Failure>;
  tokens.plan = { kind: 'consent', tier: 'plan' };
  const { desk, tested, until, asked, mend } = opened({ tokens });
  expect((await tested()).signedOut).toBe(true);
  mend();
  asked.length = 0;
  desk.signIn();
  await until((view) => view.testing);
  expect((await until((view) => !view.testing)).signedOut).toBe(false);
  expect(asked[0]).toBe('token followUp by a press');
});

test('AD5 a session that one tier alone lacks is told too, and the press asks for that tier', async () => {
  const proof = { kind: 'signIn', why: 'proof' } as const;
  const { desk, tested, until, asked, mend } = opened({ tokens: { directory: proof } });
  expect((await tested()).signedOut).toBe(true);
  mend();
  asked.length = 0;
  desk.signIn();
  await until((view) => view.testing);
  expect((await until((view) => !view.testing)).signedOut).toBe(false);
  expect(asked[0]).toBe('token directory by a press');
});

test('AD5 where nobody consented to anything, nobody is called signed out', async () => {
  const tokens = Object.fromEntries(SHOWN_TIERS.map((tier) => [tier, { kind: 'consent', tier } as const]));
  const view = await opened({ tokens }).tested();
  expect([view.signedOut, new Set(view.tiers.map(({ state }) => state.kind))]).toEqual([
    false,
    new Set(['notGranted']),
  ]);
});

test('AD6 a server that tells nothing leaves the tiers tested; without live rooms it is not asked', async () => {
  const denied = { state: () => Promise.reject(new PortFailure({ kind: 'denied' })) };
  const view = await opened({}, { server: denied as never }).tested();
  expect(view.server).toEqual({ kind: 'failed', failure: { kind: 'denied' } });
  expect(rowOf(view, 'mail').state.kind).toBe('granted');
  const { api: _, ...alone } = CONFIG;
  const never = { state: () => Promise.reject(new Error('asked')) };
  const lonely = opened({}, { config: alone, server: never as never });
  expect((await lonely.tested()).server).toEqual({ kind: 'none' });
  expect(lonely.faults).toEqual([]);
});

test('AD7 all rooms are one file, named by the day; what keeps it from coming is told', async () => {
  const { desk, tested, until, asked } = opened();
  await tested();
  desk.save();
  desk.save();
  await until(({ leaving }) => leaving.kind === 'saved');
  expect(asked.filter((one) => one.startsWith('save'))).toEqual(['save cadencia-2026-11-26.jsonl']);
  const denied = {
    state: async () => STATE,
    save: () => Promise.reject(new PortFailure({ kind: 'denied' })),
  };
  const other = opened({}, { server: denied as never });
  await other.tested();
  other.desk.save();
  const { leaving } = await other.until((view) => view.leaving.kind === 'failed');
  expect(leaving).toEqual({ kind: 'failed', what: 'save', failure: { kind: 'denied' } });
});

test('AD8 what is on the server goes by one press, and the server is asked what is left', async () => {
  const { desk, tested, until, asked } = opened();
  await tested();
  desk.purge();
  desk.purge();
  const { leaving } = await until((view) => view.leaving.kind === 'purged');
  expect(leaving).toEqual({ kind: 'purged', gone: 2, open: 1 });
  expect(asked.filter((one) => one === 'purge')).toHaveLength(1);
});

test('AD9 a fault of ours is reported and costs its own row; once ended nothing changes any more', async () => {
  const boom = new Error('ours');
  const broken = opened(
    {},
    { probes: { run: () => Promise.reject(boom), tenantName: async () => undefined } },
  );
  const view = await broken.tested();
  expect(rowOf(view, 'plan').state).toEqual({ kind: 'failed', failure: { kind: 'malformed' } });
  expect(broken.faults).toContain(boom);
  const { desk } = opened();
  desk.end();
  const before = desk.view.get();
  await new Promise((done) => setTimeout(done, 0));
  expect(desk.view.get()).toBe(before);
});
