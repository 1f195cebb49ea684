import type { WeekWindow, ZoneName } from '../time/types';
import type { Member, Site } from './series';

/** What a mailbox tells of its owner's hours: one window for all days, no lunch, no short Friday. */
export type TypicalHours = { readonly zone: ZoneName; readonly windows: readonly WeekWindow[] };

/**
 * The hours that count for somebody, on the wall clock of their site (SPEC RH3): those typed by hand; else the site's,
 * cut by the mailbox's where both share a zone and overlap at all; else the site's. Nothing is refused.
 */
export function memberHours(
  member: Member,
  site: Site,
  mailbox: TypicalHours | undefined,
): readonly WeekWindow[] {
  if (member.hours !== undefined) return member.hours;
  if (mailbox === undefined || mailbox.zone !== site.zone) return site.hours;
  const shared = site.hours.flatMap((window) =>
    mailbox.windows.flatMap((other) => {
      if (other.weekday !== window.weekday) return [];
      const from = other.from > window.from ? other.from : window.from;
      const until = other.until < window.until ? other.until : window.until;
      return from < until ? [{ weekday: window.weekday, from, until }] : [];
    }),
  );
  // A mailbox that shares nothing with the site was never filled in, or says a night shift nobody meant.
  return shared.length > 0 ? shared : site.hours;
}
