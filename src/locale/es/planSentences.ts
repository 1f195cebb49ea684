import type { Failure } from '../../app/ports/failure';
import type { Notice, PlanWarning, Session, Step } from '../../app/planning/planView';
import type { Missing, Reason, Relax } from '../../domain/slots/types';
import type { ByKind, Named } from '../byKind';
import { sayByKind } from '../byKind';
import type { Sentences } from './sentences';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('es');

/** What planning says of what it does: what happened, what is safe, what to do, why a time is proposed. */
export function planSentencesEs(format: Format, { why, refusals }: Sentences) {
  const steps: Readonly<Record<Step, { readonly what: string; readonly safe: string }>> = {
    start: { what: 'No se pudo preparar el panel.', safe: 'La invitación sigue como estaba.' },
    people: { what: 'No se pudo buscar a las personas.', safe: 'Lo elegido hasta ahora se conserva.' },
    calendars: { what: 'No se pudieron leer los calendarios.', safe: 'Lo que falta cuenta como sin datos.' },
    holidays: { what: 'No se pudieron leer los festivos.', safe: 'El resto de los datos se conserva.' },
    search: { what: 'No se pudo terminar la búsqueda.', safe: 'La invitación sigue como estaba.' },
    save: { what: 'No se pudieron guardar las áreas.', safe: 'Lo escrito sigue en el panel.' },
    insert: { what: 'No se pudo rellenar la invitación.', safe: 'Sigue como estaba.' },
    create: {
      what: 'No se pudo crear la reunión en Teams.',
      safe: 'La invitación sigue como estaba; repetirlo no crea otra.',
    },
    keep: {
      what: 'No se pudieron guardar las fechas de la serie.',
      safe: 'La invitación está bien; solo falta apuntarlas.',
    },
    close: {
      what: 'La reunión está creada, pero no se pudo cerrar este formulario.',
      safe: 'Cerrarlo sin enviar ni guardar: así no hay dos.',
    },
    move: { what: 'No se pudieron mover todas las sesiones.', safe: 'Las que faltan siguen apuntadas.' },
    undo: { what: 'No se pudo deshacer.', safe: 'La invitación conserva lo insertado.' },
  };
  const failed = (failure: Failure, during: Step) =>
    `${steps[during].what} ${steps[during].safe} ${why(failure)}`;
  const notices: ByKind<Notice> = {
    failed: ({ failure, during }) => failed(failure, during),
    refused: ({ code }) => refusals[code],
    merged: () =>
      'Otra persona cambió las áreas al mismo tiempo. Se conservan los dos cambios: conviene revisarlos.',
    interrupted: ({ what }) =>
      what === 'inserting'
        ? 'El panel se cerró mientras insertaba: la invitación puede haber quedado a medias. Insertar otra vez la completa.'
        : 'El panel se cerró mientras creaba la reunión, que puede estar ya en el calendario. Se puede repetir: no se crea otra.',
    undone: () => 'La invitación está otra vez como antes.',
    earlier: () =>
      'La reunión ya se había creado antes, con otro horario. No se creó otra: abrirla en el calendario y cambiarla ahí.',
    unreadable: ({ files }) =>
      files.length === 1
        ? `Un archivo de áreas no se puede leer (${format.list(files)}). Queda como está; se puede seguir con áreas nuevas.`
        : `Hay archivos de áreas que no se pueden leer (${format.list(files)}). Quedan como están; se puede seguir con áreas nuevas.`,
  };
  const relaxes: ByKind<Relax, [Named]> = {
    quorum: ({ area, to }, named) => `con mínimo ${to} de ${named.area(area)}`,
    keyPerson: ({ person }, named) => `si ${named.person(person)} no fuera persona clave`,
    time: ({ time }) => `a las ${format.clock(time)}`,
  };
  const who = (people: readonly string[], named: Named) => format.list(people.map((id) => named.person(id)));
  const brokenBy = {
    closed: 'por festivo',
    hours: 'fuera de horario',
    busy: 'por citas',
    unknown: 'sin datos',
    clock: 'por el cambio de hora',
  };
  const reasons: ByKind<Reason, [Named]> = {
    everyone: () => 'pueden todos',
    never: ({ people }, named) =>
      `${who(people, named)} no ${people.length === 1 ? 'puede' : 'pueden'} nunca`,
    mostMissed: ({ person, times, of }, named) =>
      `${named.person(person)} falta a ${times}${HARD_SPACE}de${HARD_SPACE}${of}`,
    broken: ({ why, times, people }, named) =>
      `${count(times, 'sesión', 'sesiones')} no se ${times === 1 ? 'celebra' : 'celebran'} ${brokenBy[why]}${people.length > 0 ? ` (${who(people, named)})` : ''}`,
    leastFocusLoss: () => 'interrumpe menos',
    protected: ({ area, minutes }, named) =>
      `ocupa ${format.minutes(minutes)} de horas protegidas de ${named.area(area)}`,
    change: ({ relax, wins }, named) =>
      `${sayByKind(relaxes, relax, named)}: ${count(wins, 'sesión', 'sesiones')} más`,
    paidLastTime: ({ area, now }, named) =>
      `la última vez cedió más ${named.area(area)}; ahora cede ${now === 'less' ? 'menos' : now === 'more' ? 'más otra vez' : 'lo mismo'}`,
  };
  const warnings: ByKind<PlanWarning, [Named]> = {
    missingSide: ({ area }, named) => `Falta alguien de ${named.area(area)}`,
    noKeyPerson: ({ area }, named) => `Falta una persona clave en ${named.area(area)}`,
    tooMany: ({ people }) => `Son ${count(people, 'persona', 'personas')}: mejor 8 o menos`,
    outsiderIsKey: ({ person }, named) =>
      `${named.person(person)} es de fuera: sin su calendario no conviene como persona clave`,
    quorumTooLarge: ({ area, quorum, people }, named) =>
      `El mínimo de ${named.area(area)} es ${quorum}, pero solo hay ${count(people, 'persona', 'personas')}`,
    standInMisplaced: ({ person }, named) =>
      `${named.person(person)} suple a alguien que no es persona clave de su área`,
  };
  const missing: Readonly<Record<Missing['why'] | Session['missing'][number]['why'], string>> = {
    unknown: 'sin datos',
    hours: 'fuera de horario',
    busy: 'tiempo ocupado',
    holiday: 'festivo',
  };
  return {
    failure: failed,
    missing,
    notice: (notice: Notice) => sayByKind(notices, notice),
    warning: (warning: PlanWarning, named: Named) => sayByKind(warnings, warning, named),
    reason: (reason: Reason, named: Named) => sayByKind(reasons, reason, named),
    relax: (relax: Relax, wins: number, named: Named) =>
      `${sayByKind(relaxes, relax, named)}: hasta ${count(wins, 'sesión', 'sesiones')}`,
    unread: (names: readonly string[]) =>
      names.length === 1
        ? `No se pudo leer el calendario de ${format.list(names)}. Su tiempo cuenta como desconocido.`
        : `No se pudieron leer los calendarios de ${format.list(names)}. Su tiempo cuenta como desconocido.`,
    noData: (names: readonly string[]) => `sin datos de ${format.list(names)}`,
    notLoaded: (names: readonly string[]) =>
      `${names.length === 1 ? 'Falta el calendario' : 'Faltan los calendarios'} de ${format.list(names)}. Su tiempo cuenta como desconocido.`,
    without: (sites: readonly string[]) =>
      `No se conocen la zona o los festivos de ${format.list(sites)}. Conviene revisarlos en Áreas.`,
  };
}

export type PlanSentences = ReturnType<typeof planSentencesEs>;
