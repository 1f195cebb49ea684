import * as v from 'valibot';
import type { Clock } from '../../app/ports/clock';
import type { Directory, Found, Me } from '../../app/ports/directory';
import type { Cancellation } from '../../app/ports/cancellation';
import { plainName } from '../../domain/plainName';
import type { Call, Graph, Operation } from '../client/call';
import { ask, askAll } from '../client/json';
import { PortFailure } from '../../app/ports/failure';
import { metLately } from './met';
import { BASIC_FIELDS, DEPARTMENT_FIELDS, foundOf, matchOf, PERSON, plainOf } from './people';

const ME = v.object({
  ...PERSON.entries,
  city: v.nullish(v.string()),
  state: v.nullish(v.string()),
  country: v.nullish(v.string()),
  usageLocation: v.nullish(v.string()),
});
const ME_FIELDS = `${DEPARTMENT_FIELDS},city,state,country,usageLocation`;

const SHOWN = 10;
const ASKED = 25;
const LONGEST_TEXT = 60;
const MOST_OF_DEPARTMENT = 500;

/** The directory port over Graph (GD1 to GD4). */
export function createDirectory(graph: Graph, clock: Clock): Directory {
  const plan = (cancel: Cancellation): Operation => ({ tier: 'plan', cancel });
  let me: Me | undefined;
  /** Those whom I met lately, once they have been asked for. */
  let met: readonly Found[] | undefined;

  const askMe = async (cancel: Cancellation): Promise<Me> => {
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    me ??= meOf(
      await ask(graph, ME, { method: 'GET', path: '/me', query: { $select: ME_FIELDS } }, plan(cancel)),
    );
    return me;
  };

  const askMet = async (cancel: Cancellation): Promise<readonly Found[]> => {
    if (met !== undefined) return met;
    const { mail } = await askMe(cancel);
    const mails = (await metLately(graph, mail, clock.now(), plan(cancel))).slice(0, SHOWN);
    const people = mails.length === 0 ? [] : await askAll(graph, PERSON, byMail(mails), plan(cancel), ASKED);
    const byAddress = new Map(people.flatMap(foundOf).map((one) => [one.mail, one]));
    // Whom the directory does not know is an outsider; those are typed by hand.
    met = mails.flatMap((one) => byAddress.get(one) ?? []);
    return met;
  };

  return {
    me: askMe,

    async find(text, cancel) {
      if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
      const typed = text.trim().slice(0, LONGEST_TEXT);
      if (typed === '') return askMet(cancel);
      const wanted = plainOf(typed);
      const known = (met ?? []).filter((one) => matchOf(one, wanted) !== undefined);
      const begins = (await askAll(graph, PERSON, beginsWith(typed), plan(cancel), ASKED)).flatMap(foundOf);
      const first = merged([known, ranked(begins, wanted)]);
      if (first.length >= SHOWN) return first.slice(0, SHOWN);
      const call = anyWord(typed);
      if (call === undefined) return first;
      // Words in the middle of a name, which the quicker question does not see.
      const words = (await askAll(graph, PERSON, call, plan(cancel), ASKED)).flatMap(foundOf);
      return merged([first, ranked(words, wanted)]).slice(0, SHOWN);
    },

    async department(name, cancel) {
      const call = {
        method: 'GET',
        path: '/users',
        query: { $filter: `department eq '${quoted(name.trim())}'`, $select: DEPARTMENT_FIELDS, $top: 100 },
      } as const;
      const people = await askAll(graph, PERSON, call, { tier: 'directory', cancel }, MOST_OF_DEPARTMENT);
      return merged([people.flatMap(foundOf)]);
    },
  };
}

function meOf(answer: v.InferOutput<typeof ME>): Me {
  const found = foundOf(answer)[0];
  if (found === undefined) throw new PortFailure({ kind: 'malformed' });
  const { city, state } = answer;
  // `country` is whatever somebody typed; `usageLocation` is always a code.
  const country = [answer.country, answer.usageLocation].find((code) => /^[A-Za-z]{2}$/.test(code ?? ''));
  return {
    ...found,
    ...(city && { city: plainName(city) }),
    ...(state && { state: plainName(state) }),
    ...(country && { country: country.toUpperCase() }),
  };
}

function usersCall($filter: string): Call {
  return { method: 'GET', path: '/users', query: { $filter, $select: BASIC_FIELDS, $top: ASKED } };
}

function beginsWith(typed: string): Call {
  const fields = ['displayName', 'givenName', 'surname', 'mail'];
  return usersCall(fields.map((field) => `startsWith(${field},'${quoted(typed)}')`).join(' or '));
}

function byMail(mails: readonly string[]): Call {
  return usersCall(mails.map((mail) => `mail eq '${quoted(mail)}'`).join(' or '));
}

function anyWord(typed: string): Call | undefined {
  const term = typed.replace(/["\\:]/g, ' ').trim();
  if (term === '') return undefined;
  return {
    method: 'GET',
    path: '/users',
    query: { $search: `"displayName:${term}"`, $select: BASIC_FIELDS, $top: ASKED },
    headers: { ConsistencyLevel: 'eventual' },
  };
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

/** By how well they answer to what was typed, then by name. */
function ranked(people: readonly Found[], wanted: string): readonly Found[] {
  const rank = (one: Found) => matchOf(one, wanted) ?? 3;
  return [...people].sort((a, b) => rank(a) - rank(b) || (plainOf(a.name) < plainOf(b.name) ? -1 : 1));
}

/** One list after the other, each person once. */
function merged(lists: readonly (readonly Found[])[]): readonly Found[] {
  const once = new Map<string, Found>();
  for (const one of lists.flat()) if (!once.has(one.id)) once.set(one.id, one);
  return [...once.values()];
}
