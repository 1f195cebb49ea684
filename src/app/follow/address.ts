import type { BoardFilter } from '../../domain/tasks/board';
import type { FollowPart } from './followView';

/** What the address of the tab tells: where one is and what is filtered, as ids; never a word of what is searched. */
export type FollowAddress = {
  readonly series?: string;
  readonly part?: FollowPart;
  readonly filter: BoardFilter;
};

const PARTS: readonly FollowPart[] = ['tasks', 'review', 'decisions', 'rhythm', 'settings'];
const DUE = ['late', 'week', 'none'] as const;
const STATE = ['all', 'done', 'waiting'] as const;
/** Opaque: somebody who is known by a mail address only is never told in one. Anything else is somebody's joke. */
const ID = /^[\w.:-]{1,200}$/;

/** Reads an address; what makes no sense in it is left out. */
export function addressFrom(text: string): FollowAddress {
  const told = new Map(
    text.split('&').map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)] as const),
  );
  const id = (name: string): string | undefined => {
    const value = told.get(name) ?? '';
    return ID.test(value) ? value : undefined;
  };
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === told.get(name));
  const series = id('series');
  const part = one('part', PARTS);
  return {
    ...(series !== undefined && { series }),
    ...(part !== undefined && { part }),
    filter: given({
      area: id('area'),
      owner: id('owner'),
      problem: id('problem'),
      due: one('due', DUE),
      state: one('state', STATE),
    }),
  };
}

/** The address of it; what is searched stays out. */
export function addressOf({ series, part, filter }: FollowAddress): string {
  const { search: _, ...ids } = filter;
  const told: Readonly<Record<string, string | undefined>> = {
    series,
    part: part === 'tasks' ? undefined : part,
    ...ids,
  };
  return Object.entries(told)
    .flatMap(([name, value]) => (value !== undefined && ID.test(value) ? [`${name}=${value}`] : []))
    .join('&');
}

/** Only the fields that have a value. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
