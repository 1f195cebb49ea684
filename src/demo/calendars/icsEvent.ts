import ICAL from 'ical.js';
import type { ItemStatus } from '../company/types';
import type { Block } from './icsBlocks';
import { BadValue, readProperty, stampOf, stampsOf, textOf, type Property, type Stamp } from './icsProperty';

/** A VEVENT as it stands in the file, times not yet in zones. */
export interface FileEvent {
  readonly uid: string;
  readonly line: number;
  readonly sequence: number;
  readonly subject: string;
  readonly location: string | undefined;
  readonly start: Stamp;
  readonly startLine: number;
  /** DTEND, or the length that takes its place; neither means a day or nothing. */
  readonly end: Stamp | undefined;
  readonly lengthMs: number | undefined;
  readonly allDay: boolean;
  readonly rule: { readonly text: string; readonly line: number } | undefined;
  readonly added: readonly Added[];
  readonly excluded: readonly Stamp[];
  /** Which occurrence of the series with the same uid this event replaces. */
  readonly replaces: Stamp | undefined;
  readonly andFollowing: boolean;
  readonly status: ItemStatus;
  readonly isPrivate: boolean;
  /** Cancelled, or declined by the owner: it takes nobody's time. */
  readonly gone: boolean;
}

export type Added = { readonly start: Stamp; readonly end?: Stamp; readonly lengthMs?: number };

/** Whether an attendee is the one whose calendar the file is. */
export type IsOwner = (attendee: { readonly mail: string; readonly name: string }) => boolean;

// Programs write all sorts of lines; those that nobody here reads may be as odd as they like.
const READ =
  /^(UID|SEQUENCE|SUMMARY|LOCATION|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|CLASS|STATUS|TRANSP|ATTENDEE|X-MICROSOFT-CDO-(ALLDAYEVENT|BUSYSTATUS))[;:]/i;

/** Reads one event; throws BadValue with the line of what cannot be read. */
export function readEvent(block: Block, isOwner: IsOwner): FileEvent {
  const properties = block.lines.filter(({ text }) => READ.test(text)).map(readProperty);
  const all = (name: string) => properties.filter((one) => one.name === name);
  const first = (name: string) => all(name)[0];
  const upper = (name: string) => first(name)?.value.trim().toUpperCase();
  const text = (name: string) => {
    const property = first(name);
    return property === undefined ? '' : textOf(property);
  };
  const dtstart = first('dtstart');
  if (dtstart === undefined) throw new BadValue(block.line);
  const start = stampOf(dtstart);
  const [dtend, duration, rule, replaces] = ['dtend', 'duration', 'rrule', 'recurrence-id'].map(first);
  const allDay = start.kind === 'date' || upper('x-microsoft-cdo-alldayevent') === 'TRUE';
  const answer = ownAnswer(all('attendee'), isOwner);
  return {
    uid: text('uid') || `line-${block.line}`,
    line: block.line,
    sequence: Number(text('sequence')) || 0,
    subject: text('summary'),
    location: text('location') || undefined,
    start,
    startLine: dtstart.line,
    end: dtend === undefined ? undefined : stampOf(dtend),
    lengthMs: duration === undefined ? undefined : lengthOf(duration.value, duration.line),
    allDay,
    rule: rule === undefined ? undefined : { text: rule.value.trim(), line: rule.line },
    added: all('rdate').flatMap(readAdded),
    excluded: all('exdate')
      .filter(({ value }) => value.trim() !== '')
      .flatMap(stampsOf),
    replaces: replaces === undefined ? undefined : stampOf(replaces),
    andFollowing: replaces?.parameter('range')?.toUpperCase() === 'THISANDFUTURE',
    status: statusOf(upper, allDay, answer),
    isPrivate: upper('class') === 'PRIVATE' || upper('class') === 'CONFIDENTIAL',
    gone: upper('status') === 'CANCELLED' || answer === 'DECLINED',
  };
}

function ownAnswer(attendees: readonly Property[], isOwner: IsOwner): string | undefined {
  const own = attendees.find((one) =>
    isOwner({
      mail: one.value
        .replace(/^mailto:/i, '')
        .trim()
        .toLowerCase(),
      name: one.parameter('cn') ?? '',
    }),
  );
  return own?.parameter('partstat')?.toUpperCase();
}

/** Outlook's own word counts most; a whole day is free unless the file says that it is not. */
function statusOf(
  upper: (name: string) => string | undefined,
  allDay: boolean,
  answer: string | undefined,
): ItemStatus {
  switch (upper('x-microsoft-cdo-busystatus')) {
    case 'FREE':
      return 'free';
    case 'TENTATIVE':
      return 'tentative';
    case 'OOF':
      return 'oof';
    case 'WORKINGELSEWHERE':
      return 'workingElsewhere';
    case 'BUSY':
      return 'busy';
    default:
  }
  const transparency = upper('transp');
  if (transparency === 'TRANSPARENT' || (allDay && transparency !== 'OPAQUE')) return 'free';
  const open = upper('status') === 'TENTATIVE' || answer === 'TENTATIVE' || answer === 'NEEDS-ACTION';
  return open ? 'tentative' : 'busy';
}

function readAdded(property: Property): readonly Added[] {
  return property.value
    .split(',')
    .filter((value) => value.trim() !== '')
    .map((value) => {
      const [from = '', until] = value.split('/');
      const read = (part: string) => stampOf({ ...property, value: part });
      if (until === undefined) return { start: read(from) };
      return until.startsWith('P')
        ? { start: read(from), lengthMs: lengthOf(until, property.line) }
        : { start: read(from), end: read(until) };
    });
}

function lengthOf(text: string, line: number): number {
  if (!/^[+]?P(?=\d|T\d)(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/.test(text.trim())) throw new BadValue(line);
  return ICAL.Duration.fromString(text.trim().replace('+', '')).toSeconds() * 1000;
}
