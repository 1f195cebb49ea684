/** @jest-environment node */
// TK: what the reading of a transcript looks like, in a real browser under the server's policy; pictures in pictures/talk.
import { brokenIn, HOSTILE, NOTHING_BROKEN, NOTHING_WRONG, wrongWith } from '../../support/gallery/looking';
import { galleryOf } from '../../support/gallery/openGallery';
import { talkViews, TITLES } from '../../support/gallery/talkViews';

const LOOKS = [
  ['es-ES', 'light', [280, 650]],
  ['es-CO', 'dark', [280, 650]],
  ['en-US', 'contrast', [280, 650]],
  ['es-ES', 'light', [760, 700]],
] as const;
const gallery = galleryOf({
  gallery: 'galleryTalk',
  page: 'meeting',
  pictures: 'talk',
  size: [280, 650],
  inPlace: true,
});

test.each(Object.keys(talkViews))(
  'TK10 %s in every language and theme, in the panel and in a tab: no complaint, no sideways scroll, nothing for axe',
  async (view) => {
    for (const [locale, theme, size] of LOOKS)
      await gallery.look(view, { locale, theme, size }, async (page, complaints) => {
        expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
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

test('TK12 names and titles of any making are text and scroll nothing sideways', async () => {
  const titles = Object.fromEntries(Object.keys(TITLES).map((id) => [id, HOSTILE]));
  for (const view of ['names', 'done'] as const) {
    const shown = talkViews[view];
    const own = JSON.parse(JSON.stringify({ view: shown, titles }).replaceAll('Hugo S.', HOSTILE)) as object;
    await gallery.look(view, { own, name: `hostile-${view}` }, async (page, complaints) => {
      expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
    });
  }
});
