// BC5: what is followed up around one session, in English: the review in the invitation, the two questions, the next date.
import type { Page } from 'playwright-core';
import { askGraph, type GraphEvent } from './graphSide';
import { addApp, type AtMeeting, tryMeeting } from './meetingPages';
import { chatOf } from './meetingSide';
import { meetingWalks } from './meetingWalks';
import { eventually } from '../support/eventually';

const TITLE = 'Marketing and Sales Weekly';
const LASTS = 36;
const WEEK = 7 * 24 * 60 * 60_000;
const ENGLISH = { locale: 'en-US' };
/** What is open, and what of it is internal only. */
const OPEN = ['Send the list of the fair to Bogotá', 'Write half a page: what an accepted lead is'];
const INTERNAL = /Gota 3|prices/;
const SPANISH =
  /[¿¡]|\b(guardar|actas?|tareas?|reunión|sesión|siguiente|empezar|terminar|enviar|mensaje|responsable|próxima|pendiente|modera|vence|antes|sí|captar)\b/i;

const walks = meetingWalks('follow');

const SITE = ['Sites.Selected', 'Files.ReadWrite.All'];
async function siteOf(address: string): Promise<string> {
  const { settings } = (await (await fetch(`${address}/demo/config`)).json()) as {
    settings: { HOME_SITE: string };
  };
  return `/sites/${settings.HOME_SITE}/drive/root:/Cadencia`;
}

type Download = { readonly '@microsoft.graph.downloadUrl': string };
const textOf = (page: Page, file: Download | undefined) =>
  page.evaluate(async (url) => (await fetch(url)).text(), file?.['@microsoft.graph.downloadUrl'] ?? '');

type SeriesFile = {
  readonly series: {
    readonly chain: readonly { readonly starts: readonly number[] }[];
    readonly followUp: { marks: readonly { readonly original: number; readonly as: string }[] };
  };
};

/** Somebody says of two more sessions that they were held: with nine of them recorded, the next is a fourth one. */
async function makeFourth(page: Page, address: string, id: string, start: number): Promise<void> {
  const where = `${await siteOf(address)}/series-${id}.json`;
  const file = JSON.parse(
    await textOf(page, await askGraph<Download>(page, address, 'irene', SITE, where)),
  ) as SeriesFile;
  // Summer time ends in between: the dates are taken as they stand in the file.
  const starts = file.series.chain.flatMap((link) => link.starts);
  file.series.followUp.marks = [9, 6].map((weeks) => {
    const original = starts.find((one) => Math.abs(one - (start - weeks * WEEK)) < WEEK / 2);
    if (original === undefined) throw new Error('no such session');
    return { original, as: 'held' };
  });
  const status = await page.evaluate(
    async ([base, path, scopes, body]) => {
      const token = (await (
        await fetch('/demo/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person: 'irene', scopes }),
        })
      ).json()) as { access_token: string };
      const response = await fetch(`${base}/graph/v1.0${path}:/content`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
        body,
      });
      return response.status;
    },
    [address, where, SITE, JSON.stringify(file)] as const,
  );
  expect([200, 201]).toContain(status);
}

/** The newest record of the series. */
async function newestRecord(page: Page, address: string, series: string) {
  const { value } = await askGraph<{ value: (Download & { name: string })[] }>(
    page,
    address,
    'irene',
    SITE,
    `${await siteOf(address)}/records-${series}:/children?$top=100`,
  );
  const records = value.filter(({ name }) => name.endsWith('.json'));
  const read = await Promise.all(records.map(async (file) => textOf(page, file)));
  const all = read.map((text) => JSON.parse(text) as { record: { start: number; pulse?: unknown } });
  return all.map(({ record }) => record).sort((a, b) => b.start - a.start)[0];
}

const eventsOf = async (page: Page, address: string, person: string, path: string) =>
  (await askGraph<{ value: GraphEvent[] }>(page, address, person, ['Calendars.ReadWrite'], path)).value;

