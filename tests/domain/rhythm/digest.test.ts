import { digestOf, newestFirst, withFile } from '../../../src/domain/rhythm/digestOf';
import { aRecord, aTalk } from '../../support/aRecord';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const file = (id: string, start: number, eTag = '1') => ({
  ...{ id, eTag, name: `${id}.json` },
  digest: digestOf(aRecord({ start })),
});

test('DG1 a digest is the record without its ideas, its items, the picture of its talk and what the series says itself', () => {
  const record = aRecord({
    talk: aTalk(),
    pulse: { worth: { yes: 3, partly: 0, no: 0 }, said: { yes: 2, partly: 1, no: 0 } },
  });
  const { about: _, items: __, ideas: ___, ...rest } = record;
  const { picture, ...talk } = aTalk();
  expect(picture).toBeDefined();
  expect(digestOf(record)).toEqual({ ...rest, talk });
  expect(Object.keys(digestOf(aRecord()))).not.toContain('talk');
});

test('DG2 a file takes its own place in a summary; the newest session stands first', () => {
  const { start } = aRecord();
  const summary = { series: 's', files: newestFirst([file('a', start), file('b', start + WEEK)]) };
  expect(summary.files.map(({ id }) => id)).toEqual(['b', 'a']);
  const changed = withFile(withFile(summary, file('a', start, '2')), file('c', start + 2 * WEEK));
  expect(changed.files.map(({ id, eTag }) => id + eTag)).toEqual(['c1', 'b1', 'a2']);
});
