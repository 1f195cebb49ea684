import type { Member, Series } from '../../../src/domain/rhythm/series';
import { anArea, aSeries, aSite } from '../aSeries';

const person = (
  id: string,
  name: string,
  area: string,
  role: Member['role'],
  site: string,
  more: Partial<Member> = {},
): Member => ({
  id,
  name,
  mail: `${id}@valdeolmo.example`,
  area,
  role,
  site,
  ...more,
});

/** Eight people of the sample company, four of each area. */
export function sampleSeries(change: Partial<Series> = {}): Series {
  return aSeries({
    areas: [
      anArea('marketing', {
        quorum: 3,
        protectedTimes: [{ weekday: 4, from: '09:00', until: '12:00', label: 'mañana de contenidos' }],
      }),
      anArea('sales', { quorum: 3 }),
    ],
    people: [
      person('m01', 'Irene Valcárcel Soto', 'marketing', 'key', 'madrid'),
      person('m02', 'Bruno Aldaz Peña', 'marketing', 'optional', 'madrid'),
      person('m04', 'Hugo Santamarta Rey', 'marketing', 'optional', 'madrid', { standsInFor: 'm01' }),
      person('m07', 'Catalina Ospina Rueda', 'marketing', 'optional', 'bogota'),
      person('s01', 'Rodrigo Beltrán Ayuso', 'sales', 'key', 'madrid'),
      person('s02', 'Amparo Lledó Gisbert', 'sales', 'optional', 'madrid'),
      person('s05', 'Sergio Manrique Olmo', 'sales', 'optional', 'madrid'),
      person('s07', 'Andrés Cuéllar Pombo', 'sales', 'optional', 'bogota'),
      person('x01', 'Teresa Múgica Larrañaga', 'sales', 'informed', 'madrid'),
    ],
    sites: [aSite('madrid'), aSite('bogota', { city: 'Bogotá', zone: 'America/Bogota', country: 'CO' })],
    ...change,
  });
}
