import type { RhythmView } from '../../app/follow/followView';
import type { Proposal } from '../../domain/rhythm/proposal';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

type State = RhythmView['sessions'][number]['state'];

/** The next session and the rhythm in Spanish; the English file must have the same words. */
export function followRhythmWordsEs(f: Format) {
  const states: Readonly<Record<State, string>> = {
    held: 'celebrada',
    skipped: 'saltada',
    paused: 'en pausa',
    coming: 'por venir',
  };
  const proposals: Readonly<Record<Proposal['kind'], (detail: string) => string>> = {
    shorten: (minutes) => `Propuesta: sesiones de ${minutes}.`,
    fortnightly: () => 'Propuesta: cada dos semanas.',
    otherTime: () => 'Propuesta: otro horario, buscado en todos los calendarios.',
    fewer: (people) => `Propuesta: ${people} solo con el acta, sin invitación.`,
    short: (minutes) => `Propuesta: una sesión de ${minutes} en lugar de saltarla.`,
    renewal: () => 'Propuesta: renovarla, con un horario buscado de nuevo.',
  };
  return {
    next: {
      label: 'Próxima sesión',
      when: (when: string, cities: readonly string[]) =>
        `Próxima: ${when}${cities.length === 0 ? '' : ` (${cities.join(' · ')})`}`,
      held: (areas: readonly string[]) => `se celebra: ${areas.join(', ')}`,
      broken: (areas: readonly string[]) => `no se celebra: ${areas.join(', ')}`,
      area: (area: string, can: number, of: number) => `${area} ${can} de ${of}`,
      unknown: 'previsión: todavía sin datos',
      chair: (name: string) => `modera ${name}`,
      prepare: 'Preparar',
      open: 'Abrir la reunión',
      none: 'No queda ninguna sesión por delante.',
      breaks: 'Sesiones que no se celebran',
      holiday: (day: string, countries: readonly string[]) =>
        countries.length === 0 ? `${day} es festivo.` : `${day} es festivo en ${f.list(countries)}.`,
      people: (day: string, missing: readonly string[]) =>
        missing.length === 0
          ? `${day} no se celebra.`
          : `${day} no se celebra: ${missing.length === 1 ? 'falta' : 'faltan'} ${f.list(missing)}.`,
      protected: (day: string, label: string) =>
        label === ''
          ? `${day} está en un periodo protegido.`
          : `${day} está en un periodo protegido: ${label}.`,
      alternative: (when: string, can: number, of: number) => `Alternativa: ${when} (pueden ${can} de ${of})`,
      noAlternative: 'Sin alternativa cerca.',
      move: 'Mover',
      skip: 'Saltar',
      moveOf: (day: string, when: string) => `Mover la sesión: del ${day} a ${when}`,
      skipOf: (day: string) => `Saltar la sesión del ${day}`,
      ask: (organiser: string) => `Pedir a ${organiser}`,
      askOf: (organiser: string, what: string) => `Pedir a ${organiser}: ${what}`,
      asked: (organiser: string) => `Ya está pedido a ${organiser}`,
      more: (n: number) => `Ver ${n} más`,
      fewer: 'Ver menos',
    },
    cards: {
      title: (sessions: number) => `Ritmo, ${count(sessions, 'sesión', 'sesiones')}`,
      noSessions: 'Todavía no hay sesiones pasadas.',
      counts: (held: number, skipped: number, paused: number) =>
        [
          count(held, 'celebrada', 'celebradas'),
          count(skipped, 'saltada', 'saltadas'),
          ...(paused > 0 ? [`${paused} en pausa`] : []),
        ].join(' · '),
      onTime: (is: number, of: number) => `Empieza a su hora: ${is} de ${of}`,
      promises: 'Promesas cumplidas',
      noPromises: 'Todavía no ha vencido ninguna.',
      share: (area: string, percent: string) => `${area} ${percent}`,
      ofThem: (area: string, is: number, of: number) => `${area} ${is} de ${of}`,
      balance: 'Equilibrio entre áreas',
      measured: (n: number, of: number) => `medido en ${n} de ${of}`,
      estimated: (n: number, of: number) => `estimado en ${n} de ${of}`,
      both: (measured: number, estimated: number, of: number) =>
        `medido en ${measured}, estimado en ${estimated}, de ${of}`,
      noBalance: 'Sin medir.',
      ends: (day: string) => `La serie acaba el ${day}`,
      ended: (day: string) => `La serie acabó el ${day}`,
      renew: 'Renovar',
    },
    title: '¿Cómo va el ritmo?',
    months: 'Periodo',
    ofMonths: (n: number) => `Últimos ${n} meses`,
    nothing: 'Todavía no hay nada que contar: sale de las actas.',
    ratio: (is: number, of: number) => `${is} de ${of}`,
    noData: 'sin datos',
    asTable: 'Ver como tabla',
    asChart: 'Ver como gráfico',
    asTableOf: (title: string) => `Ver como tabla: ${title}`,
    asChartOf: (title: string) => `Ver como gráfico: ${title}`,
    strip: {
      title: 'Sesiones',
      states,
      mark: (day: string, state: string, label: string, marked: boolean) =>
        `${day}: ${state}${label === '' ? '' : ` (${label})`}${marked ? ', dicho a mano' : ''}`,
      hint: 'Flechas: de sesión en sesión. De una sin acta se puede decir cómo fue.',
      held: 'Se celebró sin acta',
      skipped: 'No se celebró',
      undo: 'Quitar lo dicho',
    },
    charts: {
      month: 'Mes',
      area: 'Área',
      question: 'Pregunta',
      what: 'Qué',
      sessions: 'Sesiones por mes',
      held: 'Celebradas',
      skipped: 'Saltadas',
      paused: 'En pausa',
      promises: 'Promesas cumplidas por área',
      kept: 'Cumplidas',
      onTime: 'A su hora y con el mínimo',
      started: 'Empieza a su hora',
      ended: 'Acaba a su hora',
      quorum: 'Con el mínimo de cada área',
      balance: 'Equilibrio entre áreas',
      part: 'Parte del tiempo de palabra',
      balanceByMonth: 'Equilibrio entre áreas, por mes',
      knownIn: 'Sesiones',
      balanceOff: 'No se mide: se acuerda en Ajustes.',
      balanceNone: 'Ninguna sesión de este periodo lo midió.',
      pulse: 'Las dos preguntas',
      worth: '¿Valió la pena el tiempo?',
      said: '¿Pudiste decir lo que querías?',
      yes: 'Sí',
      pulseFew: 'Menos de tres respuestas: no se muestran a nadie.',
      pulseOff: 'No se pregunta: se decide en Ajustes.',
    },
    proposals: {
      title: 'Propuestas',
      none: 'Por ahora no hay nada que proponer.',
      fades: (skipped: number, of: number) =>
        `El ritmo se apaga: ${skipped} de las últimas ${of} ${skipped === 1 ? 'saltada' : 'saltadas'}`,
      fadesOnly: 'El ritmo se apaga',
      late: (n: number) => `${n} ${n === 1 ? 'acabó' : 'acabaron'} tarde`,
      withoutQuorum: (n: number, areas: readonly string[]) =>
        areas.length === 0 ? `${n} sin el mínimo` : `${n} sin el mínimo de ${f.list(areas)}`,
      period: (area: string, label: string) =>
        label === '' ? `${area} tiene un periodo protegido` : `${area} tiene un periodo protegido: ${label}`,
      ending: (left: number, day: string) =>
        left === 0
          ? `La serie acabó el ${day}`
          : `${left === 1 ? 'Queda 1 sesión' : `Quedan ${left} sesiones`}: la última, el ${day}`,
      what: proposals,
      do: 'Hacerlo',
      ask: (organiser: string) => `Pedir a ${organiser}`,
      notNow: 'Ahora no',
      search: 'Buscar horario',
      searchAgain: 'Buscar otra vez',
      options: 'Horarios encontrados',
      noOptions: 'Ningún horario reúne a las áreas. Conviene cambiar integrantes o mínimos en Ajustes.',
      option: (rhythm: string, from: string) => `${rhythm}, desde el ${from}`,
      weekly: (every: number, weekday: string, time: string) =>
        every === 1 ? `cada ${weekday} a las ${time}` : `cada ${every} semanas, ${weekday} a las ${time}`,
      monthly: (every: number, nth: 1 | 2 | 3 | 4 | 'last', weekday: string, time: string) =>
        `${nth === 'last' ? 'último' : `${nth}.º`} ${weekday} ${every === 1 ? 'de mes' : `cada ${every} meses`} a las ${time}`,
      held: (held: number, of: number) => `se celebran ${held} de ${of}`,
      never: (people: readonly string[]) =>
        `${f.list(people)} no ${people.length === 1 ? 'puede' : 'pueden'} nunca`,
      paid: (areas: readonly string[]) => `la última vez cedió más ${f.list(areas)}`,
    },
    asks: {
      title: 'Peticiones',
      by: (name: string, day: string) => `${name}, ${day}`,
      waits: (organiser: string) => `Espera a ${organiser}`,
      do: 'Hacerlo',
      doOf: (what: string) => `Hacerlo: ${what}`,
      no: 'No',
      noOf: (what: string) => `No: ${what}`,
      withdraw: 'Retirar',
      withdrawOf: (what: string) => `Retirar: ${what}`,
    },
    handOver: {
      title: 'Pasar la serie',
      toMe: 'Esta serie espera a que la organices tú: integrantes, problemas e historial siguen.',
      toOther: (name: string) => `La serie pasa a ${name}: falta que la tome.`,
      take: 'Hacerme cargo',
      old: (name: string) => `${name} ya la organiza. La serie anterior sigue todavía en tu calendario.`,
      end: 'Terminar mi serie',
    },
  };
}

export type FollowRhythmWords = ReturnType<typeof followRhythmWordsEs>;
