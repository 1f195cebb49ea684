import { DateTime } from 'luxon';
import type { AppointmentState } from './appointment';
import { entryOf, graphOf, openedOf, propertyId, UNSENT_ID, type GraphEvent } from './graphEvent';
import { MailboxFailed, type Mailbox } from './mailbox';
import { windowsOf } from './zones';

export type GraphMailboxOptions = {
  /** Base address of the tenant's Graph, without a slash at the end. */
  readonly graph: string;
  /** An access token for Calendars.ReadWrite. */
  readonly token: () => Promise<string>;
  readonly appId: string;
  /** IANA zone of the mailbox. */
  readonly zone: string;
};

const FIELDS = 'id,seriesMasterId,subject,start,end,isAllDay,showAs,sensitivity,location';

/** A mailbox of the demo tenant, over its Graph: the page is a client like any other. */
export function graphMailbox({ graph, token, appId, zone }: GraphMailboxOptions): Mailbox {
  const call = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
    const response = await fetch(address.startsWith('http') ? address : `${graph}${address}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        prefer: `outlook.timezone="${windowsOf(zone) ?? zone}"`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new MailboxFailed(0, 'offline');
    });
    const answer: unknown =
      response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    const code = (answer as { error?: { code?: string } } | undefined)?.error?.code;
    throw new MailboxFailed(response.status, code ?? 'unknown');
  };

  const expand = `$expand=singleValueExtendedProperties(${encodeURIComponent(
    `$filter=id eq '${propertyId(appId)}' or id eq '${UNSENT_ID}'`,
  )})`;
  const read = (id: string) => call<GraphEvent>('GET', `/me/events/${encodeURIComponent(id)}?${expand}`);

  return {
    async week(from, until) {
      const utc = (day: string) => encodeURIComponent(DateTime.fromISO(day, { zone }).toUTC().toISO() ?? '');
      let next: string | undefined =
        `/me/calendarView?startDateTime=${utc(from)}&endDateTime=${utc(until)}&$select=${FIELDS}&$top=100`;
      const entries: GraphEvent[] = [];
      while (next !== undefined) {
        const page: { value: GraphEvent[]; '@odata.nextLink'?: string } = await call('GET', next);
        entries.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return entries.map(entryOf);
    },
    async open(id) {
      const event = await read(id);
      const master = event.seriesMasterId ? await read(event.seriesMasterId) : undefined;
      return openedOf(event, zone, appId, master);
    },
    async store(state, before, send) {
      const wanted = graphOf(state, appId, send);
      if (state.eventId === undefined) {
        const { id } = await call<GraphEvent>('POST', '/me/events', filled(wanted));
        return id;
      }
      const change =
        before === undefined ? wanted : differing(wanted, graphOf(before, appId, wasSent(before)));
      if (Object.keys(change).length > 0)
        await call('PATCH', `/me/events/${encodeURIComponent(state.eventId)}`, change);
      return state.eventId;
    },
  };
}

/** A new event needs none of the fields that take something away. */
function filled(event: Readonly<Record<string, unknown>>): object {
  const { recurrence, ...others } = event;
  const properties = event['singleValueExtendedProperties'] as { value: string }[];
  return {
    ...others,
    ...(recurrence === null || recurrence === undefined ? {} : { recurrence }),
    singleValueExtendedProperties: properties.filter(({ value }) => value !== ''),
  };
}

function differing(
  wanted: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

const wasSent = (state: AppointmentState): boolean => state.invited === true;
