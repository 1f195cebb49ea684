import type { Membership, NotLetIn, Roster } from '../../graph/membership/membership';
import type { nameOf, reasonOf } from '../../room/wire';
import type { Bearer } from './accessToken';
import type { Limits } from './limits';
import type { Store } from './store';

export type RoomId = Parameters<typeof nameOf>[0];
export type Denial = Parameters<typeof reasonOf>[0];
export type Denied = { readonly kind: 'denied'; readonly why: Denial; readonly claims?: string };

/** What Graph says of somebody in a room. */
export type Entry = {
  readonly kind: 'in';
  readonly name: string;
  /** Certainly somebody from outside the company; certainly somebody of it. Both may be false. */
  readonly outsider: boolean;
  readonly inside: boolean;
  readonly organiser: string | null;
};

/** Who may enter which room: what Graph says, kept for a while. */
export type Entrance = {
  check(key: string, id: RoomId, who: Bearer, token: string, now: number): Promise<Entry | Denied>;
  /** Forgets what is older than anybody would use. */
  sweep(now: number): void;
};

type Answer = { readonly roster: Roster; readonly at: number };

/** Asks once for a chat, then answers from what came; asks again for a stranger, and for each person of a channel. */
export function createEntrance(membership: Membership, store: Store, limits: Limits): Entrance {
  const answers = new Map<string, Answer>();
  const seen = new Map<string, number>();
  const refused = new Map<string, number>();
  const asked = new Map<string, number[]>();

  const fresh = (at: number | undefined, now: number) =>
    at !== undefined && now - at < limits.membershipMs && at <= now;

  /** A stranger knocking without pause must not make us knock at Graph's. */
  function tooOften(place: string, person: string, now: number): NotLetIn | null {
    const last = refused.get(`${place} ${person}`);
    if (last !== undefined && Math.abs(now - last) < limits.strangerMs) return { why: 'notMember' };
    const recent = (about: string) => (asked.get(about) ?? []).filter((at) => Math.abs(now - at) < 60_000);
    const [ofPlace, ofPerson] = [recent(place), recent(person)];
    if (ofPlace.length >= limits.strangersPerMinute || ofPerson.length >= limits.placesPerMinute)
      return { why: 'unknown' };
    asked.set(place, [...ofPlace, now]);
    asked.set(person, [...ofPerson, now]);
    return null;
  }

  async function ofChat(chat: string, who: Bearer, token: string, now: number): Promise<Entry | NotLetIn> {
    // Everybody comes at once: the first asks, the others wait for that answer.
    await asking.get(chat);
    const kept = answers.get(chat);
    const mark = `${chat} ${who.id}`;
    const known = kept?.roster.people.has(who.id) === true || fresh(seen.get(mark), now);
    if (kept !== undefined && fresh(kept.at, now) && known) return entryOf(kept.roster, who);
    const closed = tooOften(chat, who.id, now);
    if (closed !== null) return closed;
    const question = once(chat, who.id, () => membership.chat(chat, token));
    const over = question.then(
      () => void asking.delete(chat),
      () => void asking.delete(chat),
    );
    if (!asking.has(chat)) asking.set(chat, over);
    const answer = await question;
    if ('why' in answer) {
      if (answer.why === 'notMember') refused.set(mark, now);
      return answer;
    }
    seen.set(mark, now);
    answers.set(chat, { roster: answer, at: now });
    return entryOf(answer, who);
  }

  async function ofChannel(
    place: Extract<RoomId['place'], { kind: 'channel' }>,
    who: Bearer,
    token: string,
    now: number,
  ): Promise<Entry | NotLetIn> {
    const mark = `${place.team} ${place.channel} ${who.id}`;
    const entry: Entry = {
      kind: 'in',
      name: who.name,
      outsider: who.guest === true,
      inside: who.guest === false,
      organiser: null,
    };
    if (fresh(seen.get(mark), now)) return entry;
    const closed = tooOften(mark, who.id, now);
    if (closed !== null) return closed;
    const denied = await once(mark, who.id, () => membership.channel(place, token));
    if (denied === null) {
      seen.set(mark, now);
      return entry;
    }
    if (denied.why === 'notMember') refused.set(`${mark} ${who.id}`, now);
    return denied;
  }

  const asking = new Map<string, Promise<void>>();
  const running = new Map<string, Promise<unknown>>();
  /** Both documents of a room come at the same moment with the same question. */
  function once<T>(about: string, person: string, ask: () => Promise<T>): Promise<T> {
    const name = `${about} ${person}`;
    const known = running.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asking = ask().finally(() => running.delete(name));
    running.set(name, asking);
    return asking;
  }

  return {
    async check(key, { place }, who, token, now) {
      const said =
        place.kind === 'chat'
          ? await ofChat(place.chat, who, token, now)
          : await ofChannel(place, who, token, now);
      if ('kind' in said) {
        store.visited(key, who.id, { at: now, outsider: said.outsider, inside: said.inside });
        return said;
      }
      if (said.why === 'notMember') {
        store.gone(key, who.id);
        return { kind: 'denied', ...said };
      }
      // Graph, or the sign-in for it, cannot tell now: who was let in lately stays.
      const visit = await store.visit(key, who.id);
      if (said.why !== 'consent' && visit !== undefined && now - visit.at < limits.graceMs)
        return {
          kind: 'in',
          name: who.name,
          outsider: visit.outsider,
          inside: visit.inside,
          organiser: null,
        };
      return { kind: 'denied', ...said };
    },
    sweep(now) {
      for (const [name, { at }] of answers) if (!fresh(at, now)) answers.delete(name);
      for (const [name, at] of seen) if (!fresh(at, now)) seen.delete(name);
      for (const [name, at] of refused) if (now - at > limits.strangerMs) refused.delete(name);
      for (const [name, all] of asked) if (all.every((at) => now - at > 60_000)) asked.delete(name);
    },
  };
}

function entryOf({ people, organiser }: Roster, who: Bearer): Entry {
  const person = people.get(who.id);
  const outsider = who.guest === true || person?.outsider === true;
  return {
    kind: 'in',
    name: person === undefined || person.name === '' ? who.name : person.name,
    outsider,
    // Large chats come without all of their members: who may read the chat is one, and nothing more is known.
    inside: !outsider && (person !== undefined || who.guest === false),
    organiser,
  };
}
