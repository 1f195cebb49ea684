import type { SampleTalk } from './sampleTalk';

/** What the sample's weekly has talked about before, by the sheet of the sample: plain data, people by their short names. */
export type Said = { readonly es: string; readonly en: string };

/** Weeks before the session that is tried: twelve sessions, of which one was skipped and two lay in a pause. */
export const HELD_WEEKS = [12, 11, 10, 8, 7, 4, 3, 2, 1] as const;
export const SKIPPED_WEEK = 9;
export const PAUSED_WEEKS = [6, 5] as const;
export const PAUSE: Said = { es: 'Vacaciones', en: 'Holidays' };
export const WEEKS_BEFORE = 12;
/** Sessions of the series, from the one that is tried on: few enough for its renewal to be due. */
export const SESSIONS_AHEAD = 4;

/** Sessions are counted from 1, the first that was held. */
export type StoryProblem = {
  readonly id: string;
  readonly title: Said;
  readonly area: 'marketing' | 'sales';
  readonly by: string;
  readonly since: number;
  readonly goal?: number;
  readonly readings: readonly (readonly [session: number, value: number])[];
  readonly internal?: true;
  /** Put off to the monthly since then. */
  readonly monthlySince?: number;
};

export const PROBLEMS: readonly StoryProblem[] = [
  {
    id: 'p1',
    title: { es: 'Leads de feria sin llamar', en: 'Leads from the fair that nobody called' },
    area: 'sales',
    by: 's05',
    since: 1,
    goal: 0,
    readings: [
      [6, 38],
      [9, 21],
    ],
  },
  {
    id: 'p2',
    title: {
      es: 'No hay acuerdo sobre qué es un lead aceptado',
      en: 'No agreement on what an accepted lead is',
    },
    area: 'marketing',
    by: 'm02',
    since: 6,
    readings: [],
  },
  {
    id: 'p3',
    title: { es: 'Precio de Gota 3 en Colombia', en: 'Price of Gota 3 in Colombia' },
    area: 'sales',
    by: 's07',
    since: 8,
    readings: [],
    internal: true,
  },
  {
    id: 'p4',
    title: {
      es: 'La web de México no pide el tamaño de la finca',
      en: 'The Mexican website does not ask for the size of the farm',
    },
    area: 'marketing',
    by: 'm07',
    since: 1,
    goal: 80,
    readings: [
      [5, 12],
      [9, 55],
    ],
  },
  {
    id: 'p5',
    title: {
      es: 'Casos de éxito sin permiso del cliente',
      en: 'Success stories without the customer’s permission',
    },
    area: 'marketing',
    by: 'm01',
    since: 2,
    goal: 6,
    readings: [
      [3, 0],
      [8, 2],
    ],
    monthlySince: 9,
  },
];

export type StoryTask = {
  readonly id: string;
  readonly problem: string;
  readonly text: Said;
  readonly owner: string;
  /** Somebody from outside does it, and the owner answers. */
  readonly doneBy?: string;
  /** The session that recorded it first. */
  readonly made: number;
  /** Days from the session that is tried. */
  readonly due: number;
  /** How far it is in Planner; null waits to be sent. */
  readonly percent: 0 | 50 | 100 | null;
  /** Once more in each session since, unless the sheet says otherwise. */
  readonly carried?: number;
};

/** What is open when the session begins. */
export const TASKS: readonly StoryTask[] = [
  {
    id: 't1',
    problem: 'p1',
    text: { es: 'Enviar la lista de la feria a Bogotá', en: 'Send the list of the fair to Bogotá' },
    owner: 'm04',
    made: 9,
    due: 3,
    percent: 50,
  },
  {
    id: 't2',
    problem: 'p1',
    text: { es: 'Llamar a los 21 restantes', en: 'Call the 21 that are left' },
    owner: 's05',
    made: 8,
    due: -1,
    percent: 0,
  },
  {
    id: 't3',
    problem: 'p2',
    text: {
      es: 'Escribir media página: qué es un lead aceptado',
      en: 'Write half a page: what an accepted lead is',
    },
    owner: 'm02',
    made: 6,
    due: -4,
    percent: 0,
  },
  {
    id: 't4',
    problem: 'p3',
    text: { es: 'Tabla de precios por volumen', en: 'Table of prices by volume' },
    owner: 's07',
    made: 9,
    due: 9,
    percent: 0,
  },
  {
    id: 't5',
    problem: 'p3',
    text: { es: 'Página de producto con precios', en: 'Product page with prices' },
    owner: 'm05',
    made: 9,
    due: 14,
    percent: null,
  },
  {
    id: 't6',
    problem: 'p4',
    text: {
      es: 'Añadir el campo al formulario y medir dos semanas',
      en: 'Add the field to the form and measure for two weeks',
    },
    owner: 'm08',
    made: 9,
    due: 10,
    percent: 100,
  },
  {
    id: 't7',
    problem: 'p5',
    text: { es: 'Pedir permiso a tres clientes', en: 'Ask three customers for permission' },
    owner: 's03',
    made: 7,
    due: 17,
    percent: 50,
  },
  {
    id: 't8',
    problem: 'p5',
    text: { es: 'Maqueta del caso (con Elena, agencia)', en: 'Layout of the story (with Elena, agency)' },
    owner: 'm06',
    doneBy: 'g01',
    made: 9,
    due: 10,
    percent: 50,
  },
];

