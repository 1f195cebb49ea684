import type { MeetingScreen, PersonView } from '../../app/meeting/meetingView';
import type { PersonId } from '../../domain/meeting/types';
import type { Locale } from '../../locale/createLocale';

/** What an area is called on screen; '' for nobody's. */
export function areaName(view: Pick<MeetingScreen, 'areas'>, id: string, locale: Locale): string {
  return id === '' ? '' : view.areas.find((area) => area.id === id)?.name || locale.words.area(id);
}

/** Somebody of the meeting by id. */
export const personOf = (
  { people }: Pick<MeetingScreen, 'people'>,
  id: PersonId | null,
): PersonView | undefined => people.find((person) => person.id === id);

/** The short name; an unknown id stays out of sight. */
export const shortName = (view: Pick<MeetingScreen, 'people'>, id: PersonId | null): string =>
  personOf(view, id)?.short ?? '…';

/** Who takes part: whoever only gets the minutes does not. */
export const participants = ({ people }: Pick<MeetingScreen, 'people'>): readonly PersonView[] =>
  people.filter(({ role }) => role !== 'informed');

/** The problem on which the meeting works now. */
export const problemNow = ({ problems }: Pick<MeetingScreen, 'problems'>) => problems.find(({ now }) => now);
