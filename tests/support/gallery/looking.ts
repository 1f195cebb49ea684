import type { Page } from 'playwright-core';
import { axeSays } from '../axe';
import { overflow } from './openGallery';

/** What is wrong with a page as it stands. */
export async function wrongWith(page: Page, complaints: readonly string[]) {
  const sideways = await overflow(page);
  const violations = await axeSays(page);
  return { sideways, violations, complaints: [...complaints] };
}
export const NOTHING_WRONG = { sideways: 0, violations: [], complaints: [] };

/** How far down a page reaches, in its own pixels; one without a surface further than any window. */
export const bottomOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().bottom ?? 9999);

/** Parts of a screen arrive later; one that is on its way says so. */
export const partsThere = (page: Page) =>
  page.waitForFunction(() => !/Preparando…|Getting ready…/.test(document.body.innerText));

/** A text as a stranger may have made it: as long as one gets, no blank to break at, markup in it. */
export const HOSTILE = `<img src=x onerror=alert(1)>${'Ŵ'.repeat(160)}`.replaceAll(' ', '\u00a0');

/** `shown` with such a text under each of these names; `but` are values that stay. */
export const hostile = <T>(shown: T | undefined, names: readonly string[], but?: RegExp): T =>
  JSON.parse(
    JSON.stringify(shown, (key, value: unknown) =>
      names.includes(key) && typeof value === 'string' && but?.test(value) !== true ? HOSTILE : value,
    ),
  ) as T;

/** What such texts did to a page: became an image, pushed it sideways, made it complain. */
export async function brokenIn(page: Page, complaints: readonly string[]) {
  const images = await page.locator('main img').count();
  return { images, sideways: await overflow(page), complaints: [...complaints] };
}
export const NOTHING_BROKEN = { images: 0, sideways: 0, complaints: [] };
