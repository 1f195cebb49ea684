import { personId } from '../company/sampleCompany';
import type { Company, Person } from '../company/types';

export type Weekly = {
  readonly person: Person;
  readonly area: string;
  readonly role: 'key' | 'optional' | 'informed';
  /** The id of the key person whom this one may replace. */
  readonly standsInFor?: string;
};

/** Who comes to the sample company's weekly, by the sheet of the sample. */
const ROLES: Readonly<Record<string, Weekly['role']>> = {
  m01: 'key',
  m02: 'key',
  m04: 'optional',
  m07: 'optional',
  s01: 'key',
  s02: 'optional',
  s05: 'optional',
  s07: 'optional',
  m03: 'informed',
  s03: 'informed',
};
/** Who has got a task in the weeks before, and gets the minutes since. */
const SINCE: typeof ROLES = { m05: 'informed', m06: 'informed', m08: 'informed' };
/** Who comes to the monthly one. */
const MONTHLY: typeof ROLES = {
  m01: 'key',
  m07: 'key',
  m05: 'optional',
  m04: 'optional',
  m08: 'optional',
  s01: 'key',
  s11: 'key',
  s07: 'optional',
  s13: 'optional',
  s12: 'optional',
};
const STANDS_IN_MONTHLY: Readonly<Record<string, string>> = { m08: 'm07', s12: 's11' };
const STANDS_IN: Readonly<Record<string, string>> = { m04: 'm02', s02: 's01' };
/** Of a company that is not the sample, so many of each area. */
const MOST_OF_AREA = 4;

/** The people of the weekly; after weeks of it there are more who get the minutes. */
export const weeklyPeople = (company: Company, later = false): readonly Weekly[] =>
  peopleIn(company, later ? { ...ROLES, ...SINCE } : ROLES, STANDS_IN);

export const monthlyPeople = (company: Company): readonly Weekly[] =>
  peopleIn(company, MONTHLY, STANDS_IN_MONTHLY);

/** Those of the sample sheet, else the first ones of each area with its head as the key person. */
function peopleIn(
  company: Company,
  roles: typeof ROLES,
  standsIn: Readonly<Record<string, string>>,
): readonly Weekly[] {
  const areaOf = ({ id }: Person) => company.areas.find(({ people }) => people.includes(id))?.id;
  const named = Object.entries(roles).flatMap(([short, role]): readonly Weekly[] => {
    const person = company.people.find(({ id }) => id === personId(short));
    const area = person && areaOf(person);
    if (person === undefined || area === undefined) return [];
    const inFor = standsIn[short];
    return [{ person, area, role, ...(inFor !== undefined && { standsInFor: personId(inFor) }) }];
  });
  if (named.length > 0) return named;
  return company.areas.flatMap(({ id: area, head, people }) =>
    [head, ...people.filter((one) => one !== head)]
      .slice(0, MOST_OF_AREA)
      .flatMap((id): readonly Weekly[] => {
        const person = company.people.find((one) => one.id === id);
        return person === undefined ? [] : [{ person, area, role: id === head ? 'key' : 'optional' }];
      }),
  );
}

/** The outsider who may come too: the first guest of the directory. */
export function outsiderOf(company: Company): Person | undefined {
  return company.people.find(({ guest }) => guest);
}
