// The administrator's probes on the demo tenant's Graph, over HTTP.
import { chatIn } from '../../src/app/joinChat';
import { cancellable } from '../../src/app/cancel';
import { PortFailure, type Tier } from '../../src/app/ports/failure';
import type { ProbeId } from '../../src/app/ports/probes';
import { TIER_SCOPES } from '../../src/app/tiers';
import { TEAMS_APP_ID } from '../../src/demo/graph/teams/apps';
import { createGraph } from '../../src/graph/client/graph';
import { realTiming } from '../../src/graph/client/timing';
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { createProbes } from '../../src/graph/probes/probes';
import { type Bed, type Json, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { meetingWithChat } from '../demo/graph/teamsBed';

const DAY = 86_400_000;
const PROBES: readonly (readonly [Tier, ProbeId])[] = [
  ...(['profile', 'people', 'calendar'] as const).map((probe) => ['plan', probe] as const),
  ...(['tasks', 'folder', 'site'] as const).map((probe) => ['followUp', probe] as const),
  ...(['chat', 'panel', 'rooms'] as const).map((probe) => ['live', probe] as const),
  ['directory', 'department'],
  ['transcripts', 'transcripts'],
  ['transcripts', 'speakers'],
];

let bed: Bed;
let joinUrl: string;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
  const { event } = await meetingWithChat(bed);
  joinUrl = String((event['onlineMeeting'] as Json)['joinUrl']);
});
afterAll(() => bed.close());

function probesOf(as: string, without: readonly Tier[] = [], more: { readonly homeSite?: string } = {}) {
  const { id, name, mail } = bed.person(as);
  const scopes = Object.entries(TIER_SCOPES).flatMap(([tier, all]) =>
    without.includes(tier as Tier) ? [] : all,
  );
  const identity = { ...bed.identity(as, scopes), account: () => ({ id, name, mail, tenant: 't' }) };
  const clock = { now: () => bed.clock.now };
  const request = (url: string, init?: RequestInit) => fetch(url, init);
  const homeSite = more.homeSite ?? bed.company.team?.siteId;
  const asked: unknown[] = [];
  const probes = createProbes({
    graph: createGraph({ base: bed.base, identity, timing: realTiming(clock, () => 0), fetch: request }),
    services: createMicrosoft365({
      ...{ graph: bed.base, identity, clock, random: () => 0, fetch: request, teamsApp: TEAMS_APP_ID },
      ...(homeSite !== undefined && { homeSite }),
      tabAddress: 'https://x.example.com/meeting.html',
    }),
    homeSite,
    teamsApp: TEAMS_APP_ID,
    near: (place) => {
      asked.push(place);
      return Promise.resolve(null);
    },
    ...clock,
  });
  return { ...probes, asked };
}
const outcome = (work: Promise<string>): Promise<unknown> =>
  work.catch((error: unknown) => (error instanceof PortFailure ? error.failure : error));

test('GQ1 each probe is a real call that works with its tier', async () => {
  bed.clock.now = Date.parse('2026-12-02T09:00:00Z');
  bed.emulator.switches.set({ transcripts: true, attribution: true });
  const thread = bed.emulator.chats.all()[0]?.id ?? '';
  const from = Date.parse('2026-12-01T15:15:00Z');
  bed.emulator.artefacts.addTranscript({
    ...{ thread, from, until: from + 1_800_000, language: 'es-es', arrives: 0 },
    cues: [{ name: bed.person('m01').name, from: 0, until: 4000, text: 'palabras' }],
  });
  const probes = probesOf('m01');
  for (const [, probe] of PROBES)
    expect([probe, await outcome(probes.run(probe, cancellable()))]).toEqual([probe, 'works']);
  expect(probes.asked).toEqual([{ kind: 'chat', chat: chatIn(joinUrl) }]);
});

test.each([...new Set(PROBES.map(([tier]) => tier))])(
  'GQ1 without consent to %s its probes say so, and only they',
  async (without) => {
    // Whoever may read the whole directory reads their own entry, too.
    const probes = probesOf('m01', without === 'plan' ? ['plan', 'directory'] : [without]);
    for (const [tier, probe] of PROBES.filter(([, one]) => one !== 'rooms')) {
      const found = await outcome(probes.run(probe, cancellable()));
      // What finds a meeting to try with is the calendar.
      if (tier !== without && without === 'plan') continue;
      if (tier !== without) expect([probe, found]).toEqual([probe, 'works']);
      else if (probe === 'speakers') expect(found).toBe('nothing');
      // Planner and SharePoint have one word for both.
      else if (probe === 'site' || probe === 'tasks')
        expect(['consent', 'denied']).toContain((found as { kind: string }).kind);
      else expect([probe, found]).toEqual([probe, { kind: 'consent', tier }]);
    }
  },
);

test('GQ2 without a meeting in Teams, a site or a transcript there is nothing to try with', async () => {
  // In nobody's Teams meeting.
  const probes = probesOf('x02');
  for (const probe of ['chat', 'panel', 'rooms', 'transcripts', 'speakers'] as const)
    expect([probe, await probes.run(probe, cancellable())]).toEqual([probe, 'nothing']);
  expect(probes.asked).toEqual([]);
  expect(chatIn('https://teams.microsoft.com/meet/123?p=x')).toBeUndefined();
  expect(chatIn('https://teams.microsoft.com/l/meetup-join/%E0%A4%A/0')).toBeUndefined();
});

test('GQ3 the two switches of Teams are told apart', async () => {
  const probes = probesOf('m01');
  const both = async () => [
    await outcome(probes.run('transcripts', cancellable())),
    await outcome(probes.run('speakers', cancellable())),
  ];
  bed.emulator.switches.set({ transcripts: false, attribution: false });
  expect(await both()).toEqual([{ kind: 'refused', code: 'transcriptsOff' }, 'nothing']);
  bed.emulator.switches.set({ transcripts: true });
  expect(await both()).toEqual(['works', { kind: 'refused', code: 'attributionOff' }]);
  bed.emulator.switches.set({ attribution: true });
  expect(await both()).toEqual(['works', 'works']);
});

test('GQ4 the tenant has its own name; a site that is not there is not found', async () => {
  expect(await probesOf('m01').tenantName(cancellable())).toBe(bed.company.name);
  const gone = probesOf('m01', [], { homeSite: `${bed.company.domain},${DAY},x` });
  expect(await outcome(gone.run('site', cancellable()))).toMatchObject({
    kind: expect.any(String) as string,
  });
});

schemaCheck('right');
