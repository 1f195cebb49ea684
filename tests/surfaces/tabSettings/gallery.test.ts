/** @jest-environment node */
// What the page that adds the tab looks like, in a browser under the server's own policy; pictures in pictures/tab-settings.
import { NOTHING_WRONG, wrongWith } from '../../support/gallery/looking';
import { galleryOf } from '../../support/gallery/openGallery';
import { tabSettingsViews } from '../../support/gallery/tabSettingsViews';

const STATES = ['outside', 'meeting', 'notLoaded', ...Object.keys(tabSettingsViews)];
const LOOKS = [
  { locale: 'es-ES', theme: 'light', size: [520, 400] },
  { locale: 'es-CO', theme: 'dark', size: [280, 400] },
  { locale: 'en-GB', theme: 'contrast', size: [280, 400] },
] as const;

const gallery = galleryOf({
  gallery: 'galleryTabSettings',
  page: 'tabSettings',
  pictures: 'tab-settings',
  size: [520, 400],
});

test.each(LOOKS)(
  'TS9 every state in $locale, $theme, at $size: no complaint, no sideways scroll, nothing for axe',
  async (look) => {
    for (const state of STATES) {
      const seen = await gallery.look(state, look, wrongWith);
      expect({ state, ...seen }).toEqual({ state, ...NOTHING_WRONG });
    }
  },
  60_000,
);
