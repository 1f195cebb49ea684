// FR and FN over the product's own Graph and search, on the demo tenant over HTTP, as its drawing has it.
import { readArchive } from '../../../src/app/follow/archives';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { createFollow, type Follow } from '../../../src/app/follow/followState';
import { loadNext, nextView } from '../../../src/app/follow/next';
import { rhythmCommands, rhythmView } from '../../../src/app/follow/rhythm';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { createSampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowWording } from '../../../src/locale/follow/followWording';
import { NEVER } from '../../contracts/outcome';
import { ALL_SCOPES, type Bed, openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { TEAMS_SCOPES } from '../../demo/graph/teamsBed';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeSlotSearch } from '../../support/fakes/fakeSlotSearch';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { eventually } from '../../support/eventually';

/** Tuesday, 1 December, 17:15 in Madrid. */
const START = Date.UTC(2026, 11, 1, 16, 15);
const HOUR = 3_600_000;
const IMMACULATE = [{ date: '2026-12-08', name: 'Inmaculada' }];
const wording = createFollowWording(createLocale('es-ES'), { agendaTemplate, agendaToHtml });

let bed: Bed;
let follow: Follow;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  bed.clock.now = START - 3 * HOUR;
  const { company, emulator, clock } = bed;
  const options = { start: START, language: 'es', adHoc: false, guest: false, history: true } as const;
  const { series } = await createSampleMeeting({ company, emulator, now: () => clock.now }, options);
  const identity = bed.identity('m01', [...ALL_SCOPES, ...TEAMS_SCOPES]);
  const ports: FollowPorts = {
    ...createMicrosoft365({
      graph: bed.base,
      identity,
      clock: { now: () => clock.now },
      random: () => 0,
      fetch: (url, init) => fetch(url, init),
      homeSite: company.team?.siteId ?? '',
    }),
    host: fakeTabHost({ channel: undefined }),
    identity,
    search: fakeSlotSearch(),
    holidays: fakeHolidays({
      ES: [...IMMACULATE, { date: '2026-12-07', name: 'Constitución' }],
      CO: IMMACULATE,
    }),
    clock: { now: () => clock.now },
    ids: { next: () => '00000000-0000-4000-8000-000000000001' },
    wording,
    balanceCap: 'persons',
    machineZone: 'Europe/Madrid',
    after: () => () => undefined,
    report(fault) {
      throw fault;
    },
  };
  follow = createFollow(ports);
  const listed = await ports.homes[0]?.list(NEVER);
  const { id, name, mail } = bed.person('m01');
  follow.change({
    screen: 'series',
    me: { id, name, mail },
    all: (listed?.series ?? []).map((stored) => ({ ...stored, home: 0 })),
    chosen: series,
  });
  await readArchive(follow, series ?? '');
});
afterEach(() => bed.close());

test('FN3 over Graph the drawing’s banner: Tuesday goes ahead, the 8th is a holiday in both countries and has another day', async () => {
  await loadNext(follow);
  const next = nextView(follow.state.get());
  expect(next).toMatchObject({
    start: START,
    cities: [{ city: 'Bogotá' }],
    forecast: {
      held: true,
      areas: [
        { area: 'marketing', can: 4, of: 4 },
        { area: 'sales', can: 4, of: 4 },
      ],
    },
    chair: { name: 'Rodrigo Beltrán Ayuso' },
    mayPrepare: false,
  });
  expect(next?.link).toMatch(/^https:/);
  const [first] = next?.breaks ?? [];
  expect(first).toMatchObject({ why: 'holiday', countries: ['ES', 'CO'], label: 'Inmaculada' });
  const { start = 0, can = 0, of } = first?.alternative ?? {};
  expect(new Date(start).toISOString().slice(0, 10)).toMatch(/^2026-12-(09|10|11)$/);
  expect(of).toBe(8);
  expect(can).toBeGreaterThanOrEqual(6);
});

test('FR4 over Graph a renewal is found, the series’ own events being no obstacle', async () => {
  const view = () => rhythmView(follow.state.get());
  rhythmCommands(follow).find(view().proposals[0]?.proposal.key ?? '');
  await eventually(() => follow.state.get().working === null);
  expect(follow.state.get().notice).toBeNull();
  const options = view().proposals[0]?.options ?? [];
  expect(options).toHaveLength(3);
  for (const { change, held, of } of options) {
    expect(change).toMatchObject({ kind: 'goOn', why: 'renewal', plan: { every: 1, times: 16 } });
    expect(of).toBe(16);
    expect(held).toBeGreaterThan(9);
  }
  expect(options[0]?.held).toBe(Math.max(...options.map(({ held }) => held)));
});

schemaCheck();
