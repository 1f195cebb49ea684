import type { Found, Me } from '../../../src/app/ports/directory';
import { personId, SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import type { Person } from '../../../src/demo/company/types';
import { holidayTables } from '../../../src/hosts/holidays';
import { createLocale } from '../../../src/locale/createLocale';
import { fakeCalendar, type FakeMailbox } from '../../support/fakes/fakeCalendar';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { fakeDirectory } from '../../support/fakes/fakeDirectory';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { createPlanning } from '../../../src/app/planning/createPlanning';
import { drive, EMPTY_BODY, NOW, searchHere } from './desk';

const WEEKLY = ['m01', 'm02', 'm04', 'm07', 's01', 's02', 's05', 's07'] as const;
const KEY = ['m01', 'm02', 's01'];
const STAND_INS = [
  ['m04', 'm02'],
  ['s02', 's01'],
] as const;

/** The pane on Irene's screen, over the sample company's calendars and the real tables of holidays; nothing planned yet. */
export function sampleDesk(tag = 'es-ES') {
  const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
  const me = company.people.find(({ id }) => id === company.organiser) as Person;
  const boxes = company.people.flatMap((person): [string, FakeMailbox][] => {
    if (person.guest) return [];
    return [[person.mail, person.fails ? 'failed' : boxOf(person)]];
  });
  const form = fakeComposeHost({ bodyHtml: EMPTY_BODY });
  const calendar = fakeCalendar(Object.fromEntries(boxes), me.mail);
  const people = company.people.filter(({ guest }) => !guest).map(foundOf);
  let ids = 0;
  const pane = drive(
    createPlanning({
      host: form,
      identity: fakeIdentity(),
      calendar,
      directory: fakeDirectory({
        me: { ...foundOf(me), city: me.city, country: me.country } satisfies Me,
        people,
        met: people.map(({ mail }) => mail),
      }),
      homes: [fakeSeriesHome()],
      search: searchHere(),
      holidays: holidayTables(),
      clock: { now: () => NOW },
      ids: { next: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}` },
      wording: createLocale(tag).wording,
      machineZone: 'Europe/Madrid',
    }),
  );
  return { form, calendar, pane, found: (short: string) => foundIn(people, short) };
}

/** The weekly meeting of the sample company: eight people, three of each area, stand-ins for the key ones who travel. */
export async function planSampleWeekly(desk: ReturnType<typeof sampleDesk>) {
  const { pane, found } = desk;
  await pane.until('areas');
  const { areas } = pane.planning;
  for (const short of WEEKLY) {
    areas.add(found(short), short.startsWith('m') ? 'marketing' : 'sales');
    areas.setRole(personId(short), KEY.includes(short) ? 'key' : 'optional');
  }
  for (const [short, keyPerson] of STAND_INS) areas.setStandIn(personId(short), personId(keyPerson));
  areas.add(found('x01'), 'sales');
  areas.setRole(personId('x01'), 'informed');
  areas.setQuorum('marketing', 3);
  areas.setQuorum('sales', 3);
  areas.setProtected('marketing', [{ weekday: 4, from: '09:00', until: '12:00', label: 'Contenidos' }]);
  areas.setProtected(
    'sales',
    [2, 3, 4].map((weekday) => ({ weekday, from: '10:00', until: '12:00', label: 'Llamadas' })),
  );
  areas.save();
  return pane.until('slots');
}

const foundOf = ({ id, name, mail, jobTitle, department }: Person): Found => ({
  id,
  name,
  mail,
  job: jobTitle,
  department,
});

function foundIn(people: readonly Found[], short: string): Found {
  const person = people.find(({ id }) => id === personId(short));
  if (person === undefined) throw new Error(`nobody is ${short}`);
  return person;
}

function boxOf({ items, workingHours, zone }: Person): FakeMailbox {
  const busy = items
    .filter(({ knownSince }) => knownSince === undefined)
    .map(({ from, until, status }) => ({ from, until, status }));
  if (workingHours === undefined) return { busy };
  const { days, start, end } = workingHours;
  return { busy, hours: { zone, windows: days.map((weekday) => ({ weekday, from: start, until: end })) } };
}
