import fc from 'fast-check';
import { readProperty, writeProperty } from '../../../src/app/planning/itemProperty';
import { keyPeople, readKeyPeople } from '../../../src/app/planning/keyPeople';
import { aMember, anArea, aSeries } from '../../support/aSeries';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { aDesk, EMPTY_BODY, withAreas } from './desk';

const mail = (id: string) => `${id}@valdeolmo.example`;

test('PL82 the appointment remembers key people and their stand-ins by area, as marks and never as addresses', () => {
  const text = keyPeople(aSeries()) ?? '';
  expect(text).not.toContain('valdeolmo');
  const areas = readKeyPeople(text) ?? [];
  expect(areas.map(({ id, name }) => [id, name])).toEqual([
    ['marketing', ''],
    ['sales', ''],
  ]);
  const keyIn = (one: string) => areas.filter(({ isKey }) => isKey(one)).map(({ id }) => id);
  expect(['m01', 'm02', 's01', 's02'].map((id) => keyIn(mail(id)))).toEqual([
    ['marketing'],
    ['marketing'],
    ['sales'],
    [],
  ]);
  expect(keyIn(' M01@VALDEOLMO.example ')).toEqual(['marketing']);
});

test('PL82 an area without a key person is remembered as one; informed people are nobody’s key people', () => {
  const people = [
    aMember('m01', 'marketing', { role: 'key' }),
    aMember('s01', 'sales', { role: 'informed' }),
  ];
  const areas = readKeyPeople(keyPeople(aSeries({ people }))) ?? [];
  expect(areas.map(({ isKey }) => people.map((one) => isKey(one.mail)))).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(areas[1]?.isKey('')).toBe(false);
});

test('PL82 any names of areas come back, without the signs that hold the memory together', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (name) => {
      const [area] = readKeyPeople(keyPeople(aSeries({ areas: [anArea('marketing', { name })] }))) ?? [];
      expect(area?.name).toBe(name.replace(/[=:;,"\\]/g, ' '));
      expect(area?.isKey(mail('m01'))).toBe(true);
    }),
  );
});

test('PL83 too much to remember is not remembered, and what cannot be read is no memory', () => {
  const people = Array.from({ length: 60 }, (_, at) => aMember(`m${at}`, 'marketing', { role: 'key' }));
  expect(keyPeople(aSeries({ people }))).toBeUndefined();
  for (const text of [undefined, '', 'x', 'a=b', 'a=b:c;', 'a=b:C', '{"v":1}'])
    expect(readKeyPeople(text)).toBeUndefined();
});

test('PL82 inserting keeps them with the appointment', async () => {
  const form = fakeComposeHost({ bodyHtml: EMPTY_BODY });
  const desk = aDesk(form);
  const pane = await withAreas(desk);
  pane.planning.insert();
  await pane.until('done');
  const { keys } = readProperty(form.property);
  expect(readKeyPeople(keys)?.map(({ id }) => id)).toEqual(['marketing', 'sales']);
  expect(readProperty(writeProperty({ keys: keys ?? '' }))).toEqual({ keys });
});
