import { afterHappening } from '../../../src/domain/meeting/happened';
import { deciders } from '../../../src/domain/meeting/people';
import { after, present, refused, running, START } from './aMeeting';

const mark = (person: string, how: 'room' | 'phone' | 'away' | 'panel', through?: string) =>
  ({ kind: 'present', person, how, ...(through !== undefined && { through }) }) as const;

test('ME6 anybody ticks the list; one panel stands for several people until it goes', () => {
  let meeting = after(running(), mark('hugo', 'room', 'irene'), START, 'andres');
  meeting = after(meeting, mark('leire', 'phone', 'irene'), START, 'hugo');
  expect(meeting.presence).toMatchObject({
    hugo: { how: 'room', through: 'irene' },
    leire: { how: 'phone', through: 'irene' },
  });
  expect(after(meeting, { kind: 'ask', person: 'hugo' }, START, 'irene').floor.queue).toEqual(['hugo']);
  expect(refused(() => after(meeting, { kind: 'ask', person: 'hugo' }, START, 'andres'))).toBe(
    'meeting/not-allowed',
  );
  expect(after(meeting, mark('irene', 'away'), START).presence).toMatchObject({
    hugo: { how: 'room' },
    leire: { how: 'phone' },
  });
  expect(after(meeting, mark('irene', 'away'), START).presence['hugo']).toEqual({ how: 'room' });
});

test('ME6 only an open panel stands for others, and never for itself or for a panel', () => {
  const meeting = running();
  for (const body of [
    mark('hugo', 'room', 'andres'),
    mark('irene', 'room', 'irene'),
    mark('hugo', 'panel', 'irene'),
    mark('hugo', 'away', 'irene'),
  ])
    expect(refused(() => after(meeting, body, START))).toBe('meeting/no-panel');
});

test('ME6 who joins is added once; an opened panel is a mark of its own; a lost network takes none away', () => {
  const guest = { id: 'guest', area: 'sales', role: 'optional' } as const;
  const meeting = afterHappening(running(), { kind: 'joined', person: guest }, START);
  expect(meeting.people.at(-1)).toEqual(guest);
  expect(afterHappening(meeting, { kind: 'joined', person: guest }, START)).toBe(meeting);
  const open = afterHappening(meeting, { kind: 'panelOpened', person: 'guest' }, START);
  expect(open.presence['guest']).toEqual({ how: 'panel' });
  const closed = afterHappening(open, { kind: 'panelClosed', person: 'guest' }, START);
  expect(closed).toEqual({ ...open, panels: ['irene'] });
  expect(afterHappening(closed, { kind: 'panelClosed', person: 'guest' }, START)).toBe(closed);
  const inRoom = after(open, mark('guest', 'room'), START);
  const lost = afterHappening(inRoom, { kind: 'panelClosed', person: 'guest' }, START);
  expect(afterHappening(lost, { kind: 'panelOpened', person: 'guest' }, START).presence['guest']).toEqual({
    how: 'room',
  });
  expect(afterHappening(closed, { kind: 'panelOpened', person: 'mallory' }, START)).toBe(closed);
});

test('ME6 who was stood for and opens a panel is here with it, and so is who was marked as not here', () => {
  for (const body of [mark('hugo', 'phone', 'irene'), mark('hugo', 'away')]) {
    const open = afterHappening(
      after(running(), body, START),
      { kind: 'panelOpened', person: 'hugo' },
      START,
    );
    expect(open.presence['hugo']).toEqual({ how: 'panel' });
  }
});

test('ME7 a stand-in of the area who is here decides for a key person who is not', () => {
  const meeting = present(after(running(), mark('irene', 'away'), START), 'hugo', 'rodrigo');
  expect(deciders(meeting)).toEqual({ people: ['rodrigo'], open: ['irene'] });
  const stand = { kind: 'standIn', for: 'irene', person: 'hugo' } as const;
  const stood = after(meeting, stand, START, 'andres');
  expect(deciders(stood)).toEqual({ people: ['hugo', 'rodrigo'], open: [] });
  const left = afterHappening(stood, { kind: 'panelClosed', person: 'irene' }, START);
  const back = afterHappening(left, { kind: 'panelOpened', person: 'irene' }, START);
  expect(deciders(back)).toEqual({ people: ['irene', 'rodrigo'], open: [] });
  expect(deciders(after(stood, { ...stand, person: null }, START)).open).toEqual(['irene']);
  expect(deciders(after(stood, mark('hugo', 'away'), START)).open).toEqual(['irene']);
});

test('ME7 nobody stands in for who is here, from another area, from afar, or for who is not key', () => {
  const meeting = present(running(), 'hugo', 'andres', 'rodrigo');
  const away = after(meeting, mark('irene', 'away'), START);
  const code = (from: typeof meeting, key: string, person: string) =>
    refused(() => after(from, { kind: 'standIn', for: key, person }, START));
  expect(code(meeting, 'irene', 'hugo')).toBe('meeting/no-stand-in');
  for (const [key, person] of [
    ['irene', 'andres'],
    ['irene', 'leire'],
    ['leire', 'hugo'],
  ] as const)
    expect(code(away, key, person)).toBe('meeting/no-stand-in');
});
