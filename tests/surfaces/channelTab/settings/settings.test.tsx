import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { FollowScreen } from '../../../../src/app/follow/followView';
import { FOLLOW_UP } from '../../../../src/domain/rhythm/followUp';
import { createFollowLocale } from '../../../../src/locale/followLocale';
import { createLocale } from '../../../../src/locale/createLocale';
import { ChannelTab } from '../../../../src/surfaces/channelTab/ChannelTab';
import { still } from '../../../support/fakes/fakePlanning';
import { drawChannel } from '../../../support/gallery/channelDraw';
import { followDesk } from '../../../support/gallery/followDesk';
import { channel, tasks } from '../../../support/gallery/followSample';
import { around, rodrigo } from '../../../support/gallery/rhythmViews';

beforeAll(() => import('../../../../src/surfaces/channelTab/settings/SettingsPart'), 60_000);
afterEach(cleanup);

const here = (change: Partial<FollowScreen> = {}) => around({ part: 'settings', ...change });
// By label and text: asking this many fields for their roles takes seconds.
const arrived = () => screen.findByText('Integrantes de Marketing', {}, { timeout: 10_000 });
async function draw(change: Partial<FollowScreen> = {}) {
  const drawn = drawChannel(here(change));
  await arrived();
  return drawn;
}
/** Over a desk that answers some of the commands. */
async function drawWith(answers: Readonly<Record<string, unknown>>) {
  const fake = followDesk(here(), ([name]) => answers[name]);
  const locale = createFollowLocale(createLocale('es-ES'));
  render(<ChannelTab desk={fake.desk} locale={locale} theme={still('light')} />);
  await arrived();
  return fake;
}
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const press = (name: string) => fireEvent.click(button(name) ?? document.body);
const type = (name: string, value: string) => {
  const field = screen.getByLabelText(name);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

test('CN20 of each person role, stand-in and area are changed in place; whoever organises is handed over, not removed', async () => {
  const { calls } = await draw();
  choose('Papel de Bruno Aldaz Peña', 'key');
  choose('Hugo Santamarta Rey, suplente de', '');
  choose('Bruno Aldaz Peña, suplente de', 'm01');
  choose('Área de Andrés Cuéllar Pombo', 'marketing');
  press('Quitar Sergio Manrique Olmo');
  expect(calls).toEqual([
    ['settings.member', 'm02', { role: 'key' }],
    ['settings.member', 'm04', { standsInFor: undefined }],
    ['settings.member', 'm02', { standsInFor: 'm01' }],
    ['settings.member', 's07', { area: 'marketing' }],
    ['settings.removeMember', 's05'],
  ]);
  expect(button('Quitar Irene Valcárcel Soto')).toBeUndefined();
  expect(screen.getByText('organiza')).toBeTruthy();
  expect(screen.queryByText(/@valdeolmo/)).toBeNull();
});

test('CN21 somebody is found by a few letters, an address adds an outsider; a late answer is left aside', async () => {
  const people = [
    { id: 'm03', name: 'Noelia Quirós Camba', mail: 'noelia.quiros@valdeolmo.example', job: 'Contenidos' },
  ];
  const fake = await drawWith({ 'settings.find': Promise.resolve(people) });
  const box = screen.getByLabelText('Añadir a Marketing: nombre');
  // The arrow beside it is for the mouse: no stop of its own, and no word of English.
  expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
  await act(async () => {
    fireEvent.change(box, { target: { value: 'noe' } });
    fireEvent.click(box);
  });
  fireEvent.click(await screen.findByText('Noelia Quirós Camba · Contenidos', {}, { timeout: 5_000 }));
  await act(async () => {
    fireEvent.change(box, { target: { value: 'Elena@tramontana.example' } });
    fireEvent.click(box);
  });
  fireEvent.click(await screen.findByText('Elena@tramontana.example (de fuera)', {}, { timeout: 5_000 }));
  const there = [{ id: 'm02', name: 'Bruno Aldaz Peña', mail: 'm02@valdeolmo.example' }];
  cleanup();
  await drawWith({ 'settings.find': Promise.resolve(there) });
  await act(async () => {
    fireEvent.change(screen.getByLabelText('Añadir a Ventas: nombre'), { target: { value: 'bru' } });
  });
  expect(screen.getAllByText('Ya está entre los integrantes').length).toBeGreaterThan(0);
  expect(fake.calls.filter(([name]) => name === 'settings.addMember')).toEqual([
    ['settings.addMember', people[0], 'marketing'],
    ['settings.addMember', { mail: 'elena@tramontana.example', name: 'Elena' }, 'marketing'],
  ]);
});

test('CN22 minimum, name, protected hours and periods of an area, and pauses, are kept on leaving the field', async () => {
  const { calls } = await draw();
  type('Mínimo de Ventas', '2');
  type('Mínimo de Ventas', '9');
  expect(screen.getByText('Solo un número entero de 1 a 4. Sigue en 3.')).toBeTruthy();
  type('Nombre de Ventas', '  Comercial ');
  type('Nombre de Ventas', ' ');
  press('Quitar mañana de contenidos');
  press('Quitar Navidad');
  expect(calls).toEqual([
    ['settings.area', 'sales', { quorum: 2 }],
    ['settings.area', 'sales', { name: 'Comercial' }],
    ['settings.area', 'marketing', { protectedTimes: [] }],
    ['settings.series', { pauses: [] }],
  ]);
});

test('CN23 title, language, chair and monthly; one chair is chosen before it is kept', async () => {
  const { calls } = await draw();
  type('Título', 'Semanal');
  choose('Idioma de la invitación', 'en');
  choose('Quién modera', 'organiser');
  choose('Quién modera', 'person');
  const before = calls.length;
  choose('Persona que modera', 's01');
  choose('Mensual que recibe lo pendiente', 'monthly');
  expect(before).toBe(3);
  expect(calls).toEqual([
    ['settings.series', { title: 'Semanal' }],
    ['settings.series', { language: 'en' }],
    ['settings.followUp', { chairing: { kind: 'organiser' } }],
    ['settings.followUp', { chairing: { kind: 'person', person: 's01' } }],
    ['settings.followUp', { monthly: 'monthly' }],
  ]);
  cleanup();
  await draw({ series: { ...channel.series, kind: 'monthly' } });
  expect(screen.queryByLabelText('Mensual que recibe lo pendiente')).toBeNull();
});

test('CN24 what is asked, and each of the three ways that reach people, is switched by itself', async () => {
  const { calls } = await draw();
  fireEvent.click(screen.getByLabelText(/Dos preguntas/));
  fireEvent.click(screen.getByLabelText(/Una cita para preparar/));
  expect(calls).toEqual([
    ['settings.followUp', { pulse: false }],
    ['settings.followUp', { reach: { ...FOLLOW_UP.reach, prepare: false } }],
  ]);
});

test('CN25 the series is handed to somebody of the rosters; whoever does not organise asks for it', async () => {
  const { calls } = await draw();
  const names = [...screen.getByLabelText('Pasar a').querySelectorAll('option')];
  expect(names.map(({ textContent }) => textContent)).not.toContain('Teresa Múgica Larrañaga');
  press('Pasar la serie');
  choose('Pasar a', 's01');
  press('Pasar la serie');
  expect(calls).toEqual([['rhythm.change', { kind: 'handOver', to: 's01' }]]);
  cleanup();
  await draw(rodrigo);
  expect(button('Pedir a Rodrigo')).toBeTruthy();
});

test('CN26 everything is one file to download; who is to be erased may have left, and what remains is said', async () => {
  const links: string[] = [];
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(`${this.download} ${this.href}`);
  });
  const revoked: string[] = [];
  Object.assign(URL, {
    createObjectURL: () => 'blob:one',
    revokeObjectURL: (address: string) => void revoked.push(address),
  });
  const fake = await drawWith({ 'settings.export': Promise.resolve({ name: 'semanal.json', text: '{}' }) });
  press('Exportar todo');
  await waitFor(() => expect(screen.getByText('Descargado: semanal.json')).toBeTruthy());
  expect(links).toEqual(['semanal.json blob:one']);
  // Some browsers come for it only later.
  expect(revoked).toEqual([]);
  expect(screen.getByText(/Las versiones anteriores quedan en el historial/)).toBeTruthy();
  choose('Borrar a una persona', 'g01');
  press('Borrar…');
  expect(fake.calls).toEqual([['settings.export'], ['settings.erase', 'g01']]);
  expect(tasks.names['g01']).toBe('Elena Doval');
  click.mockRestore();
});

test('CN27 an export that failed downloads nothing', async () => {
  const fake = await drawWith({ 'settings.export': Promise.resolve(null) });
  press('Exportar todo');
  await act(async () => undefined);
  expect(fake.calls).toEqual([['settings.export']]);
  expect(screen.queryByText(/Descargado/)).toBeNull();
});

test('CN28 it says who sees the settings', async () => {
  await draw();
  expect(
    screen.getByText(/^Cada cambio se guarda al momento y lo ve todo el equipo\..*Outlook\.$/),
  ).toBeTruthy();
  cleanup();
  await draw({ place: 'appFolder' });
  expect(screen.getByText(/por ahora solo tú las ves/)).toBeTruthy();
});
