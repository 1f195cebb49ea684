// PW: signing in where a host brings no bridge, and the organisation's consent, tier by tier.
import type { Locator, Page } from 'playwright-core';
import type { Tier } from '../../src/app/ports/failure';
import { TIER_SCOPES } from '../../src/app/tiers';
import { firstContent, pageName } from '../support/packaged/firstContent';
import { paneAt } from '../support/packaged/manifestPages';
import { LOGIN, OURS } from '../support/packaged/names';
import type { Shown, Visit } from '../support/packaged/opened';
import { packagedSuite } from '../support/packaged/packagedRun';

const TIERS = ['plan', 'live', 'followUp', 'mail', 'directory', 'transcripts'] as const satisfies Tier[];
const SIGN_IN = 'Iniciar sesión';
const MISSING = 'Falta un permiso';

const run = packagedSuite({
  before(tenant) {
    tenant.world.bridge = true;
    tenant.consentTo(TIERS);
  },
  left: (problems) => expect(problems).toEqual([]),
});

const compose = () => paneAt(run.tenant.manifest, 'meetingDetailsOrganizer') ?? '';
const personal = () => run.tenant.manifest.staticTabs?.[0]?.contentUrl ?? '';

/** The window that a press opens. */
async function opened(press: () => Promise<void>): Promise<Page> {
  const page = run.visit.context.waitForEvent('page');
  await press();
  return page;
}

test('PW6 an older Outlook has no bridge: after a press a window of ours leads to the sign-in, and the pane goes on', async () => {
  run.tenant.world.bridge = false;
  const shown = await run.visit.outlook(compose(), { told: { outlook: 'older' } });
  const between = await opened(() => shown.app.getByRole('button', { name: SIGN_IN }).click());
  await between.getByRole('button', { name: 'Continuar' }).waitFor();
  expect(new URL(between.url()).origin).toBe(OURS);
  const window = await opened(() => between.getByRole('button', { name: 'Continuar' }).click());
  await window.getByRole('link', { name: 'Continuar como Irene' }).click();
  await firstContent(shown, 'compose');
  expect(run.tenant.front.log.some((one) => one.startsWith(`GET ${LOGIN}/`) && /authorize$/.test(one))).toBe(
    true,
  );
});

test('PW6 in a plain browser a press opens the sign-in at once, and what it gives serves the whole tab', async () => {
  const page = await run.visit.context.newPage();
  await page.goto(personal());
  const app = page.mainFrame();
  const window = await opened(() => page.getByRole('button', { name: SIGN_IN }).click());
  await window.getByRole('link', { name: 'Continuar como Irene' }).click();
  await firstContent({ page, app, host: () => Promise.reject(new Error('no host')) }, pageName(personal()));
});

test('PW6 a Teams from before the bridge gives a token for our server, which gets Microsoft’s by it: nothing opens', async () => {
  const { api } = run.tenant;
  const shown = await run.visit.teams(personal(), { withoutBridge: true }, { told: { api } });
  await firstContent(shown, pageName(personal()));
  const { calls } = await shown.host(({ heard }) => heard);
  expect(calls).toContain('authentication.getAuthToken');
  expect(calls).not.toContain('nestedAppAuth.execute');
  expect(run.visit.context.pages()).toHaveLength(1);
});

type Open = (told?: Readonly<Record<string, string>>) => Promise<Shown>;

/** Every surface: the tier that it cannot do without, and how its host opens it. */
function surfaces() {
  const { meeting, place } = run.tenant;
  const { chat } = meeting;
  const at =
    (page: string, seen: Parameters<Visit['teams']>[1]): Open =>
    (told = {}) =>
      run.visit.teams(`${OURS}/${page}.html`, seen, { told });
  const pane: Open = (told = {}) => run.visit.outlook(compose(), { told });
  return {
    compose: { needs: 'plan', open: pane },
    panel: { needs: 'live', open: at('meeting', { chat, frameContext: 'sidePanel', entityId: 'cadencia' }) },
    meetingTab: { needs: 'live', open: at('meeting', { chat, entityId: 'cadencia' }) },
    channel: { needs: 'followUp', open: at('channel', { place, entityId: `series=${meeting.series}` }) },
    personal: { needs: 'followUp', open: at('personal', {}) },
    tabSettings: {
      needs: 'followUp',
      open: at('tabSettings', { place, frameContext: 'settings', entityId: '' }),
    },
  } as const;
}

