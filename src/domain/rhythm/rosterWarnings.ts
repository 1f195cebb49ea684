import type { Series } from './series';

/** What is worth a word before a search; none of it forbids one (SPEC RH2). */
export type RosterWarning =
  | { readonly kind: 'missingSide'; readonly area: string }
  | { readonly kind: 'noKeyPerson'; readonly area: string }
  | { readonly kind: 'tooMany'; readonly people: number }
  | { readonly kind: 'outsiderIsKey'; readonly person: string }
  | {
      readonly kind: 'quorumTooLarge';
      readonly area: string;
      readonly quorum: number;
      readonly people: number;
    }
  | { readonly kind: 'standInMisplaced'; readonly person: string };

/** Decisions get slower above this; source: facts of the field on meeting size. */
export const MOST_PEOPLE = 8;

/** The warnings of a series' rosters, the gravest first; informed members are not invited and count nowhere. */
export function rosterWarnings(series: Series): readonly RosterWarning[] {
  const invited = series.people.filter(({ role }) => role !== 'informed');
  const byArea = series.areas.flatMap((area): RosterWarning[] => {
    const people = invited.filter((member) => member.area === area.id);
    if (people.length === 0) return [{ kind: 'missingSide', area: area.id }];
    const warnings: RosterWarning[] = [];
    if (!people.some(({ role }) => role === 'key')) warnings.push({ kind: 'noKeyPerson', area: area.id });
    if (area.quorum > people.length)
      warnings.push({ kind: 'quorumTooLarge', area: area.id, quorum: area.quorum, people: people.length });
    return warnings;
  });
  const byPerson = invited.flatMap((member): RosterWarning[] => {
    if (member.role === 'key' && member.outsider) return [{ kind: 'outsiderIsKey', person: member.id }];
    if (member.standsInFor === undefined) return [];
    const replaced = invited.find(({ id }) => id === member.standsInFor);
    const right = replaced?.role === 'key' && replaced.area === member.area && member.role !== 'key';
    return right ? [] : [{ kind: 'standInMisplaced', person: member.id }];
  });
  const tooMany: RosterWarning[] =
    invited.length > MOST_PEOPLE ? [{ kind: 'tooMany', people: invited.length }] : [];
  const grave = (warning: RosterWarning): number => (warning.kind === 'missingSide' ? 0 : 1);
  return [...byArea, ...byPerson, ...tooMany].sort((a, b) => grave(a) - grave(b));
}
