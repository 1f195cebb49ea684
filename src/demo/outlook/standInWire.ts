import type { FormEvent, OfficeThemeColours } from './paneHost';
import type { ReadItemData } from './readItem';

// The messages between the stand-in for Office.js and the page that shows the form; plain objects over postMessage.

export type StandInInitial = {
  readonly locale: string;
  readonly user: { readonly name: string; readonly mail: string; readonly zone: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly theme: OfficeThemeColours;
  /** Set when one occurrence of a series is open. */
  readonly seriesId: string | null;
  /** Where the appointment is only read: what is known of it at once. */
  readonly reading: ReadItemData | null;
};

export type FromPane =
  | { readonly standIn: 'hello' }
  | { readonly standIn: 'completed'; readonly options: unknown }
  | { readonly standIn: 'call'; readonly id: number; readonly dispatchId: number; readonly params: unknown };

export type FromHost =
  | { readonly standIn: 'initial'; readonly initial: StandInInitial }
  | { readonly standIn: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly standIn: 'refusal'; readonly id: number; readonly code: number }
  | { readonly standIn: 'event'; readonly event: FormEvent }
  | { readonly standIn: 'launch'; readonly action: string }
  | { readonly standIn: 'theme'; readonly theme: OfficeThemeColours };

export function isFromPane(data: unknown): data is FromPane {
  const { standIn, id, dispatchId } = (data ?? {}) as Record<string, unknown>;
  return (
    standIn === 'hello' ||
    standIn === 'completed' ||
    (standIn === 'call' && typeof id === 'number' && typeof dispatchId === 'number')
  );
}

export function isFromHost(data: unknown): data is FromHost {
  return ['initial', 'answer', 'refusal', 'event', 'launch', 'theme'].includes(
    String(((data ?? {}) as Record<string, unknown>)['standIn']),
  );
}
