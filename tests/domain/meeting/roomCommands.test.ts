import { applyRoomCommand, emptyRoom, type Room } from '../../../src/domain/meeting/applyRoom';
import { LEASE, type RoomCommandBody } from '../../../src/domain/meeting/room';
import { afterRoomHappening } from '../../../src/domain/meeting/roomHappened';
import { lengthOf } from '../../../src/domain/meeting/timer';
import { aProblem, aSeed, aTask } from '../../room/aRoom';
import { MIN, refused, START } from './aMeeting';

const EMPTY: Room = { state: emptyRoom('rodrigo'), private: { applied: [] } };
let made = 0;
const say = (room: Room, body: RoomCommandBody, by = 'irene', now = START, id = `r${made++}`) =>
  applyRoomCommand(room, { ...body, id }, by, now);
const seeded = (seed = aSeed()) => say(EMPTY, { kind: 'seed', seed }, 'rodrigo');
const running = () => say(seeded(), { kind: 'start' });
const minutesOf = (room: Room) =>
  (room.state.meeting?.items ?? []).map(({ id, minutes }) => `${id} ${minutes}`);
const joined = (room: Room, id: string, outsider = false) =>
  afterRoomHappening(room, { kind: 'joined', person: { id, name: `Quien es ${id}`, outsider } }, START);

test('RO1 the organiser brings the agenda, once; ids of commands stay with the server', () => {
  const room = seeded();
  expect(room.state.meeting).toMatchObject({ organiser: 'rodrigo', chair: 'irene', applied: [] });
  expect(lengthOf(room.state.meeting ?? { items: [] })).toBe(35);
  expect(room.private.applied).toHaveLength(1);
  const again = say(room, { kind: 'seed', seed: aSeed({ chair: 'rodrigo' }) }, 'rodrigo');
  expect(again.state).toEqual(room.state);
  const twice = say(running(), { kind: 'ask', person: 'irene' }, 'irene', START, 'same');
  expect(say(twice, { kind: 'withdraw', person: 'irene' }, 'irene', START, 'same').state).toBe(twice.state);
});

test('RO2 an agenda of somebody else waits for the organiser, or for anybody from five minutes before', () => {
  const seed = aSeed();
  const room = say(EMPTY, { kind: 'seed', seed }, 'hugo', START - 60 * MIN);
  expect(room.state.meeting).toBeNull();
  expect(room.state.proposed).toEqual({ by: 'hugo', seed });
  const other = say(room, { kind: 'seed', seed: aSeed({ chair: 'rodrigo' }) }, 'andres', START - 60 * MIN);
  expect(other.state.proposed?.by).toBe('hugo');
  const early = () => say(room, { kind: 'useProposed' }, 'andres', START - 6 * MIN);
  expect(refused(early)).toBe('meeting/not-allowed');
  expect(say(room, { kind: 'useProposed' }, 'rodrigo', START - 60 * MIN).state.meeting).not.toBeNull();
  const used = say(room, { kind: 'useProposed' }, 'andres', START - 5 * MIN);
  expect(used.state).toMatchObject({ proposed: null, meeting: { organiser: 'rodrigo', chair: 'irene' } });
});

test('RO2 what somebody from outside proposes gives way to what the company proposes, and not the other way', () => {
  const there = joined(joined(EMPTY, 'lucia', true), 'hugo');
  const planted = say(there, { kind: 'seed', seed: aSeed() }, 'lucia', START - 60 * MIN);
  expect(planted.state.proposed?.by).toBe('lucia');
  const ours = say(planted, { kind: 'seed', seed: aSeed() }, 'hugo', START - 60 * MIN);
  expect(ours.state.proposed?.by).toBe('hugo');
  expect(say(ours, { kind: 'seed', seed: aSeed() }, 'lucia').state.proposed?.by).toBe('hugo');
});

