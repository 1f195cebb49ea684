import fc from 'fast-check';
import { attributeTurns } from '../../../src/domain/balance/attribution';
import { LIMITS } from '../../../src/domain/balance/stints';
import { MOST_EVENTS, underCap, withEvents } from '../../../src/domain/meeting/measuring';
import type { RoomCommandBody } from '../../../src/domain/meeting/room';
import { aSeed } from '../../room/aRoom';
import { aMeasured, aMeasuredSeed, FOUR, measuredFour } from './aMeasured';
import { MIN, refused, START } from './aMeeting';

const S = 1000;
type Measured = ReturnType<typeof aMeasured>;
const told = (meeting: Measured) =>
  meeting.events().map((event) => {
    const at = (event.at - START) / S;
    if (event.kind === 'mark') return `${at} ${event.person} by ${event.source}`;
    if (event.kind === 'speaking') return `${at} ${event.on ? 'heard' : 'silent'}`;
    return `${at} ${event.kind} ${'person' in event ? event.person : ''}`.trim();
  });
const say = (meeting: Measured, bodies: readonly (readonly [RoomCommandBody, number, string?])[]) =>
  bodies.reduce((at, [body, seconds, by]) => at.say(body, START + seconds * S, by), meeting);

test('RO10 without an agreement nobody keeps any turn, and the room says nothing of it', () => {
  const plain = say(aMeasured(aSeed()).come(FOUR, START), [
    [{ kind: 'start' }, 0],
    [{ kind: 'give', person: 'hugo' }, 0],
    [{ kind: 'endTurn', person: 'hugo' }, 4],
  ]);
  expect(Object.keys(plain.room().private)).not.toContain('balance');
  expect(JSON.stringify(plain.room().private)).not.toMatch(/hugo/);
  expect(plain.room().state.balance).toBeUndefined();
  expect(plain.told('hugo', START)).toBeNull();
  for (const body of [
    { kind: 'takePart', as: 'declined' },
    { kind: 'correctTurn', from: START, until: null },
  ] as const)
    expect(refused(() => plain.say(body, START, 'hugo'))).toBe('talk/not-measured');
});

test('RO10 turns are in no shared state', () => {
  const done = say(measuredFour(), [
    [{ kind: 'give', person: 'hugo' }, 0],
    [{ kind: 'endTurn', person: 'hugo' }, 4],
  ]);
  expect(attributeTurns(done.events())).toEqual([
    { person: 'hugo', source: 'chair', from: START, until: START + 4 * S },
  ]);
  expect(JSON.stringify(done.room().state)).not.toMatch(/"(until|from|mark|events)"/);
});

test('RO13 what the agenda brought is measured under the cap; what was agreed later is not', () => {
  const seed = aMeasuredSeed();
  expect(underCap(seed, 'persons')).toEqual(seed);
  expect(underCap(seed, 'areas').balance?.mode).toBe('areas');
  expect(underCap(aMeasuredSeed({ mode: 'areas' }), 'persons').balance?.mode).toBe('areas');
  expect(underCap(seed, 'off')).toEqual(aSeed());
  expect(aMeasured().room().state.balance).toEqual({ mode: 'persons', since: START - 1, nudge: true });
  const later = aMeasured(aMeasuredSeed({ since: START + 1 }));
  expect([later.room().state.balance, later.log()]).toEqual([undefined, undefined]);
  const again = aMeasured(aMeasuredSeed({ mode: 'areas' })).say({ kind: 'seed', seed }, START, 'rodrigo');
  expect(again.room().state.balance?.mode).toBe('areas');
});

test('RO13 who does not take part is not named where an agenda waits, and is not counted once it is used', () => {
  const seed = aMeasuredSeed({ declined: ['hugo'] });
  const waiting = aMeasured(null).say({ kind: 'seed', seed }, START, 'leire');
  expect(waiting.room().state.proposed?.seed.balance).toMatchObject({ mode: 'persons', declined: [] });
  const used = waiting.say({ kind: 'useProposed' }, START, 'irene');
  expect(used.log()?.as).toEqual({ hugo: 'declined' });
  expect(JSON.stringify(used.room().state)).not.toContain('declined');
});

