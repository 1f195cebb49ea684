import { cleanup, render, screen } from '@testing-library/react';
import { createLocale } from '../../../src/locale/createLocale';
import { meetingBalanceWordsIn } from '../../../src/locale/meeting/meetingBalanceWordsIn';
import { decideWordsIn } from '../../../src/locale/meeting/decideWordsIn';
import { presenceWordsIn } from '../../../src/locale/meeting/presenceWordsIn';
import { movingWordsIn } from '../../../src/locale/meeting/movingWordsIn';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';
import { still } from '../../support/fakes/fakePlanning';
import { drawPanel } from '../../support/gallery/panelDraw';
import { meeting } from '../../support/gallery/panelSample';

afterEach(cleanup);

const FORBIDDEN = {
  es: /\b(hueco|equipo de (marketing|ventas)|ocurrencia|orden del día|timebox|quórum|delegado|puntuación|ranking|ordenador|computadora|móvil|celular|coger|aparcar|parquear|escalar|convocatoria|facilitador|usted|ustedes|vosotros|podéis|tenéis|pulse|haga clic|room)\b/i,
  en: /\b(occurrence|timebox|quorum|facilitator|slot|roster|delegate|score|ranking)\b/i,
};

/** Every text of the words of a meeting, with no values or with likely ones. */
function everything(tag: string): readonly string[] {
  const lists = ['lacks', 'asking', 'round', 'fair'];
  const ofInformed = ['press', 'unknown', 'done'];
  const texts: string[] = [];
  const walk = (value: unknown, name: string, within = ''): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'function') {
      const say = value as (...all: readonly unknown[]) => unknown;
      const isList = lists.includes(name) || (within === 'informed' && ofInformed.includes(name));
      const given = isList ? [['Uno', 'Dos']] : undefined;
      const ofOwn = within === 'balance' && ['own', 'ownEnded'].includes(name);
      if (ofOwn) for (const seen of ['alone', 'name', 'area']) texts.push(String(say(0.2, 0.25, seen)));
      else for (const n of [1, 2, 90_000]) texts.push(String(say(...(given ?? [n, n, n, n]))));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, key, name);
  };
  const { clock: _, menu, ...rest } = createMeetingLocale(createLocale(tag)).meeting;
  const { states: __, ...menuWords } = menu;
  walk(
    {
      ...rest,
      menu: menuWords,
      balance: meetingBalanceWordsIn(createLocale(tag)),
      moving: movingWordsIn(createLocale(tag)),
      decide: decideWordsIn(createLocale(tag)),
      presence: presenceWordsIn(createLocale(tag)),
    },
    '',
  );
  return texts;
}

test.each(['es-ES', 'es-CO', 'en-GB', 'en-US'] as const)(
  'SP19 the words of a meeting are whole in %s',
  (tag) => {
    for (const text of everything(tag)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
      expect(text).not.toMatch(/ {2}|\d (min|h|%|s)\b/);
      expect(text).not.toMatch(FORBIDDEN[tag.startsWith('es') ? 'es' : 'en']);
    }
  },
);

test('SP17 a script that does not arrive is told with a way out', () => {
  const locale = createMeetingLocale(createLocale('es-ES'));
  render(<MeetingPanel desk="notLoaded" locale={locale} theme={still('light')} />);
  expect(screen.getByRole('alert').textContent).toMatch(/La reunión sigue como está/);
  expect(screen.getByRole('button', { name: 'Reintentar' })).toBeTruthy();
  cleanup();
  render(<MeetingPanel desk={undefined} locale={locale} theme={still('light')} />);
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
});

test('SP15 the panel is in English for whoever reads English', () => {
  drawPanel(meeting, 'en-US');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Item 3 of 6 · Ideas');
  expect(
    screen.getByText('Chaired by Irene · 5 with a panel, 2 in the room, 1 by phone · saved'),
  ).toBeTruthy();
  expect(screen.getByText('Moved: 38 → 21 (goal 0)')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/@/);
});
