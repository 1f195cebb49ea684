// BE: the two presses in English, by somebody in Spain. Pictures of the steps in pictures/english.
import type { Browser } from 'playwright-core';
import { agendaFromHtml } from '../../src/domain/agenda/html';
import { agendaTemplate } from '../../src/domain/agenda/templates';
import { createLocale } from '../../src/locale/createLocale';
import { createPlanLocale } from '../../src/locale/planLocale';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { seriesNamed } from './graphSide';
import { type AtOutlook, openOutlook } from './outlookPage';

const TITLE = 'Marketing and Sales Weekly';
/** A clock of twelve hours, as in “5:15 pm”. */
const TWELVE = /\d\s?[ap]\.?\s?m\b/i;

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
}, 240_000);
beforeEach(async () => {
  outlook = await openOutlook(browser, tenant.address, 'english', '?language=en');
  outlook.page.setDefaultTimeout(10_000);
  await outlook.page.getByRole('button', { name: 'New meeting' }).click();
  await outlook.page.getByRole('button', { name: 'Cadencia' }).first().click();
});
afterEach(async () => {
  await outlook.picture(`end-of-${expect.getState().currentTestName?.slice(0, 3) ?? ''}`);
  await outlook.close();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

test('BE1 the areas are chosen the first time, and every text of the pane is English', async () => {
  const { pane, picture } = outlook;
  await pane.getByRole('button', { name: 'Find a time' }).waitFor();
  expect(await spanishOf(outlook)).toEqual([]);
  for (const [area, name] of [
    ['Marketing', 'Bruno'],
    ['Marketing', 'Hugo'],
    ['Marketing', 'Catalina'],
    ['Sales', 'Rodrigo'],
    ['Sales', 'Amparo'],
    ['Sales', 'Sergio'],
    ['Sales', 'Andrés'],
  ] as const) {
    const field = pane.getByRole('combobox', { name: `Add to ${area}` });
    await field.click();
    await field.fill(name);
    await pane.locator('[role=option]', { hasText: name }).first().click();
  }
  for (const name of ['Bruno', 'Rodrigo'])
    await pane.getByLabel(new RegExp(`^Role of ${name}`)).selectOption({ label: 'Key person' });
  await picture('areas');
  expect(await spanishOf(outlook)).toEqual([]);
  await pane.getByRole('button', { name: 'Find a time' }).click();
  await pane.getByText('Calendars: 8 of 8').waitFor();
  await pane.getByRole('radio').first().waitFor();
  expect(await spanishOf(outlook)).toEqual([]);
});

test('BE2 two presses plan it in English: the pane, the hours of the day, the subject and the agenda', async () => {
  const { page, pane, picture } = outlook;
  const best = pane.getByRole('radio').first();
  await best.waitFor();
  await pane.getByText('Calendars: 8 of 8').waitFor();
  await picture('slots');
  expect(await best.textContent()).toMatch(/Tue 17:15 · Bogotá 11:15.*18 of 25/);
  expect(await spanishOf(outlook)).toEqual([]);
  expect(await pane.locator('main').innerText()).not.toMatch(TWELVE);
  for (const opener of ['Change the series', 'Change the areas', 'See the sessions', 'Edit the agenda']) {
    await pane.getByRole('button', { name: opener }).click();
    await pane.getByRole('button', { name: 'Back', exact: true }).waitFor();
    expect([opener, await spanishOf(outlook)]).toEqual([opener, []]);
    expect(await pane.locator('main').innerText()).not.toMatch(TWELVE);
    await picture(opener);
    await pane.getByRole('button', { name: 'Back', exact: true }).click();
    await best.waitFor();
  }
  await best.click();
  await pane.getByRole('button', { name: 'Insert into the invitation' }).click();
  await pane.getByRole('heading', { name: 'Inserted into the invitation' }).waitFor();
  await picture('inserted');
  expect(await spanishOf(outlook)).toEqual([]);
  expect(await page.getByLabel('Title').inputValue()).toBe(TITLE);
  await page.getByRole('button', { name: 'Send' }).click();
  // Without Teams the check at sending asks.
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('button', { name: 'New meeting' }).waitFor();

  const [event, ...others] = await seriesNamed(page, tenant.address, 'irene', TITLE);
  expect(others).toEqual([]);
  expect(event?.start.dateTime).toMatch(/T17:15:00/);
  expect(agendaFromHtml(event?.body.content ?? '')).toEqual(agendaTemplate('weekly', 'en', 35));
  expect(outlook.complaints).toEqual([]);
});

/** Every fixed Spanish text that is not also English, and the Spanish words inside of the others. */
const SPANISH = (() => {
  const english = new Set(textsOf(createPlanLocale(createLocale('en-GB')).words));
  const texts = textsOf(createPlanLocale(createLocale('es-ES')).words).filter((text) => !english.has(text));
  const wordsOfEnglish = new Set([...english].flatMap(words));
  return {
    whole: new Set(texts),
    words: new Set(texts.flatMap(words).filter((word) => word.length > 3 && !wordsOfEnglish.has(word))),
  };
})();

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The fixed texts of a word table; what takes values is built from the same words. */
function textsOf(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table];
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(textsOf) : [];
}

/** What is Spanish of all that the pane shows or says: texts, names, hints. Regions and holidays lie under a fold. */
async function spanishOf({ pane }: AtOutlook): Promise<readonly string[]> {
  const said = await pane.locator('body').evaluate((body) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const inside = walker.currentNode.parentElement;
      const folded = inside?.closest('details:not([open])') && !inside.closest('summary');
      if (inside && !folded && !inside.closest('script, style, noscript'))
        texts.push(walker.currentNode.textContent ?? '');
    }
    for (const element of body.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(Boolean);
  });
  return said.filter(
    (text) => SPANISH.whole.has(text) || words(text).some((word) => SPANISH.words.has(word)),
  );
}
