import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { AdminDesk, AdminView } from '../../../src/app/admin/adminDesk';
import { createAdminLocale } from '../../../src/locale/admin/adminLocale';
import { adminReport } from '../../../src/locale/admin/adminReport';
import { createLocale } from '../../../src/locale/createLocale';
import { AdminPage } from '../../../src/surfaces/admin/AdminPage';
import { still } from '../../support/fakes/fakePlanning';
import { adminViews } from '../../support/gallery/adminViews';

const viewOf = (name: string): AdminView => {
  const view = adminViews[name];
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
};
const localeOf = (tag: string) => createAdminLocale(createLocale(tag));

beforeAll(() => {
  // jsdom 26 has the element and not its methods.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(cleanup);

/** The day of the views; a test of midnight moves it. */
let now = Date.UTC(2026, 11, 1, 9);

function shown(view: AdminView, tag = 'es-ES', copies = true) {
  const calls: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: (text: string) =>
        copies ? Promise.resolve(void calls.push(`copy ${text}`)) : Promise.reject(new Error('not allowed')),
    },
  });
  const desk: AdminDesk = {
    view: still(view),
    signIn: () => void calls.push('signIn'),
    test: () => void calls.push('test'),
    save: () => void calls.push('save'),
    purge: () => void calls.push('purge'),
    now: () => now,
    end: () => undefined,
  };
  render(<AdminPage desk={desk} locale={localeOf(tag)} theme={still('light')} />);
  return calls;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
/** Copying answers later. */
const copyBy = (button: HTMLElement) => act(async () => void fireEvent.click(button));
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });

