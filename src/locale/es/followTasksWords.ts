import type { BoardFilter, BoardTask } from '../../domain/tasks/board';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** Tasks, review and decisions in Spanish; the English file must have the same words. */
export function followTasksWordsEs(f: Format) {
  const states: Readonly<Record<BoardTask['state'], string>> = {
    notStarted: 'Sin empezar',
    inProgress: 'En curso',
    done: 'Hecha',
    monthly: 'En la mensual',
    split: 'Dividida',
  };
  const shown: Readonly<Record<NonNullable<BoardFilter['state']> | 'open', string>> = {
    open: 'Abiertas',
    waiting: 'Esperando a Planner',
    done: 'Hechas',
    all: 'Todas',
  };
  const due: Readonly<Record<NonNullable<BoardFilter['due']>, string>> = {
    late: 'Vencidas',
    week: 'Esta semana',
    none: 'Sin fecha',
  };
  return {
    states,
    table: 'Tareas por problema',
    columns: { text: 'Tarea', owner: 'Responsable', area: 'Área', due: 'Vence', state: 'Estado' },
    filters: {
      group: 'Filtros',
      area: 'Área',
      owner: 'Responsable',
      due: 'Vence',
      state: 'Mostrar',
      search: 'Buscar',
      dues: due,
      shown,
      problem: (title: string) => `Solo «${title}»`,
      clear: 'Quitar filtros',
    },
    counts: (open: number, late: number, waiting: number) =>
      [
        `${count(open, 'abierta', 'abiertas')}`,
        ...(late > 0 ? [`${count(late, 'vencida', 'vencidas')}`] : []),
        ...(waiting > 0 ? [`${waiting} esperando a Planner`] : []),
      ].join(' · '),
    shown: (n: number) => `${count(n, 'tarea', 'tareas')} en la lista`,
    send: 'Enviar',
    sendAll: 'Enviar a Planner lo que espera',
    withoutPlan: 'El equipo no tiene plan en Planner: las tareas quedan en el acta.',
    none: 'Ninguna tarea con estos filtros.',
    noneAtAll: 'Todavía no hay tareas: salen de las sesiones.',
    noProblem: 'Fuera de los problemas',
    moved: (from: string, to: string) => `${from} → ${to}`,
    goal: (goal: string) => `(meta ${goal})`,
    noNumber: 'sin número',
    internal: 'solo interno',
    problemStates: { open: '', solved: 'resuelto', monthly: 'en la mensual' },
    noDate: 'sin fecha',
    nobody: 'sin responsable',
    late: 'vencida',
    lateDay: (day: string) => `${day}, vencida`,
    carried: (n: number) => `arrastrada ${count(n, 'vez', 'veces')}`,
    doneBy: (name: string) => `la hace ${name}`,
    waiting: 'Esperando a Planner',
    gone: {
      said: 'Borrada en Planner',
      again: 'Volver a crear',
      againOf: (text: string) => `Volver a crear: ${text}`,
      leave: 'Ya no hace falta',
      leaveOf: (text: string) => `Ya no hace falta: ${text}`,
    },
    edit: {
      text: 'Tarea',
      owner: 'Responsable',
      due: 'Vence',
      state: 'Estado',
      save: 'Guardar',
      cancel: 'Cancelar',
      lacks: 'Falta el texto o la fecha.',
      keys: 'Flechas: de fila en fila. Intro: cambiar. Escape: volver sin guardar.',
    },
    decide: {
      ways: (text: string) => `Decidir: ${text}`,
      cutDown: 'Recortar',
      split: 'Dividir',
      toMonthly: 'A la mensual',
      of: {
        cutDown: (text: string) => `Recortar: ${text}`,
        split: (text: string) => `Dividir: ${text}`,
        toMonthly: (text: string) => `Llevar a la mensual: ${text}`,
      },
      part: (n: number) => `Parte ${n}`,
      text: 'Qué se hará',
      owner: 'Responsable',
      due: 'Fecha',
      save: 'Guardar',
      cancel: 'Cancelar',
      lacks: 'Falta el texto o la fecha.',
    },
    review: {
      title: 'Repaso',
      at: (at: number, of: number) => `${at} de ${of}`,
      bar: 'Tareas vistas',
      previous: 'Anterior',
      next: 'Siguiente',
      set: 'Cómo va',
      must: (n: number) => `Arrastrada ${count(n, 'vez', 'veces')}: toca decidir.`,
      owner: (name: string, area: string) => (area === '' ? name : `${name} · ${area}`),
      due: (day: string) => `Vence el ${day}`,
      moved: '¿Se movió el problema?',
      now: 'Ahora',
      saveNumber: 'Apuntar',
      wrongNumber: 'Solo un número.',
      solved: 'Problema resuelto',
      reopen: 'Abrir otra vez',
      none: 'No queda nada por repasar.',
      noneText: 'Todas las tareas están hechas o decididas.',
      keys: 'Teclas: 1 Sin empezar, 2 En curso, 3 Hecha; flechas, la anterior y la siguiente.',
    },
    decisions: {
      title: 'Decisiones',
      search: 'Buscar en las decisiones',
      count: (n: number, of: number) =>
        n === of ? count(of, 'decisión', 'decisiones') : `${n} de ${count(of, 'decisión', 'decisiones')}`,
      none: 'Ninguna decisión con ese texto.',
      noneAtAll: 'Todavía no hay decisiones: salen de las sesiones.',
      inForce: 'En vigor',
      replacedBy: (text: string, day: string) => `Sustituida por «${text}» (${day})`,
      replacedElse: 'Sustituida por otra',
      replace: 'Sustituida por…',
      replaceOf: (text: string) => `Sustituida por…: ${text}`,
      by: 'Decisión que la sustituye',
      choose: 'Elegir…',
      save: 'Guardar',
      cancel: 'Cancelar',
      again: 'En vigor otra vez',
      againOf: (text: string) => `En vigor otra vez: ${text}`,
      from: (series: string, day: string) => `${series} · ${day}`,
      deciders: (names: readonly string[]) => (names.length === 0 ? '' : `Acordado por ${f.list(names)}`),
      more: (n: number) => `Ver ${n} más`,
    },
  };
}

export type FollowTasksWords = ReturnType<typeof followTasksWordsEs>;
