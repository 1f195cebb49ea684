import type { ZoneName } from '../../domain/time/types';

export type OutlookOptions = {
  /**
   * The zone of a Windows (or IANA) name; undefined when nobody knows it. One Windows name stands for several zones:
   * `territory` is that of the language in which Outlook shows itself ('ES').
   */
  readonly ianaOf: (name: string, territory?: string) => ZoneName | undefined;
  /** The window that Office.js was loaded in. */
  readonly page?: Window & { readonly Office?: typeof Office };
};

/** Office.js answers within seconds or, in a window without a host, not at all on some clients. */
const HOST_ANSWERS_MS = 10_000;
/** What every call needs: ids and places of Mailbox 1.8; newer ones are asked for where they are used. */
const BASELINE = '1.8';

/** Outlook around the page, new enough; undefined in a plain browser window and in older clients. */
export async function outlookAround(
  page: OutlookOptions['page'] = window,
): Promise<typeof Office | undefined> {
  const office = page.Office;
  if (office === undefined || !(await isOutlook(office))) return undefined;
  return office.context.requirements.isSetSupported('Mailbox', BASELINE) ? office : undefined;
}

/** Zones by the names that this Outlook writes. */
export const zonesOf =
  ({ context }: typeof Office, ianaOf: OutlookOptions['ianaOf']) =>
  (name: string): ZoneName | undefined =>
    ianaOf(name, /-([A-Z]{2})$/.exec(context.displayLanguage)?.[1]);

async function isOutlook(office: typeof Office): Promise<boolean> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const nobody = new Promise<undefined>(
    (resolve) => (late = setTimeout(() => resolve(undefined), HOST_ANSWERS_MS)),
  );
  const info = await Promise.race([office.onReady(), nobody]);
  clearTimeout(late);
  return String(info?.host) === 'Outlook';
}
