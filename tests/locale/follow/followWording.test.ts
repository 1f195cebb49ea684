// LN1 to LN7: src/locale/SPEC.md
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { AfterSession } from '../../../src/app/ports/followWording';
import type { RhythmChange } from '../../../src/domain/rhythm/followUp';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowWording } from '../../../src/locale/follow/followWording';
import { oneLine } from '../../../src/locale/plainText';
import { aLink, aMember, aSeries, aSite } from '../../support/aSeries';

const wording = (tag = 'es-ES') => createFollowWording(createLocale(tag), { agendaTemplate, agendaToHtml });
/** Tuesday, 8 December, 17:15 in Madrid. */
const START = Date.UTC(2026, 11, 8, 16, 15);
const PEOPLE = [
  aMember('m01', 'marketing', { name: 'Irene Valcárcel', role: 'key' }),
  aMember('s01', 'sales', { name: 'Rodrigo Beltrán', role: 'key' }),
  aMember('s07', 'sales', { name: 'Andrés Cuéllar', site: 'bogota' }),
  aMember('s11', 'sales', { name: 'Emilio Garza', site: 'mexico', role: 'informed' }),
];
const SITES = [
  aSite('madrid'),
  aSite('bogota', { city: 'Bogotá', zone: 'America/Bogota' }),
  aSite('mexico', { city: 'Ciudad de México', zone: 'America/Mexico_City' }),
];
const series = (change: Parameters<typeof aSeries>[0] = {}) =>
  aSeries({
    people: PEOPLE,
    sites: SITES,
    chain: [aLink({ joinUrl: 'https://teams.example/l/meetup-join/1?a=1&b=2' })],
    ...change,
  });
const after = (change: Partial<AfterSession> = {}): AfterSession => ({
  series: series(),
  next: { start: START, chair: 'Irene Valcárcel' },
  promises: [{ text: 'Enviar la lista a Bogotá', owner: 'Hugo Santamarta', due: '2026-12-04' }],
  more: 0,
  breakAhead: { start: START + 14 * 86_400_000, why: 'pause', label: 'Navidad' },
  ...change,
});
const textOf = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('LN1 after a session', () => {
  test('LN1 the next date with the clocks of those who come, open promises, and the next break', () => {
    expect(textOf(wording().afterSession(after()))).toBe(
      '|Semanal de Marketing y Ventas|Próxima sesión: mar 8 dic, 17:15 (Bogotá 11:15) · modera Irene Valcárcel' +
        '|Promesas abiertas|Hugo Santamarta: Enviar la lista a Bogotá · vence el vie 4 dic' +
        '|El mar 22 dic no hay sesión: pausa (Navidad).|',
    );
  });

  test('LN1 nothing ahead, no promises, a skipped session, and more than fits', () => {
    const skipped = { start: START, why: 'skipped', label: '' } as const;
    const html = wording().afterSession(after({ next: null, promises: [], breakAhead: skipped }));
    expect(textOf(html)).toContain('|No queda ninguna sesión prevista.|Sin promesas abiertas.|');
    expect(textOf(html)).toContain('La sesión del mar 8 dic se salta.');
    expect(wording().afterSession(after({ more: 3 }))).toContain('<li>… y 3 más en Cadencia</li>');
    // Somebody took the date away in Planner.
    const undated = after({ promises: [{ owner: 'Hugo', text: 'Llamar', due: '' }] });
    expect(textOf(wording().afterSession(undated))).toContain('|Hugo: Llamar · sin fecha|');
  });
});

test('LN2 the language is the series’ own, whatever the screen’s', () => {
  const english = after({ series: series({ language: 'en', title: 'Marketing and Sales Weekly' }) });
  const said = textOf(wording('es-CO').afterSession(english));
  expect(said).toContain('Next session: Tue 8 Dec, 17:15 (Bogotá 11:15) · chaired by Irene Valcárcel');
  expect(said).toContain('Open promises|Hugo Santamarta: Enviar la lista a Bogotá · due Fri 4 Dec');
  expect(said).toContain('No session on Tue 22 Dec: pause (Navidad).');
  expect(textOf(wording('en-GB').afterSession(after()))).toContain('Próxima sesión: mar 8 dic, 17:15');
  expect(textOf(wording('es-CO').afterSession(after()))).toContain('5:15 p. m.'.replaceAll(' ', '\u00a0'));
});

describe('LN3 texts and names are text', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&\u202e\n';
  const shown = '&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;';

  test('LN3 in the message and in the entry', () => {
    const told = after({
      series: series({
        title: evil,
        sites: [aSite('madrid'), aSite('bogota', { city: evil, zone: 'America/Bogota' })],
      }),
      next: { start: START, chair: evil },
      promises: [{ text: evil, owner: evil, due: evil }],
      breakAhead: { start: START, why: 'pause', label: evil },
    });
    const html = wording().afterSession(told);
    expect(html.split(shown)).toHaveLength(8);
    const entry = wording().prepareEntry(told.series, { start: START, minutes: 35 });
    for (const text of [html, entry.html]) {
      expect(text.replace(/<\/?(p|ul|li|strong)>|<a href="https:[^"<>]*">|<\/a>/g, '')).not.toMatch(
        /[<>\u202e\n]/,
      );
    }
    expect(entry.subject).not.toMatch(/[\u202e\n]/);
  });

  test('LN3 only an address of the web becomes a link', () => {
    const entry = (link: string) =>
      wording().prepareEntry(series(), { start: START, minutes: 35, link }).html;
    expect(entry('https://teams.example/l/meetup-join/1?a=1&b=2')).toContain(
      '<a href="https://teams.example/l/meetup-join/1?a=1&amp;b=2">Abrir la reunión en Teams</a>',
    );
    expect(entry('javascript:alert(1)')).not.toContain('<a');
  });
});