test('RO22 what the team no longer measures goes, whoever of the company says it; more comes by no command', () => {
  const come = { kind: 'joined', person: { id: 'agencia', name: 'Agencia', outsider: true } } as const;
  const four = measuredFour().happen(come, START).say({ kind: 'give', person: 'hugo' }, START);
  expect(refused(() => four.say({ kind: 'measureLess', mode: 'off' }, START, 'agencia'))).toBe(
    'meeting/not-allowed',
  );
  four.say({ kind: 'measureLess', mode: 'areas' }, START, 'andres');
  expect(four.room().state.balance?.mode).toBe('areas');
  expect(four.told('hugo', START + S)).toMatchObject({ mode: 'areas', people: null });
  expect(four.events()).not.toEqual([]);
  four.say({ kind: 'measureLess', mode: 'off' }, START, 'hugo');
  four.say({ kind: 'measureLess', mode: 'areas' }, START, 'hugo');
  expect(Object.keys(four.room().state)).not.toContain('balance');
  expect(Object.keys(four.room().private)).not.toContain('balance');
  expect(four.told('hugo', START + S)).toBeNull();
});

test('RO14 each mark is logged with who made it, each item with its owner, the signal, the end and what came after it', () => {
  const items = aSeed().items.map((item, at) => (at === 1 ? { ...item, owner: 'Nombre de rodrigo' } : item));
  const meeting = measuredFour(aMeasuredSeed({}, { items }));
  say(meeting, [
    [{ kind: 'give', person: 'hugo' }, 1],
    [{ kind: 'endTurn', person: 'hugo' }, 2],
    [{ kind: 'give', person: 'andres' }, 3, 'andres'],
  ]);
  meeting.hear(true, START + 4 * S).hear(true, START + 5 * S);
  say(meeting, [
    [{ kind: 'ask', person: 'hugo' }, 5, 'hugo'],
    [{ kind: 'giveNext', leaves: 'andres' }, 6],
    [{ kind: 'give', person: 'irene' }, 7],
    [{ kind: 'endTurn', person: 'irene' }, 8],
    [{ kind: 'give', person: 'rodrigo' }, 9, 'hugo'],
    [{ kind: 'next', leaves: 'i0' }, 10],
    [{ kind: 'round', milliseconds: 60_000 }, 11],
  ]);
  const first = meeting.room().state.meeting?.floor.speaker?.person ?? '';
  meeting.say({ kind: 'endTurn', person: first }, START + 12 * S);
  const inRound = meeting.events().slice(-2);
  meeting.hear(false, START + 13 * S);
  say(meeting, [
    [{ kind: 'endRound' }, 13],
    [{ kind: 'end' }, 14],
  ]);
  meeting.hear(true, START + 15 * S);
  meeting.say({ kind: 'reopen' }, START + 20 * S).hear(true, START + 21 * S);
  expect(inRound.map((event) => event.kind === 'mark' && event.source)).toEqual(['round', 'round']);
  const lines = told(meeting);
  const round = lines.filter((line) => line.includes('by round'));
  expect(lines.filter((line) => !line.includes('by round'))).toEqual([
    '0 owner null',
    '1 hugo by chair',
    '2 null by chair',
    '3 andres by self',
    '4 heard',
    '6 hugo by queue',
    '7 irene by self',
    '8 null by chair',
    '9 rodrigo by chair',
    '10 owner rodrigo',
    '13 silent',
    '14 end',
    '20 owner rodrigo',
    '21 heard',
  ]);
  expect(round.length).toBeGreaterThan(0);
  expect(meeting.log()?.items).toEqual([
    { item: 'i0', from: START },
    { item: 'i1', from: START + 10 * S },
    { item: 'i1', from: START + 20 * S },
  ]);
});

