// FR1: src/app/SPEC.md, over the twelve weeks of the demo: data the product did not write
import { rhythmView } from '../../../src/app/follow/rhythm';
import { sampleCompany, personId, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import type { Person } from '../../../src/demo/company/types';
import { SAMPLE_MINUTES } from '../../../src/demo/meeting/sampleAgenda';
import { dayOf, sampleRecords, weeksBefore } from '../../../src/demo/meeting/sampleRecords';
import { sampleSeriesFile } from '../../../src/demo/meeting/sampleSeries';
import { SESSIONS_AHEAD, SKIPPED_WEEK, WEEKS_BEFORE } from '../../../src/demo/meeting/sampleStory';
import { weeklyPeople } from '../../../src/demo/meeting/weeklyPeople';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { readRecordFile } from '../../../src/graph/recordFile';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { naiveHealth } from '../../domain/rhythm/naiveHealth';
import { aTeam, START } from './aFollow';

const ID = '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f';
const ZONE = 'Europe/Madrid';

function sample() {
  const company = sampleCompany({ today: '2026-12-01', seed: SAMPLE_SEED });
  const person = (short: string): Person => {
    const found = company.people.find(({ id }) => id === personId(short));
    if (found === undefined) throw new Error(`${short} is not in the sample`);
    return found;
  };
  const start = (weeks: number) => weeksBefore(START, weeks, ZONE);
  const starts = Array.from({ length: WEEKS_BEFORE + SESSIONS_AHEAD }, (_, at) => start(WEEKS_BEFORE - at));
  const told = {
    title: 'Semanal de Marketing y Ventas',
    language: 'es' as const,
    people: weeklyPeople(company, true),
  };
  const text = sampleSeriesFile(company, {
    ...told,
    id: ID,
    kind: 'weekly',
    minutes: SAMPLE_MINUTES,
    organiser: person('m01'),
    event: { id: 'e1', joinUrl: 'https://teams.microsoft.com/l/meetup-join/1', starts },
    pauses: [
      {
        from: dayOf(start(6) - 86_400_000, ZONE),
        until: dayOf(start(5) + 2 * 86_400_000, ZONE),
        label: 'Vacaciones',
      },
    ],
    followUp: { ...FOLLOW_UP, marks: [{ original: start(SKIPPED_WEEK), as: 'skipped' }] },
  });
  const series = readSeriesFile(text);
  if (series.kind !== 'series') throw new Error('the sample’s series is no series');
  const records = sampleRecords({
    ...told,
    company,
    person,
    series: ID,
    zone: ZONE,
    start: START,
    outsider: undefined,
    planner: {},
  }).map((file) => {
    const read = readRecordFile(file.text);
    if (read.kind !== 'record') throw new Error(`${file.name} is no record`);
    return read.record;
  });
  return { series: series.series, digests: records.map(digestOf).reverse() };
}

test('FR1 over the weeks of the demo every number is that of other code, and the drawing’s: 9 held, 1 skipped, 2 paused', async () => {
  const { series, digests } = sample();
  const now = START - 3 * 3_600_000;
  const files = digests.map((digest, nth) => ({ id: `r${nth}`, eTag: '1', name: `r${nth}.json`, digest }));
  const archives = { [ID]: { summary: { series: ID, files }, aside: [], at: 0 } };
  const { follow } = await aTeam(now, [series]).follow('m01', {}, { archives });
  const { whole, byMonth, proposals, ends } = rhythmView(follow.state.get());
  const months = byMonth.map(({ month }) => month);
  expect(whole).toEqual(naiveHealth(series, digests, now, months));
  for (const { month, health } of byMonth) expect(health).toEqual(naiveHealth(series, digests, now, [month]));
  expect(whole).toMatchObject({ held: 9, skipped: 1, paused: 2, startedOnTime: { is: 8, of: 9 } });
  // 71 %, 64 %, 56 % and 44 %, measured in 6 of 9.
  expect(whole.promises).toEqual({ marketing: { is: 5, of: 7 }, sales: { is: 7, of: 11 } });
  const { areas = {}, measured } = whole.balance ?? {};
  const all = Object.values(areas).reduce((sum, one) => sum + one, 0);
  expect(Math.round((100 * (areas['marketing'] ?? 0)) / all)).toBe(56);
  expect(measured).toBe(6);
  expect(proposals.map(({ proposal }) => proposal.kind)).toEqual(['renewal']);
  expect(ends).toMatchObject({ left: SESSIONS_AHEAD, soon: true });
});
