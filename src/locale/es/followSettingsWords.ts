import type { FollowUp } from '../../domain/rhythm/followUp';
import type { Format } from '../format';

/** The settings of a series in Spanish; the English file must have the same words. */
export function followSettingsWordsEs(_: Format) {
  const chairing: Readonly<Record<FollowUp['chairing']['kind'], string>> = {
    turns: 'Por turnos entre las áreas',
    organiser: 'Quien organiza',
    person: 'Siempre la misma persona',
  };
  const balance: Readonly<Record<FollowUp['balance'], string>> = {
    off: 'No se mide',
    areas: 'Entre las áreas',
    persons: 'Entre las áreas, y la parte propia para cada persona',
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
    balance: 'Equilibrio al hablar',
    balances: balance,
    balanceText:
      'Solo se guarda lo acordado aquí. La parte de cada persona la ve solo ella y queda en su carpeta, nunca en la del equipo.',
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

export type FollowSettingsWords = ReturnType<typeof followSettingsWordsEs>;
