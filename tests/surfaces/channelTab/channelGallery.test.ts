/** @jest-environment node */
// CB: what the channel's tab looks like. Every state in a real browser under the server's policy; pictures in pictures/channel.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually';
import { channelViews } from '../../support/gallery/channelViews';
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

const PICTURES = path.resolve(__dirname, '../../../pictures/channel');
const gallery = galleryOf({
  gallery: 'galleryChannel',
  page: 'channel',
  pictures: 'channel',
  size: [1100, 700],
  inPlace: true,
});

/** Parts of a screen arrive later. */
async function settled(page: Page, view: string): Promise<void> {
  if (view !== 'starting') await partsThere(page);
}

/** Rhythm and settings have a gallery of their own; the long list has its own test. */
const STATES = Object.keys(channelViews).filter((view) => !['rhythm', 'settings', 'many'].includes(view));

/** Parts of these arrive later; the picture is of the whole. */
const LATER = ['review', 'reviewed', 'decisions'];

describe.each(STATES)('CB20 %s', (view) => {
  test.each([
    ['es-ES', 'light', [1100, 700]],
    ['es-CO', 'dark', [400, 700]],
    ['en-US', 'contrast', [1100, 700]],
  ] as const)(
    '%s, %s, %p: no complaint, no sideways scroll, nothing for axe',
    async (locale, theme, size) => {
      const ready = { ...(LATER.includes(view) && { ready: '[role=tabpanel] > section' }) };
      await gallery.look(view, { locale, theme, size, ...ready }, async (page, complaints) => {
        expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
      });
    },
  );
});

test('CB20 a task being changed, one being split, and a decision being replaced', async () => {
  for (const [theme, size] of [
    ['light', [1100, 700]],
    ['dark', [400, 700]],
  ] as const) {
    const check = async (page: Page, complaints: readonly string[], name: string) => {
      const file = `${name}-es-ES-${theme}-${size.join('x')}.png`;
      await takePicture(page, path.join(PICTURES, file), { fullPage: true });
      expect(await wrongWith(page, complaints)).toEqual(NOTHING_WRONG);
    };
    await gallery.look('must', { theme, size, name: 'changing' }, async (page, complaints) => {
      await page.getByRole('button', { name: /^Dividir:/ }).click();
      await page.getByRole('button', { name: 'Llamar a los 21 restantes' }).click();
      await page.getByRole('textbox', { name: 'Tarea' }).waitFor();
      await check(page, complaints, 'changing');
    });
    await gallery.look('decisions', { theme, size, name: 'replacing' }, async (page, complaints) => {
      await page
        .getByRole('button', { name: /^Sustituida por…:/ })
        .first()
        .click();
      await check(page, complaints, 'replacing');
    });
  }
});

test.each(['full', 'guest', 'notice', 'question', 'review'])(
  'CB21 everything of %s is in sight at 1100 by 700, also with twelve hours on the clock',
  async (view) => {
    for (const locale of ['es-ES', 'es-CO'])
      await gallery.look(view, { locale }, async (page) => {
        await settled(page, view);
        expect(await bottomOf(page)).toBeLessThanOrEqual(700);
      });
  },
);

test.each(['full', 'must', 'notice', 'question', 'review', 'decisions', 'many'])(
  'CB25 at 320 px, and at 200 %%, %s scrolls nothing sideways',
  async (view) => {
    for (const size of [
      [320, 640],
      [550, 350],
    ] as const)
      await gallery.look(view, { size, inSight: true, name: `narrow-${view}` }, async (page) => {
        await settled(page, view);
        expect(await overflow(page)).toBe(0);
      });
  },
);

const NAMES = ['name', 'title', 'text', 'city', 'seriesTitle', 'problem', 'label', 'organiser'];

test.each(['full', 'must', 'review', 'decisions', 'noSeries'])(
  'CB26 names and texts of any making are text in %s and scroll nothing sideways',
  async (view) => {
    const own = hostile(channelViews[view], NAMES, /^p\d$/);
    for (const size of [
      [1100, 700],
      [400, 700],
    ] as const)
      await gallery.look(view, { own, size, name: `hostile-${view}` }, async (page, complaints) => {
        await settled(page, view);
        expect(await brokenIn(page, complaints)).toEqual(NOTHING_BROKEN);
      });
  },
);