async function answer({ panel }: AtMeeting, worth: string, said: string): Promise<void> {
  const pulse = panel.getByRole('region', { name: 'Two questions before you go' });
  await pulse
    .getByRole('group', { name: 'Was it worth the time?' })
    .getByRole('radio', { name: worth, exact: true })
    .check();
  await pulse
    .getByRole('group', { name: 'Could you say what you wanted?' })
    .getByRole('radio', { name: said, exact: true })
    .check();
  await pulse.getByRole('button', { name: 'Answer' }).click();
  await pulse.getByText('✓ Answered').waitFor();
}

const inEnglish = async (...all: readonly AtMeeting[]) => {
  for (const { panel } of all) {
    const main = panel.locator('main');
    const named = await main
      .locator('[aria-label], [title], [placeholder]')
      .evaluateAll((elements) =>
        elements.flatMap((one) =>
          ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
        ),
      );
    expect([await main.innerText(), ...named].join('\n')).not.toMatch(SPANISH);
  }
};

test('BC5 in English what is open goes into the invitation, three answers are counted without a name, and the next date and its preparation go out', async () => {
  const { address } = walks.tenant;
  const { chat, series, start } = await tryMeeting(address, { history: true, language: 'en' });
  const room = await walks.open(chat, [], ENGLISH);
  await makeFourth(room.page, address, series ?? '', Date.parse(start));
  await room.close();
  const teams = await walks.open(chat, ['irene', 'rodrigo', 'bruno'], ENGLISH);
  await addApp(teams);
  const [irene, rodrigo, bruno] = [teams.at('irene'), teams.at('rodrigo'), teams.at('bruno')];
  const all = [irene, rodrigo, bruno];
  const { page } = teams;

  // Before: one press, behind a question that begins at the answer which mails nobody.
  const beside = await walks.open(chat, ['irene'], { ...ENGLISH, surface: 'tab' });
  await beside.page.setViewportSize({ width: 1180, height: 860 });
  const tab = beside.at('irene');
  await tab.panel.getByText(OPEN[0] ?? '').waitFor();
  await tab.panel.getByRole('button', { name: 'Put the review into the invitation' }).click();
  const question = tab.panel.getByRole('alertdialog');
  const today = `startDateTime=${start}&endDateTime=${new Date(Date.parse(start) + 3_600_000).toISOString()}`;
  const invitation = async () => {
    const found = await eventsOf(page, address, 'irene', `/me/calendarView?${today}&$top=100`);
    return found.find(({ subject }) => subject === TITLE);
  };
  const before = await invitation();
  const mails = before?.attendees.length ?? 0;
  await question.getByText(`${mails} mails go out, one to each person invited`).waitFor();
  expect(await question.locator(':focus').innerText()).toBe('Not now');
  await beside.picture('BC5 question');
  await inEnglish(tab);
  await question.getByRole('button', { name: 'Put the review in' }).click();
  await tab.panel.getByText('✓ The review is in the invitation').waitFor();
  await beside.picture('BC5 in the invitation');
  const body = (await invitation())?.body.content ?? '';
  for (const open of OPEN) expect(body).toContain(open);
  expect(body).not.toMatch(INTERNAL);
  expect(body).toContain('Left from before: 5');
  expect(body).toContain('Closing round');
  // What Teams says below is in the language of the mailbox.
  expect(body.slice(0, body.indexOf('</table>'))).not.toMatch(SPANISH);
  expect(body).toContain(before?.onlineMeeting?.joinUrl);
  expect(before?.body.content).not.toContain(OPEN[0]);

  // The session, a fourth one: two questions at its end.
  await irene.panel.getByRole('button', { name: 'Start', exact: true }).click();
  for (const { panel } of all) await panel.getByText('Item 1 of 6').waitFor();
  await teams.picture('BC5 running');
  await inEnglish(...all);
  walks.tenant.later(LASTS);
  await irene.panel.getByRole('button', { name: 'More', exact: true }).click();
  await irene.panel.getByRole('button', { name: 'End the meeting' }).click();
  for (const { panel } of all) await panel.getByText('Two questions before you go').waitFor();
  await irene.panel.getByRole('button', { name: 'Save the minutes' }).click();
  await irene.panel.getByText('The minutes are saved').waitFor();
  const counted = (at: AtMeeting) => at.panel.getByText(/yes \d · partly \d · no \d/);
  await answer(irene, 'yes', 'partly');
  await answer(rodrigo, 'partly', 'yes');
  await bruno.panel.getByText('2 answers so far').waitFor();
  for (const at of all) expect(await counted(at).count()).toBe(0);
  expect((await newestRecord(page, address, series ?? ''))?.pulse).toBeUndefined();
  await teams.picture('BC5 two answers');
  await answer(bruno, 'yes', 'no');
  for (const { panel } of all) {
    await panel.getByText('Was it worth the time? yes 2 · partly 1 · no 0').waitFor();
    await panel.getByText('Could you say what you wanted? yes 1 · partly 1 · no 1').waitFor();
    const pulse = panel.getByRole('region', { name: 'Two questions before you go' });
    expect(await pulse.innerText()).not.toMatch(/Irene|Rodrigo|Bruno/);
  }
  const pulse = async () => (await newestRecord(page, address, series ?? ''))?.pulse;
  await eventually(async () => (await pulse()) !== undefined);
  expect(await pulse()).toEqual({ worth: { yes: 2, partly: 1, no: 0 }, said: { yes: 1, partly: 1, no: 1 } });
  await teams.picture('BC5 counted');

  // The next date, seen before it is said.
  const message = irene.panel.getByRole('region', { name: 'Message with the next date' }).first();
  await message.getByText('See the message first').click();
  await message.getByText(/Next session: Tue Dec 1/).waitFor();
  await teams.picture('BC5 message');
  const sent = async () =>
    (await chatOf(page, address, chat)).filter((html) => html.includes('Next session'));
  expect(await sent()).toEqual([]);
  await message.getByRole('button', { name: 'Send the message' }).click();
  await irene.panel.getByText('The message is in the chat').waitFor();
  expect(await sent()).toHaveLength(1);
  expect((await sent())[0]).toContain(OPEN[0]);
  expect((await sent())[0]).not.toMatch(INTERNAL);
  expect((await sent())[0]).not.toMatch(SPANISH);

  // Whoever chairs it prepares it: from the panel, and once more from the tab.
  const preparing = 'Put into my calendar: prepare the weekly';
  const chairs = await Promise.all(all.map(({ panel }) => panel.getByText('You chair the next one').count()));
  expect(chairs.filter((count) => count > 0)).toHaveLength(1);
  const next = all[chairs.indexOf(1)] ?? irene;
  const twice = await walks.open(chat, [next.key], { ...ENGLISH, surface: 'tab' });
  await twice.page.setViewportSize({ width: 1180, height: 860 });
  for (const { panel } of [next, twice.at(next.key)]) {
    await panel.getByRole('button', { name: preparing }).click();
    await panel.getByText('✓ It is in your calendar').waitFor();
  }
  await teams.picture('BC5 prepared');
  await inEnglish(...all, twice.at(next.key));
  const entries = await eventsOf(
    page,
    address,
    next.key,
    `/me/events?$filter=subject eq 'Prepare: ${TITLE}'&$top=50`,
  );
  expect(entries.map(({ start: from, attendees }) => [from.dateTime.slice(0, 10), attendees.length])).toEqual(
    [['2026-11-30', 0]],
  );
  expect(entries[0]?.body.content).toContain('The session is on Tue Dec 1');
  expect(entries[0]?.body.content).toContain('Open the meeting in Teams');
  expect(walks.problems()).toEqual([]);
  expect(walks.tenant.log()).not.toMatch(/Irene|Bruno|leads|thread|eyJ/i);
}, 120_000);
