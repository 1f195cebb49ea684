import type { CalendarProblem, ProblemCode } from '../company/types';

type Words = (problem: {
  readonly where: string;
  readonly more: string;
  readonly limit: string;
  readonly zone: string;
}) => string;

const ES: Readonly<Record<ProblemCode, Words>> = {
  folderMissing: ({ where }) => `${where}: no existe esa carpeta.`,
  folderEmpty: ({ where }) =>
    `${where}: no hay calendarios. Hace falta un archivo por persona: carpeta/área/persona.ics.`,
  unreadable: ({ where }) => `${where}: no se puede abrir; no hay datos de ese calendario.`,
  tooLarge: ({ where, limit }) =>
    `${where}: el archivo pasa de ${limit} MB; esta persona queda sin datos de calendario.`,
  notCalendar: ({ where }) =>
    `${where}: no es un calendario (falta BEGIN:VCALENDAR); esta persona queda sin datos de calendario.`,
  badLine: ({ where }) =>
    `${where}: el archivo está dañado aquí; esta persona queda sin datos de calendario.`,
  badValue: ({ where, more }) => `${where}: hay un valor que no se entiende; ese evento queda fuera${more}.`,
  unknownZone: ({ where, zone, more }) =>
    `${where}: zona horaria desconocida (${zone}); se toma la del calendario${more}.`,
  endlessRule: ({ where, more }) =>
    `${where}: la repetición tiene demasiados pasos; ese evento queda fuera${more}.`,
  tooManyItems: ({ where, limit }) =>
    `${where}: hay más de ${limit} eventos; esta persona queda sin datos de calendario.`,
  tooManyFiles: ({ where, limit }) => `${where}: hay más de ${limit} calendarios; los demás no se leen.`,
};

const EN: Readonly<Record<ProblemCode, Words>> = {
  folderMissing: ({ where }) => `${where}: there is no such folder.`,
  folderEmpty: ({ where }) =>
    `${where}: no calendars found. Put one file for each person: folder/area/person.ics.`,
  unreadable: ({ where }) => `${where}: it cannot be opened; there is no data of that calendar.`,
  tooLarge: ({ where, limit }) =>
    `${where}: the file is larger than ${limit} MB; there is no calendar data for this person.`,
  notCalendar: ({ where }) =>
    `${where}: this is not a calendar (BEGIN:VCALENDAR is missing); there is no calendar data for this person.`,
  badLine: ({ where }) => `${where}: the file is damaged here; there is no calendar data for this person.`,
  badValue: ({ where, more }) => `${where}: a value cannot be read; that event is left out${more}.`,
  unknownZone: ({ where, zone, more }) =>
    `${where}: unknown time zone (${zone}); the calendar’s own is taken${more}.`,
  endlessRule: ({ where, more }) =>
    `${where}: the recurrence has too many steps; that event is left out${more}.`,
  tooManyItems: ({ where, limit }) =>
    `${where}: there are more than ${limit} events; there is no calendar data for this person.`,
  tooManyFiles: ({ where, limit }) =>
    `${where}: there are more than ${limit} calendars; the others are not read.`,
};

/** One line for a terminal or a page, file and line number first; nothing of the file's content but a zone's name. */
export function problemText(problem: CalendarProblem, language: 'es' | 'en'): string {
  const words = language === 'es' ? ES : EN;
  const line = language === 'es' ? 'línea' : 'line';
  const { more = 0, limit = 0, zone = '' } = problem;
  const file = printable(problem.file, 200);
  const rest = language === 'es' ? ` (y ${more} más)` : ` (and ${more} more)`;
  return words[problem.code]({
    where: problem.line === undefined ? file : `${file}, ${line} ${problem.line}`,
    more: more === 0 ? '' : rest,
    limit: String(problem.code === 'tooLarge' ? limit / 1_000_000 : limit),
    zone: printable(zone, 60),
  });
}

// Names come from a stranger's files: no control characters, no novels.
function printable(text: string, length: number): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, length);
}