/** Promises of the past: kept by the next session, or late and done in the one after it. */
export type PastPromise = {
  readonly made: number;
  readonly problem: string;
  readonly owner: string;
  readonly kept: boolean;
  readonly text: Said;
};

const past = (
  made: number,
  problem: string,
  owner: string,
  kept: boolean,
  es: string,
  en: string,
): PastPromise => ({ made, problem, owner, kept, text: { es, en } });

/** Of marketing 5 of 7 were kept, of sales 7 of 11: 71 % and 64 %. */
export const PAST: readonly PastPromise[] = [
  past(1, 'p1', 's05', true, 'Repartir los contactos por zona', 'Share out the contacts by region'),
  past(1, 'p4', 'm07', true, 'Ver qué formularios pierden gente', 'See which forms lose people'),
  past(1, 'p1', 's02', false, 'Dos horas de llamadas por semana', 'Two hours of calls a week'),
  past(2, 'p1', 's07', true, 'Lista de fincas de Antioquia', 'List of farms in Antioquia'),
  past(2, 'p4', 'm04', true, 'Medir abandonos del formulario', 'Measure who leaves the form'),
  past(3, 'p1', 's01', true, 'Avisar a los jefes de zona', 'Tell the heads of region'),
  past(3, 'p1', 's05', false, 'Llamar a los 20 primeros', 'Call the first 20'),
  past(3, 'p5', 'm01', true, 'Elegir tres clientes contentos', 'Choose three happy customers'),
  past(4, 'p1', 's02', true, 'Guion de la primera llamada', 'Script of the first call'),
  past(4, 'p4', 'm02', false, 'Texto del campo nuevo', 'Text of the new field'),
  past(5, 'p1', 's07', true, 'Llamar a Boyacá', 'Call Boyacá'),
  past(5, 'p4', 'm07', true, 'Probar el formulario en el teléfono', 'Try the form on a phone'),
  past(6, 'p1', 's01', true, 'Un día de llamadas en equipo', 'One day of calls together'),
  past(6, 'p1', 's05', true, 'Marcar los que ya compraron', 'Mark those who have bought'),
  past(6, 'p2', 'm04', false, 'Contar los leads devueltos', 'Count the leads that came back'),
  past(7, 'p1', 's02', false, 'Reasignar los de Levante', 'Reassign those of the coast'),
  past(7, 'p1', 's07', false, 'Segunda llamada en Bogotá', 'Second call in Bogotá'),
  past(7, 'p4', 'm02', true, 'Publicar el formulario corto', 'Publish the short form'),
];

export type StoryDecision = {
  readonly id: string;
  readonly problem: string;
  readonly session: number;
  readonly text: Said;
  readonly replacedBy?: string;
};

export const DECISIONS: readonly StoryDecision[] = [
  {
    id: 'd1',
    problem: 'p1',
    session: 7,
    text: {
      es: 'Todo lead de feria recibe una llamada en 24 horas laborables',
      en: 'Every lead from a fair gets a call within 24 working hours',
    },
  },
  {
    id: 'd2',
    problem: 'p4',
    session: 8,
    text: {
      es: 'México usa el formulario corto hasta enero',
      en: 'Mexico uses the short form until January',
    },
  },
  {
    id: 'd3',
    problem: 'p2',
    session: 8,
    text: {
      es: 'Lead aceptado = finca de más de 5 hectáreas',
      en: 'An accepted lead is a farm of more than 5 hectares',
    },
    replacedBy: 'd4',
  },
  {
    id: 'd4',
    problem: 'p2',
    session: 9,
    text: {
      es: 'Lead aceptado = finca de más de 5 hectáreas con riego propio',
      en: 'An accepted lead is a farm of more than 5 hectares with its own irrigation',
    },
  },
];

export type StoryIdea = {
  readonly session: number;
  readonly problem: string;
  readonly by: string;
  readonly text: Said;
};

export const IDEAS: readonly StoryIdea[] = [
  {
    session: 6,
    problem: 'p1',
    by: 's05',
    text: { es: 'Llamar los jueves por la tarde', en: 'Call on Thursday afternoons' },
  },
  {
    session: 9,
    problem: 'p1',
    by: 'm04',
    text: { es: 'Ordenar la lista por hectáreas', en: 'Sort the list by hectares' },
  },
];

/** Share of marketing in the talk of the areas, in percent: 56 over all; six sessions had a transcript. */
export const TALK: Readonly<Record<number, SampleTalk>> = {
  1: { first: 57 },
  2: { first: 58, off: 2.1 },
  3: { first: 54, off: 3.4, room: 4 },
  4: { first: 54 },
  5: { first: 57, off: 1.2 },
  6: { first: 55, off: 2.6, room: 3 },
  7: { first: 57 },
  8: { first: 58, off: 0.8 },
  9: { first: 54, off: 1.9, room: 4 },
};
/** Who does not take part in measuring. */
export const DECLINED = 's07';
/** The session that began late, and the one that ran over. */
export const BEGAN_LATE = 4;
export const RAN_OVER = 5;
/** Who was away, by session. */
export const AWAY: Readonly<Record<number, readonly string[]>> = {
  3: ['s05'],
  5: ['m02', 'm07'],
  7: ['m07'],
};
/** Each fourth session asks two questions. */
export const PULSE: Readonly<Record<number, readonly [worth: readonly number[], said: readonly number[]]>> = {
  4: [
    [5, 2, 0],
    [4, 2, 1],
  ],
  8: [
    [6, 1, 1],
    [5, 2, 1],
  ],
};
