import type { ReadHost } from '../../app/ports/readHost';
import { createCalls } from './calls';
import { outlookAround, type OutlookOptions, zonesOf } from './office';
import { themeOf } from './theme';

/**
 * The appointment that Outlook shows beside the pane to whoever only reads it, over Office.js. Undefined where there is
 * none: a plain browser window, a form that is being filled in, a client older than Mailbox 1.8.
 */
export async function readHost({ ianaOf, page = window }: OutlookOptions): Promise<ReadHost | undefined> {
  const office = await outlookAround(page);
  const mailbox = office?.context.mailbox;
  const item = mailbox?.item as Office.AppointmentRead | null | undefined;
  if (office === undefined || mailbox === undefined || !isRead(item)) return undefined;

  const ask = createCalls();
  const zoneOf = zonesOf(office, ianaOf);
  const { emailAddress: me, timeZone } = mailbox.userProfile;
  return {
    locale: office.context.displayLanguage,
    theme: themeOf(office, page),
    zone: timeZone ? zoneOf(timeZone) : undefined,
    async read() {
      const bodyHtml = await ask<string>((done) => item.body.getAsync(office.CoercionType.Html, done));
      const zone = item.recurrence?.recurrenceTimeZone?.name;
      return {
        subject: item.subject,
        bodyHtml,
        start: item.start.getTime(),
        end: item.end.getTime(),
        place: item.location ?? '',
        isOrganiser: isSame(item.organizer?.emailAddress, me),
        seriesZone: zone ? zoneOf(String(zone)) : undefined,
      };
    },
  };
}

/** In a form that is being filled in all of these are asked for by calls. */
const isRead = (item: Office.AppointmentRead | null | undefined): item is Office.AppointmentRead =>
  String(item?.itemType) === 'appointment' &&
  typeof item?.subject === 'string' &&
  typeof item.start?.getTime === 'function';

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
