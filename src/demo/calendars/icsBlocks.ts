import type { ContentLine } from './icsLines';

/** A component with its own lines; those of components inside it (alarms) are left out. */
export interface Block {
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** All lines from BEGIN to END, as one text. */
  readonly text: string;
}

export interface CalendarBlocks {
  readonly properties: readonly ContentLine[];
  readonly zones: readonly Block[];
  readonly events: readonly Block[];
}

/** A file whose lines do not make a calendar; nothing of it can be trusted. */
export interface BrokenFile {
  readonly code: 'notCalendar' | 'badLine';
  readonly line: number;
}

type Open = {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly all: string[];
};

/** Splits a file, several calendars one after another included. */
export function calendarBlocks(lines: readonly ContentLine[]): CalendarBlocks | BrokenFile {
  const properties: ContentLine[] = [];
  const zones: Block[] = [];
  const events: Block[] = [];
  const open: Open[] = [];
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0]?.text ?? '')) return { code: 'notCalendar', line: 1 };
  for (const line of lines) {
    const [, edge, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text) ?? [];
    if (edge !== undefined && name !== undefined && edge.toUpperCase() === 'BEGIN') {
      open.push({ name: name.toUpperCase(), line: line.line, lines: [], all: [] });
      if (open.length > 8) return { code: 'badLine', line: line.line };
    }
    const inner = open.at(-1);
    if (inner === undefined || !isContentLine(line.text)) return { code: 'badLine', line: line.line };
    for (const one of open) one.all.push(line.text);
    if (edge === undefined || name === undefined) {
      (inner.name === 'VCALENDAR' ? properties : inner.lines).push(line);
    } else if (edge.toUpperCase() === 'END') {
      if (inner.name !== name.toUpperCase()) return { code: 'badLine', line: line.line };
      open.pop();
      const block = { line: inner.line, lines: inner.lines, text: inner.all.join('\r\n') };
      if (inner.name === 'VEVENT') events.push(block);
      if (inner.name === 'VTIMEZONE') zones.push(block);
    }
  }
  const unfinished = open.at(-1);
  // Cut off in the middle: the last line is where the file stops.
  if (unfinished !== undefined) return { code: 'badLine', line: lines.at(-1)?.line ?? 1 };
  return { properties, zones, events };
}

function isContentLine(text: string): boolean {
  return /^[A-Za-z0-9-]+[;:]/.test(text) && text.includes(':');
}
