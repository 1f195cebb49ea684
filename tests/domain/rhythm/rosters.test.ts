import { memberHours } from '../../../src/domain/rhythm/memberHours';
import { rosterWarnings } from '../../../src/domain/rhythm/rosterWarnings';
import { hoursOfCountry, proposedSite } from '../../../src/domain/rhythm/siteDefaults';
import { aMember, anArea, aSeries, aSite } from '../../support/aSeries';

describe('rosters and sites', () => {
  test('RH1 a proposed site in Madrid leaves out lunch and Friday afternoon', () => {
    const hours = hoursOfCountry('ES');
    expect(hours.filter(({ weekday }) => weekday === 5)).toEqual([
      { weekday: 5, from: '09:00', until: '14:00' },
    ]);
    expect(hours.some(({ from, until }) => from < '14:30' && until > '14:30')).toBe(false);
  });

  test('RH1 an unknown country still has hours, and a city is read from the zone', () => {
    const site = proposedSite('a', 'America/Mexico_City', 'ZZ');
    expect(site.city).toBe('Ciudad de México');
    expect(proposedSite('b', 'Asia/Kathmandu', 'NP').city).toBe('Kathmandu');
    expect(site.hours).toHaveLength(10);
    expect(site).not.toHaveProperty('region');
  });

  test('RH2 the weekly of the sample has nothing to warn of', () => {
    expect(rosterWarnings(aSeries())).toEqual([]);
  });

  test('RH2 a missing side comes first, and people who are informed do not make one', () => {
    const series = aSeries({
      people: [
        aMember('m02', 'marketing'),
        aMember('s01', 'sales', { role: 'informed' }),
        aMember('x@out.example', 'marketing', { role: 'key', outsider: true }),
      ],
    });
    expect(rosterWarnings(series)).toEqual([
      { kind: 'missingSide', area: 'sales' },
      { kind: 'outsiderIsKey', person: 'x@out.example' },
    ]);
  });

  test('RH2 nine people are too many, eight are not', () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        aMember(`p${i}`, i % 2 ? 'sales' : 'marketing', { role: i < 2 ? 'key' : 'optional' }),
      );
    expect(rosterWarnings(aSeries({ people: people(8) }))).toEqual([]);
    expect(rosterWarnings(aSeries({ people: people(9) }))).toEqual([{ kind: 'tooMany', people: 9 }]);
  });

  test('RH2 no key person, a minimum above the people, a stand-in for nobody key', () => {
    const series = aSeries({
      areas: [anArea('marketing', { quorum: 3 }), anArea('sales')],
      people: [
        aMember('m01', 'marketing'),
        aMember('m02', 'marketing', { standsInFor: 'm01' }),
        aMember('s01', 'sales', { role: 'key' }),
        aMember('s02', 'sales', { standsInFor: 's01' }),
      ],
    });
    expect(rosterWarnings(series)).toEqual([
      { kind: 'noKeyPerson', area: 'marketing' },
      { kind: 'quorumTooLarge', area: 'marketing', quorum: 3, people: 2 },
      { kind: 'standInMisplaced', person: 'm02' },
    ]);
  });

  const site = aSite('madrid', {
    hours: [
      { weekday: 1, from: '09:00', until: '14:00' },
      { weekday: 1, from: '15:00', until: '18:00' },
    ],
  });
  const mailbox = (zone: string, from: string, until: string) => ({
    zone,
    windows: [{ weekday: 1, from, until }],
  });

  test('RH3 a mailbox that ends early cuts the hours of the site, and lunch stays out', () => {
    const member = aMember('m01', 'marketing');
    expect(memberHours(member, site, mailbox('Europe/Madrid', '08:00', '16:00'))).toEqual([
      { weekday: 1, from: '09:00', until: '14:00' },
      { weekday: 1, from: '15:00', until: '16:00' },
    ]);
  });

  test('RH3 a mailbox of another zone, or without any hour in common, leaves the hours of the site', () => {
    const member = aMember('m01', 'marketing');
    expect(memberHours(member, site, mailbox('America/Bogota', '08:00', '16:00'))).toBe(site.hours);
    expect(memberHours(member, site, mailbox('Europe/Madrid', '20:00', '23:00'))).toBe(site.hours);
    expect(memberHours(member, site, undefined)).toBe(site.hours);
  });

  test('RH3 hours typed by hand win over everything', () => {
    const hours = [{ weekday: 1, from: '09:00', until: '14:00' }];
    const member = aMember('m01', 'marketing', { hours });
    expect(memberHours(member, site, mailbox('Europe/Madrid', '08:00', '18:00'))).toBe(hours);
  });
});
