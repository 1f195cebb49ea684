/** @jest-environment node */
// SP: what the side panel looks like. Every state in a real browser under the server's policy; pictures in pictures/panel.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axeSays } from '../../support/axe';
import {
  bottomOf,
  brokenIn,
  hostile,
  NOTHING_BROKEN,
  NOTHING_WRONG,
  wrongWith,
} from '../../support/gallery/looking';
import { galleryOf, overflow } from '../../support/gallery/openGallery';
import { panelViews } from '../../support/gallery/panelViews';

const gallery = galleryOf({
  gallery: 'galleryPanel',
  page: 'meeting',
  pictures: 'panel',
  size: [280, 650],
  inPlace: true,
});

/** The end loads when it is there, and so do the balance and what is asked of problems from before. */
function late(name: string): { readonly ready?: string } {
  if (/^(ended|sameTask)/.test(name)) return { ready: 'main section h2' };
  // Two things are asked there, or it is a phone: no balance stands there.
  if (name === 'over' || name === 'small') return {};
  if (name === 'review') return { ready: 'main details' };
  const view = panelViews[name]?.view;
  if (view?.screen !== 'meeting' || !view.balance) return {};
  if (view.balance.news)
    return { ready: 'main section[aria-label*="mide"], main section[aria-label*="measured"]' };
  const live = view.running?.phase === 'running' || view.running?.phase === 'closing';
  return live ? { ready: 'main section[aria-label="Equilibrio"], main section[aria-label="Balance"]' } : {};
}

/** The buttons in the brand's colour. */
const primaries = (page: Page) =>
  page.getByRole('button').evaluateAll((buttons) => {
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'var(--colorBrandBackground)';
    buttons[0]?.parentElement?.append(probe);
    const brand = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return buttons
      .filter((button) => getComputedStyle(button).backgroundColor === brand)
      .map((button) => button.textContent);
  });

describe.each(Object.keys(panelViews))('SP22 SP2 %s', (view) => {
  test.each([
    ['es-ES', 'light'],
    ['es-CO', 'dark'],
    ['en-US', 'contrast'],
  ] as const)('%s, %s: no complaint, no sideways scroll, nothing for axe', async (locale, theme) => {
    await gallery.look(view, { locale, theme, ...late(view) }, async (page, complaints) => {
      expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
      if (theme === 'light') expect((await primaries(page)).length).toBeLessThanOrEqual(1);
    });
  });
});

test('SP2 the primary button of a meeting that runs is the next item, of one that ended the first step', async () => {
  await gallery.look('running', late('running'), async (page) =>
    expect(await primaries(page)).toEqual(['Siguiente']),
  );
  await gallery.look('ended', late('ended'), async (page) =>
    expect(await primaries(page)).toEqual(['Llevar 3 tareas a Planner']),
  );
});

test.each([
  ...['running', 'late', 'over', 'missing', 'chairGone', 'offline', 'closing', 'before'],
  ...['measuredNews', 'measuredNudge', 'measuredMine', 'measuredNewsBefore'],
])('SP23 everything of %s is in sight at 280 by 650 in Spanish', async (view) => {
  await gallery.look(view, late(view), async (page) => {
    expect(await bottomOf(page)).toBeLessThanOrEqual(650);
  });
});

test('SP26 the number of a problem is noted at 280 px by keyboard alone', async () => {
  await gallery.look('review', { name: 'review-open' }, async (page, complaints) => {
    await page.getByRole('button', { name: 'Apuntar: Leads de feria sin llamar' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('21');
    await page.screenshot({
      path: path.resolve(__dirname, '../../../pictures/panel/review-open-es-ES-light-280x650.png'),
      fullPage: true,
    });
    expect(await overflow(page)).toBe(0);
    expect(await axeSays(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Apuntar: Leads de feria sin llamar',
    );
    expect(complaints).toEqual([]);
  });
});

test('SP23 the eight faces of a meeting stand in one row', async () => {
  await gallery.look('running', late('running'), async (page) => {
    const tops = await page
      .getByRole('toolbar')
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
    expect(tops).toHaveLength(8);
    expect(new Set(tops).size).toBe(1);
  });
});

test.each(['agenda', 'people', 'chair'] as const)('SP24 the part %s of the rest', async (part) => {
  const names = { agenda: 'Agenda', people: 'Quién está', chair: 'Modera' };
  for (const theme of ['light', 'contrast'])
    await gallery.look('full', { theme, name: `more-${part}` }, async (page, complaints) => {
      await page.getByRole('button', { name: 'Más', exact: true }).click();
      await page.getByRole('tab', { name: names[part] }).click();
      await page.getByRole('tabpanel').waitFor();
      await page.screenshot({
        path: path.resolve(__dirname, `../../../pictures/panel/more-${part}-es-ES-${theme}-280x650.png`),
        fullPage: true,
      });
      expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
    });
});

test.each([
  ['es-ES', 'light'],
  ['es-CO', 'dark'],
  ['en-US', 'contrast'],
] as const)(
  'SP24 SP30 the balance at leisure, and what is measured, by keyboard alone in %s, %s',
  async (locale, theme) => {
    const spanish = locale !== 'en-US';
    const picture = (page: Page, name: string) =>
      page.screenshot({
        path: path.resolve(__dirname, `../../../pictures/panel/${name}-${locale}-${theme}-280x650.png`),
        fullPage: true,
      });
    const checked = async (page: Page, complaints: readonly string[]) => {
      expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
    };
    await gallery.look('measuredPersons', { locale, theme, name: 'balance' }, async (page, complaints) => {
      await page.getByRole('button', { name: spanish ? 'Más' : 'More', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'Agenda' }).waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: spanish ? 'Cómo participas' : 'How you take part' }).waitFor();
      await picture(page, 'balance-part');
      await checked(page, complaints);
      await page
        .getByRole('button', { name: spanish ? 'Qué se mide y qué no' : 'What is measured and what is not' })
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: spanish ? 'Quién ve qué' : 'Who sees what' }).waitFor();
      await picture(page, 'balance-measured');
      await checked(page, complaints);
      await page.keyboard.press('Escape');
      await page
        .getByRole('heading', { name: spanish ? 'Quién ve qué' : 'Who sees what' })
        .waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
        /^(Qué se mide y qué no|What is measured and what is not)$/,
      );
    });
  },
);

const NAMES = ['name', 'short', 'title', 'text', 'city', 'byName', 'ownerName', 'by', 'standIn'];

test.each([
  'running',
  'before',
  'over',
  'full',
  'ended',
  'sameTask',
  'chairGone',
  'proposed',
  'openTasks',
  'review',
  'measuredSupposed',
  'measuredNudge',
])('SP25 names and texts of any making are text in %s and scroll nothing sideways', async (view) => {
  const own = hostile(panelViews[view], NAMES);
  await gallery.look(view, { own, name: `hostile-${view}`, ...late(view) }, async (page, complaints) => {
    expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
  });
});
