import { cityOfZone } from '../../domain/rhythm/cityOfZone';
import type { ZoneName } from '../../domain/time/types';
import type { MeetingView } from '../meeting/meetingView';
import type { ItemView } from './readingView';

/** Somewhere people of the meeting may sit. */
export type Place = { readonly city: string; readonly zone: ZoneName };

/** Where the series is planned, as the invitation tells it. */
export const placesOfItem = ({ seriesZone }: ItemView): readonly Place[] =>
  seriesZone === undefined ? [] : [{ city: cityOfZone(seriesZone), zone: seriesZone }];

/** Where the people of the series sit, and where it is planned; nowhere while nobody knows the session. */
export const placesOfMeeting = (view: MeetingView): readonly Place[] =>
  view.screen === 'meeting' ? [...view.cities, { city: cityOfZone(view.zone), zone: view.zone }] : [];
