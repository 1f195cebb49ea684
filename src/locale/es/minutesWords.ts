import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** The words of the minutes and of notes in Planner; the English file must have the same ones. */
export function minutesWordsEs(f: Format) {
  return {
    tabName: 'Cadencia',
    title: (title: string) => `Acta: ${title}`,
    subject: (title: string, when: string) => `Acta: ${title} · ${when}`,
    chair: (name: string) => `Modera ${name}`,
    present: 'Participan',
    byPhone: (name: string) => `${name} (por teléfono)`,
    inRoom: (name: string) => `${name} (en la sala)`,
    absent: (names: readonly string[]) => `Sin asistir: ${f.list(names)}`,
    others: 'Otras áreas',
    outside: 'de fuera',
    problems: 'Problemas',
    moved: (problem: string, from: number, to: number) =>
      `${problem}: de ${f.number(from)} a ${f.number(to)}`,
    reading: (problem: string, value: number) => `${problem}: ${f.number(value)}`,
    goal: (goal: number) => `meta ${f.number(goal)}`,
    decisions: 'Acordado',
    decidedBy: (names: readonly string[]) => `Deciden: ${f.list(names)}`,
    noDecisions: 'Sin acuerdos en esta sesión.',
    tasks: 'Tareas',
    due: (day: string) => `vence el ${day}`,
    doneBy: (name: string) => `lo hace ${name}`,
    noTasks: 'Sin tareas abiertas.',
    done: (n: number) => `${count(n, 'tarea hecha', 'tareas hechas')}.`,
    monthly: (n: number) => `${count(n, 'tarea pasa', 'tareas pasan')} a la mensual.`,
    ideas: (n: number) => `${count(n, 'idea anotada', 'ideas anotadas')}.`,
    putOff: (titles: readonly string[]) => `Aplazado: ${f.list(titles)}`,
    next: 'Lo pendiente abre la próxima sesión.',
    more: (n: number) => `… y ${n} más en Cadencia`,
    toDecide: (what: string, more: number) => `Decidir: ${what}${more === 0 ? '' : ` y ${more} más`}`,
    deciders: (names: readonly string[]) => `Deciden ${f.list(names)}`,
    left: (n: number) => `Pendiente de antes: ${n}`,
    open: (owner: string, text: string, due: string) => `${owner} · ${text} · vence el ${due}`,
    noteProblem: (problem: string) => `Problema: ${problem}`,
    noteDoneBy: (name: string) => `Lo hace ${name}; responde quien tiene la tarea.`,
  };
}

export type MinutesWords = ReturnType<typeof minutesWordsEs>;