test('LN4 the entry says when, how long, and what to do', () => {
  const { subject, html } = wording().prepareEntry(series(), { start: START, minutes: 35 });
  expect(subject).toBe('Preparar: Semanal de Marketing y Ventas');
  expect(html).toContain('La sesión es el mar 8 dic, 17:15 (Bogotá 11:15) y dura 35\u00a0min.');
  expect(html.match(/<li>/g)).toHaveLength(3);
});

test('LN5 a notice is one plain line of at most 150, in the language that is asked for', () => {
  const told = { series: 'Semanal', by: 'Irene', what: 'saltar la sesión', language: 'es' } as const;
  expect(wording().notice('asked', told)).toEqual({
    kind: 'asked',
    preview: 'Irene propone saltar la sesión',
    parameters: { series: 'Semanal' },
  });
  expect(wording().notice('taskForYou', { ...told, what: 'Llamar', language: 'en' }).preview).toBe(
    'Irene gives you a task: Llamar',
  );
  expect(wording().notice('handedOver', told).preview).toBe(
    'Irene te pasa «Semanal»: abre su pestaña para seguir',
  );
  const what = wording().measures('areas', 'es');
  expect(wording().notice('measuring', { ...told, what }).preview).toBe(
    'Irene cambió lo que se mide: desde ahora, cuánto habla cada área',
  );
  expect(wording().notice('asked', { ...told, what: wording().measuring('persons', 'es') }).preview).toBe(
    'Irene propone medir cuánto habla cada área, y cada persona que lo acepte',
  );
  const long = wording().notice('asked', { ...told, what: `uno\n${'😀'.repeat(200)}` }).preview;
  expect(long.length).toBeLessThanOrEqual(150);
  expect(long).toMatch(/^Irene propone uno 😀+…$/u);
  expect(oneLine('abc', 3)).toBe('abc');
});

describe('LN6 what is asked of the organiser', () => {
  const plan = { every: 1, times: 20, weekday: 3, time: '17:15', from: '2027-01-13' };
  test.each<readonly [RhythmChange, string, string]>([
    [
      { kind: 'move', original: START, start: START + 86_400_000 },
      'mover la sesión del mar 8 dic al mié 9 dic, 17:15',
      'moving the session of Tue 8 Dec to Wed 9 Dec, 17:15',
    ],
    [
      { kind: 'move', original: START, start: START, minutes: 15 },
      'una sesión de 15 min el mar 8 dic, 17:15',
      'a session of 15 min on Tue 8 Dec, 17:15',
    ],
    [
      { kind: 'skip', original: START },
      'saltar la sesión del mar 8 dic',
      'skipping the session of Tue 8 Dec',
    ],
    [{ kind: 'shorten', minutes: 25 }, 'sesiones de 25 min', 'sessions of 25 min'],
    [
      { kind: 'fewer', people: ['s07', 'gone'] },
      'que Andrés Cuéllar y otra persona reciban el acta en lugar de la invitación',
      'that Andrés Cuéllar and somebody else get the minutes instead of the invitation',
    ],
    [
      { kind: 'goOn', why: 'fortnightly', plan: { ...plan, every: 2 } },
      'un miércoles cada 2 semanas, 17:15, desde el mié 13 ene',
      'a Wednesday every 2 weeks, 17:15, from Wed 13 Jan on',
    ],
    [
      { kind: 'goOn', why: 'otherTime', plan: { ...plan, nth: 'last' } },
      'el último miércoles de cada mes, 17:15, desde el mié 13 ene',
      'the last Wednesday of every month, 17:15, from Wed 13 Jan on',
    ],
    [
      { kind: 'goOn', why: 'renewal', plan },
      'renovar la serie desde el mié 13 ene: cada miércoles, 17:15, 20 sesiones',
      'renewing the series from Wed 13 Jan on: every Wednesday, 17:15, 20 sessions',
    ],
    [
      { kind: 'handOver', to: 's01' },
      'que Rodrigo Beltrán organice la serie desde ahora',
      'that Rodrigo Beltrán organises the series from now on',
    ],
  ])('LN6 %j', (change, es, en) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(wording().asked(series(), change))).toBe(es);
    expect(plain(wording().asked(series({ language: 'en' }), change))).toBe(en);
  });
});

test('LN7 a cancellation, a task’s note and the agenda have their words', () => {
  expect(wording().cancelled(series())).toMatch(/^Esta sesión de «Semanal de Marketing y Ventas» se salta\./);
  expect(wording().cancelled(series({ language: 'en' }))).toMatch(/^This session of “Semanal/);
  expect(wording().taskNote('Leads\nsin llamar', 'Elena')).toBe(
    'Problema: Leads sin llamar\nLo hace Elena; responde quien tiene la tarea.',
  );
  expect(wording('en').taskNote('Leads', undefined)).toBe('Problem: Leads');
  expect(wording().template('weekly', 'en').language).toBe('en');
  expect(wording().agendaHtml(wording().template('monthly', 'es'))).toContain('Temas del mes');
});
