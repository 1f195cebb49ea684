import {
  anyOf,
  coming,
  comingFriday,
  dated,
  dayOfMonth,
  days,
  endOfMonth,
  endOfNamed,
  endOfQuarter,
  endOfWeek,
  inWeek,
  months,
  type DayGrammar,
  type Said,
} from './dayRules';
import { lastOfMonth, mondayOf, yearOf, type DayNumber } from './civil';
import { numberRules } from './numberRules';

const WEEKDAYS = { lunes: 1, martes: 2, miercoles: 3, jueves: 4, viernes: 5, sabado: 6, domingo: 7 };
const SHORT_WEEKDAYS = { lun: 1, mie: 3, jue: 4, vie: 5, sab: 6, dom: 7 };
const EVERY_WEEKDAY: Readonly<Record<string, number>> = { ...WEEKDAYS, ...SHORT_WEEKDAYS, mar: 2 };
const FULL_MONTHS = {
  enero: 1,
  febrero: 2,
  marzo: 3,
  abril: 4,
  mayo: 5,
  junio: 6,
  julio: 7,
  agosto: 8,
  septiembre: 9,
  setiembre: 9,
  octubre: 10,
  noviembre: 11,
  diciembre: 12,
};
const SHORT_MONTHS = {
  ene: 1,
  feb: 2,
  mar: 3,
  abr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  ago: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dic: 12,
};
const MONTHS: Readonly<Record<string, number>> = { ...FULL_MONTHS, ...SHORT_MONTHS };
/** «Ocho días» is a week and «quince días» two; in figures they are what they say. */
const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  quince: 15,
  veinte: 20,
  treinta: 30,
};

const NEXT_WEEK = '(?:semana que viene|proxima semana|semana proxima|semana siguiente|siguiente semana)';
const THE = 'el dia|el|dia|este';

const weekday = ({ week = '' }: Said) => EVERY_WEEKDAY[week] ?? 0;
const date = (said: Said, today: DayNumber) =>
  dated(
    {
      day: said.day === 'primero' ? 1 : Number(said.day),
      month: MONTHS[said.month ?? ''] ?? 0,
      year: said.year,
      weekday: said.week === undefined ? undefined : weekday(said),
    },
    today,
  );

/** Days as Spanish says them. */
export const dayGrammarEs = (monthFirst: boolean): DayGrammar => ({
  by: 'antes del?|para|hasta|a mas tardar|como (?:muy tarde|maximo)|no (?:mas tarde|despues) del?|vence:?|fecha(?: limite)?:?',
  notBefore:
    'del?|el|la|los|las|un|una|este|esta|cada|todos|desde|entre|proximo|siguiente|pasado|ultimo|dia|en|dentro|aqui',
  notBehind:
    '(?: negro| santo| de (?:ramos|ceniza|pascua)| pasad[oa]| en dia| habiles| laborables| por ciento| ?%)',
  tail: ' (?:como (?:muy tarde|maximo)|a mas tardar|sin falta)',
  rules: [
    ...numberRules(monthFirst, THE),
    {
      mark: THE,
      core: `(?:(?<week>${anyOf(EVERY_WEEKDAY)})\\.?,? )?(?<day>\\d{1,2}|primero)[º°]?(?: de (?<month>${anyOf(MONTHS)})\\.?)(?:,? (?:del? )?(?<year>\\d{4}))?`,
      day: date,
    },
    {
      mark: THE,
      bare: 'end',
      core: `(?:(?<week>${anyOf(EVERY_WEEKDAY)})\\.?,? )?(?<day>\\d{1,2})[ -](?<month>${anyOf(MONTHS)})\\.?(?:[ -](?<year>\\d{4}))?`,
      day: date,
    },
    {
      mark: THE,
      bare: 'never',
      core: '(?<day>\\d{1,2})(?! de )',
      day: ({ day }, today) => dayOfMonth(Number(day), today),
    },
    {
      mark: 'el|este',
      core: `(?<week>${anyOf(WEEKDAYS)}) de (?:la )?${NEXT_WEEK}`,
      day: (said, today) => inWeek(weekday(said), 1, today),
    },
    {
      mark: 'el|este',
      core: `(?<week>${anyOf(WEEKDAYS)}) de esta semana`,
      day: (said, today) => inWeek(weekday(said), 0, today),
    },
    {
      mark: '(?:el|este)? ?(?:proximo|siguiente)|el|este',
      bare: 'end',
      core: `(?<week>${anyOf(WEEKDAYS)})(?: que viene| proximo)?`,
      day: (said, today) => coming(weekday(said), today),
    },
    {
      mark: 'el|este',
      bare: 'never',
      core: `(?<week>${anyOf(SHORT_WEEKDAYS)})\\.?`,
      day: (said, today) => coming(weekday(said), today),
    },
    { core: 'hoy(?: mismo)?', day: (_, today) => today },
    { core: 'manana(?: mismo)?', day: (_, today) => today + 1 },
    { core: 'pasado manana', day: (_, today) => today + 2 },
    {
      core: `(?:en|dentro de|de aqui a) (?<n>\\d{1,3}|${anyOf(NUMBERS)}) (?<unit>dia|semana|mes)(?:s|es)?`,
      day: ({ n = '', unit }, today) => {
        const many = NUMBERS[n] ?? Number(n);
        if (unit === 'mes') return months(many, today);
        if (unit === 'semana') return days(7 * many, today);
        return days(n === 'ocho' || n === 'quince' ? many - 1 : many, today);
      },
    },
    {
      core: `(?:a |al |el )?(?:fin|final|finales|cierre) del? (?:este |esta |la )?(?<unit>mes|trimestre|ano)`,
      day: ({ unit }, today) =>
        unit === 'mes'
          ? endOfMonth(0, today)
          : unit === 'ano'
            ? lastOfMonth(yearOf(today), 12)
            : endOfQuarter(today),
    },
    {
      core: `(?:a |al |el )?(?:fin|final|finales) de (?:la )?${NEXT_WEEK}`,
      day: (_, today) => endOfWeek(1, today),
    },
    {
      core: '(?:a |al |el )?(?:finales de|final de(?: la| esta)?|fin de (?:la|esta)) semana',
      day: (_, today) => comingFriday(today),
    },
    { mark: 'el', bare: 'never', core: 'fin de semana', day: (_, today) => comingFriday(today) },
    {
      core: `(?:a |al |el )?(?:fin|final|finales) de (?<month>${anyOf(FULL_MONTHS)})`,
      day: ({ month = '' }, today) => endOfNamed(MONTHS[month] ?? 0, today),
    },
    {
      core: `(?:en |durante )?(?:la )?${NEXT_WEEK}`,
      day: ({ by }, today) =>
        by?.startsWith('antes') ? Math.max(today, mondayOf(today) + 4) : endOfWeek(1, today),
    },
    { core: '(?:en |durante )?esta (?:misma )?semana', day: (_, today) => endOfWeek(0, today) },
    {
      core: '(?:en |durante )?(?:el )?(?:mes que viene|proximo mes|mes proximo)',
      day: ({ by }, today) => endOfMonth(by?.startsWith('antes') ? 0 : 1, today),
    },
    { core: '(?:en |durante )?este (?:mismo )?mes', day: (_, today) => endOfMonth(0, today) },
  ],
});
