import { isHere } from '../../domain/meeting/people';
import type { About } from '../../domain/meeting/room';
import type { Attendee, Meeting, PersonId } from '../../domain/meeting/types';
import { servingOrder } from '../../domain/meeting/floor';
import type { AreaView, FloorView, PersonView } from './meetingView';

/** Everybody of the meeting; who only gets the minutes is shown once they are here. */
export function peopleView(
  people: readonly Attendee[],
  meeting: Meeting | null,
  nameOf: (id: PersonId) => string,
): readonly PersonView[] {
  const shown = shownOf(people, meeting);
  const names = new Map(shown.map(({ id }) => [id, nameOf(id)]));
  return shown.map((person) => {
    const { id, area, role } = person;
    const name = names.get(id) ?? '';
    const mark = meeting?.presence[id];
    return {
      id,
      name,
      short: shortOf(name, [...names.values()]),
      initials: initialsOf(name),
      area,
      role,
      outsider: person.outsider === true,
      how: mark?.how ?? 'unknown',
      through: mark?.through ?? null,
      hasPanel: meeting?.panels.includes(id) === true,
      standInsPossible: meeting === null ? [] : standInsFor(person, meeting),
      decidedBy: meeting?.standIns[id] ?? null,
    };
  });
}

const shownOf = (people: readonly Attendee[], meeting: Meeting | null): readonly Attendee[] =>
  people.filter(({ id, role }) => role !== 'informed' || (meeting !== null && isHere(meeting, id)));

/** Whoever was named as stand-in comes first. */
function standInsFor({ id, area, role }: Attendee, meeting: Meeting): readonly PersonId[] {
  if (role !== 'key' || isHere(meeting, id)) return [];
  return meeting.people
    .filter((other) => other.area === area && other.role !== 'key' && isHere(meeting, other.id))
    .sort((a, b) => Number(b.standsInFor === id) - Number(a.standsInFor === id))
    .map((other) => other.id);
}

/** Of each area, how many of those who are invited are here; as in planning, nobody from outside counts. */
export function areasView(about: About | null, meeting: Meeting | null): readonly AreaView[] {
  return (about?.areas ?? []).map(({ id, name, quorum }) => {
    const all = (meeting?.people ?? []).filter(
      ({ area, role, outsider }) => area === id && role !== 'informed' && outsider !== true,
    );
    const here = all.filter((one) => meeting !== null && isHere(meeting, one.id)).length;
    return { id, name, here, of: all.length, quorum };
  });
}

const NO_FLOOR: FloorView = {
  speaker: null,
  mine: false,
  asking: false,
  queue: [],
  round: null,
  mayGive: false,
  mayMark: false,
  supposed: null,
};

/** Who has the floor and who asks for it. */
export function floorView(meeting: Meeting | null, me: PersonId, supposed: PersonId | null): FloorView {
  if (meeting === null) return NO_FLOOR;
  const { speaker, queue, round } = meeting.floor;
  const live = meeting.phase === 'running' || meeting.phase === 'closing';
  return {
    speaker: speaker?.person ?? null,
    mine: speaker?.person === me,
    asking: queue.includes(me),
    queue: servingOrder(meeting),
    round,
    mayGive: live && meeting.chair === me,
    mayMark: live && (speaker === null || meeting.chair === me),
    supposed: live ? supposed : null,
  };
}

/** What people are called on screen, where the whole name is not needed to tell them apart. */
export function shortNames(
  people: readonly Attendee[],
  meeting: Meeting | null,
  nameOf: (id: PersonId) => string,
): (id: PersonId) => string {
  const names = shownOf(people, meeting).map(({ id }) => nameOf(id));
  return (id) => shortOf(nameOf(id), names);
}

/** The first name; with the beginning of the next where two share it. */
function shortOf(name: string, names: readonly string[]): string {
  const [first = '', second = ''] = name.split(' ');
  const shared = names.filter((other) => other !== name && other.split(' ')[0] === first).length > 0;
  return shared && second !== '' ? `${first} ${[...second][0] ?? ''}.` : first;
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
