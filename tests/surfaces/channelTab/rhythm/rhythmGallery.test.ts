/** @jest-environment node */
// CN, PT: what next session, rhythm, settings and the personal tab look like. In a real browser under the server's policy; pictures in pictures/rhythm.
import path from 'node:path';
import { axeSays } from '../../../support/axe';
import {
  brokenIn,
  hostile,
  NOTHING_BROKEN,
  NOTHING_WRONG,
  wrongWith,
} from '../../../support/gallery/looking';
import { galleryOf, overflow } from '../../../support/gallery/openGallery';
import { ROOT } from '../../../support/root';
import { takePicture } from '../../../support/takePicture';
import { mineViews, rhythmViews } from '../../../support/gallery/rhythmViews';

const LOOKS = [
  ['es-ES', 'light', [1100, 700]],
  ['es-CO', 'dark', [400, 700]],
  ['en-US', 'contrast', [1100, 700]],
] as const;
const gallery = galleryOf({
  gallery: 'galleryRhythm',
  page: 'channel',
  pictures: 'rhythm',
  size: [1100, 700],
  inPlace: true,
});

/** Parts of a screen, and the charts in them, arrive later. */
function readyOf(view: string): { readonly ready?: string } {
  if (view.startsWith('settings')) return { ready: 'main h2' };
  if (view === 'empty') return { ready: 'main h3' };
  return view === 'breaks' || view in mineViews ? {} : { ready: '[inert] text' };
}

async function looks(view: string, [locale, theme, size]: (typeof LOOKS)[number]) {
  await gallery.look(view, { locale, theme, size, ...readyOf(view) }, async (page, complaints) => {
    expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
  });
}

test.each(Object.keys(rhythmViews))(
  'CN30 %s in every language and theme: no complaint, no sideways scroll, nothing for axe',
  async (view) => {
    for (const look of LOOKS) await looks(view, look);
  },
);

test('CN31 the drawing is for the eye alone; one press shows the table in its place, another the drawing again', async () => {
  await gallery.look('rhythm', readyOf('rhythm'), async (page) => {
    expect(await page.locator('[inert]').count()).toBe(6);
    expect(await page.locator('[data-tabster-dummy]').count()).toBe(0);
    expect(await page.getByRole('table', { name: 'Sesiones por mes' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Ver como tabla: Sesiones por mes' }).press('Enter');
    expect(await page.locator('[inert]').count()).toBe(5);
    const table = await page.getByRole('table', { name: 'Sesiones por mes' }).boundingBox();
    expect(table?.height).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Ver como gráfico: Sesiones por mes' }).press('Enter');
    expect(await page.locator('[inert]').count()).toBe(6);
  });
});

test.each(LOOKS)(
  'CN38 the plain words of measuring open by keyboard in %s %s, whole, and nothing for axe',
  async (locale, theme, size) => {
    await gallery.look('settings', { locale, theme, size, ...readyOf('settings') }, async (page) => {
      const open = page.locator('button[aria-expanded]', { hasText: /Qué se mide|What is measured/ });
      await open.press('Enter');
      const words = page.getByRole('region', {
        name: /Qué se mide y qué no|What is measured and what is not/,
      });
      await words.waitFor();
      await takePicture(page, path.join(ROOT, `pictures/rhythm/told-${locale}-${theme}.png`), {
        fullPage: true,
      });
      expect(await overflow(page)).toBe(0);
      expect(await axeSays(page)).toEqual([]);
      await words.getByRole('button', { name: /^(Cerrar|Close)$/ }).press('Enter');
      expect(await words.count()).toBe(0);
    });
  },
);

test('CN32 cards and breaks stand in sight beside the tasks at 1100 by 700', async () => {
  for (const locale of ['es-ES', 'en-US'])
    await gallery.look('breaks', { locale, inSight: true }, async (page) => {
      const bottoms = await page.evaluate(() =>
        [...document.querySelectorAll('main section')].map((one) => one.getBoundingClientRect().bottom),
      );
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(700);
    });
});

const NAMES = ['name', 'title', 'text', 'label', 'city', 'byName', 'seriesTitle', 'problemTitle'];

test.each(['all', 'asked', 'settings', 'mineAsked'])(
  'CN33 names and texts of any making are text in %s and scroll nothing sideways',
  async (view) => {
    const own = hostile(rhythmViews[view] ?? mineViews[view], NAMES, /^$/);
    for (const size of [
      [1100, 700],
      [400, 700],
    ] as const)
      await gallery.look(
        view,
        { own, size, name: `hostile-${view}`, ...readyOf(view) },
        async (page, complaints) => {
          expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
        },
      );
  },
);

test.each(Object.keys(mineViews))(
  'PT10 %s in every language and theme: no complaint, no sideways scroll, nothing for axe',
  async (view) => {
    for (const look of LOOKS) await looks(view, look);
  },
);
