import { type Fields, readAttendees, readTimes } from './fields';

/** What a change of the form is told by; equal ones mean that nothing changed. */
async function markOf(fields: Fields): Promise<string> {
  const [{ start, end, recurrence }, attendees] = await Promise.all([
    readTimes(fields),
    readAttendees(fields),
  ]);
  return JSON.stringify([start, end, recurrence, attendees]);
}

/**
 * Hears of changes that were not our own. Outlook does not say who changed the form, and its events may come long
 * after the change: the form is read, and compared with how we left it.
 */
export function watchForm(fields: Fields) {
  const { office, item, ask } = fields;
  const listeners = new Set<() => void>();
  let known: string | undefined;
  let writing = 0;
  let watching = false;

  const look = async () => {
    if (writing > 0 || listeners.size === 0) return;
    const mark = await markOf(fields).catch(() => undefined);
    if (writing > 0 || mark === known || mark === undefined) return;
    known = mark;
    for (const run of [...listeners]) run();
  };
  const start = async () => {
    if (watching) return;
    watching = true;
    const { RecipientsChanged, AppointmentTimeChanged, RecurrenceChanged } = office.EventType;
    known = await markOf(fields).catch(() => undefined);
    for (const type of [RecipientsChanged, AppointmentTimeChanged, RecurrenceChanged]) {
      // A host that tells no changes leaves the pane with what it reads before it writes.
      await ask<void>((done) => item.addHandlerAsync(type, () => void look(), done)).catch(() => undefined);
    }
  };

  return {
    /** Runs a write of ours; its own changes are not told. */
    async quietly<T>(write: () => Promise<T>): Promise<T> {
      writing += 1;
      try {
        return await write();
      } finally {
        if (listeners.size > 0) known = await markOf(fields).catch(() => undefined);
        writing -= 1;
      }
    },
    onChange(run: () => void): () => void {
      listeners.add(run);
      void start();
      return () => listeners.delete(run);
    },
  };
}