test('RO3 an agenda that is none is refused, whoever brings it', () => {
  const [first] = aSeed().items;
  for (const [change, code] of [
    [{ items: [] }, 'agenda/no-items'],
    [{ items: aSeed().items.map((item) => ({ ...item, minutes: 20 })) }, 'agenda/over-an-hour'],
    [{ items: first === undefined ? [] : [first, first] }, 'meeting/bad-agenda'],
    [{ chair: 'nobody' }, 'meeting/bad-agenda'],
    [
      {
        people: Array.from({ length: 501 }, (_, at) => ({
          id: `x${at}`,
          area: '',
          role: 'key' as const,
          name: '',
        })),
      },
      'meeting/too-many',
    ],
    [{ problems: [aProblem({ title: 'x'.repeat(201) })] }, 'meeting/too-long'],
    [{ tasks: [aTask({ text: 'x'.repeat(501) })] }, 'meeting/too-long'],
  ] as const)
    for (const by of ['rodrigo', 'hugo'])
      expect(refused(() => say(EMPTY, { kind: 'seed', seed: aSeed(change) }, by))).toBe(code);
});

test('RO4 whoever enters is of the meeting, also before there is an agenda', () => {
  let room = joined(joined(EMPTY, 'hugo'), 'lucia', true);
  room = afterRoomHappening(room, { kind: 'panelOpened', person: 'hugo' }, START);
  expect(afterRoomHappening(room, { kind: 'time' }, START)).toBe(room);
  expect(refused(() => say(room, { kind: 'start' }, 'hugo'))).toBe('meeting/no-agenda');
  room = joined(say(room, { kind: 'seed', seed: aSeed() }, 'rodrigo'), 'nuevo');
  expect(room.state.meeting?.panels).toEqual(['hugo']);
  expect(room.state.meeting?.people.slice(-2)).toEqual([
    { id: 'lucia', area: '', role: 'optional', outsider: true },
    { id: 'nuevo', area: '', role: 'optional' },
  ]);
  expect(room.state.names).toMatchObject({ lucia: 'Quien es lucia', irene: 'Nombre de irene' });
  expect(refused(() => say(room, { kind: 'ask', person: 'otro' }, 'otro'))).toBe('meeting/not-a-participant');
});

test('RO4 who came from outside is so, whatever an agenda says', () => {
  const before = say(joined(EMPTY, 'hugo', true), { kind: 'seed', seed: aSeed() }, 'rodrigo');
  const after = joined(seeded(), 'hugo', true);
  for (const room of [before, after])
    expect(room.state.meeting?.people.find(({ id }) => id === 'hugo')).toMatchObject({ outsider: true });
  expect(joined(after, 'hugo', true)).toBe(after);
});

test('RO5 chair and organiser add an item, its minutes come from those ahead, and the hour holds', () => {
  const item = { id: 'new', kind: 'problem', title: 'Ferias', minutes: 6 } as const;
  const room = say(running(), { kind: 'addItem', item });
  expect(minutesOf(room)).toEqual(['i0 5', 'i1 7', 'i2 7', 'i3 5', 'i4 3', 'i5 2', 'new 6']);
  expect(say(room, { kind: 'addItem', item }, 'rodrigo').state).toEqual(room.state);
  expect(refused(() => say(running(), { kind: 'addItem', item }, 'hugo'))).toBe('meeting/not-allowed');
  const long = say(running(), { kind: 'addItem', item: { ...item, minutes: 50 } });
  expect(lengthOf(long.state.meeting ?? { items: [] })).toBe(60);
  const longer = () => say(running(), { kind: 'addItem', item: { ...item, minutes: 51 } });
  expect(refused(longer)).toBe('agenda/over-an-hour');
  expect(refused(() => say(running(), { kind: 'addItem', item: { ...item, title: ' ' } }))).toBe(
    'meeting/empty-text',
  );
});

test('RO6 what was put off comes back behind the current item, and the sum stays', () => {
  let room: Room = say(say(running(), { kind: 'next', leaves: 'i0' }), { kind: 'putOff', item: 'i1' });
  expect(room.state.meeting?.current?.item).toBe('i2');
  room = say(room, { kind: 'bringBack', item: 'i1' }, 'rodrigo');
  expect(room.state.meeting?.items.map(({ id }) => id)).toEqual(['i0', 'i2', 'i1', 'i3', 'i4', 'i5']);
  expect(room.state.meeting?.items[2]?.putOff).toBeUndefined();
  expect(lengthOf(room.state.meeting ?? { items: [] })).toBe(35);
  expect(say(room, { kind: 'bringBack', item: 'i1' }).state).toEqual(room.state);
  expect(refused(() => say(room, { kind: 'bringBack', item: 'i1' }, 'hugo'))).toBe('meeting/not-allowed');
});

