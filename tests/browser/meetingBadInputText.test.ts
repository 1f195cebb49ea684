// BN: what people plant, type and press at once, and machines that are set wrongly; the real panel and the real server.
import type { BrowserContext } from 'playwright-core';
import { seriesNamed } from './graphSide';
import { addApp, type AtMeeting, capture, type MeetingRoom, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';

const ALONE = 'Sin servidor: se guarda en este equipo y se une cuando vuelva';
/** Turns the direction of what follows. */
const TURNED = '\u202E';
const MARKUP = '<img src=x onerror=document.title="!"><b>negrita</b>';

const walks = meetingWalks('meeting-bad-input');

/** One whose browser is not as it should be. */
async function openSpoilt(
  chat: string,
  person: string,
  spoil: (context: BrowserContext) => Promise<unknown>,
): Promise<MeetingRoom> {
  const room = await walks.open(chat, ['irene']);
  await room.page.goto('about:blank');
  await spoil(room.context);
  await room.page.goto(
    `${walks.tenant.address}/teams#${new URLSearchParams({ chat, people: person }).toString()}`,
  );
  return room;
}

/** A meeting with the app in it that has begun. */
async function begun() {
  const meeting = await tryMeeting(walks.tenant.address);
  const room = await walks.open(meeting.chat, ['irene']);
  await addApp(room);
  const irene = room.at('irene');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await irene.panel.getByText('Punto 1 de 6').waitFor();
  return { meeting, room, irene };
}

/** Seconds on the clock of a panel. */
async function secondsAt({ panel }: AtMeeting): Promise<number> {
  const [, minutes = '0', seconds = '0'] =
    /(\d\d):(\d\d)/.exec(await panel.getByRole('timer').first().innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test('BN16 two “next” at once from two panels of the chair advance by one item', async () => {
  const { meeting, irene } = await begun();
  // Nothing that the server says comes to the second panel while both press: it does not know of the first.
  let held: (() => void)[] | null = null;
  const slow = await openSpoilt(meeting.chat, 'irene', (context) =>
    context.routeWebSocket(/\/rooms/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        const tell = () => socket.send(message);
        if (held === null) tell();
        else held.push(tell);
      });
    }),
  );
  const again = slow.at('irene');
  await again.panel.getByText('Punto 1 de 6').waitFor();
  const next = ({ panel }: AtMeeting) => panel.getByRole('button', { name: 'Siguiente' });
  await Promise.all([next(irene).waitFor(), next(again).waitFor()]);
  held = [];
  await Promise.all([next(irene).click(), next(again).click()]);
  await irene.panel.getByText('Punto 2 de 6').waitFor();
  for (const tell of held.splice(0)) tell();
  held = null;
  // What comes behind the second press is there once the press itself is answered.
  await capture(again, 'idea: Detrás de la segunda');
  await irene.panel.getByText('Detrás de la segunda').first().waitFor();
  await Promise.all([irene, again].map(({ panel }) => panel.getByText('Punto 2 de 6').waitFor()));
  await Promise.all([irene, again].map(({ panel }) => panel.getByText('guardado').waitFor()));
  for (const { panel } of [irene, again]) expect(await panel.getByText('Punto 2 de 6').count()).toBe(1);
}, 120_000);

