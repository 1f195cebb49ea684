import type { Recurrence } from '../ports/calendar';

/**
 * What the organiser's copy of an item remembers of us: which series it is of, what we wrote last (so that what a
 * person typed since can be told apart), and what was under way when the pane was closed.
 */
export type ItemProperty = {
  readonly series?: string;
  readonly subject?: string;
  readonly recurrence?: string;
  /** A short mark of the agenda's fields. */
  readonly agenda?: string;
  /** Who is a key person of each area (planning/keyPeople): what the check at sending knows of the series. */
  readonly keys?: string;
  readonly under?: 'inserting' | 'creating';
  /** Makes a repeated creation harmless. */
  readonly transaction?: string;
};

const FIELDS = ['series', 'subject', 'recurrence', 'agenda', 'keys', 'under', 'transaction'] as const;
/** Hosts hold 2,500 characters; a title that long is cut in the memory, never in the form. */
const LONGEST = 400;

export function writeProperty(property: ItemProperty): string {
  const cut = Object.entries(property).map(([key, value]) => [key, value.slice(0, LONGEST)]);
  return JSON.stringify({ v: 1, ...Object.fromEntries(cut) });
}

/** Anything unknown, of another version or malformed reads as an empty memory: other add-ins and hands may have been there. */
export function readProperty(text: string | undefined): ItemProperty {
  if (text === undefined || text.length > 2500) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || (value as { v?: unknown }).v !== 1) return {};
    // Also read where nothing newer than ECMAScript 2016 runs: by the check at sending.
    const known: Record<string, string> = {};
    for (const field of FIELDS) {
      const content = (value as Record<string, unknown>)[field];
      if (typeof content === 'string') known[field] = content;
    }
    const property = known as ItemProperty;
    if (property.under === undefined || ['inserting', 'creating'].includes(property.under)) return property;
    const { under: _unknown, ...rest } = property;
    return rest;
  } catch {
    return {};
  }
}

/** Equal recurrences have equal marks. */
export function recurrenceMark(recurrence: Recurrence | 'other' | undefined): string {
  if (recurrence === undefined || recurrence === 'other') return recurrence ?? '';
  const { every, times, weekday, nth } = recurrence;
  return [every, times, weekday, nth ?? 'weekly'].join('/');
}

/** A short mark of any text; equal texts have equal marks. FNV-1a, 32 bits. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
