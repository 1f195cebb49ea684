import { MOST_NUDGES, NUDGE_PAUSE } from '../../../src/domain/balance/alarm';
import { TOO_EARLY } from '../../../src/domain/balance/tooEarly';
import type { MyBalance } from '../../../src/domain/balance/types';
import { NUDGE_STANDS } from '../../../src/domain/meeting/myBalance';
import { aMeasured, aMeasuredSeed, FOUR, measuredFour } from './aMeasured';
import { MIN, START } from './aMeeting';

type Measured = ReturnType<typeof aMeasured>;

/** These speak in turn, so many seconds each, heard by the hosts; the moment behind it. */
function talked(
  meeting: Measured,
  people: readonly string[],
  seconds: number,
  until: number,
  from = START,
): number {
  let now = from;
  meeting.hear(true, now);
  for (let turn = 0; now < until; turn++) {
    const person = people[turn % people.length] ?? '';
    meeting.say({ kind: 'give', person }, now);
    now += seconds * 1000;
    meeting.happen({ kind: 'time' }, now);
  }
  return now;
}
/** One long item, so that no mark ends with it. */
const oneItem = (kind: 'ideas' | 'problem' | 'topic' = 'topic') => [
  { id: 'i0', kind, title: 'Punto', minutes: 60 },
];
const shares = (told: MyBalance | null) =>
  Object.fromEntries(
    Object.entries(told?.areas ?? {}).map(([area, { share }]) => [area, Math.round(100 * share)]),
  );

test('RO18 nothing of shares before ten minutes of speech, one’s own turns at once', () => {
  const meeting = measuredFour(aMeasuredSeed({}, { items: oneItem() }));
  const now = talked(meeting, ['hugo', 'andres', 'irene', 'rodrigo'], 20, START + TOO_EARLY - 20_000);
  const early = meeting.told('hugo', now);
  expect(early).toMatchObject({ areas: null, people: null, own: { share: null }, talk: null, quiet: null });
  expect(early?.speech).toBe(TOO_EARLY - 20_000);
  expect(early?.own?.turns).toHaveLength(5);
  const late = meeting.told('hugo', now + 20_000);
  expect(shares(late)).toEqual({ marketing: 53, sales: 47 });
  expect(late?.own?.share?.share).toBeCloseTo(0.25, 1);
  // Without any signal it is the turns that count.
  const silent = measuredFour(aMeasuredSeed({}, { items: oneItem() }));
  let at = START;
  for (let turn = 0; turn < 31; turn++, at += 20_000) {
    silent.say({ kind: 'give', person: FOUR[turn % 4] ?? '' }, at);
    if (at === START + 8 * MIN)
      expect(silent.told('irene', at)).toMatchObject({ areas: null, speech: 8 * MIN });
  }
  expect(silent.told('irene', at)).toMatchObject({ attributed: null, speech: at - START });
  expect(silent.told('irene', at)?.areas).not.toBeNull();
});

test('RO18 one’s open turn goes on until now, pauses and all; others’ turns and shares are in nothing', () => {
  const meeting = measuredFour(aMeasuredSeed({}, { items: oneItem() }));
  const now = talked(meeting, ['hugo', 'andres'], 20, START + 11 * MIN);
  const last = meeting.room().state.meeting?.floor.speaker?.person ?? '';
  const open = meeting.hear(false, now).told(last, now + 1000);
  expect(open?.own?.turns.at(-1)).toMatchObject({
    person: last,
    from: now - 20_000,
    until: now + 1000,
    open: true,
  });
  expect(open?.own?.turns.slice(0, -1).some((turn) => turn.open === true)).toBe(false);
  for (const me of FOUR) {
    const told = JSON.stringify(meeting.told(me, now));
    FOUR.filter((id) => id !== me).forEach((other) => expect(told).not.toContain(other));
  }
});

test('RO18 by name are only those who said so, once names are agreed and there is enough', () => {
  const say = (meeting: Measured) => {
    meeting.say({ kind: 'takePart', as: 'shown' }, START, 'hugo');
    return talked(meeting, ['hugo', 'andres', 'irene'], 20, START + 11 * MIN);
  };
  const persons = measuredFour(aMeasuredSeed({}, { items: oneItem() }));
  const now = say(persons);
  for (const me of FOUR) expect(Object.keys(persons.told(me, now)?.people ?? {})).toEqual(['hugo']);
  expect(persons.told('hugo', now)?.as).toBe('shown');
  expect(persons.told('irene', now)?.as).toBe('counted');
});

