/** @jest-environment node */
// RW: what the read pane looks like. Every state in a real browser under the server's policy; pictures in pictures/read.
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  brokenIn,
  hostile,
  NOTHING_BROKEN,
  NOTHING_WRONG,
  partsThere,
  wrongWith,
} from '../../support/gallery/looking';
import { galleryOf } from '../../support/gallery/openGallery';
import { readViews } from '../../support/gallery/readViews';
import { takePicture } from '../../support/takePicture';

const PICTURES = path.resolve(__dirname, '../../../pictures/read');
const gallery = galleryOf({ gallery: 'galleryRead', page: 'read', pictures: 'read', size: [320, 600] });

/** Parts of the pane arrive later; the picture is of the whole. */
async function settled(page: Page, name: string, view: string): Promise<void> {
  if (!['starting', 'loading'].includes(view)) await partsThere(page);
  await takePicture(page, path.join(PICTURES, `${name}.png`), { fullPage: true });
}

describe.each(Object.keys(readViews))('RW8 %s', (view) => {
  test.each([
    ['es-ES', 'light', [320, 600]],
    ['es-CO', 'dark', [280, 600]],
    ['en-US', 'contrast', [320, 600]],
  ] as const)(
    '%s, %s, %p: no complaint, no sideways scroll, nothing for axe',
    async (locale, theme, size) => {
      await gallery.look(view, { locale, theme, size }, async (page, complaints) => {
        await settled(page, `${view}-${locale}-${theme}-${size.join('x')}`, view);
        expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
      });
    },
  );
});

const NAMES = ['title', 'place', 'owner', 'text', 'byName', 'problemTitle', 'city', 'organiserName', 'name'];

test.each(['whole', 'internal', 'far', 'alone'])(
  'RW9 names and texts of any making are text in %s and scroll nothing sideways',
  async (view) => {
    for (const size of [
      [320, 600],
      [280, 600],
    ] as const)
      await gallery.look(
        view,
        { own: hostile(readViews[view], NAMES), size, name: `hostile-${view}` },
        async (page, complaints) => {
          await settled(page, `hostile-${view}-${size.join('x')}`, view);
          expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
        },
      );
  },
);
