/** @jest-environment node */
// GA: what the pane looks like. Every state in a real browser under the server's own policy; pictures in pictures/pane.
import type { Page } from 'playwright-core';
import type { PlanView } from '../../src/app/planning/planView';
import { planSampleWeekly, sampleDesk } from '../app/planning/sampleDesk';
import { axeSays } from '../support/axe';
import {
  bottomOf,
  brokenIn,
  hostile,
  NOTHING_BROKEN,
  NOTHING_WRONG,
  wrongWith,
} from '../support/gallery/looking';
import { galleryOf, type Look, overflow } from '../support/gallery/openGallery';
import { views } from '../support/gallery/sampleViews';

const gallery = galleryOf({
  gallery: 'galleryPane',
  page: 'compose',
  pictures: 'pane',
  size: [320, 600],
  inPlace: true,
});

/** A state by its name, or a view of the test's own. */
function look<T>(
  view: string | PlanView,
  how: Look,
  use: (page: Page, complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  return typeof view === 'string'
    ? gallery.look(view, how, use)
    : gallery.look(`sample-${view.screen}`, { ...how, own: view }, use);
}

describe.each(Object.keys(views))('GA2 %s', (view) => {
  test.each([
    ['es-ES', 'light', [320, 600]],
    ['es-CO', 'dark', [320, 600]],
    ['en-GB', 'contrast', [400, 800]],
  ] as const)(
    '%s, %s, %p: no complaint, no sideways scroll, nothing for axe',
    async (locale, theme, size) => {
      await look(view, { locale, theme, size }, async (page, complaints) => {
        expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
      });
    },
  );
});

test.each(['slots', 'moved', 'oneSite'])(
  'GA3 everything of the main screen (%s) is in sight at 320 by 600 in Spanish',
  async (view) => {
    await look(view, {}, async (page) => {
      expect(await bottomOf(page)).toBeLessThanOrEqual(600);
      expect(await page.getByRole('radio').count()).toBe(3);
      for (const name of ['Insertar en la invitación', 'Deshacer', 'Crear en Teams'])
        expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1);
    });
  },
);

test.each(['slots', 'areas', 'agenda', 'sessions', 'series'])(
  'GA4 %s at 200 %% does not scroll sideways',
  async (view) => {
    // 320 px at 200 % is 160 CSS px for a browser's zoom, but panes are at least 320 CSS px: text alone doubles here.
    await look(view, { size: [640, 600] }, async (page) => {
      const zoom = (to: string) =>
        page.evaluate((value) => document.documentElement.style.setProperty('zoom', value), to);
      await zoom('2');
      const scrolled = await overflow(page);
      await zoom('1');
      expect(scrolled).toBeLessThanOrEqual(1);
    });
  },
);

test('GA5 a low pane still reaches its primary button by scrolling down only', async () => {
  await look('slots', { size: [320, 480] }, async (page) => {
    await page.getByRole('button', { name: 'Insertar en la invitación' }).scrollIntoViewIfNeeded();
    expect(await overflow(page)).toBe(0);
  });
});

test.each(['es-ES', 'es-CO', 'en-GB'])(
  'GA6 the answer over the sample company is in sight at 320 by 600 in %s',
  async (locale) => {
    const desk = sampleDesk(locale);
    await look(await planSampleWeekly(desk), { locale }, async (page) => {
      expect(await bottomOf(page)).toBeLessThanOrEqual(600);
      expect(await overflow(page)).toBe(0);
      expect(await axeSays(page)).toEqual([]);
    });
    desk.pane.planning.openSessions();
    await look(desk.pane.screen('sessions'), { locale }, async (page) => {
      expect(await overflow(page)).toBe(0);
    });
    desk.pane.planning.back();
    desk.pane.planning.openAreas();
    await look(await desk.pane.until('areas'), { locale }, async (page) => {
      expect(await overflow(page)).toBe(0);
    });
  },
);

const NAMES = ['name', 'title', 'label', 'city', 'subject', 'owner'];

test.each(Object.keys(views))(
  'GA7 names of any making are text in %s and scroll nothing sideways',
  async (view) => {
    await look({ ...hostile(views[view], NAMES) }, {}, async (page, complaints) => {
      expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
    });
  },
);
