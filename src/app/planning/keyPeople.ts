import type { AreaKeys } from '../../domain/agenda/beforeSending';
import type { Series } from '../../domain/rhythm/series';
import { markOf } from './itemProperty';

// Who is a key person of each area, as the organiser's copy of an appointment remembers it for the check at sending:
// 'marketing=Marketing:1a2b,3c4d;sales=Ventas:5e6f', people as marks of their addresses. What reads it also runs where
// nothing newer than ECMAScript 2016 does.

/** A memory that would be longer is left out whole: half of it would warn of people who are there. */
const LONGEST = 400;
const SIGNS = /[=:;,"\\]/g;

/** The key people of each area, and those who may stand in for one; undefined when it is too much to remember. */
export function keyPeople({ areas, people }: Pick<Series, 'areas' | 'people'>): string | undefined {
  const invited = people.filter(({ role }) => role !== 'informed');
  const keys = invited.filter(({ role }) => role === 'key');
  const counts = areas.map(({ id, name }) => {
    const ids = keys.filter(({ area }) => area === id).map((one) => one.id);
    const marks = invited
      .filter((one) => one.area === id && (one.role === 'key' || ids.includes(one.standsInFor ?? '')))
      .map(({ mail }) => markOfMail(mail));
    return `${id.replace(SIGNS, ' ')}=${name.replace(SIGNS, ' ')}:${marks.join(',')}`;
  });
  const text = counts.join(';');
  return text.length > LONGEST ? undefined : text;
}

/** The memory as it stands in the whole property; undefined when there is none that can be read. */
export function readKeyPeople(text: string | undefined): readonly AreaKeys[] | undefined {
  if (text === undefined) return undefined;
  const areas: AreaKeys[] = [];
  for (const part of text.split(';')) {
    const read = /^([^=:]+)=([^=:]*):([0-9a-z,]*)$/.exec(part);
    if (read === null) return undefined;
    const [, id = '', name = '', marks = ''] = read;
    areas.push({ id, name, isKey: (mail) => marks.split(',').indexOf(markOfMail(mail)) >= 0 });
  }
  return areas;
}

const markOfMail = (mail: string): string => markOf(mail.trim().toLowerCase());