test('RO14 through the panel that stands for somebody they say it themselves', () => {
  const meeting = measuredFour().happen({ kind: 'panelOpened', person: 'hugo' }, START);
  meeting.say({ kind: 'present', person: 'leire', how: 'phone', through: 'hugo' }, START);
  meeting.say({ kind: 'give', person: 'leire' }, START + S, 'hugo');
  expect(told(meeting).at(-1)).toBe('1 leire by self');
});

test('RO14 presence is logged from the start to the end, and again when the end was taken back', () => {
  const meeting = measuredFour();
  say(meeting, [
    [{ kind: 'present', person: 'hugo', how: 'away' }, 60],
    [{ kind: 'present', person: 'leire', how: 'phone' }, 90],
    [{ kind: 'present', person: 'agencia', how: 'room' }, 90],
    [{ kind: 'end' }, 120],
    [{ kind: 'reopen' }, 180],
  ]);
  const here = meeting.log()?.here ?? [];
  const of = (person: string) =>
    here
      .filter((one) => one.person === person)
      .map(({ from, until }) => [(from - START) / S, until === null ? null : (until - START) / S]);
  expect(of('hugo')).toEqual([[0, 60]]);
  expect(of('leire')).toEqual([
    [90, 120],
    [180, null],
  ]);
  expect(of('irene')).toEqual([
    [0, 120],
    [180, null],
  ]);
  expect(of('agencia')).toEqual([]);
});

test('RO14 a log of 8,000 events is closed, and what was counted stands', () => {
  const meeting = measuredFour().say({ kind: 'give', person: 'hugo' }, START);
  for (let at = 1; meeting.events().length < MOST_EVENTS; at++) meeting.hear(at % 2 === 1, START + at);
  expect(meeting.events().at(-1)?.kind).toBe('end');
  const before = meeting.events();
  meeting.say({ kind: 'give', person: 'andres' }, START + MIN).hear(true, START + MIN);
  expect(meeting.events()).toBe(before);
  // What is shown of the floor goes on, and no mark is taken back by a log that has ended.
  meeting.happen({ kind: 'time' }, START + 30 * MIN);
  expect(meeting.room().state.meeting?.floor.speaker?.person).toBe('andres');
  const short = { events: before.slice(0, -2), here: [], items: [], as: {}, nudges: [] };
  const two = [1, 2, 3].map((at) => ({ at, kind: 'speaking', on: true }) as const);
  expect(withEvents(short, two).events.slice(-2)).toEqual([two[0], { at: 2, kind: 'end' }]);
});

test('RO15 who declined, is from outside or of no area is nobody in the log; the one before does not speak on', () => {
  const meeting = measuredFour(aMeasuredSeed({ declined: ['hugo'] }));
  meeting.happen({ kind: 'joined', person: { id: 'nuevo', name: 'Nuevo', outsider: false } }, START);
  say(meeting, [
    [{ kind: 'give', person: 'irene' }, 1],
    [{ kind: 'give', person: 'hugo' }, 2],
    [{ kind: 'give', person: 'agencia' }, 3],
    [{ kind: 'give', person: 'nuevo' }, 4],
    [{ kind: 'end' }, 5],
  ]);
  expect(JSON.stringify(meeting.log()?.events)).not.toMatch(/hugo|agencia|nuevo/);
  expect(attributeTurns(meeting.events())).toEqual([
    { person: 'irene', source: 'self', from: START + S, until: START + 2 * S },
  ]);
  expect(meeting.log()?.here.map(({ person }) => person)).toEqual(['irene', 'rodrigo', 'andres']);
});

test('RO14 where an item wants many voices its owner is not supposed to speak', () => {
  const items = (['ideas', 'problem'] as const).map((kind, at) => ({
    ...{ id: `i${at}`, kind, title: kind, minutes: 10 },
    owner: 'Nombre de rodrigo',
  }));
  const meeting = measuredFour(aMeasuredSeed({}, { items }));
  say(meeting, [[{ kind: 'next', leaves: 'i0' }, 10]]);
  expect(told(meeting)).toEqual(['0 owner null', '10 owner rodrigo']);
});

