import ICAL from 'ical.js';
import type { LocalMs } from '../company/wallClock';
import { icalTime } from './fileZones';
import { BadValue } from './icsProperty';
import { MAX_INTERVAL, MAX_STEPS } from './limits';

const DAY_MS = 86_400_000;

/** A rule that would go on for longer than any real calendar's. */
export class EndlessRule extends Error {
  override readonly name = 'EndlessRule';
  constructor(readonly line: number) {
    super('a rule with too many steps');
  }
}

/** Counts down over all rules of a file. */
export type Steps = { left: number };

class PastHorizon extends Error {}

export interface ReadRule {
  readonly count: number | undefined;
  /** As the file writes it. */
  readonly until: string | undefined;
  readonly rule: InstanceType<typeof ICAL.Recur>;
  readonly line: number;
}

/** Reads RRULE without its end, which depends on zones; throws BadValue for what is no rule. */
export function readRule(text: string, line: number): ReadRule {
  const until = /(?:^|;)UNTIL=([^;]*)/i.exec(text)?.[1];
  const count = /(?:^|;)COUNT=([^;]*)/i.exec(text)?.[1];
  const rest = text
    .split(';')
    .filter((part) => part !== '' && !/^(UNTIL|COUNT)=/i.test(part))
    .join(';');
  try {
    const rule = ICAL.Recur.fromString(rest);
    if (rule.interval > MAX_INTERVAL || (count !== undefined && !/^\d+$/.test(count)))
      throw new BadValue(line);
    return { rule, line, until, count: count === undefined ? undefined : Number(count) };
  } catch {
    throw new BadValue(line);
  }
}

/**
 * The wall-clock starts of a rule in order, its first one included, up to the end of `lastYear`; the rule's own end is
 * for the caller. Those before `from` may be missing, unless the rule counts. Throws EndlessRule.
 */
export function* ruleStarts(
  read: ReadRule,
  start: LocalMs,
  reach: { readonly from: LocalMs; readonly lastYear: number; readonly steps: Steps },
): Generator<LocalMs> {
  yield start;
  let steps = 0;
  const step = (at: InstanceType<typeof ICAL.Time> | null | undefined) => {
    steps += 1;
    reach.steps.left -= 1;
    if (steps > MAX_STEPS || reach.steps.left < 0) throw new EndlessRule(read.line);
    if (at !== null && at !== undefined && at.year > reach.lastYear) throw new PastHorizon();
  };
  // Rules that never match again make the library look for ever; each of its loops goes through one of these.
  class Bounded extends ICAL.RecurIterator {
    override increment_generic(inc: number, attribute: string, factor: number, next: string): void {
      step(this.last);
      super.increment_generic(inc, attribute, factor, next);
    }
    override increment_monthday(inc: number): void {
      step(this.last);
      super.increment_monthday(inc);
    }
    override increment_month(): void {
      step(this.last);
      super.increment_month();
    }
    override increment_year(inc: number): void {
      step(this.last);
      super.increment_year(inc);
    }
  }
  try {
    const iterator = new Bounded({ rule: read.rule, dtstart: icalTime(nearStart(read, start, reach.from)) });
    for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
      step(next);
      const local = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
      if (local > start && belongs(read, local, start)) yield local;
    }
  } catch (error) {
    if (error instanceof PastHorizon) return;
    if (error instanceof EndlessRule) throw error;
    throw new BadValue(read.line);
  }
}

/** A start of the same phase shortly before `from`: a daily series of ten years need not be gone through. */
function nearStart({ rule, count }: ReadRule, start: LocalMs, from: LocalMs): LocalMs {
  const days = rule.freq === 'DAILY' ? 1 : rule.freq === 'WEEKLY' ? 7 : 0;
  if (count !== undefined || days === 0) return start;
  const period = days * rule.interval * DAY_MS;
  return start + Math.max(0, Math.floor((from - start) / period) - 1) * period;
}

/** The library moves 30 February to March; such a date is none. */
function belongs({ rule }: ReadRule, local: LocalMs, start: LocalMs): boolean {
  const at = new Date(local);
  const [month, day] = [at.getUTCMonth() + 1, at.getUTCDate()];
  const days = new Date(Date.UTC(at.getUTCFullYear(), month, 0)).getUTCDate();
  const part = (name: string): readonly number[] => {
    const values: unknown = (rule.parts as Record<string, unknown>)[name];
    return Array.isArray(values) ? values.map(Number) : [];
  };
  const [months, monthDays] = [part('BYMONTH'), part('BYMONTHDAY')];
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0) return monthDays.includes(day) || monthDays.includes(day - days - 1);
  const byDate = rule.freq === 'MONTHLY' || rule.freq === 'YEARLY';
  const other = ['BYDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS'].some((name) => name in rule.parts);
  return !byDate || other || day === new Date(start).getUTCDate();
}
