/** @jest-environment node */
// RW: what the read pane looks like. Every state in a real browser under the server's policy; pictures in pictures/read.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axeSays } from '../../support/axe';
import { type Gallery, openGallery, overflow } from '../../support/gallery/openGallery';
import { type ReadShown, readViews } from '../../support/gallery/readViews';
import { takePicture } from '../../support/takePicture';

const PICTURES = path.resolve(__dirname, '../../../pictures/read');
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery({ gallery: 'galleryRead', page: 'read', pictures: 'read', size: [320, 600] });
}, 240_000);
afterAll(() => gallery?.close());

/** Parts of the pane arrive later; the picture is of the whole. */
async function settled(page: Page, name: string, view: string): Promise<void> {
  if (!['starting', 'loading'].includes(view))
    await page.waitForFunction(() => !/Preparando…|Getting ready…/.test(document.body.innerText));
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
        expect(complaints).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(await axeSays(page)).toEqual([]);
      });
    },
  );
});

/** Each name as a stranger may have made it: as long as one gets, no blank to break at, markup in it. */
const HOSTILE = `<img src=x onerror=alert(1)>${'Ŵ'.repeat(160)}`.replaceAll(' ', '\u00a0');
const NAMES = ['title', 'place', 'owner', 'text', 'byName', 'problemTitle', 'city', 'organiserName', 'name'];
const hostile = (shown: ReadShown | undefined) =>
  JSON.parse(
    JSON.stringify(shown, (key, value: unknown) =>
      NAMES.includes(key) && typeof value === 'string' ? HOSTILE : value,
    ),
  ) as ReadShown;

test.each(['whole', 'internal', 'far', 'alone'])(
  'RW9 names and texts of any making are text in %s and scroll nothing sideways',
  async (view) => {
    for (const size of [
      [320, 600],
      [280, 600],
    ] as const)
      await gallery.look(
        view,
        { own: hostile(readViews[view]), size, name: `hostile-${view}` },
        async (page, complaints) => {
          await settled(page, `hostile-${view}-${size.join('x')}`, view);
          expect(complaints).toEqual([]);
          expect(await page.locator('main img').count()).toBe(0);
          expect(await overflow(page)).toBe(0);
        },
      );
  },
);