test('RO7 a vote counts once for each person, whatever the idea is called', () => {
  let room = seeded();
  for (const idea of ['n1', 'constructor']) {
    room = say(say(room, { kind: 'vote', idea, on: true }), { kind: 'vote', idea, on: true });
    expect(say(room, { kind: 'vote', idea, on: true }, 'hugo').state.votes[idea]).toEqual(['irene', 'hugo']);
    expect(Object.hasOwn(say(room, { kind: 'vote', idea, on: false }).state.votes, idea)).toBe(false);
  }
});

test('RO8 one pushes at a time; what came of a request is told by whoever meant to send it', () => {
  let room = say(seeded(), { kind: 'lease' }, 'hugo');
  expect(refused(() => say(room, { kind: 'lease' }, 'irene', START + LEASE - 1))).toBe('meeting/lease-taken');
  expect(refused(() => say(room, { kind: 'intend', task: 't1' }, 'irene'))).toBe('meeting/no-lease');
  room = say(room, { kind: 'intend', task: 't1' }, 'hugo', START + 5);
  expect(room.state.push.tasks).toEqual({ t1: { state: 'intended', by: 'hugo', at: START + 5 } });
  room = say(room, { kind: 'lease' }, 'irene', START + LEASE);
  expect(refused(() => say(room, { kind: 'intend', task: 't2' }, 'hugo'))).toBe('meeting/no-lease');
  const late = say(room, { kind: 'pushed', task: 't1', planner: 'P1' }, 'hugo', START + LEASE + 1);
  expect(late.state.push.tasks).toEqual({ t1: { state: 'pushed', planner: 'P1' } });
  expect(say(late, { kind: 'intend', task: 't1' }, 'irene').state).toEqual(late.state);
  expect(say(room, { kind: 'intend', task: 't1' }, 'irene', START + LEASE + 9).state.push.tasks).toEqual({
    t1: { state: 'intended', by: 'irene', at: START + 5 },
  });
  expect(say(room, { kind: 'notPushed', task: 't1' }, 'irene').state.push.tasks).toEqual({});
  expect(say(room, { kind: 'release' }, 'irene').state.push.lease).toBeNull();
});

test('RO9 a record is told once the meeting has begun, under an id of its own', () => {
  const told = { kind: 'recorded', record: 'file', eTag: '"1"' } as const;
  expect(refused(() => say(seeded(), told))).toBe('meeting/not-now');
  expect(say(running(), told).state.record).toEqual({ id: 'file', eTag: '"1"', by: 'irene' });
});

test('RO8 RO9 nobody from outside sends tasks to the plan, or says that a record is kept', () => {
  const room = joined(running(), 'lucia', true);
  for (const body of [
    { kind: 'lease' },
    { kind: 'release' },
    { kind: 'pushed', task: 't1', planner: 'P1' },
    { kind: 'recorded', record: 'file', eTag: '"1"' },
  ] as const)
    expect(refused(() => say(room, body, 'lucia'))).toBe('meeting/not-allowed');
});

test('RO11 the minutes go out once, and nobody sends them unknowingly beside another', () => {
  const send = { kind: 'send', what: 'mail' } as const;
  const sent = { kind: 'sent', what: 'mail' } as const;
  expect(refused(() => say(seeded(), send))).toBe('meeting/not-now');
  const ended = say(running(), { kind: 'end' });
  const going = say(ended, send, 'irene', START + 5);
  expect(going.state.sent).toEqual({ mail: { state: 'going', by: 'irene', at: START + 5 } });
  expect(refused(() => say(going, send, 'hugo', START + 4 + LEASE))).toBe('meeting/being-sent');
  expect(say(going, { kind: 'send', what: 'chat' }, 'hugo', START + 6).state.sent?.chat?.by).toBe('hugo');
  expect(say(going, { kind: 'notSent', what: 'mail' }, 'hugo').state).toEqual(going.state);
  expect(say(going, { kind: 'notSent', what: 'mail' }).state.sent).toEqual({});
  const done = say(going, sent, 'irene', START + 9);
  expect(done.state.sent).toEqual({ mail: { state: 'sent', by: 'irene', at: START + 5 } });
  for (const by of ['irene', 'hugo'])
    expect(refused(() => say(done, send, by, START + 2 * LEASE))).toBe('meeting/already-sent');
});

