import type { Attendee } from '../../domain/meeting/types';
import { plainName } from '../../domain/plainName';
import type { Member, Series } from '../../domain/rhythm/series';
import type { MeetingAbout, PlaceMember } from '../ports/meetings';
import type { Opened } from './deskState';

export type NamedAttendee = Attendee & { readonly name: string };

/** More than anybody meets with; the rest come in when they open their panel. */
const MOST_PEOPLE = 300;

/**
 * Who could be in the meeting: the rosters of the series, then whoever else is in its chat, and myself. Ids are the
 * directory's; somebody of the roster is recognised in the chat by mail, since an outsider has another id there.
 */
export function peopleOf({ about, occurrence, me }: Opened, series: Series | null): readonly NamedAttendee[] {
  const memberOf = (member: Member) => inPlace(about, member);
  const roster = series?.people ?? [];
  const idOf = (member: Member): string => roomIdOf(about, member);
  const listed = roster.map((member): NamedAttendee => {
    const instead = roster.find(({ id }) => id === member.standsInFor);
    return {
      id: idOf(member),
      name: plainName(member.name),
      area: member.area,
      role: member.role,
      ...(instead !== undefined && { standsInFor: idOf(instead) }),
      ...((member.outsider === true || memberOf(member)?.outsider === true) && { outsider: true as const }),
    };
  });
  const required = new Set(
    (occurrence?.attendees ?? []).filter(({ type }) => type === 'required').map(({ mail }) => mail),
  );
  const others = about.members.map(({ id, name, mail, outsider }): NamedAttendee => {
    // Without a roster the invitation is all that tells who matters.
    const key = series === null && !outsider && (required.has(mail) || id === about.organiser);
    return {
      id,
      name: plainName(name),
      area: '',
      role: key ? 'key' : 'optional',
      ...(outsider && { outsider: true as const }),
    };
  });
  const mine: NamedAttendee = { id: me.id, name: plainName(me.name), area: '', role: 'optional' };
  return once([...listed, ...others, mine]).slice(0, MOST_PEOPLE);
}

/** The id under which the room knows somebody of the roster. */
export const roomIdOf = (about: MeetingAbout, member: Pick<Member, 'id' | 'mail'>): string =>
  inPlace(about, member)?.id ?? member.id;

const inPlace = (
  { members }: MeetingAbout,
  { id, mail }: Pick<Member, 'id' | 'mail'>,
): PlaceMember | undefined => members.find((one) => one.id === id || (mail !== '' && one.mail === mail));

const once = (people: readonly NamedAttendee[]): readonly NamedAttendee[] => {
  const seen = new Set<string>();
  return people.filter(({ id }) => id !== '' && !seen.has(id) && seen.add(id));
};
