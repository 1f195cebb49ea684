// PT11 to PT13: src/surfaces/SPEC.md
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView, PersonalView } from '../../../src/app/follow/followView';
import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { still } from '../../support/fakes/fakePlanning';
import { followDesk } from '../../support/gallery/followDesk';
import { channel } from '../../support/gallery/followSample';
import { mineViews } from '../../support/gallery/rhythmViews';

type Mine = Extract<PersonalView, { readonly screen: 'mine' }>;
const views = mineViews as Readonly<Record<string, Mine>>;

afterEach(cleanup);

function draw(view: Mine | undefined, tag = 'es-ES') {
  const fake = followDesk(view as unknown as FollowView);
  const locale = createPersonalLocale(createLocale(tag));
  render(<PersonalTab desk={fake.desk as unknown as PersonalDesk} locale={locale} theme={still('light')} />);
  return fake;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const share = (name = 'Mi parte al hablar') => within(screen.getByRole('region', { name }));

test('PT11 my share is not kept until I press, and it says where it would be kept', () => {
  const { calls } = draw(views['mine']);
  expect(share().getByText(/^No se guarda\. Si quieres.*no la comparte con nadie\.$/)).toBeTruthy();
  press('Guardar mi parte desde ahora');
  expect(calls).toEqual([['own.keep']]);
  cleanup();
  draw(views['mineShareFailed']);
  expect(share().getByText(/No se pudo leer lo que se guarda de tu parte/)).toBeTruthy();
  expect(share().queryByRole('button')).toBeNull();
});

test.each([
  ['es-ES', 'Mi parte al hablar', 'mar 24 nov', '8\u00a0min', '13\u00a0%', 'medido'],
  ['en-GB', 'My share of the talk', 'Tue 24 Nov', '8\u00a0min', '13%', 'measured'],
] as const)(
  'PT12 in %s each session says my share and the fair one and how it is known, the latest first; the drawing says no more',
  (tag, title, day, time, fair, how) => {
    draw(views['mineShare'], tag);
    const table = share(title).getByRole('table', { name: channel.series.title });
    const [, first] = within(table).getAllByRole('row');
    const cells = [...(first?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent);
    expect(cells).toEqual([day, time, expect.stringMatching(/^\d+\u00a0?%$/), fair, how, '']);
    expect(first?.querySelector('svg')?.closest('[aria-hidden="true"]')).toBeTruthy();
    expect(within(table).getAllByRole('row')).toHaveLength(10);
  },
);

test('PT12 erasing and stopping are asked, in place and from the safe answer', () => {
  const { calls } = draw(views['mineShare']);
  press('Borrar todo');
  press('Borrar y dejar de guardar');
  cleanup();
  const asked = draw(views['mineShareStop']);
  const box = screen.getByRole('alertdialog', { name: /9 sesiones, y no se guardará ninguna más/ });
  const [no, yes] = [...box.querySelectorAll('button')];
  expect(document.activeElement).toBe(no);
  fireEvent.click(yes as Element);
  expect([...calls, ...asked.calls]).toEqual([['own.erase'], ['own.stop'], ['answer', true]]);
  expect(
    screen.getByRole('button', { name: 'Borrar y dejar de guardar' }).getAttribute('aria-disabled'),
  ).toBe('true');
});

test('PT13 a series that asks to measure waits here: I can read what it is, agree, or say no', () => {
  const { calls } = draw(views['mineShare']);
  const region = within(screen.getByRole('region', { name: 'Equilibrio al hablar' }));
  expect(region.getByText(/Rodrigo Beltrán Ayuso propone medir por áreas \(lun 30 nov\)/)).toBeTruthy();
  expect(region.getByText('Falta el sí de alguien de Marketing.')).toBeTruthy();
  // The sheet promises it: before anybody agrees.
  expect(region.getByText(/^⚠ De Ventas se cuenta a una sola persona/)).toBeTruthy();
  press('Qué se mide');
  expect(region.getByRole('heading', { name: 'Qué no se hace nunca' })).toBeTruthy();
  press('Cerrar');
  press(`De acuerdo: ${channel.series.title}`);
  press(`No: ${channel.series.title}`);
  expect(calls).toEqual([
    ['measuring.yes', channel.series.id, 'areas'],
    ['measuring.no', channel.series.id],
  ]);
});
