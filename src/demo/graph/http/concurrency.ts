import { GraphError } from './errors';

/** What Outlook serves at a time for one app in one mailbox. */
const AT_A_TIME = 4;

/** Counts the requests under way of each app in each mailbox and refuses the fifth. */
export class MailboxConcurrency {
  private readonly underWay = new Map<string, number>();

  /** Returns how to leave again. */
  enter(mailbox: string): () => void {
    const now = this.underWay.get(mailbox) ?? 0;
    if (now >= AT_A_TIME)
      throw new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
        'Retry-After': '1',
      });
    this.underWay.set(mailbox, now + 1);
    return () => this.underWay.set(mailbox, (this.underWay.get(mailbox) ?? 1) - 1);
  }
}

/** Whether a path leads into a mailbox. */
export function isOfMailbox(path: string): boolean {
  return /^\/(me|users\/[^/]+)\/(events?|calendar|calendars|calendarview|mailboxsettings|mailfolders|sendmail|outlook|findmeetingtimes)\b/i.test(
    path,
  );
}