test('BN17 an agenda planted in one’s own copy of the invitation is a proposal in their name, and its markup is text', async () => {
  const meeting = await tryMeeting(walks.tenant.address);
  const first = await walks.open(meeting.chat, ['rodrigo']);
  const events = await seriesNamed(
    first.page,
    walks.tenant.address,
    'rodrigo',
    'Semanal de Marketing y Ventas',
  );
  const { chat } = meeting;
  const mine = events.find(({ onlineMeeting }) =>
    decodeURIComponent(onlineMeeting?.joinUrl ?? '').includes(chat),
  );
  const planted = `Plantado ${MARKUP}`.replaceAll('<', '&lt;');
  const content = mine?.body.content.replace('Leads de feria sin llamar', planted) ?? '';
  expect(content).toContain('Plantado');
  expect(await patchBody(first, 'rodrigo', mine?.id ?? '', content)).toBe(200);
  await addApp(first);
  const rodrigo = first.at('rodrigo').panel;
  await rodrigo.getByText(/^Rodrigo.* propone una agenda de 35/).waitFor();
  expect(await rodrigo.getByText(/Plantado/).count()).toBe(0);
  await first.picture('BN17 proposed');
  // Whoever organises comes: the agenda is hers, and the proposal is gone.
  const irene = (await walks.open(chat, ['irene'])).at('irene').panel;
  for (const panel of [irene, rodrigo]) {
    await panel.getByText('Leads de feria sin llamar').first().waitFor();
    expect(await panel.getByText(/Plantado|propone una agenda/).count()).toBe(0);
  }
  // In a meeting whose organiser does not come somebody may use it, and sees what it is: text.
  const { chat: other } = await tryMeeting(walks.tenant.address, { adHoc: true });
  const alone = await walks.open(other, ['rodrigo']);
  const [event] = (
    await seriesNamed(alone.page, walks.tenant.address, 'rodrigo', 'Reunión sin preparar')
  ).filter(({ onlineMeeting }) => decodeURIComponent(onlineMeeting?.joinUrl ?? '').includes(other));
  expect(await patchBody(alone, 'rodrigo', event?.id ?? '', content)).toBe(200);
  await addApp(alone);
  const panel = alone.at('rodrigo').panel;
  await panel.getByRole('button', { name: 'Usar esta agenda' }).click();
  await panel
    .getByText(/Plantado <img src=x/)
    .first()
    .waitFor();
  expect(await panel.locator('main b, main img[src="x"]').count()).toBe(0);
  expect(walks.problems()).toEqual([]);
}, 120_000);

