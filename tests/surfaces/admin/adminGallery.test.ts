/** @jest-environment node */
// What the administrator's page looks like, in a browser under the server's own policy; pictures in pictures/admin.
import { adminViews } from '../../support/gallery/adminViews';
import { axeSays } from '../../support/axe';
import { NOTHING_WRONG, wrongWith } from '../../support/gallery/looking';
import { galleryOf, overflow } from '../../support/gallery/openGallery';

const STATES = ['notLoaded', ...Object.keys(adminViews)];
const LOOKS = [
  { locale: 'es-ES', theme: 'light', size: [1100, 700] },
  { locale: 'es-CO', theme: 'dark', size: [600, 700] },
  { locale: 'en-GB', theme: 'contrast', size: [400, 700] },
  { locale: 'en-US', theme: 'light', size: [280, 700] },
] as const;

const gallery = galleryOf({
  gallery: 'galleryAdmin',
  page: 'admin',
  pictures: 'admin',
  size: [1100, 700],
});

test.each(LOOKS)(
  'AD20 every state in $locale, $theme, at $size: no complaint, no sideways scroll, nothing for axe',
  async (look) => {
    for (const state of STATES) {
      const seen = await gallery.look(state, look, wrongWith);
      expect({ state, ...seen }).toEqual({ state, ...NOTHING_WRONG });
    }
  },
  120_000,
);

test.each(['es-ES', 'es-CO', 'en-GB'])(
  'AD21 everything is in sight at 1100 × 700 in %s, also with something missing',
  async (locale) => {
    for (const state of ['drawn', 'good', 'troubled', 'noConsent']) {
      const down = await gallery.look(state, { locale, name: `${state}-sight` }, (page) =>
        page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight),
      );
      expect({ state, down }).toEqual({ state, down: 0 });
    }
  },
  60_000,
);

test.each([
  { locale: 'es-ES', theme: 'light', size: [1100, 700] },
  { locale: 'en-GB', theme: 'dark', size: [400, 700] },
] as const)(
  'AD22 the sheets over the page, in $locale, $theme, at $size: by keyboard, with nothing for axe, and back to where one was',
  async (look) => {
    const spanish = look.locale === 'es-ES';
    const sheets = spanish
      ? [
          'Cómo: B Seguimiento',
          'Cómo: D Directorio',
          'Cómo: E Transcripciones',
          'Borrar lo del servidor',
          'Guía',
        ]
      : ['How: B Follow up', 'How: D Directory', 'Details: A Plan', 'Delete what is on the server', 'Guide'];
    for (const [at, name] of sheets.entries())
      await gallery.look('drawn', { ...look, name: 'sheet' }, async (page) => {
        const opener = page.getByRole('button', { name, exact: true });
        await opener.focus();
        await page.keyboard.press('Enter');
        const sheet = page.getByRole('dialog');
        await sheet.waitFor();
        await page.screenshot({ path: `pictures/admin/sheet-${at}-${look.locale}.png` });
        expect({ name, violations: await axeSays(page) }).toEqual({ name, violations: [] });
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
        expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
      });
  },
  120_000,
);
