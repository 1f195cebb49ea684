// DESIGN section 3: each tier may be missing, visibly and harmlessly. One row for each surface and what is missing in it.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import type { MeetingView } from '../../../src/app/meeting/meetingView';
import type { PlanView } from '../../../src/app/planning/planView';
import type { Failure, Tier } from '../../../src/app/ports/failure';
import type { TabSettingsDesk, TabSettingsView } from '../../../src/app/tabSettings/tabSettingsDesk';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowLocale } from '../../../src/locale/followLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { createPlanLocale } from '../../../src/locale/planLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { tabSettingsLocale } from '../../../src/locale/tabSettings';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { Pane } from '../../../src/surfaces/compose/Pane';
import { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { TabSettings } from '../../../src/surfaces/tabSettings/TabSettings';
import { consentAddress } from '../../support/consentAddress';
import { type Call, fakePlanning, still } from '../../support/fakes/fakePlanning';
import { channelViews } from '../../support/gallery/channelViews';
import { followDesk } from '../../support/gallery/followDesk';
import { panelDesk } from '../../support/gallery/panelDesk';
import { tick } from '../../support/gallery/panelSample';
import { panelViews } from '../../support/gallery/panelViews';
import { slotsView } from '../../support/gallery/sampleViews';
import { tabViews } from '../../support/gallery/tabViews';

afterEach(cleanup);

const consent = (tier: Tier, why?: 'administrator' | 'declined'): Failure => ({
  kind: 'consent',
  tier,
  ...(why !== undefined && { why }),
});

type Drawn = { readonly ui: ReactNode; readonly calls: readonly Call[] };
type Draw = (tag: string) => Drawn;

const compose =
  (view: PlanView): Draw =>
  (tag) => {
    const { planning, calls } = fakePlanning(view);
    return {
      calls,
      ui: <Pane planning={planning} locale={createPlanLocale(createLocale(tag))} theme={still('light')} />,
    };
  };
const meeting =
  (Surface: typeof MeetingPanel | typeof MeetingTab, view: MeetingView | undefined): Draw =>
  (tag) => {
    if (view === undefined) throw new Error('no such view');
    const { desk, calls } = panelDesk(view, tick);
    const locale = createMeetingLocale(createLocale(tag));
    return { calls, ui: <Surface desk={desk} locale={locale} theme={still('light')} /> };
  };
const channel =
  (view: FollowView | undefined): Draw =>
  (tag) => {
    if (view === undefined) throw new Error('no such view');
    const { desk, calls } = followDesk(view);
    const locale = createFollowLocale(createLocale(tag));
    return { calls, ui: <ChannelTab desk={desk} locale={locale} theme={still('light')} /> };
  };
const personal =
  (view: ReturnType<PersonalDesk['view']['get']>): Draw =>
  (tag) => {
    const { desk, calls } = followDesk(view as unknown as FollowView);
    const locale = createPersonalLocale(createLocale(tag));
    const own = desk as unknown as PersonalDesk;
    return { calls, ui: <PersonalTab desk={own} locale={locale} theme={still('light')} /> };
  };
const settings =
  (view: TabSettingsView): Draw =>
  (tag) => {
    const calls: Call[] = [];
    const desk: TabSettingsDesk = {
      view: still(view),
      adminConsent: consentAddress,
      signIn: () => void calls.push(['signIn']),
      retry: () => void calls.push(['retry']),
      choose: (series) => void calls.push(['choose', series]),
    };
    const { words } = tabSettingsLocale(tag);
    return {
      calls,
      ui: <TabSettings words={words} theme={still('light')} place={{ kind: 'channel', desk }} />,
    };
  };
const shownIn = (views: Readonly<Record<string, { readonly view: MeetingView }>>, name: string) =>
  views[name]?.view;
const panelWith = (failure: Failure): MeetingView | undefined => {
  const view = shownIn(panelViews, 'running');
  return view?.screen === 'meeting'
    ? { ...view, notice: { kind: 'failed', step: 'addPanel', failure } }
    : view;
};
const channelWith = (failure: Failure, during: 'push' | 'ask'): FollowView | undefined => {
  const view = channelViews['full'];
  return view?.screen === 'series'
    ? { ...view, notice: { kind: 'failed', failure, during, again: true } }
    : view;
};
const composeWith = (failure: Failure): PlanView => ({
  ...slotsView,
  notice: { kind: 'failed', during: 'people', failure },
});

/** Where, what is missing, how it is drawn, the sentence, the press that goes on with what it calls, what still works. */
const ROWS: readonly (readonly [
  where: string,
  tier: Tier,
  draw: Draw,
  sentence: RegExp,
  press: readonly [name: string, call: string],
  remains: readonly string[],
])[] = [
  [
    'compose pane, at the start',
    'plan',
    compose({ screen: 'signIn', failure: consent('plan') }),
    /permiso de la organización para «Planificar»/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
  [
    'compose pane, looking for people',
    'directory',
    compose(composeWith(consent('directory'))),
    /permiso de la organización para «Directorio»/,
    ['Reintentar', 'retry'],
    ['Cerrar'],
  ],
  [
    'panel, at the door',
    'live',
    meeting(MeetingPanel, {
      screen: 'signIn',
      notice: { kind: 'failed', step: 'open', failure: consent('live') },
    }),
    /permiso de la organización para «Reunión en vivo»/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
  [
    'panel, refused by the room',
    'live',
    meeting(MeetingPanel, { screen: 'outside', why: 'consent' }),
    /permiso/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
  [
    'panel, while the meeting runs',
    'live',
    meeting(MeetingPanel, panelWith(consent('live'))),
    /permiso de la organización para «Reunión en vivo»/,
    ['Reintentar', 'retry'],
    ['Siguiente', 'Cerrar'],
  ],
  [
    'panel, sending the tasks',
    'followUp',
    meeting(MeetingPanel, shownIn(panelViews, 'endedMissing')),
    /permiso de la organización para «Seguimiento»/,
    ['Reintentar', 'after.pushTasks'],
    [],
  ],
  [
    'tab of the meeting',
    'live',
    meeting(MeetingTab, shownIn(tabViews, 'failed')),
    /permiso de la organización para «Reunión en vivo»/,
    ['Reintentar', 'retry'],
    ['Cerrar'],
  ],
  [
    'channel tab, at the start',
    'followUp',
    channel({ screen: 'signIn', failure: consent('followUp') }),
    /permiso de la organización para «Seguimiento»/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
  [
    'channel tab, telling the channel',
    'live',
    channel(channelWith(consent('live'), 'ask')),
    /permiso de la organización para «Reunión en vivo»/,
    ['Reintentar', 'retry'],
    ['Cerrar'],
  ],
  [
    'personal tab',
    'followUp',
    personal({ screen: 'signIn', failure: consent('followUp') }),
    /permiso de la organización para «Seguimiento»/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
  [
    'dialog that adds the tab',
    'followUp',
    settings({ screen: 'signIn', failure: consent('followUp') }),
    /todavía no ha dado permiso/,
    ['Iniciar sesión', 'signIn'],
    [],
  ],
];

async function show(draw: Draw, tag = 'es-ES') {
  const { ui, calls } = draw(tag);
  const { container } = await act(async () => render(ui));
  return { container, calls, text: () => container.textContent ?? '' };
}

test.each(ROWS)(
  'SI1 SI5 %s without the tier %s says so, hands on the link of that tier alone, and its press goes on',
  async (_where, tier, draw, sentence, [press, call], remains) => {
    const { calls, text, container } = await show(draw);
    await waitFor(() => expect(container.querySelector('code')).not.toBeNull(), { timeout: 30_000 });
    expect(text()).toMatch(sentence);
    const links = [...container.querySelectorAll('code')].map((one) => one.textContent);
    expect(links).toEqual([consentAddress(tier)]);
    // What a screen reader reads out by itself is the sentence; a long address is read by whoever goes there.
    expect(container.querySelector(':is([role=alert], [role=status]) code')).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Copiar enlace' })).toHaveLength(1);
    expect(text().includes('Lo demás sigue funcionando')).toBe(tier === 'directory');
    for (const name of remains) {
      const [button] = screen.getAllByRole('button', { name });
      expect(button?.getAttribute('disabled')).toBeNull();
    }
    fireEvent.click(screen.getAllByRole('button', { name: press })[0] as HTMLElement);
    expect(calls.map(([name]) => name)).toContain(call);
  },
);

test.each<[Failure, RegExp, RegExp]>([
  [
    consent('live', 'administrator'),
    /Solo lo puede conceder quien administra/,
    /Only your Microsoft 365 admin/,
  ],
  [consent('live', 'declined'), /se rechazó en la ventana/, /was declined in the window/],
  [{ kind: 'signIn', why: 'blocked' }, /ventanas emergentes/, /Allow pop-ups/],
  [{ kind: 'signIn', why: 'proof' }, /confirmar otra vez la identidad/, /confirm once more/],
  [{ kind: 'signIn', why: 'policy' }, /no dejan entrar desde este dispositivo/, /do not let this device/],
  [{ kind: 'signIn', why: 'wrongTenant' }, /es de otra organización/, /belongs to another organisation/],
])('SI2 %j has its own sentence and way out, in both languages', async (failure, es, en) => {
  const draw = meeting(MeetingPanel, {
    screen: 'signIn',
    notice: { kind: 'failed', step: 'open', failure },
  });
  for (const [tag, said] of [
    ['es-ES', es],
    ['en-GB', en],
  ] as const) {
    const { text, container } = await show(draw, tag);
    await waitFor(() => expect(text()).toMatch(said), { timeout: 30_000 });
    expect(container.querySelectorAll('code')).toHaveLength(failure.kind === 'consent' ? 1 : 0);
    cleanup();
  }
});

test('SI3 the link is copied by a press, and said so', async () => {
  const written: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
  });
  await show(channel({ screen: 'signIn', failure: consent('followUp') }));
  const copy = await screen.findByRole('button', { name: 'Copiar enlace' }, { timeout: 30_000 });
  await act(async () => fireEvent.click(copy));
  expect(written).toEqual([consentAddress('followUp')]);
  expect(copy.textContent).toBe('Enlace copiado');
});

test('SI3 where the host lets nothing be copied, that is said and the link stays to be selected', async () => {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: () => Promise.reject(new Error('not allowed')) },
  });
  const { text } = await show(channel({ screen: 'signIn', failure: consent('followUp') }));
  const copy = await screen.findByRole('button', { name: 'Copiar enlace' }, { timeout: 30_000 });
  await act(async () => fireEvent.click(copy));
  expect(text()).toContain('Seleccionar el enlace y copiarlo a mano.');
  expect(text()).toContain(consentAddress('followUp'));
});

test('SI4 what is no question of a session shows nothing of it', async () => {
  const { container, text } = await show(channel({ screen: 'failed', failure: { kind: 'unavailable' } }));
  expect(text()).toMatch(/Microsoft 365 no responde/);
  expect(container.querySelector('code')).toBeNull();
});
