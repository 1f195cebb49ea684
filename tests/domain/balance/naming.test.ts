import type { AttendedName, TalkPerson } from '../../../src/domain/balance/measuring';
import { namer, plain, type Known } from '../../../src/domain/balance/naming';

const person = (id: string, name: string, other: Partial<TalkPerson> = {}): TalkPerson => ({
  ...{ id, name, mail: `${id}@muelle.example`, area: 'marketing', how: 'panel' },
  ...other,
});
const ANA = person('ana', 'Ana García López');
const LUIS = person('luis', 'Luis Peña', { area: 'sales' });
const NOA = person('noa', 'Ñoá de la Cruz-Gil', { area: 'sales' });
const PEOPLE = [ANA, LUIS, NOA];
const IN_ROOM = person('eva', 'Eva Ruiz', { how: 'room' });

const known = (other: Partial<Known> = {}): Known => ({ people: PEOPLE, attended: [], names: {}, ...other });
const meaning = (name: string, other: Partial<Known> = {}) => namer(known(other))(name);
const is = (id: string) => ({ kind: 'person', person: id });
const unknown = (...guesses: string[]) => expect.objectContaining({ kind: 'unknown', guesses });
const attended = (name: string, other: Partial<AttendedName> = {}): AttendedName => ({ name, ...other });

test.each([
  'Luis Peña',
  'luis pena',
  'PEÑA, Luis',
  'Peña,Luis',
  'Luis  Peña ',
  'Luis Peña (Guest)',
  'Luis Peña (Invitado)',
  'Peña, Luis [External]',
  'Luis Pen\u0303a (Externo) (Unverified)',
  '\u202eLuis Peña\u202c',
])('TR10 %j is who has that whole name on the rosters', (name) => {
  expect(meaning(name)).toEqual(is('luis'));
});

test('TR10 punctuation and particles of a whole name do not matter', () => {
  expect(meaning('Cruz Gil, Ñoá de la')).toEqual(is('noa'));
  expect(plain("O'Neill, Seán-Paul")).toBe('sean paul oneill');
  expect(plain('Cía, S.A., Madrid')).toBe('cia s a madrid');
});

test('TR10 attendance tells who bears a name, by the id or the mail', () => {
  const two = [...PEOPLE, person('luis2', 'Luis Peña', { mail: 'lp@cliente.example' })];
  const byId = attended('Luis Peña', { person: 'luis2' });
  const byMail = attended('Luis Peña (Invitado)', { person: 'guest-id', mail: 'lp@cliente.example' });
  expect(meaning('Luis Peña', { people: two, attended: [byId] })).toEqual(is('luis2'));
  expect(meaning('Peña, Luis', { people: two, attended: [byMail] })).toEqual(is('luis2'));
  // A name of one's own, under an account that is known.
  expect(meaning('Lucho', { attended: [attended('Lucho', { person: 'luis' })] })).toEqual(is('luis'));
  // Attendance that tells no more than the name leaves it to the rosters.
  expect(meaning('Luis Peña', { attended: [attended('Luis Peña')] })).toEqual(is('luis'));
});

test('TR10 two of one name are asked for, never guessed', () => {
  const two = [...PEOPLE, person('luis2', 'Luis Peña')];
  expect(meaning('Luis Peña', { people: two })).toEqual(unknown('luis', 'luis2'));
  const both = [attended('Luis Peña', { person: 'luis2' }), attended('Luis Peña', { person: 'luis' })];
  expect(meaning('Luis Peña', { people: two, attended: both })).toEqual(unknown('luis2', 'luis'));
  // Somebody else's account with the name of one of ours.
  const stranger = attended('Luis Peña', { person: 'other', mail: 'luis@cliente.example' });
  expect(meaning('Luis Peña', { attended: [stranger] })).toEqual(unknown('luis'));
  expect(meaning('Luis Peña', { attended: [stranger, attended('Luis Peña', { person: 'luis' })] })).toEqual(
    unknown('luis'),
  );
});

