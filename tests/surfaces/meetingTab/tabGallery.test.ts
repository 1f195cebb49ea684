/** @jest-environment node */
// MT: what the meeting tab and the stage look like. Every state in a real browser under the server's policy; pictures in pictures/tab.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axeSays } from '../../support/axe';
import {
  bottomOf,
  brokenIn,
  hostile,
  NOTHING_BROKEN,
  NOTHING_WRONG,
  partsThere,
  wrongWith,
} from '../../support/gallery/looking';
import { galleryOf, overflow } from '../../support/gallery/openGallery';
import { takePicture } from '../../support/takePicture';
import { stageViews, tabViews } from '../../support/gallery/tabViews';

const PICTURES = path.resolve(__dirname, '../../../pictures/tab');
const gallery = galleryOf({
  gallery: 'galleryTab',
  page: 'meeting',
  pictures: 'tab',
  size: [280, 650],
  inPlace: true,
});

/** Parts of a screen arrive later; the picture is of the whole. */
async function settled(page: Page, name: string, size: readonly number[], locale: string, theme: string) {
  await partsThere(page);
  const file = `${name}-${locale}-${theme}-${size.join('x')}.png`;
  await takePicture(page, path.join(PICTURES, file), { fullPage: true });
}

test('MT10 the agenda being changed, and a task that must be decided on', async () => {
  const size = [1100, 700] as const;
  for (const theme of ['light', 'contrast'])
    await gallery.look('before', { theme, size, name: 'open' }, async (page, complaints) => {
      await page.getByRole('button', { name: 'Editar' }).click();
      await page.getByRole('button', { name: /^Decidir:/ }).click();
      await page.getByText('Qué se guarda').click();
      await page.getByLabel('Punto nuevo').waitFor();
      await settled(page, 'open', size, 'es-ES', theme);
      expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
    });
});

describe.each(Object.keys(tabViews))('MT10 %s', (view) => {
  test.each([
    ['es-ES', 'light', [1100, 700]],
    ['es-CO', 'dark', [480, 700]],
    ['en-US', 'contrast', [1100, 700]],
  ] as const)(
    '%s, %s, %p: no complaint, no sideways scroll, nothing for axe',
    async (locale, theme, size) => {
      await gallery.look(view, { locale, theme, size }, async (page, complaints) => {
        if (view !== 'starting') await settled(page, view, size, locale, theme);
        expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
      });
    },
  );
});

test.each(['before', 'byHand', 'guest', 'running', 'promised', 'monthly', 'measured'])(
  'MT11 everything of %s is in sight at 1100 by 700, in both languages',
  async (view) => {
    for (const locale of ['es-ES', 'en-GB'])
      await gallery.look(view, { locale, size: [1100, 700] }, async (page) => {
        expect(await bottomOf(page)).toBeLessThanOrEqual(700);
      });
  },
);

describe.each(Object.keys(stageViews))('MT12 %s', (view) => {
  test.each([
    ['es-ES', 'light', [994, 678]],
    ['en-US', 'dark', [792, 382]],
    ['es-CO', 'contrast', [994, 678]],
    ['es-ES', 'dark', [1920, 1080]],
  ] as const)('%s, %s, %p: in sight without scrolling, nothing for axe', async (locale, theme, size) => {
    await gallery.look(view, { locale, theme, size }, async (page, complaints) => {
      expect(complaints).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await bottomOf(page)).toBeLessThanOrEqual(size[1]);
      expect(await axeSays(page)).toEqual([]);
    });
  });
});

test('MT12 across a room the time is at least a ninth of the height, and texts are not small', async () => {
  for (const size of [
    [994, 678],
    [792, 382],
  ] as const)
    await gallery.look('stage-running', { size }, async (page) => {
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('main p, main li, main [role=timer] span')].map((one) =>
          Number.parseFloat(getComputedStyle(one).fontSize),
        ),
      );
      expect(Math.max(...sizes)).toBeGreaterThanOrEqual(size[1] / 9);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15);
    });
});

test('MT20 what is measured, opened in the tab', async () => {
  for (const [locale, theme] of [
    ['es-ES', 'light'],
    ['en-US', 'contrast'],
  ] as const)
    for (const size of [
      [1100, 700],
      [480, 700],
    ] as const)
      await gallery.look(
        'measured',
        { locale, theme, size, name: 'measured-open' },
        async (page, complaints) => {
          await page.getByRole('button', { name: /^(Qué se mide|What is measured)$/ }).click();
          await page.getByRole('heading', { name: /^(Quién ve qué|Who sees what)$/ }).waitFor();
          await settled(page, 'measured-open', size, locale, theme);
          expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
        },
      );
});

const NAMES = [
  'name',
  'short',
  'title',
  'text',
  'city',
  'byName',
  'ownerName',
  'place',
  'standIn',
  'organiserName',
];

test.each([
  'before',
  'promised',
  'guest',
  'running',
  'ended',
  'stage-running',
  'stage-before',
  'stage-ended',
])('MT13 names and texts of any making are text in %s and scroll nothing sideways', async (view) => {
  const own = hostile(tabViews[view] ?? stageViews[view], NAMES);
  for (const size of [
    [1100, 700],
    [480, 700],
  ] as const)
    await gallery.look(view, { own, size, name: `hostile-${view}` }, async (page, complaints) => {
      expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
    });
});
