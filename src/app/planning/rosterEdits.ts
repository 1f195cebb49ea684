import type { Area, Member, MemberRole, Period, Series, Site } from '../../domain/rhythm/series';
import type { WeekWindow } from '../../domain/time/types';

/** Every change to areas and people, as functions from a series to a series; what does not apply changes nothing. */

export function addMember(series: Series, member: Member): Series {
  if (series.people.some(({ mail }) => mail === member.mail)) return series;
  return withQuorums({ ...series, people: [...series.people, member] }, series);
}

export function removeMember(series: Series, id: string): Series {
  const people = series.people
    .filter((member) => member.id !== id)
    .map((member) => withoutStandIn(member, id));
  return withQuorums({ ...series, people }, series);
}

export function setRole(series: Series, id: string, role: MemberRole): Series {
  const people = series.people.map((member) => {
    if (member.id === id)
      return role === 'optional' ? { ...member, role } : without({ ...member, role }, 'standsInFor');
    return role === 'key' ? member : withoutStandIn(member, id);
  });
  return withQuorums({ ...series, people }, series);
}

/** A stand-in is of the same area and optional: the role follows. */
export function setStandIn(series: Series, id: string, keyPerson: string | undefined): Series {
  return eachMember(series, id, (member) =>
    keyPerson === undefined
      ? without(member, 'standsInFor')
      : { ...member, role: 'optional', standsInFor: keyPerson },
  );
}

export function setSite(series: Series, id: string, site: string): Series {
  return eachMember(series, id, (member) => ({ ...member, site, siteChosen: true }));
}

export function setHours(series: Series, id: string, hours: readonly WeekWindow[] | undefined): Series {
  return eachMember(series, id, (member) =>
    hours === undefined ? without(member, 'hours') : { ...member, hours },
  );
}

export function moveToArea(series: Series, id: string, area: string): Series {
  const people = series.people.map((member) =>
    member.id === id ? without({ ...member, area }, 'standsInFor') : withoutStandIn(member, id),
  );
  return withQuorums({ ...series, people }, series);
}

export function setQuorum(series: Series, area: string, quorum: number): Series {
  return eachArea(series, area, (one) => ({ ...one, quorum }));
}

export function setProtectedTimes(
  series: Series,
  area: string,
  protectedTimes: Area['protectedTimes'],
): Series {
  return eachArea(series, area, (one) => ({ ...one, protectedTimes }));
}

export function setProtectedPeriods(
  series: Series,
  area: string,
  protectedPeriods: readonly Period[],
): Series {
  return eachArea(series, area, (one) => ({ ...one, protectedPeriods }));
}

/** Replaces the site of this id, or adds it. */
export function putSite(series: Series, site: Site): Series {
  const known = series.sites.some(({ id }) => id === site.id);
  const sites = known
    ? series.sites.map((one) => (one.id === site.id ? site : one))
    : [...series.sites, site];
  return { ...series, sites };
}

/** Three of four, two of two: somebody may be missing once there are enough. */
function proposedQuorum(people: number): number {
  return Math.max(1, Math.ceil(people * 0.75));
}

/** Who is invited from an area: informed people get the minutes, not the invitation. */
export function invited(series: Series, area: string): readonly Member[] {
  return series.people.filter((member) => member.area === area && member.role !== 'informed');
}

/** A quorum that was the proposal for the old number follows the new one; one that somebody chose stays. */
function withQuorums(next: Series, before: Series): Series {
  const proposal = (series: Series, area: string): number => proposedQuorum(counted(series, area));
  const areas = next.areas.map((area) => {
    const chosen = area.quorum !== proposal(before, area.id);
    return chosen ? area : { ...area, quorum: proposal(next, area.id) };
  });
  return { ...next, areas };
}

/** Outsiders are never known to be free: a proposal that waits for them would find no time at all. */
const counted = (series: Series, area: string): number =>
  invited(series, area).filter(({ outsider }) => outsider !== true).length;

const eachMember = (series: Series, id: string, change: (member: Member) => Member): Series => ({
  ...series,
  people: series.people.map((member) => (member.id === id ? change(member) : member)),
});

const eachArea = (series: Series, id: string, change: (area: Area) => Area): Series => ({
  ...series,
  areas: series.areas.map((area) => (area.id === id ? change(area) : area)),
});

const withoutStandIn = (member: Member, keyPerson: string): Member =>
  member.standsInFor === keyPerson ? without(member, 'standsInFor') : member;

function without<Field extends 'standsInFor' | 'hours'>(member: Member, field: Field): Member {
  const { [field]: _dropped, ...rest } = member;
  return rest as Member;
}