test('TR10 a name that only resembles is asked for, whole words before initials', () => {
  expect(meaning('Ana García')).toEqual({ kind: 'unknown', guesses: ['ana'], likely: true });
  expect(meaning('Ana G.')).toEqual({ kind: 'unknown', guesses: ['ana'], likely: true });
  expect(meaning('Ana')).toEqual({ kind: 'unknown', guesses: ['ana'], likely: true });
  expect(meaning('Ana Soto')).toEqual({ kind: 'unknown', guesses: ['ana'], likely: false });
  expect(meaning('A. G.')).toEqual({ kind: 'unknown', guesses: [], likely: false });
  expect(meaning('Marta de la Fuente')).toEqual({ kind: 'unknown', guesses: [], likely: false });
  const anas = [person('a1', 'Ana Soto'), person('a2', 'Ana Gil'), ...PEOPLE];
  expect(meaning('Ana García', { people: anas })).toEqual(unknown('ana', 'a1', 'a2'));
  const many = Array.from({ length: 9 }, (_, nth) => person(`a${nth}`, `Ana ${nth}`));
  expect(meaning('Ana', { people: many })).toMatchObject({ guesses: ['a0', 'a1', 'a2', 'a3', 'a4'] });
  expect(meaning('???')).toEqual({ kind: 'unknown', guesses: [], likely: false });
});

test('TR10 what somebody said of a name comes first, however it is written later', () => {
  const names = {
    'Luis Peña': is('ana'),
    'Sala Norte': { kind: 'shared' },
    'Speaker 1': is('luis'),
    __proto__: { kind: 'nobody' },
    Antes: is('gone'),
  } as Known['names'];
  expect(meaning('PEÑA, Luis', { names })).toEqual(is('ana'));
  expect(meaning('Sala Norte', { names })).toEqual({ kind: 'shared' });
  expect(meaning('Speaker 1', { names, people: [...PEOPLE, IN_ROOM] })).toEqual(is('luis'));
  expect(meaning('Antes', { names })).toEqual({ kind: 'nobody' });
  expect(meaning('constructor', { names: {} })).toEqual(unknown());
  const own = Object.fromEntries([['__proto__', { kind: 'nobody' as const }]]);
  expect(meaning('__proto__', { names: own })).toEqual({ kind: 'nobody' });
});

test.each([
  'Speaker 1',
  'Sala Norte - Speaker 12',
  'Orador 2',
  '+34 612 345 678',
  '*****4567',
  '91 555 01 02',
])('TR10 %s is a machine: shared where somebody shares, asked for otherwise', (name) => {
  expect(meaning(name, { people: [...PEOPLE, IN_ROOM] })).toEqual({ kind: 'shared' });
  expect(meaning(name, { people: [...PEOPLE, person('p', 'Pío', { how: 'phone' })] })).toEqual({
    kind: 'shared',
  });
  expect(meaning(name)).toEqual(unknown());
});

test.each(['Sala Norte', 'Room 4.02', 'Madrid Conference Room', 'MAD Meetingroom 2'])(
  'TR10 %s is a device where somebody is in the room',
  (name) => {
    const people = [...PEOPLE, IN_ROOM];
    const account = [attended(name, { person: 'device', mail: 'sala@muelle.example' })];
    expect(meaning(name, { people, attended: account })).toEqual({ kind: 'shared' });
    expect(meaning(name, { people })).toEqual({ kind: 'shared' });
  },
);

test('TR10 people who are called like rooms are people', () => {
  const people = [...PEOPLE, IN_ROOM];
  for (const name of ['Marta Sala', 'Sala, Marta', 'Broom Jones'])
    expect(meaning(name, { people })).toEqual(unknown());
  expect(meaning('Sala Marta', { people: [...people, person('m', 'Sala, Marta')] })).toEqual(unknown('m'));
  expect(meaning('Sala, Marta', { people: [...people, person('m', 'Marta Sala')] })).toEqual(is('m'));
});

test('TR10 a stranger is nobody, and asked for where the account may be a device', () => {
  const visitor = [attended('Marta Soler', { person: 'x', mail: 'marta@cliente.example' })];
  expect(meaning('Marta Soler', { attended: visitor })).toEqual({ kind: 'nobody' });
  expect(meaning('Marta Soler', { attended: visitor, people: [...PEOPLE, IN_ROOM] })).toEqual(unknown());
  expect(meaning('Marta Soler')).toEqual(unknown());
  const guest = [attended('Ana García', { person: 'x' })];
  expect(meaning('Ana García', { attended: guest })).toEqual(unknown('ana'));
});
