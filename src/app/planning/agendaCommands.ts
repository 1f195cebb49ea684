import {
  addItem,
  changeItem,
  checkAgenda,
  moveItem,
  removeItem,
  resizeAgenda,
  setMinutes,
  sumOf,
} from '../../domain/agenda/edit';
import { agendaTemplate } from '../../domain/agenda/templates';
import type { Agenda, AgendaItem } from '../../domain/agenda/types';
import { Refusal } from '../../domain/refusal';
import { agendaMark } from './agendaMark';
import type { Planning } from './planning';
import { type Plan, seriesOf } from './planState';

/** A new item asks for so many minutes, and takes one where the others cannot give more. */
const NEW_ITEM_MINUTES = 5;

/** Edits of the agenda; what does not fit is refused and leaves it as it was. */
export function agendaCommands(plan: Plan): Planning['agenda'] {
  const present = (): Agenda => plan.state.get().agendaDraft ?? plan.state.get().agenda;
  const set = (agendaDraft: Agenda): void => plan.change({ agendaDraft, notice: undefined });
  const usual = (): Agenda => {
    const { kind, language, minutes } = seriesOf(plan.state.get());
    return agendaTemplate(kind, language, minutes);
  };
  return {
    add: (item, at) => set(withNew(present(), item, at)),
    remove: (at) => set(removeItem(present(), at)),
    move: (at, to) => set(moveItem(present(), at, to)),
    change(at, { minutes, ...rest }) {
      const changed = Object.keys(rest).length > 0 ? changeItem(present(), at, rest) : present();
      set(minutes === undefined ? changed : setMinutes(changed, at, minutes));
    },
    reset: () => set(usual()),
    save() {
      const { minutes } = seriesOf(plan.state.get());
      // One that came out of the invitation may have another length; the meeting's length decides.
      const agenda = sumOf(present().items) === minutes ? present() : resizeAgenda(present(), minutes);
      checkAgenda(agenda, minutes);
      const agendaOwn =
        agendaMark(agenda) !== agendaMark(usual()) || agenda.items.some(({ internal }) => internal);
      plan.change({ agenda, agendaOwn, agendaDraft: undefined, notice: undefined, screen: 'slots' });
    },
  };
}

function withNew(agenda: Agenda, item: Omit<AgendaItem, 'minutes'>, at: number): Agenda {
  try {
    return addItem(agenda, { ...item, minutes: NEW_ITEM_MINUTES }, at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return addItem(agenda, { ...item, minutes: 1 }, at);
  }
}
