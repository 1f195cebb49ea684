// FP5: src/app/SPEC.md
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { PersonalView } from '../../../src/app/follow/followView';
import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { consentAddress } from '../../support/consentAddress';
import { still } from '../../support/fakes/fakePlanning';

type Mine = Extract<PersonalView, { readonly screen: 'mine' }>;
const change = { kind: 'fewer' as const, people: ['m02'] };
const VIEW: Mine = {
  screen: 'mine',
  measuring: [],
  own: { state: 'ready', failure: null, wanted: false, series: [] },
  today: '2026-11-25',
  notice: null,
  working: null,
  question: null,
  progress: { state: 'ready' },
  sessions: [],
  tasks: [],
  asks: [
    {
      ...{ id: 'a1', byName: 'Sergio', at: Date.UTC(2026, 10, 24, 9), change, mine: true },
      ...{ series: 's', seriesTitle: 'Semanal', names: { m02: 'Hugo Santamarta' } },
    },
  ],
};

function draw(view: Mine) {
  const calls: unknown[] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]): void =>
      void calls.push([name, ...values]);
  const desk: PersonalDesk = {
    view: still(view),
    adminConsent: consentAddress,
    ...{ end: note('end'), signIn: note('signIn'), retry: note('retry'), dismiss: note('dismiss') },
    ...{
      answer: note('answer'),
      open: note('open'),
      openLink: note('openLink'),
      tasks: { change: note('change') },
    },
    asks: { accept: note('accept'), refuse: note('refuse') },
    measuring: { yes: note('measuring.yes'), no: note('measuring.no') },
    own: { keep: note('own.keep'), erase: note('own.erase'), stop: note('own.stop') },
  };
  const locale = createPersonalLocale(createLocale('es-ES'));
  render(<PersonalTab desk={desk} locale={locale} theme={still('light')} />);
  return calls;
}

afterEach(cleanup);

test('FP5 what waits for me is done or refused by a press, each with its own name', () => {
  const calls = draw(VIEW);
  fireEvent.click(screen.getByRole('button', { name: /^Hacer.*Hugo Santamarta/ }));
  fireEvent.click(screen.getByRole('button', { name: /^No:? .*Hugo Santamarta/ }));
  expect(calls).toEqual([
    ['accept', 'a1'],
    ['refuse', 'a1'],
  ]);
});

test('FP5 before it is done it is asked with its mails; it starts at the safe answer, and Esc gives it', () => {
  const calls = draw({
    ...VIEW,
    question: { asked: { kind: 'change', change, mails: 8, sessions: 12 }, zone: 'Europe/Madrid' },
  });
  const box = screen.getByRole('alertdialog', { name: /Hugo Santamarta.*8/ });
  expect(box.contains(document.activeElement)).toBe(true);
  fireEvent.keyDown(box, { key: 'Escape' });
  const [no, yes] = [...box.querySelectorAll('button')];
  expect(document.activeElement).toBe(no);
  fireEvent.click(yes as Element);
  expect(calls).toEqual([
    ['answer', false],
    ['answer', true],
  ]);
  expect(screen.getByRole('button', { name: /^Hacer/ }).getAttribute('aria-disabled')).toBe('true');
});
