import type { Talk } from '../../src/domain/balance/types';
import type { MeetingRecord } from '../../src/domain/meeting/record';

const START = Date.UTC(2026, 10, 26, 9);
const MINUTE = 60_000;

/** The record of a small meeting that is right in itself; a test names what matters to it. */
export function aRecord(change: Partial<MeetingRecord> = {}): MeetingRecord {
  const problem = { id: 'p1', title: 'Las listas llegan tarde — ¿por qué?', by: 'm01', area: 'marketing' };
  return {
    series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
    start: START,
    planned: { start: START, minutes: 35 },
    startedAt: START + 2 * MINUTE,
    endedAt: START + 37 * MINUTE,
    about: {
      title: 'Semanal de Marketing & Ventas',
      kind: 'weekly',
      language: 'es',
      zone: 'Europe/Madrid',
      series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
      areas: [
        { id: 'marketing', name: '', quorum: 1 },
        { id: 'sales', name: '', quorum: 1 },
      ],
    },
    chair: 'm01',
    people: [
      { id: 'm01', name: 'Ana Ruiz', area: 'marketing', how: 'panel' },
      { id: 's01', name: 'Hugo Gil', area: 'sales', how: 'room' },
    ],
    items: [
      { id: 'i1', kind: 'openTasks', title: 'Tareas abiertas', minutes: 5, spent: 290_000 },
      { id: 'i2', kind: 'problem', title: problem.title, minutes: 15, spent: 900_000, internal: true },
      { id: 'i3', kind: 'round', title: 'Ronda', minutes: 0, spent: 0, putOff: true },
    ],
    problems: [{ ...problem, goal: 2.5, readings: [{ at: START, value: 4 }] }],
    ideas: [{ id: 'd1', problem: 'p1', text: 'Enviarlas el lunes', by: 's01', votes: ['m01', 's01'] }],
    decisions: [{ id: 'e1', problem: 'p1', text: 'Los lunes', deciders: ['m01'], at: START + MINUTE }],
    tasks: [
      {
        id: 't1',
        problem: 'p1',
        text: 'Enviar la lista <b>hoy</b>',
        owner: 's01',
        due: '2026-12-04',
        carried: 1,
        state: 'open',
      },
    ],
    planner: { t1: 'aBcD_1-2' },
    ...change,
  };
}

/** Measured talk of the two areas in three steps of ten minutes. */
export function aTalk(change: Partial<Talk> = {}): Talk {
  return {
    source: 'measured',
    areas: { marketing: 840_000, sales: 660_000 },
    fair: { marketing: 0.5, sales: 0.5 },
    unattributed: 120_000,
    split: 240_000,
    off: 3.2,
    picture: {
      start: START + 2 * MINUTE,
      step: 10 * MINUTE,
      areas: { marketing: [400_000, 240_000, 200_000], sales: [60_000, 300_000, 300_000] },
      shared: { sales: [0, 120_000, 120_000] },
      items: [
        { item: 'i1', from: START + 2 * MINUTE },
        { item: 'i2', from: START + 7 * MINUTE },
      ],
    },
    ...change,
  };
}
