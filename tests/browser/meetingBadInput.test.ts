// BN: what people, networks and clocks do wrong, against the real panel and the real server.
import { addApp, capture, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';

const LINE = { name: 'Captar: tarea, idea o decisión' };

const walks = meetingWalks('meeting-bad-input');

/** A meeting with the app in it, and these people at their panels. */
async function started(...people: readonly string[]) {
  const meeting = await tryMeeting(walks.tenant.address);
  const room = await walks.open(meeting.chat, people);
  await addApp(room);
  return { meeting, room };
}

test('BN1 two chairs: who comes back after another took over chairs no longer, and nobody fights', async () => {
  const { meeting, room } = await started('irene');
  const irene = room.at('irene');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  walks.tenant.cut('irene');
  await irene.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  // The server notices that the panel is gone; a minute later anybody may.
  await rodrigo.panel.getByText(/no está, y moderaba/).waitFor();
  walks.tenant.later(1.1);
  await rodrigo.panel.getByRole('button', { name: 'Tomar la moderación' }).click();
  await rodrigo.panel.getByRole('button', { name: 'Siguiente' }).click();
  await rodrigo.panel.getByText('Punto 2 de 6').waitFor();
  walks.tenant.mend('irene');
  await irene.panel.getByText('Punto 2 de 6').waitFor();
  await irene.panel.getByText('Modera Rodrigo', { exact: false }).first().waitFor();
  expect(await irene.panel.getByRole('button', { name: 'Siguiente' }).count()).toBe(0);
}, 120_000);

test('BN2 markup in the line stays text, and 40 kB are refused in a sentence and half-stored nowhere', async () => {
  const { room } = await started('irene', 'rodrigo');
  const [irene, rodrigo] = [room.at('irene'), room.at('rodrigo')];
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  const evil = '<img src=x onerror=document.title="!"><b>negrita</b>';
  await capture(rodrigo, `idea: ${evil}`);
  await irene.panel.getByText(evil).first().waitFor();
  await capture(rodrigo, `Hugo: <script>alert(1)</script> el viernes`);
  await irene.panel
    .getByText(/<script>alert\(1\)<\/script>/)
    .first()
    .waitFor();
  for (const frame of room.page.frames())
    expect(await frame.evaluate(() => document.querySelectorAll('main b, main img[src="x"]').length)).toBe(0);
  const line = rodrigo.panel.getByRole('textbox', LINE);
  await line.fill(`idea: ${'muy larga '.repeat(4_000)}`);
  await line.press('Enter');
  await rodrigo.panel
    .getByText(/demasiado largo/)
    .first()
    .waitFor();
  expect(await irene.panel.getByText(/muy larga/).count()).toBe(0);
  expect(room.problems).toEqual([]);
}, 120_000);

test('BN3 a laptop three hours off opens today’s session and shows the second of all others', async () => {
  const { meeting, room } = await started('irene');
  const irene = room.at('irene');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await irene.panel.getByText('Punto 1 de 6').waitFor();
  const wrong = await walks.open(meeting.chat, []);
  await wrong.context.addInitScript(() => {
    const Real = Date;
    const off = 3 * 3_600_000;
    globalThis.Date = class extends Real {
      constructor(...told: [] | [number]) {
        super(...((told.length === 0 ? [Real.now() + off] : told) as [number]));
      }
      static override now() {
        return Real.now() + off;
      }
    } as DateConstructor;
  });
  const hash = new URLSearchParams({ chat: meeting.chat, people: 'rodrigo' });
  await wrong.page.goto(`${walks.tenant.address}/teams?again#${hash.toString()}`);
  const rodrigo = wrong.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  const left = async (at: typeof irene) => {
    const [, minutes = '0', seconds = '0'] =
      /(\d\d):(\d\d)/.exec(await at.panel.locator('main').innerText()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const [mine, theirs] = await Promise.all([left(irene), left(rodrigo)]);
  expect(mine).toBeGreaterThan(200);
  expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(1);
}, 120_000);

test('BN4 a server that is down when the panel opens leaves it working alone; what was captured survives a reload and merges', async () => {
  const { room, meeting } = await started('irene');
  const irene = room.at('irene');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await irene.panel.getByText('Punto 1 de 6').waitFor();
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  await walks.tenant.killProduct();
  await rodrigo.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(rodrigo, 'idea: Dicha sin red');
  await walks.tenant.startProduct();
  // The page itself comes from the server: it is loaded anew while the room is out of reach only.
  await other.page.reload();
  await rodrigo.panel.getByText('Dicha sin red').first().waitFor();
  await irene.panel.getByText('Dicha sin red').first().waitFor();
  expect(await irene.panel.getByRole('listitem').filter({ hasText: 'Dicha sin red' }).count()).toBe(1);
}, 120_000);

test('BN5 who is taken out of the chat is told so, and what they wrote without a network comes in nowhere', async () => {
  const { room, meeting } = await started('irene');
  const irene = room.at('irene');
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  const other = await walks.open(meeting.chat, ['andres']);
  const andres = other.at('andres');
  await andres.panel.getByText('Punto 1 de 6').waitFor();
  walks.tenant.cut('andres');
  await andres.panel.getByText('Sin conexión: se guarda aquí').waitFor();
  await capture(andres, 'idea: De quien ya no está');
  const leave = await fetch(`${walks.tenant.address}/demo/meeting/leave`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat: meeting.chat, person: 'andres' }),
  });
  expect(leave.status).toBe(200);
  // What Graph said is believed for ten minutes.
  walks.tenant.later(11);
  walks.tenant.mend('andres');
  await andres.panel.getByText('Todavía fuera de esta reunión').waitFor();
  expect(await irene.panel.getByText('De quien ya no está').count()).toBe(0);
}, 120_000);
