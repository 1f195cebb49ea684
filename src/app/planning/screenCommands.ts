import { attempt } from './attempt';
import { loadCalendars, readHolidays } from './calendars';
import { cancellable } from '../cancel';
import { missingFor } from '../letIn';
import { findPeople } from './finding';
import { open } from './open';
import type { Planning } from './planning';
import { type Plan, seriesOf } from './planState';

type Screens = Pick<
  Planning,
  'retry' | 'dismiss' | 'openAreas' | 'openSeries' | 'openAgenda' | 'openSessions' | 'back'
>;

/** Going from one screen to another, and what a notice offers. */
export function screenCommands(plan: Plan): Screens {
  const state = plan.state.get;
  return {
    retry: () => void retry(plan),
    dismiss: () => plan.change({ notice: undefined }),
    openAreas() {
      const draft = seriesOf(state());
      plan.change({ screen: 'areas', draft, notice: undefined, question: undefined });
      void findPeople(plan, '');
      void readHolidays(plan, draft, cancellable());
    },
    openSeries() {
      const { draft, from } = state();
      plan.change({
        screen: 'series',
        draft: draft ?? seriesOf(state()),
        draftFrom: from,
        notice: undefined,
        question: undefined,
      });
    },
    openAgenda: () =>
      plan.change({
        screen: 'agenda',
        agendaDraft: state().agenda,
        notice: undefined,
        question: undefined,
      }),
    openSessions: () => plan.change({ screen: 'sessions', notice: undefined, question: undefined }),
    back() {
      const { first, screen } = state();
      // The first time there is nothing to plan with before the areas are kept.
      if (first) return plan.change({ screen: 'areas', notice: undefined });
      plan.finding?.cancel();
      plan.change({
        draft: undefined,
        agendaDraft: undefined,
        notice: undefined,
        ...(screen !== 'starting' && { screen: 'slots' }),
      });
    },
  };
}

/** Repeats what failed; where the sign-in or a consent was missing, the press may open the window for it first. */
async function retry(plan: Plan): Promise<void> {
  const { notice, screen } = plan.state.get();
  const again =
    plan.again ?? (screen === 'slots' ? () => void loadCalendars(plan) : () => void open(plan, true));
  plan.again = undefined;
  plan.change({ notice: undefined });
  const tier = notice?.kind === 'failed' ? missingFor(notice.failure) : undefined;
  if (notice?.kind === 'failed' && tier !== undefined) {
    const letIn = await attempt(
      plan,
      notice.during,
      async () => void (await plan.ports.identity.token(tier, { interactive: true })),
      again,
    );
    if (!letIn) return;
  }
  again();
}