/** The median, in whole milliseconds. */
const median = (all: readonly number[]): number =>
  Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);

test('CB27 of 2,400 tasks only what is near the window is drawn: at first, under every filter, and through all of a scroll', async () => {
  await gallery.look('many', { inSight: true }, async (page, complaints) => {
    const first: number[] = [];
    for (let nth = 0; nth < 5; nth++)
      first.push(await page.evaluate(() => (globalThis as unknown as Measures).redraw()));
    const filters: number[] = [];
    for (const owner of ['m04', 's05', '', 'm02', '', 's07', ''])
      filters.push(await page.evaluate(changed, { label: 'Responsable', value: owner }));
    for (const text of ['finca 1', 'finca 12', 'finca 1', 'ninguna', ''])
      filters.push(await page.evaluate(changed, { label: 'Buscar', value: text }));
    const frames = await page.evaluate(scrolled);
    expect(await page.locator('[data-row]').count()).toBeLessThan(100);
    // No test is timed: whoever wants to know asks for it.
    if (process.env['MEASURE'] === '1')
      process.stderr.write(
        `2,400 tasks: drawn ${median(first)} ms, filtered ${median(filters)}, a frame of scrolling ${median(frames)}\n`,
      );
    expect(await axeSays(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}, 60_000);

test('CB27 the keys reach the last of 2,400 tasks and come back, and what has the focus stays in sight', async () => {
  await gallery.look('many', { inSight: true, name: 'many-keys' }, async (page) => {
    const focused = () =>
      page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        const row = document.activeElement?.closest('[role=row]');
        const head = document.querySelector('[role=columnheader]')?.getBoundingClientRect();
        return {
          row: Number(row?.getAttribute('aria-rowindex')),
          inSight: box !== undefined && box.top >= (head?.bottom ?? 0) && box.bottom <= innerHeight,
          head: head !== undefined && head.top >= 0 && head.bottom <= innerHeight,
        };
      });
    const grid = page.getByRole('grid');
    const lines = Number(await grid.getAttribute('aria-rowcount'));
    expect(lines).toBe(2_400 + 60 + 1);
    // A row is drawn once the list has scrolled to it, and only then has the focus.
    const comesTo = async (row: number) => {
      await eventually(async () => (await focused()).row === row && (await focused()).inSight);
      expect(await focused()).toEqual({ row, inSight: true, head: true });
    };
    await grid.locator('[data-row] button[tabindex="0"]').first().focus();
    await page.keyboard.press('End');
    await comesTo(lines);
    for (let nth = 1; nth <= 30; nth++) await page.keyboard.press('ArrowUp');
    await comesTo(lines - 30);
    await page.keyboard.press('Home');
    await comesTo(3);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Tarea' }).waitFor();
    await page.keyboard.press('Escape');
    await comesTo(3);
  });
}, 60_000);

type Measures = { redraw(): Promise<number> };

/** Changes a filter as a person does, and answers how long it takes until the list has followed, with its next frame. */
async function changed({
  label,
  value,
}: {
  readonly label: string;
  readonly value: string;
}): Promise<number> {
  const field = document.querySelector(`[aria-label="${label}"]`) as HTMLInputElement | HTMLSelectElement;
  const grid = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
  const before = grid();
  const kind = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  const start = performance.now();
  field.dispatchEvent(new Event(kind === HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  for (let turn = 0; turn < 200 && grid() === before; turn++)
    await new Promise((done) => setTimeout(done, 0));
  await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - start;
}

/** Scrolls through the whole list, and answers how long each frame took. */
async function scrolled(): Promise<readonly number[]> {
  const frames: number[] = [];
  let last = performance.now();
  for (let nth = 0; nth < 60; nth++) {
    window.scrollBy(0, 1400);
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames;
}
