import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { forOutsiders } from '../../../src/domain/meeting/captured';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingWording } from '../../../src/locale/meeting/meetingWording';

const START = Date.UTC(2026, 11, 1, 16, 15);
const wording = (tag: string) => createMeetingWording(createLocale(tag), { agendaTemplate, forOutsiders });

const problem = { by: 's10', area: 'sales', readings: [] };
const RECORD: MeetingRecord = {
  series: 'series-1',
  start: START,
  planned: { start: START, minutes: 35 },
  startedAt: START + 180_000,
  endedAt: START + 40 * 60_000,
  about: {
    title: 'Semanal de Marketing y Ventas',
    kind: 'weekly',
    language: 'es',
    zone: 'Europe/Madrid',
    series: 'series-1',
    areas: [
      { id: 'marketing', name: '', quorum: 3 },
      { id: 'sales', name: 'Ventas', quorum: 3 },
    ],
  },
  chair: 'm01',
  people: [
    { id: 'm01', name: 'Irene Valcárcel Soto', area: 'marketing', how: 'panel' },
    { id: 'm04', name: 'Hugo Santamarta Rey', area: 'marketing', how: 'room' },
    { id: 's01', name: 'Rodrigo Beltrán Ayuso', area: 'sales', how: 'phone' },
    { id: 's10', name: 'Laura Sandoval Niño', area: 'sales', how: 'away' },
    { id: 's07', name: 'Andrés Cuéllar Pombo', area: 'sales', how: 'unknown' },
    { id: 'x01', name: 'Teresa Múgica Larrañaga', area: '', how: 'panel' },
  ],
  items: [
    { id: 'i1', kind: 'ideas', title: 'Ideas', minutes: 10, spent: 0 },
    { id: 'i2', kind: 'round', title: 'Ronda', minutes: 5, spent: 0, putOff: true },
    { id: 'i3', kind: 'topic', title: 'Despidos', minutes: 5, spent: 0, putOff: true, internal: true },
  ],
  problems: [
    {
      ...problem,
      id: 'p1',
      title: 'Leads de feria sin llamar',
      goal: 0,
      readings: [
        { at: 1, value: 38 },
        { at: 2, value: 21 },
      ],
    },
    { ...problem, id: 'p2', title: 'Precio secreto', internal: true, readings: [{ at: 1, value: 3 }] },
  ],
  ideas: [
    { id: 'd1', problem: 'p1', text: 'Llamar en 24 h', by: 'm04', votes: ['m01'] },
    { id: 'd2', problem: 'p2', text: 'Idea secreta', by: 'm04', votes: [] },
  ],
  decisions: [
    { id: 'c1', problem: 'p1', text: 'Llamar en 24 h', deciders: ['m01', 's01'], at: 3 },
    { id: 'c2', problem: 'p1', text: 'Acuerdo secreto', deciders: [], at: 3, internal: true },
  ],
  tasks: [
    {
      id: 't1',
      problem: 'p1',
      text: 'Enviar la lista',
      owner: 'm04',
      due: '2026-12-04',
      carried: 0,
      state: 'open',
    },
    {
      id: 't2',
      problem: 'p2',
      text: 'Tarea secreta',
      owner: 'm04',
      due: '2026-12-04',
      carried: 0,
      state: 'open',
    },
    { id: 't3', problem: 'p1', text: 'Vieja', owner: 'm04', due: '2026-11-30', carried: 1, state: 'done' },
  ],
  planner: {},
};

const textOf = (html: string) => html.replace(/<\/(?:p|li)>/g, '\n').replace(/<[^>]*>/g, '');

test('LM8 minutes tell when, who was there by area, what was agreed, who does what by when, and what comes next', () => {
  expect(textOf(wording('es-ES').minutes(RECORD, true))).toBe(
    [
      'Acta: Semanal de Marketing y Ventas',
      'mar 1 dic, 17:18–17:55 (hora de Europa central) · Modera Irene Valcárcel Soto',
      'Participan',
      'Marketing: Irene Valcárcel Soto, Hugo Santamarta Rey (en la sala)',
      'Ventas: Rodrigo Beltrán Ayuso (por teléfono)',
      'Otras áreas: Teresa Múgica Larrañaga',
      'Sin asistir: Laura Sandoval Niño',
      'Problemas',
      'Leads de feria sin llamar: de 38 a 21 (meta 0)',
      'Acordado',
      'Llamar en 24 h · Leads de feria sin llamar · Deciden: Irene Valcárcel Soto y Rodrigo Beltrán Ayuso',
      'Tareas',
      'Hugo Santamarta Rey · Enviar la lista · vence el vie 4 dic',
      '1 tarea hecha. 1 idea anotada. Aplazado: Ronda. Lo pendiente abre la próxima sesión.',
      '',
    ].join('\n'),
  );
});

