import type { Page } from 'playwright-core';

/** Asks the demo tenant's Graph from the host's page, as somebody of the company. */
export async function askGraph<T>(
  page: Page,
  address: string,
  person: string,
  scopes: readonly string[],
  path: string,
) {
  return page.evaluate(
    async ([base, who, wanted, asked]) => {
      const token = (await (
        await fetch('/demo/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person: who, scopes: wanted }),
        })
      ).json()) as { access_token: string };
      const response = await fetch(`${base}/graph/v1.0${asked}`, {
        headers: {
          authorization: `Bearer ${token.access_token}`,
          prefer: 'outlook.timezone="Romance Standard Time"',
        },
      });
      return (await response.json()) as unknown;
    },
    [address, person, scopes, path] as const,
  ) as Promise<T>;
}

export type GraphEvent = {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly body: { readonly content: string };
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly type: string;
    readonly emailAddress: { readonly name: string; readonly address: string };
  }[];
  readonly recurrence: {
    readonly pattern: {
      readonly type: string;
      readonly interval: number;
      readonly daysOfWeek: readonly string[];
    };
    readonly range: {
      readonly type: string;
      readonly startDate: string;
      readonly endDate?: string;
      readonly numberOfOccurrences?: number;
    };
  } | null;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
};

/** The series masters of a person's calendar with this title. */
export async function seriesNamed(
  page: Page,
  address: string,
  person: string,
  title: string,
): Promise<readonly GraphEvent[]> {
  const { value } = await askGraph<{ value: GraphEvent[] }>(
    page,
    address,
    person,
    ['Calendars.ReadWrite'],
    `/me/events?$filter=subject eq '${title}'&$top=50`,
  );
  return value;
}
