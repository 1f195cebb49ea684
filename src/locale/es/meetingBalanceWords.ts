import type { MarkSource } from '../../domain/balance/types';
import type { Format } from '../format';

const MINUTE = 60_000;

/** What a running meeting says of its balance in Spanish; the English file must have the same words. */
export function meetingBalanceWordsEs(f: Format) {
  const sources: Readonly<Record<MarkSource, string>> = {
    chair: 'lo marcó otra persona',
    self: 'lo marcaste tú',
    round: 'en la ronda',
    queue: 'por pedir la palabra',
    owner: 'se supone: llevas el punto',
  };
  /** Who sees a share beside its owner. */
  const ownSeen = {
    alone: 'Solo lo ves tú.',
    name: 'Se ve con tu nombre.',
    area: 'De tu área nadie más ha hablado: lo que se ve de ella es lo tuyo.',
  };
  return {
    title: 'Equilibrio',
    share: (name: string, share: number) => `${name} ${f.percent(share)}`,
    estimate: (attributed: number | null) =>
      attributed === null
        ? 'Estimación, no se sabe de cuánto de lo hablado'
        : `Estimación, ${f.percent(attributed)} de lo hablado`,
    estimateShort: 'estimación',
    counted: (is: number, of: number, without: boolean) =>
      `cuenta a ${is} de ${of}${without ? ', sin ti' : ''}`,
    tooEarly: (left: number) =>
      `Equilibrio: todavía es pronto, faltan ${f.minutes(Math.ceil(left / MINUTE))} hablados`,
    tooEarlyShort: 'Equilibrio: todavía es pronto',
    fair: (shares: readonly string[]) => `Parte equitativa: ${shares.join(' · ')}`,
    notYet: 'Se mide desde que llega la agenda.',
    nudge: (area: string) => `Falta oír a ${area} en este punto`,
    nudgeAway: 'Quitar el aviso',
    nudges: 'Avisar aquí cuando falte oír a un área',
    news: {
      areas: 'Aquí se estima cuánto habla cada área. No se graba ni se escucha nada.',
      persons:
        'Aquí se estima cuánto habla cada área, y cada persona que lo acepte. No se graba ni se escucha nada.',
      declined: 'Tú no participas.',
      noArea: 'Sin área, no se cuenta nada tuyo.',
      title: 'Qué se mide en esta reunión',
      what: 'Qué se mide',
      decline: 'No participar',
      known: 'Entendido',
    },
    line: {
      areas: 'Equilibrio: solo por áreas.',
      persons: 'Equilibrio: por áreas, y por persona de quien lo acepte.',
    },
    kept: 'Del equilibrio: los turnos, en ese servidor y solo mientras dure allí la reunión; en el acta, solo el total de cada área.',
    takesPart: 'Cómo participas',
    own: (share: number, fair: number, seen: 'alone' | 'name' | 'area') =>
      `Tu parte: ${f.percent(share)}; parte equitativa: ${f.percent(fair)}. ${ownSeen[seen]}`,
    ownEnded: (share: number, fair: number, seen: 'alone' | 'name' | 'area') =>
      `Tu parte en esta reunión: ${f.percent(share)}; parte equitativa: ${f.percent(fair)}. Es una estimación. ${ownSeen[seen]}`,
    turns: 'Tus últimos turnos',
    noTurns: 'Todavía no hay turnos tuyos.',
    turn: (time: string, length: string) => `${time} · ${length}`,
    open: 'ahora',
    length: (milliseconds: number) =>
      milliseconds < MINUTE ? f.wait(milliseconds) : f.minutes(Math.round(milliseconds / MINUTE)),
    sources,
    notMineOf: (turn: string) => `No era yo: ${turn}`,
    shorter: 'Duró menos',
    shorterOf: (turn: string) => `Duró menos: ${turn}`,
    lasted: (length: string) => `Duró ${length}`,
    people: 'Por persona, de quien lo aceptó',
  };
}

export type MeetingBalanceWords = ReturnType<typeof meetingBalanceWordsEs>;
