import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { iconMistake, outlineMistake } from '../../../src/tools/package/icons';
import { readPng } from '../../../src/tools/package/png';
import { ROOT } from '../../support/root';
import { drawn } from './drawn';

const ours = (name: string) => readFileSync(path.join(ROOT, 'manifest/icons', name));
const WHITE_BAR = (x: number) => (x < 8 ? [255, 255, 255, 255] : [0, 0, 0, 0]);

test('PK7 our icons have their sizes, and the outline is white on nothing', () => {
  for (const [name, side] of [
    ['color.png', 192],
    ['outline.png', 32],
    ['icon-16.png', 16],
    ['icon-32.png', 32],
    ['icon-80.png', 80],
  ] as const)
    expect([name, iconMistake(name, ours(name), side)]).toEqual([name, undefined]);
  expect(outlineMistake('outline.png', ours('outline.png'))).toBeUndefined();
});

test('PK7 whatever filter and kind a PNG was saved with, its pixels are read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('colour' as const, 'opacity' as const, 'grey' as const, 'greyOpacity' as const),
      fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 1000 }),
      (kind, filter, side, seed) => {
        // Few values, so that neighbours are often equal: ties are where the fourth filter is hard.
        const of = (x: number, y: number, channel: number) =>
          (Math.imul(x * 31 + y * 17 + channel * 7 + seed, 0x9e3779b1) >>> 28) * 16;
        const picture = readPng(
          drawn(side, kind, (x, y) => [0, 1, 2, 3].map((one) => of(x, y, one)), filter),
        );
        const expected: number[] = [];
        for (let y = 0; y < side; y++)
          for (let x = 0; x < side; x++) {
            const [a, b, c, d] = [0, 1, 2, 3].map((one) => of(x, y, one)) as [number, number, number, number];
            if (kind === 'colour') expected.push(a, b, c, 255);
            else if (kind === 'opacity') expected.push(a, b, c, d);
            else expected.push(a, a, a, kind === 'grey' ? 255 : b);
          }
        expect([...(picture?.pixels ?? [])]).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('PK7 a missing icon, one of another size and one that is no PNG are told apart', () => {
  const square = drawn(33, 'opacity', WHITE_BAR, 0);
  expect(iconMistake('a.png', undefined, 32)).toMatch(/a\.png is missing: put a PNG of 32 × 32/);
  expect(iconMistake('a.png', square, 32)).toMatch(/has 33 × 33 pixels: it must have 32 × 32/);
  for (const bytes of [
    Buffer.from('<svg/>'),
    Buffer.alloc(0),
    Buffer.concat([Buffer.from('GIF89a'), square]),
    square.subarray(0, 20),
    Buffer.concat([square.subarray(0, 8), Buffer.alloc(60, 255)]),
  ])
    expect(iconMistake('a.png', bytes, 32)).toMatch(/is no PNG that can be read/);
});

test('PK7 an outline in a colour, without a ground to see through or without anything on it is refused', () => {
  const outline = (at: (x: number) => readonly number[]) =>
    outlineMistake('o.png', drawn(32, 'opacity', at, 4));
  expect(outline(WHITE_BAR)).toBeUndefined();
  expect(outline((x) => (x < 8 ? [255, 255, 255, 90] : [9, 9, 9, 0]))).toBeUndefined();
  expect(outline((x) => (x < 8 ? [255, 250, 255, 255] : [0, 0, 0, 0]))).toMatch(/another colour/);
  expect(outline(() => [255, 255, 255, 255])).toMatch(/nothing of it is transparent/);
  expect(outline(() => [0, 0, 0, 0])).toMatch(/nothing on it/);
  expect(
    outlineMistake(
      'o.png',
      drawn(32, 'colour', () => [255, 255, 255], 0),
    ),
  ).toMatch(/nothing of it is transparent/);
});