test('RO15 declining takes out what was theirs, for good; who comes back counts from then on', () => {
  const items = aSeed().items.map((item) => ({ ...item, owner: 'Nombre de hugo' }));
  const meeting = say(measuredFour(aMeasuredSeed({}, { items })), [
    [{ kind: 'give', person: 'hugo' }, 1],
    [{ kind: 'give', person: 'andres' }, 9],
    [{ kind: 'takePart', as: 'declined' }, 10, 'hugo'],
  ]);
  expect(JSON.stringify([meeting.log()?.events, meeting.log()?.here])).not.toContain('hugo');
  say(meeting, [
    [{ kind: 'takePart', as: 'counted' }, 20, 'hugo'],
    [{ kind: 'give', person: 'hugo' }, 30],
    [{ kind: 'end' }, 40],
  ]);
  expect(attributeTurns(meeting.events()).map(({ person, from }) => [person, (from - START) / S])).toEqual([
    ['andres', 9],
    ['hugo', 30],
  ]);
  expect(meeting.log()?.here.filter(({ person }) => person === 'hugo')).toEqual([
    { person: 'hugo', from: START + 20 * S, until: START + 40 * S },
  ]);
});

test('RO15 only oneself says how one takes part, and by name only where names are agreed', () => {
  const shown = { kind: 'takePart', as: 'shown' } as const;
  const areas = measuredFour(aMeasuredSeed({ mode: 'areas' }));
  expect(refused(() => areas.say(shown, START, 'hugo'))).toBe('talk/not-measured');
  const persons = measuredFour().say(shown, START, 'hugo');
  expect(persons.log()?.as).toEqual({ hugo: 'shown' });
  expect(persons.say({ kind: 'takePart', as: 'counted' }, START, 'hugo').log()?.as).toEqual({});
  expect(refused(() => persons.say(shown, START, 'agencia'))).toBe('meeting/not-allowed');
  const ended = persons.say({ kind: 'end' }, START + MIN);
  const day = START + MIN + 24 * 60 * MIN;
  expect(ended.say({ kind: 'takePart', as: 'declined' }, day - 1, 'hugo').log()?.as).toEqual({
    hugo: 'declined',
  });
  expect(refused(() => ended.say({ kind: 'takePart', as: 'declined' }, day, 'irene'))).toBe(
    'meeting/too-late',
  );
});

test('RO16 whoever had a turn says that it ended earlier, or was not theirs; nobody of another’s', () => {
  const meeting = say(measuredFour(), [
    [{ kind: 'give', person: 'hugo' }, 1],
    [{ kind: 'give', person: 'andres' }, 9],
    [{ kind: 'correctTurn', from: START + S, until: START + 4 * S }, 10, 'hugo'],
    [{ kind: 'correctTurn', from: START + 9 * S, until: null }, 11, 'andres'],
  ]);
  expect(attributeTurns(meeting.events())).toEqual([
    { person: 'hugo', source: 'chair', from: START + S, until: START + 4 * S },
  ]);
  for (const [from, by, until] of [
    [1, 'andres', null],
    [2, 'hugo', null],
    [1, 'hugo', 0],
  ] as const) {
    const body = {
      kind: 'correctTurn',
      from: START + from * S,
      until: until === null ? null : START + until * S,
    } as const;
    expect(refused(() => meeting.say(body, START + 12 * S, by))).toBe('talk/unknown-turn');
  }
});

test('RO17 a forgotten mark is taken back when the room hears the time, once it has ended; in a round the next one is due', () => {
  const meeting = measuredFour().say({ kind: 'give', person: 'hugo' }, START);
  const speaker = () => meeting.room().state.meeting?.floor.speaker?.person;
  meeting.happen({ kind: 'time' }, START + LIMITS.longest - 1);
  expect(speaker()).toBe('hugo');
  meeting.happen({ kind: 'time' }, START + LIMITS.longest);
  expect(speaker()).toBeUndefined();
  expect(told(meeting).at(-1)).toBe(`${LIMITS.longest / S} null by chair`);
  // Heard and then silent: by the silence.
  const later = START + 6 * MIN;
  meeting
    .hear(true, later)
    .say({ kind: 'give', person: 'andres' }, later)
    .hear(false, later + 5 * S);
  meeting.happen({ kind: 'time' }, later + 5 * S + LIMITS.silence);
  expect(speaker()).toBeUndefined();
  meeting.say({ kind: 'round', milliseconds: 60_000 }, START + 8 * MIN);
  const first = speaker();
  meeting.happen({ kind: 'time' }, START + 8 * MIN + LIMITS.longest);
  expect(speaker()).not.toBe(first);
  expect(speaker()).toBeDefined();
});