test('RO11 a sending whose end nobody told is taken up again, knowingly', () => {
  const send = { kind: 'send', what: 'mail' } as const;
  const going = say(say(running(), { kind: 'end' }), send, 'irene', START + 5);
  expect(say(going, send, 'irene', START + 6).state.sent?.mail?.at).toBe(START + 6);
  const taken = say(going, send, 'hugo', START + 5 + LEASE);
  expect(taken.state.sent?.mail).toEqual({ state: 'going', by: 'hugo', at: START + 5 + LEASE });
  expect(say(taken, { kind: 'sent', what: 'mail' }, 'irene').state).toEqual(taken.state);
});

test('RO11 an end that was taken back opens it again', () => {
  const send = { kind: 'send', what: 'chat' } as const;
  const done = say(say(say(running(), { kind: 'end' }), send), { kind: 'sent', what: 'chat' });
  const again = say(say(done, { kind: 'reopen' }), { kind: 'end' }, 'irene', START + 5000);
  expect(say(again, send, 'hugo', START + 6000).state.sent?.chat?.by).toBe('hugo');
});

const ANSWERS = { kind: 'pulse', worth: 'yes', said: 'partly' } as const;
const ended = () => say(running(), { kind: 'end' });

test('RO12 the two questions are answered once by each person, and counts are seen from three answers on', () => {
  const first = say(ended(), ANSWERS);
  expect(refused(() => say(first, { ...ANSWERS, worth: 'no' }))).toBe('meeting/answered');
  expect(first.state.pulse).toEqual({ answers: 1, counts: null });
  const two = say(first, { ...ANSWERS, said: 'no' }, 'hugo');
  expect(two.state.pulse).toEqual({ answers: 2, counts: null });
  const three = say(two, { ...ANSWERS, worth: 'no' }, 'andres');
  expect(three.state.pulse).toEqual({
    answers: 3,
    counts: { worth: { yes: 2, partly: 0, no: 1 }, said: { yes: 0, partly: 2, no: 1 } },
  });
  // One more answer beside those that were seen would be that person's: it waits until there are three more.
  const five = ['leire', 'rodrigo'].reduce<Room>((at, by) => say(at, ANSWERS, by), three);
  expect(five.state.pulse).toEqual({ answers: 5, counts: three.state.pulse?.counts });
  // A device that shows its own at once knows nobody's but what it has seen.
  const shown = say({ ...three, private: { applied: [] } }, ANSWERS, 'leire');
  expect(shown.state.pulse).toEqual({ answers: 4, counts: three.state.pulse?.counts });
});

test('RO12 nobody stands beside an answer: neither in the state, nor where the server keeps who has answered', () => {
  const room = ['irene', 'hugo', 'andres'].reduce<Room>((at, by) => say(at, ANSWERS, by), ended());
  expect(JSON.stringify(room.state.pulse)).not.toMatch(/irene|hugo|andres/);
  expect(room.private.pulse).toEqual({
    answered: ['irene', 'hugo', 'andres'],
    counts: { worth: { yes: 3, partly: 0, no: 0 }, said: { yes: 0, partly: 3, no: 0 } },
  });
});

test('RO12 nobody is asked before the closing round, nor without an agenda, nor who is not of the meeting', () => {
  expect(refused(() => say(running(), ANSWERS))).toBe('meeting/not-now');
  expect(refused(() => say(EMPTY, ANSWERS))).toBe('meeting/no-agenda');
  expect(refused(() => say(ended(), ANSWERS, 'nobody'))).toBe('meeting/not-a-participant');
});