test('RO18 who is not counted is told the areas, whoever is from outside nothing, and how many of those here count', () => {
  const meeting = measuredFour(aMeasuredSeed({ declined: ['hugo'] }, { items: oneItem() }));
  meeting.happen({ kind: 'joined', person: { id: 'nuevo', name: 'Nuevo', outsider: false } }, START);
  meeting.come(['agencia', 'nuevo'], START);
  const now = talked(meeting, ['irene', 'hugo', 'andres', 'rodrigo'], 30, START + 16 * MIN);
  expect(meeting.told('agencia', now)).toBeNull();
  expect(meeting.told('quien', now)).toBeNull();
  for (const me of ['hugo', 'nuevo']) {
    const told = meeting.told(me, now);
    expect(told).toMatchObject({ as: 'declined', own: null, counted: { is: 3, of: 6 } });
    expect(shares(told)).toEqual({ marketing: 33, sales: 67 });
  }
  // Hugo's quarter of the speech is nobody's.
  expect(meeting.told('irene', now)?.attributed).toBeCloseTo(0.75, 1);
});

test('RO18 the fair share goes by who was there, and silent people are part of it', () => {
  const meeting = measuredFour(aMeasuredSeed({}, { items: oneItem() }));
  meeting.come(['leire'], START);
  const now = talked(meeting, ['irene', 'andres', 'rodrigo'], 30, START + 12 * MIN);
  const told = meeting.told('irene', now);
  expect(told?.areas?.['marketing']?.fair).toBeCloseTo(0.6, 5);
  meeting.say({ kind: 'present', person: 'leire', how: 'away' }, now);
  const later = talked(meeting, ['irene', 'andres'], 30, now + 12 * MIN, now);
  expect(meeting.told('irene', later)?.areas?.['marketing']?.fair).toBeCloseTo(2.5 / 4.5, 2);
});

test('RO18 a turn that another mark has ended is open no more, and the owner’s supposed one is while nobody is marked', () => {
  const items = oneItem().map((item) => ({ ...item, owner: 'Nombre de irene' }));
  const meeting = measuredFour(aMeasuredSeed({}, { items })).hear(true, START);
  const last = (person: string, now: number) => meeting.told(person, now)?.own?.turns.at(-1);
  expect(last('irene', START + 5000)).toMatchObject({ source: 'owner', from: START, open: true });
  meeting.say({ kind: 'give', person: 'hugo' }, START + 6000);
  meeting.say({ kind: 'give', person: 'andres' }, START + 9000);
  expect(last('hugo', START + 9000)).toEqual({
    person: 'hugo',
    source: 'chair',
    from: START + 6000,
    until: START + 9000,
  });
  expect(last('irene', START + 9000)?.open).toBeUndefined();
});

/** Two of marketing who hold the floor between them for so long. */
const lopsided = (meeting: Measured, minutes: number) => {
  let now = START;
  for (; now < START + minutes * MIN;) {
    now = talked(meeting, ['irene', 'hugo'], 25, now + 50_000, now);
    meeting.look(now);
  }
  return now;
};
const nudges = (meeting: Measured) => meeting.log()?.nudges ?? [];

test('RO19 the area to be heard is told a few times with pauses, where many voices are wanted and nudges are', () => {
  const meeting = measuredFour(aMeasuredSeed({}, { items: oneItem('ideas') }));
  lopsided(meeting, 58);
  const at = nudges(meeting).map((one) => one.at);
  expect(at.length).toBeGreaterThan(0);
  expect(at.length).toBeLessThanOrEqual(MOST_NUDGES);
  expect(nudges(meeting).every(({ area }) => area === 'sales')).toBe(true);
  at.slice(1).forEach((one, before) => expect(one - (at[before] ?? 0)).toBeGreaterThanOrEqual(NUDGE_PAUSE));
  for (const quiet of [
    measuredFour(aMeasuredSeed({}, { items: oneItem('problem') })),
    measuredFour(aMeasuredSeed({ nudge: false }, { items: oneItem('ideas') })),
  ]) {
    lopsided(quiet, 40);
    expect(nudges(quiet)).toEqual([]);
  }
});

