import type { Agenda } from '../../domain/agenda/types';
import { markOf } from './itemProperty';

/** Agendas that read the same have the same mark; what outsiders never see does not count. */
export function agendaMark({ language, items }: Agenda): string {
  const shown = items.filter(({ internal }) => !internal);
  return markOf(
    JSON.stringify([language, shown.map(({ kind, title, minutes, owner }) => [kind, title, minutes, owner])]),
  );
}