test('LM8 minutes are in the language of the meeting, whatever the panel has', () => {
  expect(wording('en-GB').minutes(RECORD, false)).toContain('Acta: ');
  const english: MeetingRecord = { ...RECORD, about: { ...RECORD.about, language: 'en' } };
  expect(textOf(wording('es-CO').minutes(english, true))).toContain(
    'Tue 1 Dec, 17:18–17:55 (Central European Time) · Chaired by Irene Valcárcel Soto',
  );
  expect(wording('en-US').minutes(english, true)).toContain('due Fri Dec 4');
});

test('LM9 outsiders read nothing internal, nor what hangs on an internal problem; the others read it', () => {
  const [outside, inside] = [true, false].map((of) => wording('es-ES').minutes(RECORD, of));
  for (const word of ['Precio secreto', 'Acuerdo secreto', 'Tarea secreta', 'Despidos']) {
    expect(outside).not.toContain(word);
    expect(inside).toContain(word);
  }
  expect(outside).toContain('1 idea anotada');
  expect(inside).toContain('2 ideas anotadas');
});

test('LM10 markup in any field is text in the minutes', () => {
  const evil = `</li><script>alert(1)</script><img src=x onerror="a()">'&amp;\u202e\u2028`;
  const attack = JSON.parse(
    JSON.stringify(RECORD, (key, value: unknown) => (['title', 'text', 'name'].includes(key) ? evil : value)),
  ) as MeetingRecord;
  for (const outside of [true, false]) {
    const html = wording('es-ES').minutes(
      { ...attack, about: { ...attack.about, zone: evil }, chair: evil },
      outside,
    );
    expect(html.match(/<(?!\/?(?:p|ul|li|strong)>)/g)).toBeNull();
    expect(html).not.toMatch(/["'\u202e\u2028]|&amp;(?!lt|gt|quot|#39|amp)amp;{2}/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('UTC');
  }
});

test('LM11 very long minutes tell how much they leave out, and fit into a chat', () => {
  const many = <T extends { readonly id: string; readonly text: string }>(one: T | undefined) =>
    Array.from({ length: 200 }, (_, nth) => ({ ...(one as T), id: `${nth}`, text: 'x'.repeat(500) }));
  const html = wording('es-ES').minutes(
    { ...RECORD, tasks: many(RECORD.tasks[0]), decisions: many(RECORD.decisions[0]) },
    true,
  );
  expect(html.length).toBeLessThan(24_000);
  expect(html).toMatch(/… y 1\d\d más en Cadencia/);
});

test('LM11 an empty record says that nothing was agreed and nothing is open', () => {
  const empty: MeetingRecord = {
    ...RECORD,
    chair: null,
    people: [],
    items: [],
    problems: [],
    ideas: [],
    decisions: [],
    tasks: [],
  };
  expect(textOf(wording('es-ES').minutes(empty, true))).toContain(
    'Sin acuerdos en esta sesión.\nSin tareas abiertas.',
  );
});

test('LM12 a task in Planner tells its problem and who does it; a meeting without an agenda gets the usual one', () => {
  expect(wording('es-ES').taskNote('Leads', undefined)).toBe('Problema: Leads');
  expect(wording('en-GB').taskNote('Leads', 'Elena')).toBe(
    'Problem: Leads\nDone by Elena; the owner of the task answers for it.',
  );
  expect(wording('es-ES').template('weekly')).toEqual(agendaTemplate('weekly', 'es'));
  expect(wording('es-ES').tabName).toBe('Cadencia');
});

test('LM14 over a mail stand whose minutes they are and of which day, in one line', () => {
  expect(wording('en-GB').minutesSubject(RECORD)).toBe(
    'Acta: Semanal de Marketing y Ventas · mar 1 dic, 17:15',
  );
  const about = {
    ...RECORD.about,
    title: 'Weekly\r\nBcc: x@y.example',
    language: 'en' as const,
    zone: 'Nowhere',
  };
  expect(wording('en-GB').minutesSubject({ ...RECORD, about })).toBe(
    'Minutes: Weekly Bcc: x@y.example · Tue 1 Dec, 16:15',
  );
});