/** Changes somebody's own copy of an invitation, as they can with any client. */
function patchBody({ page }: MeetingRoom, person: string, event: string, content: string): Promise<number> {
  return page.evaluate(
    async ([base, who, id, html]) => {
      const token = (await (
        await fetch('/demo/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person: who, scopes: ['Calendars.ReadWrite'] }),
        })
      ).json()) as { access_token: string };
      const response = await fetch(`${base}/graph/v1.0/me/events/${id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ body: { contentType: 'html', content: html } }),
      });
      return response.status;
    },
    [walks.tenant.address, person, event, content] as const,
  );
}

test('BN18 markup and turned text in a problem’s idea, its number and an item of the agenda are text or refused', async () => {
  const { room, irene, meeting } = await begun();
  const { panel } = irene;
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo').panel;
  await panel.getByRole('button', { name: 'Siguiente' }).click();
  await panel.getByText('Punto 2 de 6').waitFor();
  await capture(irene, 'idea: Primera');
  await panel.getByRole('button', { name: 'añadir idea' }).click();
  const field = panel.getByRole('textbox', { name: 'Idea nueva' });
  await field.fill(`${TURNED}al revés ${MARKUP}`);
  await field.press('Enter');
  await rodrigo.getByText(`al revés ${MARKUP}`).first().waitFor();
  // 40 kB: a sentence, and what was typed stays where it is.
  const page = 'muy larga '.repeat(4_000);
  await field.fill(page);
  await field.press('Enter');
  await panel
    .getByText(/demasiado largo/)
    .first()
    .waitFor();
  expect(await field.inputValue()).toBe(page);
  await field.press('Escape');

  await panel.getByRole('button', { name: 'Cambiar de problema o apuntar la cifra' }).click();
  const number = panel.getByRole('textbox', { name: 'Cifra de hoy' });
  for (const bad of ['<b>9</b>', '1e999', 'NaN', 'nueve']) {
    await number.fill(bad);
    expect(await panel.getByRole('button', { name: 'Apuntar', exact: true }).isDisabled()).toBe(true);
  }
  await number.fill('19,5');
  await number.press('Enter');
  await rodrigo.getByText(/19,5/).first().waitFor();

  await panel.getByRole('button', { name: 'Más', exact: true }).click();
  const title = panel.getByRole('textbox', { name: 'Punto nuevo' });
  await title.fill(`${TURNED}punto ${MARKUP}`);
  await title.press('Enter');
  const add = panel.getByRole('button', { name: 'Añadir un punto' });
  if ((await title.inputValue()) !== '') await add.click();
  await panel.getByText(`punto ${MARKUP}`).first().waitFor();
  await room.picture('BN18 agenda');
  for (const one of [room, other])
    for (const frame of one.page.frames())
      expect(
        await frame.evaluate(
          (turned) => [
            document.querySelectorAll('main b, main img[src="x"]').length,
            document.body.innerText.includes(turned),
            document.title === '!',
          ],
          TURNED,
        ),
      ).toEqual([0, false, false]);
  expect(walks.problems()).toEqual([]);
}, 120_000);

test('BN19 a laptop a day ahead or behind opens this session, not next week’s, and shows the second of all others', async () => {
  const { meeting, irene } = await begun();
  for (const days of [1, -1]) {
    const room = await openSpoilt(meeting.chat, 'rodrigo', (context) =>
      context.addInitScript((off) => {
        const Real = Date;
        globalThis.Date = class extends Real {
          constructor(...told: [] | [number]) {
            super(...((told.length === 0 ? [Real.now() + off] : told) as [number]));
          }
          static override now() {
            return Real.now() + off;
          }
        } as DateConstructor;
      }, days * 86_400_000),
    );
    const rodrigo = room.at('rodrigo');
    await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
    const [mine, theirs] = await Promise.all([secondsAt(irene), secondsAt(rodrigo)]);
    expect(mine).toBeGreaterThan(120);
    expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(1);
    await capture(rodrigo, `idea: A ${days} de hoy`);
    await irene.panel.getByText(`A ${days} de hoy`).first().waitFor();
  }
}, 120_000);

test('BN20 where the browser may store nothing the meeting goes on', async () => {
  const { meeting, irene } = await begun();
  const room = await openSpoilt(meeting.chat, 'rodrigo', (context) =>
    context.addInitScript(() => {
      // The host's own page is not what is tried.
      if (!location.hostname.startsWith('rodrigo')) return;
      const blocked = {
        get: () => {
          throw new DOMException('Storage is blocked.', 'SecurityError');
        },
      };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(globalThis, name, blocked);
    }),
  );
  const rodrigo = room.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  await capture(rodrigo, 'idea: Sin guardar nada aquí');
  await irene.panel.getByText('Sin guardar nada aquí').first().waitFor();
  await rodrigo.panel.getByText('guardado').waitFor();
  expect(room.problems).toEqual([]);
}, 120_000);

test('BN21 rooms that cannot be reached from the beginning: the panel works alone and says so; what was captured survives a reload and merges', async () => {
  const { meeting, irene } = await begun();
  let reachable = false;
  const room = await openSpoilt(meeting.chat, 'rodrigo', (context) =>
    context.routeWebSocket(/\/rooms/, (socket) => {
      if (reachable) socket.connectToServer();
      else void socket.close();
    }),
  );
  const rodrigo = room.at('rodrigo');
  await rodrigo.panel.getByText(ALONE).waitFor();
  await rodrigo.panel.getByText('Leads de feria sin llamar').first().waitFor();
  await rodrigo.panel.getByRole('button', { name: 'Empezar' }).click();
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  await capture(rodrigo, 'idea: Dicha a solas');
  await room.picture('BN21 alone');
  await rodrigo.page.waitForTimeout(1_000);
  await room.page.reload();
  await rodrigo.panel.getByText(ALONE).waitFor();
  await rodrigo.panel.getByText('Dicha a solas').first().waitFor();
  reachable = true;
  await irene.panel.getByText('Dicha a solas').first().waitFor();
  await rodrigo.panel.getByText('guardado').waitFor();
  // What was only his own, that it had begun and who chairs, gives way to everybody's.
  await rodrigo.panel
    .getByText(/Modera Irene/)
    .first()
    .waitFor();
  expect(await irene.panel.getByRole('listitem').filter({ hasText: 'Dicha a solas' }).count()).toBe(1);
}, 120_000);
