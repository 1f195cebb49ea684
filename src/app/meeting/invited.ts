import type { PersonId } from '../../domain/meeting/types';
import type { DeskState } from './deskState';

/** Mail to the id under which the person is known here. */
export function idsByMail({ opened, known }: DeskState): ReadonlyMap<string, PersonId> {
  const roster = (known.series?.people ?? []).map(({ mail, id }) => [mail, id] as const);
  const members = (opened?.about.members ?? []).map(({ mail, id }) => [mail, id] as const);
  // The chat knows under which id an outsider comes in.
  return new Map([...roster, ...members].filter(([mail]) => mail !== ''));
}

/** Who has said that they do not come. */
export function declinedIn(state: DeskState): readonly PersonId[] {
  const ids = idsByMail(state);
  return (state.opened?.occurrence?.attendees ?? [])
    .filter(({ answer, type }) => answer === 'declined' && type !== 'room')
    .flatMap(({ mail }) => ids.get(mail) ?? []);
}
