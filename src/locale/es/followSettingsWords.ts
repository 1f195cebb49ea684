import type { FollowUp } from '../../domain/rhythm/followUp';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The settings of a series in Spanish; the English file must have the same words. */
export function followSettingsWordsEs(f: Format) {
  const chairing: Readonly<Record<FollowUp['chairing']['kind'], string>> = {
    turns: 'Por turnos entre las áreas',
    organiser: 'Quien organiza',
    person: 'Siempre la misma persona',
  };
  const reach: Readonly<Record<keyof FollowUp['reach'], string>> = {
    message: 'Un mensaje en el chat después de cada sesión',
    prepare: 'Una cita para preparar la sesión, en el calendario de quien modera',
    notices: 'Un aviso a quien se le pide algo',
  };
  return {
    title: 'Ajustes',
    keptAtOnce:
      'Cada cambio se guarda al momento y lo ve todo el equipo. La invitación del calendario no cambia: eso se hace en Outlook.',
    people: 'Integrantes',
    columns: { name: 'Nombre', role: 'Papel', standIn: 'Suplente de', area: 'Área' },
    standInOf: (person: string) => `${person}, suplente de`,
    areaOf: (person: string) => `Área de ${person}`,
    organises: 'organiza',
    name: (area: string) => `Nombre de ${area}`,
    meeting: 'Reunión',
    chairing: 'Quién modera',
    chairings: chairing,
    chair: 'Persona que modera',
    choose: 'Elegir…',
    monthly: 'Mensual que recibe lo pendiente',
    noMonthly: 'Ninguna',
    pauses: 'Pausas',
    pausesText: 'En una pausa no hay sesión: no cuenta como celebrada ni como saltada.',
    privacy: 'Privacidad',
    measuring: measuringEs(f),
    pulse: 'Dos preguntas cada cuarta sesión, sin nombres',
    pulseText: 'Con menos de tres respuestas no se muestran a nadie.',
    reach: 'Lo que llega a las personas',
    reaches: reach,
    reachText: 'Como mucho un aviso al día por persona.',
    handOver: 'Pasar la serie',
    handOverText: (organiser: string) =>
      `Organiza ${organiser}. Quien la toma sigue con integrantes, problemas e historial.`,
    handOverTo: 'Pasar a',
    handOverDo: 'Pasar la serie',
    handOverAsk: (organiser: string) => `Pedir a ${organiser}`,
    leaving: 'Datos',
    export: 'Exportar todo',
    exportText: 'Un archivo con todas las actas y los ajustes, legible sin Cadencia.',
    exported: (name: string) => `Descargado: ${name}`,
    erase: 'Borrar a una persona',
    eraseText:
      'Quita su nombre de las actas y los ajustes de esta serie. Sus tareas y acuerdos quedan sin nombre; lo que alguien escribió y lo que está en Planner, como está. Las versiones anteriores quedan en el historial del sitio hasta que las borre quien lo administra.',
    eraseDo: 'Borrar…',
  };
}

/** How a series comes to measure who speaks how much, and how it stops. */
function measuringEs(f: Format) {
  return {
    title: 'Equilibrio al hablar',
    off: 'No se mide.',
    on: {
      areas: (day: string) => `Se mide por áreas, desde el ${day}.`,
      persons: (day: string) => `Se mide por áreas, y por persona de quien lo acepte, desde el ${day}.`,
    },
    capped: {
      off: 'La organización no permite medir: lo acordado espera.',
      areas: 'La organización permite medir solo por áreas.',
      persons: '',
    },
    nothing: 'La organización no permite medir.',
    agreeText: 'Hace falta el sí de alguien de cada área. Parar lo puede decir cualquiera.',
    ask: { areas: 'Proponer medir por áreas', persons: 'Proponer medir también por personas' },
    stop: 'Dejar de medir',
    onlyAreas: 'Medir solo por áreas',
    asked: {
      areas: (name: string, day: string) => `${name || 'Alguien'} propone medir por áreas (${day}).`,
      persons: (name: string, day: string) =>
        `${name || 'Alguien'} propone medir también por personas (${day}).`,
    },
    said: (people: readonly string[]) => `De acuerdo: ${f.list(people)}.`,
    missing: (areas: readonly string[]) =>
      areas.length === 0
        ? 'Hay un sí de cada área; falta guardarlo.'
        : `Falta el sí de alguien de ${f.list(areas)}.`,
    yes: 'De acuerdo',
    no: 'No',
    withdraw: 'Retirar',
    withdrawYes: 'Retirar mi sí',
    notMine: 'Lo acuerdan las personas clave y opcionales de la serie.',
    yesOf: (series: string) => `De acuerdo: ${series}`,
    noOf: (series: string) => `No: ${series}`,
    nudge: 'En la reunión, avisar de qué área falta por oír',
    nudgeText: 'Nombra solo áreas, pocas veces en una reunión.',
    part: 'Cómo participo',
    shownText: 'Verse con nombre solo se puede mientras se mide por personas.',
    alone: (areas: readonly string[]) =>
      `De ${f.list(areas)} se cuenta a una sola persona: la parte del área es la de esa persona.`,
    names: 'Nombres en las transcripciones',
    namesText: 'Lo que alguien explicó una vez. Al olvidarlo, se vuelve a preguntar.',
    means: {
      person: (name: string) => name,
      shared: () => 'sala, teléfono o cuenta compartida',
      nobody: () => 'nadie de esta serie',
    },
    forget: 'Olvidar',
    forgetOf: (name: string) => `Olvidar: ${name}`,
    erase: 'Borrar lo medido',
    eraseText:
      'Quita de todas las actas cuánto habló cada área. La parte que cada persona guarda para sí queda en su carpeta.',
    kept: (records: number) => `Lo guardan ${count(records, 'acta', 'actas')}.`,
    nothingKept: 'Ninguna acta lo guarda.',
  };
}

export type FollowSettingsWords = ReturnType<typeof followSettingsWordsEs>;