test('RO19 a nudge goes by itself, when its area was heard, and with the item; nobody is named', () => {
  const fresh = () => {
    const items = [...oneItem('ideas'), { id: 'i1', kind: 'ideas' as const, title: 'Otro', minutes: 5 }];
    const meeting = measuredFour(
      aMeasuredSeed({}, { items: items.map((item, at) => (at === 0 ? { ...item, minutes: 55 } : item)) }),
    );
    let now = START;
    while (nudges(meeting).length === 0 && now < START + 50 * MIN) {
      now = talked(meeting, ['irene', 'hugo'], 25, now + 25_000, now);
      meeting.look(now);
    }
    return { meeting, now };
  };
  const { meeting, now } = fresh();
  expect(FOUR.map((me) => meeting.told(me, now)?.quiet)).toEqual(['sales', 'sales', 'sales', 'sales']);
  expect(meeting.told('irene', now + NUDGE_STANDS - 1)?.quiet).toBe('sales');
  expect(meeting.told('irene', now + NUDGE_STANDS)?.quiet).toBeNull();
  const heard = fresh();
  heard.meeting.say({ kind: 'give', person: 'andres' }, heard.now + 1000);
  expect(heard.meeting.told('irene', heard.now + 2000)?.quiet).toBeNull();
  const moved = fresh();
  moved.meeting.say({ kind: 'next', leaves: 'i0' }, moved.now + 1000);
  expect(moved.meeting.told('irene', moved.now + 2000)?.quiet).toBeNull();
});

test('RO20 after the end everybody is told the talk of the areas with its picture, nothing of it a person’s', () => {
  const meeting = measuredFour(aMeasuredSeed({ declined: ['hugo'] }, { items: oneItem() }));
  const now = talked(meeting, ['irene', 'hugo', 'andres', 'rodrigo'], 30, START + 20 * MIN);
  expect(meeting.told('irene', now)?.talk).toBeNull();
  meeting.say({ kind: 'end' }, now);
  const talk = meeting.told('irene', now + MIN)?.talk;
  expect(talk).toMatchObject({
    source: 'estimate',
    areas: { marketing: 5 * MIN, sales: 10 * MIN },
    unattributed: 5 * MIN,
  });
  expect(talk?.picture).toMatchObject({ start: START, step: MIN / 2, items: [{ item: 'i0', from: START }] });
  const sum = (steps: readonly number[] = []) => steps.reduce((all, one) => all + one, 0);
  expect(sum(talk?.picture?.areas['marketing'])).toBe(5 * MIN);
  expect(talk?.picture?.areas['marketing']).toHaveLength(40);
  expect(JSON.stringify(talk)).not.toMatch(/irene|hugo|andres|rodrigo/);
  expect(meeting.told('andres', now + MIN)?.talk).toEqual(talk);
  // Declining after the end is in it too.
  meeting.say({ kind: 'takePart', as: 'declined' }, now + MIN, 'andres');
  expect(meeting.told('irene', now + MIN)?.talk?.areas).toEqual({ marketing: 5 * MIN, sales: 5 * MIN });
  const far = measuredFour(aMeasuredSeed({}, { items: oneItem() })).say(
    { kind: 'end' },
    START + 23 * 60 * MIN,
  );
  expect(far.told('irene', START + 24 * 60 * MIN)?.talk?.picture?.areas['sales']?.length).toBeLessThanOrEqual(
    240,
  );
});

test('RO20 what people without a panel said stands apart only where it is nobody’s alone', () => {
  const shared = (withPanel: readonly string[], here: readonly string[]) => {
    const meeting = aMeasured(aMeasuredSeed({}, { items: oneItem() })).come(here, START);
    meeting.say({ kind: 'start' }, START);
    withPanel.forEach((person) => meeting.happen({ kind: 'panelOpened', person }, START));
    const now = talked(meeting, here, 30, START + 10 * MIN);
    return meeting.say({ kind: 'end' }, now).told('irene', now)?.talk?.picture?.shared;
  };
  // All of marketing in the room, all of sales with panels; and both in the room.
  expect(Object.keys(shared(['rodrigo', 'andres'], FOUR) ?? {})).toEqual(['marketing']);
  expect(Object.keys(shared([], FOUR) ?? {})).toEqual(['marketing', 'sales']);
  // One of two, or two of three: the rest, or the other, would be one person's turns.
  expect(shared(['irene'], FOUR)).toBeUndefined();
  expect(shared(['irene', 'rodrigo', 'andres'], [...FOUR, 'leire'])).toBeUndefined();
  expect(shared([...FOUR], FOUR)).toBeUndefined();
});