test('AD10 each tier has one row: what it is for, what it asks for, how it stands and why, and what helps', async () => {
  const calls = shown(viewOf('drawn'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Cadencia en Valdeolmo Riego · 1.0.0 · cadencia.valdeolmo.example',
  );
  expect(rowOf('A Planificar').textContent).toContain('✓ Funciona');
  expect(rowOf('B Seguimiento').textContent).toContain('Falta permiso en el sitio del equipo');
  expect(rowOf('D Directorio').textContent).toContain('Sin conceder: las personas se escriben a mano');
  expect(rowOf('E Transcripciones').textContent).toContain('Apagado en Teams: acceso ✗');
  expect(rowOf('F Correo').textContent).toContain('no se prueba: enviaría un correo');
  await copyBy(within(rowOf('B Seguimiento')).getByRole('button', { name: /^Copiar orden/ }));
  press('Probar ahora');
  expect(calls).toEqual([expect.stringContaining("-Method POST -Uri 'https://graph.microsoft.com"), 'test']);
});

test('AD17 the last test was today as long as it is; past midnight its day stands there', () => {
  jest.useFakeTimers();
  try {
    shown(viewOf('drawn'));
    const said = () => screen.getByText(/^Última prueba/).textContent;
    expect(said()).toMatch(/^Última prueba: hoy, \d+:\d\d /);
    now += 86_400_000;
    act(() => jest.advanceTimersByTime(60_000));
    expect(said()).toMatch(/^Última prueba: mar 1 dic, \d+:\d\d /);
  } finally {
    now -= 86_400_000;
    jest.useRealTimers();
  }
});

test('AD18 whoever leaves reads where the meetings are kept, and the command', () => {
  shown(viewOf('drawn'));
  press('Guía');
  const guide = screen.getByRole('dialog', { name: 'Salir de Cadencia' });
  expect(guide.textContent).toContain('-Uri "https://graph.microsoft.com/v1.0/applications(appId=');
  expect(guide.textContent).toContain('en ROOMS_FOLDER o en PostgreSQL, y sus copias');
});

test('AD10 every trouble of a tier has a name of its own, in both languages', () => {
  shown(viewOf('troubled'), 'en-GB');
  expect(rowOf('A Plan').textContent).toContain('Fails: free and busy times');
  expect(rowOf('B Follow up').textContent).toContain('there is nothing to try it with');
  expect(rowOf('C Live meeting').textContent).toContain('The app is not in the catalogue');
  expect(rowOf('E Transcripts').textContent).toContain('access ✓ · names ✗');
  expect(screen.getByText(/clock is 400.s off · ⚠ certificate until 10 Dec 2026/)).toBeDefined();
});

test('AD11 a tier in full says what stops without it, every call with its time, and each step as it is copied', async () => {
  const calls = shown(viewOf('drawn'));
  press('Cómo: E Transcripciones');
  const sheet = screen.getByRole('dialog', { name: 'E Transcripciones' });
  expect(sheet.textContent).toContain('Sin este nivel hay que soltar el archivo de la transcripción');
  expect(sheet.textContent).toContain('GET /me/onlineMeetings/{id}/transcripts');
  // A code of the service's has its own words here as in the row.
  expect(sheet.textContent).not.toContain('transcriptsOff');
  for (const option of ['-EnableGraphTranscriptAccess', '-EnableAttributedTranscripts'])
    await copyBy(within(sheet).getByRole('button', { name: new RegExp(`${option} `) }));
  expect(calls).toEqual([
    'copy Set-CsTeamsMeetingConfiguration -Identity Global -EnableGraphTranscriptAccess $true',
    'copy Set-CsTeamsMeetingConfiguration -Identity Global -EnableAttributedTranscripts $true',
  ]);
  fireEvent.click(within(sheet).getByRole('button', { name: 'Cerrar' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  press('Cómo: D Directorio');
  const link = within(screen.getByRole('dialog')).getByRole('link', { name: 'Abrir' });
  expect(link.getAttribute('href')).toContain('adminconsent');
  expect(link.getAttribute('rel')).toBe('noreferrer');
});

test('AD12 what may be measured is a setting of the server: choosing shows its line and changes nothing', async () => {
  const calls = shown(viewOf('drawn'));
  const [off, areas] = [/^Apagado/, /^Solo áreas/].map((name) =>
    screen.getByRole<HTMLInputElement>('radio', { name }),
  ) as [HTMLInputElement, HTMLInputElement];
  expect(areas.checked).toBe(true);
  expect(screen.queryByRole('button', { name: /^Copiar línea/ })).toBeNull();
  fireEvent.click(off);
  expect(screen.getByText(/Aquí no cambia nada/)).toBeDefined();
  await copyBy(screen.getByRole('button', { name: 'Copiar línea: BALANCE_CAP=off' }));
  expect(calls).toEqual(['copy BALANCE_CAP=off']);
});

test('AD13 deleting wants its word typed; until then its button does nothing', () => {
  const calls = shown(viewOf('drawn'));
  press('Borrar lo del servidor');
  const sheet = screen.getByRole('dialog');
  const go = () => fireEvent.click(within(sheet).getByRole('button', { name: 'Borrar' }));
  go();
  fireEvent.change(within(sheet).getByRole('textbox'), { target: { value: 'borra' } });
  go();
  expect(calls).toEqual([]);
  fireEvent.change(within(sheet).getByRole('textbox'), { target: { value: ' BORRAR ' } });
  go();
  expect(calls).toEqual(['purge']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('AD14 whoever does not administer is told so in a sentence, and still sees the tiers', () => {
  const calls = shown(viewOf('member'));
  expect(screen.getByText(/son para quien administra: administrador global/)).toBeDefined();
  expect(rowOf('A Planificar').textContent).toContain('✓ Funciona');
  press('Exportar todo');
  press('Borrar lo del servidor');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(calls).toEqual([]);
  press('Guía');
  expect(screen.getByRole('dialog').textContent).toContain('ROOMS_FOLDER');
});

test('AD14 what became of a file or a deletion is said, a failure as an alert', () => {
  shown(viewOf('purged'));
  expect(
    screen.getByText('11 reuniones borradas del servidor. 1 en curso: repetir cuando acaben.'),
  ).toBeDefined();
  cleanup();
  shown(viewOf('troubled'));
  expect(screen.getByRole('alert').textContent).toMatch(
    /No se pudo exportar.*solo para un administrador global/,
  );
  cleanup();
  const calls = shown(viewOf('signedOut'));
  press('Iniciar sesión');
  expect(calls).toEqual(['signIn']);
});

test.each(['es-ES', 'en-GB'])(
  'AD15 the report in %s has every state and call, and nothing of whose tenant it is',
  (tag) => {
    for (const [name, view] of Object.entries(adminViews)) {
      const report = adminReport(view, localeOf(tag));
      for (const secret of ['Valdeolmo', 'valdeolmo', view.clientId, 'http', '@', 'xxxx', 'adminconsent'])
        expect([name, secret, report.includes(secret)]).toEqual([name, secret, false]);
      for (const { tier } of view.tiers) expect(report).toContain(localeOf(tag).admin.tiers[tier].name);
    }
    const report = adminReport(viewOf('drawn'), localeOf(tag));
    expect(report).toMatch(/GET \/sites\/\{id\}\/drive: denied, 158.ms/);
    expect(report).toContain('refused transcriptsOff');
    expect(report).toContain('1.0.0');
  },
);

test('AD14 where nobody is signed in the server is not called silent, and what stands in the way is said', () => {
  shown(viewOf('signedOut'));
  expect(screen.getByText(/falta la sesión o el permiso/)).toBeDefined();
  expect(screen.queryByText(/el servidor no responde/)).toBeNull();
  expect(screen.getByText(/hace falta iniciar sesión/)).toBeDefined();
  cleanup();
  const { tiers } = viewOf('signedOut');
  const blocked = { kind: 'failed', failure: { kind: 'signIn', why: 'blocked' } } as const;
  shown({ ...viewOf('signedOut'), tiers: tiers.map((row) => ({ ...row, state: blocked })) });
  expect(screen.getByText(/^El navegador bloqueó la ventana/)).toBeDefined();
});

test('AD14 without live rooms the server is said to keep nothing', () => {
  shown(viewOf('alone'));
  expect(screen.getByText('Sin reuniones en vivo: el servidor no guarda nada.')).toBeDefined();
  expect(screen.queryByText(/7 días tras guardar el acta/)).toBeNull();
});

test('AD15 a report that cannot be copied is shown, to be selected', async () => {
  shown(viewOf('drawn'), 'es-ES', false);
  await copyBy(screen.getByRole('button', { name: 'Copiar informe' }));
  expect(screen.getByRole('alert').textContent).toContain('El navegador no deja copiar');
  expect(screen.getByRole('region', { name: 'Informe' }).textContent).toContain('A Planificar: works');
});
