import { cancellable } from '../cancel';
import type { Found } from '../ports/directory';
import { attempt } from './attempt';
import type { Plan } from './planState';

/** Offers people for what was typed; nothing typed offers who is invited already and whom I met. The newest question wins. */
export async function findPeople(plan: Plan, text: string): Promise<void> {
  plan.finding?.cancel();
  const cancel = cancellable();
  plan.finding = cancel;
  plan.change({ offered: { ...plan.state.get().offered, text, searching: true } });
  let people: readonly Found[] = [];
  await attempt(
    plan,
    'people',
    async () => void (people = await plan.ports.directory.find(text, cancel)),
    () => void findPeople(plan, text),
  );
  if (plan.finding !== cancel || cancel.cancelled) return;
  plan.change({ offered: { text, people, searching: false } });
}
