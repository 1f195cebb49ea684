import type { Page } from 'playwright-core';
import { askGraph } from './graphSide';

export type PlannerTask = {
  readonly id: string;
  readonly title: string;
  readonly percentComplete: number;
  readonly dueDateTime: string | null;
  readonly '@odata.etag': string;
};

/** The task of this title that is somebody's in the tenant's Planner. */
export async function plannerTask(
  page: Page,
  address: string,
  owner: string,
  title: string,
): Promise<PlannerTask> {
  const { value } = await askGraph<{ value: PlannerTask[] }>(
    page,
    address,
    owner,
    ['Tasks.ReadWrite'],
    '/me/planner/tasks',
  );
  const found = value.filter((task) => task.title === title);
  if (found.length !== 1) throw new Error(`${found.length} tasks of that title`);
  return found[0] as PlannerTask;
}

/** What somebody changes in Planner itself, with the version that stands there. */
export async function changeInPlanner(
  page: Page,
  address: string,
  owner: string,
  title: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const task = await plannerTask(page, address, owner, title);
  const status = await page.evaluate(
    async ([base, person, id, etag, body]) => {
      const token = (await (
        await fetch('/demo/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person, scopes: ['Tasks.ReadWrite'] }),
        })
      ).json()) as { access_token: string };
      const response = await fetch(`${base}/graph/v1.0/planner/tasks/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${token.access_token}`,
          'content-type': 'application/json',
          'if-match': etag,
        },
        body,
      });
      return response.status;
    },
    [address, owner, task.id, task['@odata.etag'], JSON.stringify(change)] as const,
  );
  if (status !== 204 && status !== 200) throw new Error(`Planner answered ${status}`);
}

/** The series of this title that somebody organises, each with its dates on Madrid's wall clock, soonest first. */
export async function mineNamed(
  page: Page,
  address: string,
  person: string,
  title: string,
): Promise<readonly { readonly id: string; readonly dates: readonly string[] }[]> {
  type Event = {
    readonly id: string;
    readonly isOrganizer: boolean;
    readonly start: { readonly dateTime: string };
  };
  const events = async (path: string) =>
    (await askGraph<{ value: Event[] }>(page, address, person, ['Calendars.ReadWrite'], path)).value;
  const mine = (await events(`/me/events?$filter=subject eq '${title}'&$top=50`)).filter(
    ({ isOrganizer }) => isOrganizer,
  );
  const window = 'startDateTime=2026-08-01T00:00:00Z&endDateTime=2027-06-30T00:00:00Z&$top=100';
  const all = await Promise.all(
    mine.map(async ({ id }) => {
      const dates = await events(`/me/events/${encodeURIComponent(id)}/instances?${window}`);
      return { id, dates: dates.map(({ start }) => start.dateTime.slice(0, 16)).sort() };
    }),
  );
  return all.sort((a, b) => ((a.dates[0] ?? '') < (b.dates[0] ?? '') ? -1 : 1));
}
