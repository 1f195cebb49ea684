import fc from 'fast-check';
import { agendaFromHtml, agendaToHtml } from '../../../src/domain/agenda/html';
import { plainText } from '../../../src/domain/agenda/plainText';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { Agenda } from '../../../src/domain/agenda/types';
import { agendaWords } from '../../../src/domain/agenda/words';
import { anyAgenda, KINDS, TEMPTING } from './anAgenda';
import { FLATTENERS, MANGLERS, text } from './manglers';

/** An agenda as it comes back: white space by AG3, an empty owner is nobody. */
function asWritten({ language, items }: Agenda): Agenda {
  return {
    language,
    items: items.map(({ kind, title, minutes, owner }) => ({
      kind,
      title: plainText(title),
      minutes,
      ...(plainText(owner ?? '') !== '' && { owner: plainText(owner ?? '') }),
    })),
  };
}

const AGENDA: Agenda = {
  language: 'es',
  items: [
    { kind: 'openTasks', title: 'Tareas abiertas', minutes: 5 },
    { kind: 'problem', title: 'Leads <fríos> & "tibios" · 10 min', minutes: 10, owner: 'Irene Valcárcel' },
    { kind: 'ideas', title: '🚀 —', minutes: 5, owner: '—' },
    { kind: 'decision', title: '', minutes: 1, owner: 'Amparo' },
  ],
};

test.each(Object.entries(MANGLERS))('AG4 an agenda is read after %s', (_, mangle) => {
  expect(agendaFromHtml(mangle(agendaToHtml(AGENDA)))).toEqual(asWritten(AGENDA));
});

test.each(Object.entries(FLATTENERS))(
  'AG5 an agenda is read when only its lines are left: %s',
  (_, flatten) => {
    expect(agendaFromHtml(flatten(agendaToHtml(AGENDA)))).toEqual(asWritten(AGENDA));
  },
);

test('AG5 an agenda is read from a body of text, between other lines', () => {
  const body = `Hola:\r\n\r\n${text(agendaToHtml(AGENDA))}\r\nUn saludo\r\n`;
  expect(agendaFromHtml(body.replace(/<fríos>/, 'fríos'))?.items).toHaveLength(4);
  expect(agendaFromHtml(text(agendaToHtml(AGENDA)))).toEqual(asWritten(AGENDA));
});

test('AG4 any agenda is read after any composition of manglers', () => {
  const chosen = fc.array(fc.constantFrom(...Object.keys(MANGLERS)), { maxLength: 6 });
  fc.assert(
    fc.property(anyAgenda, chosen, (agenda, names) => {
      const mangled = names.reduce(
        (html, name) => (MANGLERS[name] as (html: string) => string)(html),
        agendaToHtml(agenda),
      );
      expect(agendaFromHtml(mangled)).toEqual(asWritten(agenda));
    }),
    { numRuns: 1500 },
  );
});

test('AG5 what is left of a damaged agenda is the same agenda or none', () => {
  const cut = (html: string, at: number, length: number) => html.slice(0, at) + html.slice(at + length);
  const whole = agendaToHtml(AGENDA);
  const lines = (FLATTENERS['paragraphs'] as (html: string) => string)(whole).match(
    /<p\b[^]*?<\/p>/g,
  ) as string[];
  const head = lines.slice(0, 5);
  for (let gone = 5; gone < lines.length; gone++) {
    const rest = [...head, ...lines.slice(5).filter((_, at) => at + 5 !== gone)].join('');
    expect(agendaFromHtml(`<p>Agenda de la reunión</p>${rest}`)).toBeUndefined();
  }
  expect(agendaFromHtml(cut(whole, 0, whole.indexOf('<table')))).toBeUndefined();
  expect(agendaFromHtml(whole.replace(/<[^>]*>/g, ' '))).toBeUndefined();
});

test('AG3 every text comes back as a title and as an owner', () => {
  for (const one of TEMPTING) {
    const agenda: Agenda = { language: 'en', items: [{ kind: 'topic', title: one, minutes: 3, owner: one }] };
    expect(agendaFromHtml(agendaToHtml(agenda))).toEqual(asWritten(agenda));
    expect(
      agendaFromHtml((FLATTENERS['paragraphs'] as (html: string) => string)(agendaToHtml(agenda))),
    ).toEqual(asWritten(agenda));
  }
});

test('AG2 every kind comes back in both languages, and no label stands for two', () => {
  for (const language of ['es', 'en'] as const) {
    const labels = Object.values(agendaWords[language].kinds);
    expect(new Set(labels).size).toBe(KINDS.length);
    const agenda: Agenda = { language, items: KINDS.map((kind) => ({ kind, title: kind, minutes: 2 })) };
    expect(agendaFromHtml(agendaToHtml(agenda))).toEqual(agenda);
  }
});

test('AG2 the words are those of the language, named or not, alone or with the others', () => {
  for (const language of ['es', 'en'] as const) {
    const agenda: Agenda = { language, items: [{ kind: 'problem', title: 'Gota 3', minutes: 5 }] };
    const html = agendaToHtml(agenda);
    expect(agendaToHtml(agenda, agendaWords[language])).toBe(html);
    expect(agendaToHtml(agenda, agendaWords)).toBe(html);
    expect(agendaFromHtml(html)).toEqual(agenda);
  }
});

test('AG2 other words come back when they are told', () => {
  const words = {
    ...agendaWords.en,
    marker: 'Ordre du jour',
    columns: ['n', 'min.', 'type', 'point', 'qui'] as const,
  };
  const agenda = agendaTemplate('weekly', 'en');
  expect(agendaFromHtml(agendaToHtml(agenda, words))).toBeUndefined();
  expect(agendaFromHtml(agendaToHtml(agenda, words), [words])?.items).toEqual(agenda.items);
});

test('AG6 internal items never enter a body', () => {
  const secret = { kind: 'topic', title: 'Secreto', minutes: 5, owner: 'Nadie', internal: true } as const;
  const html = agendaToHtml({ ...AGENDA, items: [secret, ...AGENDA.items, secret] });
  expect(html).toBe(agendaToHtml(AGENDA));
  expect(agendaToHtml({ ...AGENDA, items: [secret] })).toBe('');
});

test('AG1 nothing is carried by classes, ids, styles, comments or data', () => {
  expect(agendaToHtml(AGENDA)).not.toMatch(/<[^>]*\b(class|id|style|data-\w+|hidden)\s*=|<!--/);
});

test('AG7 minutes that somebody changed by hand are told as they stand', () => {
  const html = agendaToHtml(AGENDA)
    .replace('>10 min<', '>25 min<')
    .replace('>1</td><td>5 min', '>x</td><td>6&nbsp;min');
  expect(agendaFromHtml(html)?.items.map(({ minutes }) => minutes)).toEqual([6, 25, 5, 1]);
  expect(agendaFromHtml(html.replace('25 min', 'mucho'))).toBeUndefined();
});

test.each([
  ['more than an hour', [30, 31], 'agenda/over-an-hour'],
  ['half a minute', [0.5], 'agenda/bad-minutes'],
  ['no minute', [0], 'agenda/bad-minutes'],
])('AG8 %s is refused', (_, minutes, code) => {
  const items = minutes.map((one) => ({ kind: 'topic' as const, title: 'x', minutes: one }));
  expect(() => agendaToHtml({ language: 'es', items })).toThrow(expect.objectContaining({ code }));
});
