import { agendaCommands } from './agendaCommands';
import { areasCommands } from './areasCommands';
import { guarded } from './attempt';
import { createInTeams } from './creating';
import { insert } from './inserting';
import { open } from './open';
import type { Planning } from './planning';
import type { PlanningPorts } from './planningPorts';
import { createPlan, firstState, type Plan, type PlanState } from './planState';
import type { PlanView } from './planView';
import { relax } from './relaxing';
import { screenCommands } from './screenCommands';
import { seriesCommands } from './seriesCommands';
import { undo } from './undoing';
import { viewOf } from './viewOf';
import { applyWaiting, dropWaiting } from './waiting';

/** Planning beside an appointment form; it starts by itself, and nothing it answers or does throws. */
export function createPlanning(ports: PlanningPorts): Planning {
  const plan = createPlan(ports, firstState(ports));
  const forget = ports.host?.onChange(() => void readFormAgain(plan)) ?? (() => undefined);
  /** Two presses are one: while something is being written, nothing else is. */
  const unlessWriting = (run: () => Promise<void>) => (): void => {
    if (plan.state.get().working === undefined) void run();
  };
  const planning: Planning = {
    view: viewOfPlan(plan),
    end() {
      forget();
      plan.loading?.cancel();
      plan.finding?.cancel();
      plan.end();
    },
    adminConsent: (tier) => ports.identity.adminConsent(tier),
    signIn: () => void open(plan, true),
    ...screenCommands(plan),
    areas: areasCommands(plan),
    series: seriesCommands(plan),
    agenda: agendaCommands(plan),
    relax: (change) => relax(plan, change),
    cancel: () => plan.loading?.cancel(),
    choose(option) {
      const { options, chosen } = plan.state.get();
      if (options[option] === undefined || option === chosen) return;
      plan.change({ chosen: option, moves: new Set(), question: undefined });
    },
    sessions: {
      toggle(original) {
        const { options, chosen, moves } = plan.state.get();
        const session = options[chosen]?.slot.occurrences.find(({ start }) => start === original);
        if (session?.repair === undefined) return;
        const next = new Set(moves);
        if (!next.delete(original)) next.add(original);
        plan.change({ moves: next });
      },
      applyWaiting: unlessWriting(() => applyWaiting(plan)),
      dropWaiting: unlessWriting(() => dropWaiting(plan)),
    },
    insert: unlessWriting(() => insert(plan)),
    createInTeams: unlessWriting(() => createInTeams(plan)),
    answer(overwrite) {
      const { question } = plan.state.get();
      plan.change({ question: undefined });
      if (!overwrite || question === undefined) return;
      void (question.then === 'insert' ? insert(plan, true) : createInTeams(plan, true));
    },
    undo: unlessWriting(() => undo(plan)),
  };
  void open(plan);
  return guardedAll(plan, planning);
}

/** The view is made once for each state, so that an unchanged one is the same. */
function viewOfPlan(plan: Plan): Planning['view'] {
  let of: PlanState | undefined;
  let view: PlanView = { screen: 'starting' };
  return {
    get() {
      const state = plan.state.get();
      if (state !== of) view = viewOf(state, plan.ports.clock.now());
      of = state;
      return view;
    },
    subscribe: plan.state.subscribe,
  };
}

/** What changed beside the pane, such as a Teams link switched on; a form that cannot be read now is read when needed. */
async function readFormAgain(plan: Plan): Promise<void> {
  const { working, form } = plan.state.get();
  if (working !== undefined || form === undefined) return;
  const now = await plan.ports.host?.read().catch(() => undefined);
  if (now !== undefined && plan.state.get().working === undefined) plan.change({ form: now });
}

/** Every command, in groups too, with its refusals as notices. */
function guardedAll<T extends object>(plan: Plan, commands: T): T {
  const entries = Object.entries(commands).map(([name, value]: [string, unknown]) => {
    if (name === 'view' || name === 'adminConsent') return [name, value];
    if (typeof value === 'object' && value !== null) return [name, guardedAll(plan, value)];
    return [name, guarded(plan, value as (...values: readonly unknown[]) => void)];
  });
  return Object.fromEntries(entries) as T;
}
