import * as v from 'valibot';
import type { Found } from '../../app/ports/directory';
import { plainName } from '../../domain/plainName';

export const PERSON = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  displayName: v.nullish(v.string()),
  givenName: v.nullish(v.string()),
  surname: v.nullish(v.string()),
  mail: v.nullish(v.string()),
  userPrincipalName: v.nullish(v.string()),
  jobTitle: v.nullish(v.string()),
  department: v.nullish(v.string()),
});
export type Person = v.InferOutput<typeof PERSON>;

/** What anybody may read of a colleague; asking for more needs the directory tier. */
export const BASIC_FIELDS = 'id,displayName,givenName,surname,mail,userPrincipalName';
export const DEPARTMENT_FIELDS = 'id,displayName,mail,userPrincipalName,jobTitle,department';

/** Somebody who can be invited; accounts without an address are none. */
export function foundOf(person: Person): readonly Found[] {
  const mail = mailOf(person);
  if (mail === undefined) return [];
  const { id, displayName, jobTitle, department } = person;
  return [
    {
      id,
      name: plainName(displayName ?? '') || mail,
      mail,
      ...(jobTitle && { job: plainName(jobTitle) }),
      ...(department && { department: plainName(department) }),
    },
  ];
}

export function mailOf({ mail, userPrincipalName }: Person): string | undefined {
  if (mail) return mail.toLowerCase();
  // The sign-in name of a guest holds an address that is none.
  const isAddress = userPrincipalName?.includes('@') && !userPrincipalName.includes('#EXT#');
  return isAddress ? userPrincipalName?.toLowerCase() : undefined;
}

/** Without case, accents and repeated spaces: 'Íñigo' is found by 'inigo'. */
export function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** How well a person answers to what was typed: 0 by name, 1 by another word of the name, 2 by address; undefined not at all. */
export function matchOf({ name, mail }: Found, wanted: string): 0 | 1 | 2 | undefined {
  const plain = plainOf(name);
  if (plain.startsWith(wanted)) return 0;
  if (plain.includes(` ${wanted}`)) return 1;
  return mail.startsWith(wanted) ? 2 : undefined;
}