test.each(
  TIERS.map((_, at) => TIERS.slice(0, at))
    .concat([[...TIERS]])
    .map((tiers) => [tiers.at(-1) ?? 'none', tiers] as const),
)(
  'PW7 consented up to %s: each surface works, or names the tier that is missing and can be pressed',
  async (_name, tiers) => {
    run.tenant.consentTo(tiers);
    await Promise.all(
      Object.entries(surfaces()).map(async ([name, { needs, open }]) => {
        const shown = await open({ consent: 'admin' });
        if ((tiers as readonly Tier[]).includes(needs)) return firstContent(shown, name);
        await shown.app.getByRole('heading', { name: MISSING }).waitFor();
        const said = await shown.app.getByRole('status').first().textContent();
        expect(said).toMatch(/permiso/);
        // Whoever administers Microsoft 365 is given the link of that tier.
        const link = shown.app.getByText(new RegExp(`^${LOGIN}/.+/adminconsent`));
        const asksFor = decodeURIComponent((await link.textContent()) ?? '');
        for (const scope of TIER_SCOPES[needs]) expect(asksFor).toContain(scope);
        const press = shown.app.getByRole('button', { name: SIGN_IN });
        expect(await press.isEnabled()).toBe(true);
        // An administrator has to say yes: pressing changes nothing, and loses nothing.
        await press.click();
        await shown.app.getByRole('heading', { name: MISSING }).waitFor();
      }),
    );
  },
);

/** In the channel's tab: a session of which only an estimate is known. */
async function chooseSession(channel: Shown): Promise<Locator> {
  await channel.app.getByRole('tab', { name: 'Ritmo' }).click();
  const balance = channel.app.getByRole('region', { name: 'Equilibrio de una sesión' });
  const session = balance.getByRole('combobox', { name: 'Sesión' });
  await session.locator('option', { hasText: 'estimación' }).first().waitFor({ state: 'attached' });
  const all = await session.getByRole('option').allTextContents();
  await session.selectOption({ index: all.findIndex((text) => text.endsWith('estimación')) });
  return balance;
}

test('PW8 what is missing is asked for at the press, and granted step by step', async () => {
  run.tenant.consentTo([]);
  const { compose: inOutlook, panel: inMeeting, channel: inTeam } = surfaces();
  const press = (shown: Shown) => shown.app.getByRole('button', { name: SIGN_IN }).click();
  const answer = async (shown: Shown, scope: string, name: 'Aceptar' | 'Cancelar') => {
    const dialog = shown.page.getByRole('dialog').filter({ hasText: scope });
    await dialog.getByRole('button', { name }).click();
  };
  const pane = await inOutlook.open();
  await press(pane);
  await answer(pane, 'Calendars.ReadWrite', 'Cancelar');
  await pane.app.getByRole('button', { name: /^(Iniciar sesión|Reintentar)$/ }).click();
  await answer(pane, 'Calendars.ReadWrite', 'Aceptar');
  await firstContent(pane, 'compose');

  const panel = await inMeeting.open();
  await press(panel);
  await answer(panel, 'Chat.ReadBasic', 'Aceptar');
  // Our own server is another resource, which Microsoft asks about by itself.
  await panel.app.getByText('La organización no ha concedido «Reunión en vivo».', { exact: false }).waitFor();
  await press(panel);
  await answer(panel, 'access_as_user', 'Aceptar');
  await firstContent(panel, 'panel');

  const channel = await inTeam.open();
  await press(channel);
  await answer(channel, 'Tasks.ReadWrite', 'Aceptar');
  await firstContent(channel, 'channel');

  const balance = await chooseSession(channel);
  await balance.getByRole('button', { name: 'Leer la transcripción' }).click();
  await answer(channel, 'OnlineMeetingTranscript.Read.All', 'Aceptar');
  // With the consent it is the next thing that stands in the way, by its name.
  await balance.getByText('La organización no da transcripciones a las aplicaciones').waitFor();
});

test('PW8 a transcript that only an administrator can consent to comes with the link for them', async () => {
  run.tenant.consentTo(TIERS.slice(0, -1));
  const channel = await surfaces().channel.open({ consent: 'admin' });
  const balance = await chooseSession(channel);
  await balance.getByRole('button', { name: 'Leer la transcripción' }).click();
  await balance.getByText('Falta el permiso para leer transcripciones').waitFor();
  await balance.getByText(new RegExp(`^${LOGIN}/.+/adminconsent`)).waitFor();
});

test('PW11 whichever way somebody signs in, nothing else was asked of the internet', () => {
  expect(run.strangers()).toEqual([]);
});