test('RO17 the next item ends the mark of the one before, and everybody sees it', () => {
  const meeting = measuredFour().say({ kind: 'give', person: 'hugo' }, START);
  meeting.say({ kind: 'next', leaves: 'i0' }, START + S).happen({ kind: 'time' }, START + S);
  expect(meeting.room().state.meeting?.floor.speaker).toBeNull();
  meeting.say({ kind: 'give', person: 'hugo' }, START + 2 * S).happen({ kind: 'time' }, START + 3 * S);
  expect(meeting.room().state.meeting?.floor.speaker?.person).toBe('hugo');
});

test('RO21 who leads an item is the one person with that name, whatever its case and accents', () => {
  const people = aSeed().people.map((one) => ({
    ...one,
    name:
      one.id === 'andres' ? 'Andrés Núñez' : one.id === 'hugo' || one.id === 'leire' ? 'Sol Gil' : one.name,
  }));
  const owners = ['ANDRES  NUNEZ', 'Sol Gil', 'Nadie', undefined, 'Nombre de irene', ''];
  const items = aSeed().items.map((item, at) => {
    const owner = owners[at];
    return owner === undefined ? item : { ...item, owner };
  });
  const { meeting } = aMeasured(aMeasuredSeed({}, { people, items })).room().state;
  expect(meeting?.items.map(({ owner }) => owner)).toEqual([
    'andres',
    undefined,
    undefined,
    undefined,
    'irene',
    undefined,
  ]);
});

test('RO14 RO15 after anything in any order the log is in order, and nobody who is not counted is in it', () => {
  const people = ['irene', 'hugo', 'rodrigo', 'andres', 'agencia'];
  const person = fc.constantFrom(...people);
  const body: fc.Arbitrary<RoomCommandBody> = fc.oneof(
    fc.record({ kind: fc.constantFrom('give' as const, 'endTurn' as const, 'ask' as const), person }),
    fc.record({
      kind: fc.constant('takePart' as const),
      as: fc.constantFrom('declined' as const, 'counted' as const, 'shown' as const),
    }),
    fc.record({
      kind: fc.constant('present' as const),
      person,
      how: fc.constantFrom('room' as const, 'away' as const),
    }),
    fc.constantFrom<RoomCommandBody>(
      { kind: 'next', leaves: 'i0' },
      { kind: 'next', leaves: 'i1' },
      { kind: 'giveNext', leaves: null },
      { kind: 'round', milliseconds: 90_000 },
      { kind: 'endRound' },
      { kind: 'end' },
      { kind: 'reopen' },
    ),
  );
  const step = fc.record({ body, by: person, wait: fc.integer({ min: 0, max: 40_000 }), on: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const meeting = measuredFour();
      let now = START;
      for (const { body: what, by, wait, on } of steps) {
        now += wait;
        refused(() => meeting.say(what, now, by));
        meeting.hear(on, now).happen({ kind: 'time' }, now);
        const log = meeting.log();
        const declined = people.filter((id) => log?.as[id] === 'declined' || id === 'agencia');
        const named = JSON.stringify([log?.events, log?.here]);
        declined.forEach((id) => expect(named).not.toContain(id));
      }
      const at = meeting.events().map((event) => event.at);
      expect(at).toEqual([...at].sort((a, b) => a - b));
      for (const { from, until } of meeting.log()?.here ?? [])
        expect(until ?? now).toBeGreaterThanOrEqual(from);
    }),
    { numRuns: 60 },
  );
});
