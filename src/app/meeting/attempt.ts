import { whatFailed } from '../whatFailed';
import type { Desk } from './deskState';
import type { MeetingNotice, MeetingStep } from './meetingView';

/** Runs a step; what fails outside, is refused, or is a fault of ours becomes a notice, and `retry` repeats `again`. */
export async function attempt(
  desk: Desk,
  step: MeetingStep,
  run: () => Promise<void>,
  again: () => void,
): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    tell(desk, error, step, again);
    return false;
  }
}

/** The same for what is done at once. */
export function guarded<Values extends readonly unknown[]>(
  desk: Desk,
  command: (...values: Values) => void,
): (...values: Values) => void {
  return (...values) => {
    try {
      command(...values);
    } catch (error) {
      tell(desk, error, 'command', () => undefined);
    }
  };
}

/** Every command, in groups too, with its refusals as notices. */
export function guardedAll<T extends object>(desk: Desk, commands: T): T {
  const entries = Object.entries(commands).map(([name, value]: [string, unknown]) => {
    if (name === 'view' || name === 'tick' || name === 'adminConsent') return [name, value];
    if (typeof value === 'object' && value !== null) return [name, guardedAll(desk, value)];
    return [name, guarded(desk, value as (...values: readonly unknown[]) => void)];
  });
  return Object.fromEntries(entries) as T;
}

function tell(desk: Desk, error: unknown, step: MeetingStep, again: () => void): void {
  const what = whatFailed(error, desk.ports.report);
  if (what === undefined) return;
  const notice: MeetingNotice = what.kind === 'failed' ? { ...what, step } : what;
  if (what.kind === 'failed') desk.again = again;
  desk.change({ notice });
}
