/** @jest-environment node */
// TK: what the reading of a transcript looks like, in a real browser under the server's policy; pictures in pictures/talk.
import type { Gallery } from '../../support/gallery/openGallery';
import { axeSays } from '../../support/axe';
import { openGallery, overflow } from '../../support/gallery/openGallery';
import { talkViews, TITLES } from '../../support/gallery/talkViews';

const LOOKS = [
  ['es-ES', 'light', [280, 650]],
  ['es-CO', 'dark', [280, 650]],
  ['en-US', 'contrast', [280, 650]],
  ['es-ES', 'light', [760, 700]],
] as const;
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery({
    gallery: 'galleryTalk',
    page: 'meeting',
    pictures: 'talk',
    size: [280, 650],
    inPlace: true,
  });
}, 240_000);
afterAll(() => gallery?.close());

test.each(Object.keys(talkViews))(
  'TK10 %s in every language and theme, in the panel and in a tab: no complaint, no sideways scroll, nothing for axe',
  async (view) => {
    for (const [locale, theme, size] of LOOKS)
      await gallery.look(view, { locale, theme, size }, async (page, complaints) => {
        expect(complaints).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(await axeSays(page)).toEqual([]);
      });
  },
);

test('TK11 the picture is for the eye; one press shows the table in its place, another the picture again', async () => {
  await gallery.look('done', {}, async (page) => {
    const table = page.getByRole('table', { name: 'Turnos por área' });
    expect(await table.getByRole('row').count()).toBe(7);
    expect((await table.locator('..').boundingBox())?.height).toBeLessThan(2);
    expect(await page.locator('svg path').count()).toBe(2);
    await page.getByRole('button', { name: 'Ver como tabla' }).press('Enter');
    expect((await table.locator('..').boundingBox())?.height).toBeGreaterThan(100);
    expect(await page.locator('svg path').count()).toBe(0);
    await page.getByRole('button', { name: 'Ver como gráfico' }).press('Enter');
    expect(await page.locator('svg path').count()).toBe(2);
  });
});

/** A name as a stranger may have made it: long, without a blank, with markup in it. */
const HOSTILE = `<img src=x onerror=alert(1)>${'Ŵ'.repeat(160)}`;

test('TK12 names and titles of any making are text and scroll nothing sideways', async () => {
  const titles = Object.fromEntries(Object.keys(TITLES).map((id) => [id, HOSTILE]));
  for (const view of ['names', 'done'] as const) {
    const shown = talkViews[view];
    const own = JSON.parse(JSON.stringify({ view: shown, titles }).replaceAll('Hugo S.', HOSTILE)) as object;
    await gallery.look(view, { own, name: `hostile-${view}` }, async (page, complaints) => {
      expect(complaints).toEqual([]);
      expect(await page.locator('main img').count()).toBe(0);
      expect(await overflow(page)).toBe(0);
    });
  }
});
