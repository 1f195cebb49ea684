import type { Company, Person } from '../company/types';
import type { GraphEmulator } from '../graph/emulator';
import { type Json, isObject } from '../graph/http/body';
import { valueAt } from '../graph/odata/options';

/** The tenant in which a meeting to try is made; everything goes through its own Graph. */
export type Tenant = {
  readonly company: Company;
  readonly now: () => number;
  readonly emulator: GraphEmulator;
};

/** One request as somebody of the company; what is refused is a mistake of the demo. */
export async function ask(
  { emulator }: Tenant,
  { id }: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Json> {
  const reply = await emulator.act(id, method, path, body);
  if (reply.status >= 400) throw new Error(`${method} ${path.split('?')[0]}: ${JSON.stringify(reply.body)}`);
  return isObject(reply.body) ? reply.body : {};
}

/** Keeps files in the product's home: the team's site, without a team the organiser's app folder. */
export async function keeperOf(
  tenant: Tenant,
  organiser: Person,
): Promise<(name: string, content: string, folder?: string) => Promise<void>> {
  const { team } = tenant.company;
  const makeFolder = async (where: string, name: string): Promise<void> => {
    const body = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
    const made = await tenant.emulator.act(organiser.id, 'POST', `${where}/children`, body);
    // 409: an earlier meeting, or the product, has made it.
    if (made.status !== 201 && made.status !== 409)
      throw new Error(`the folder was not made: ${made.status}`);
  };
  let home = '/me/drive/special/approot';
  let inside = `${home}:`;
  if (team !== undefined) {
    const drive = textAt(await ask(tenant, organiser, 'GET', `/sites/${team.siteId}/drive`), 'id');
    await makeFolder(`/drives/${drive}/root`, 'Cadencia');
    inside = `/drives/${drive}/root:/Cadencia`;
    home = `${inside}:`;
  }
  const folders = new Set<string>();
  return async (name, content, folder) => {
    if (folder !== undefined && !folders.has(folder)) await makeFolder(home, folder);
    if (folder !== undefined) folders.add(folder);
    const path = folder === undefined ? name : `${folder}/${name}`;
    await ask(tenant, organiser, 'PUT', `${inside}/${path}:/content`, content);
  };
}

/** Teams makes the address with the event, unless a fault of the demo delays it. */
export function joinUrlOf(event: Json): string {
  const joinUrl = textAt(event, 'onlineMeeting/joinUrl');
  if (joinUrl === '') throw new Error('the meeting does not tell its address yet: a fault is active');
  return joinUrl;
}

export const eventsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** When an event starts that was asked for without a zone. */
export const startOf = (event: Json, which: 'start' | 'end' = 'start'): number =>
  Date.parse(`${textAt(event, `${which}/dateTime`).slice(0, 23)}Z`);

export const windowOf = (from: number, until: number): string =>
  `startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(until).toISOString()}`;

export function textAt(value: Json, path: string): string {
  const text = valueAt(value, path);
  return typeof text === 'string' ? text : '';
}

/** All dates of a series in its organiser's calendar, up to so many. */
export async function datesOf(
  tenant: Tenant,
  organiser: Person,
  eventId: string,
  from: number,
  until: number,
): Promise<readonly { readonly id: string; readonly start: number }[]> {
  const path = `/me/events/${encodeURIComponent(eventId)}/instances?${windowOf(from, until)}`;
  const { value } = await ask(tenant, organiser, 'GET', `${path}&$top=200&$select=id,start`);
  return eventsIn(value).map((event) => ({ id: textAt(event, 'id'), start: startOf(event) }));
}
