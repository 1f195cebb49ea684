import { createAppointment, type Appointment, type AppointmentState, type Person } from '../appointment';
import type { Mailbox } from '../mailbox';
import type { FormKeeper } from '../officeCalls';

/** A form on the screen: the appointment, where it is kept, and whether there is something to lose. */
export type OpenForm = {
  /** Another number for each form that was opened. */
  readonly serial: number;
  readonly form: Appointment;
  readonly keeper: FormKeeper;
  readonly mine: boolean;
  readonly organiser: Person;
  isDirty(): boolean;
  /** Stores and tells the attendees. */
  send(): Promise<void>;
};

let opened = 0;

/** Notices of add-ins are no content. */
const contentOf = ({ notices: _notices, ...content }: AppointmentState): string => JSON.stringify(content);

export function openForm(options: {
  readonly mailbox: Mailbox;
  readonly initial: AppointmentState;
  readonly mine: boolean;
  readonly organiser: Person;
  readonly settings: FormKeeper['settings'];
  /** The form wants to go; the page asks the person when something would be lost. */
  readonly close: () => void;
}): OpenForm {
  const { mailbox, initial, settings } = options;
  const form = createAppointment(initial);
  let kept = initial;
  opened += 1;

  const store = async (send: boolean): Promise<string> => {
    const state = form.get();
    const id = await mailbox.store(state, kept.eventId === undefined ? undefined : kept, send);
    const told = { eventId: id, invited: send ? true : state.invited === true };
    kept = { ...state, ...told };
    form.change(told);
    if (state.teams && state.joinUrl === undefined) await takeJoinBlock(id, state.bodyHtml);
    return id;
  };
  /** The service has put the link into the body: a form without it would take it away with its next change. */
  const takeJoinBlock = async (id: string, stored: string): Promise<void> => {
    const now = await mailbox.open(id).catch(() => undefined);
    if (now?.state.joinUrl === undefined || form.get().bodyHtml !== stored) return;
    const { bodyHtml, joinUrl } = now.state;
    kept = { ...kept, bodyHtml, joinUrl };
    form.change({ bodyHtml, joinUrl });
  };
  return {
    serial: opened,
    form,
    mine: options.mine,
    organiser: options.organiser,
    keeper: { save: () => store(form.get().invited === true), close: options.close, settings },
    isDirty: () => contentOf(form.get()) !== contentOf(kept),
    send: async () => void (await store(true)),
  };
}

/** Roaming settings of a mailbox; in this browser, as a real mailbox would keep them with the service. */
export function storedSettings(mail: string): FormKeeper['settings'] {
  const key = `outlook-demo-settings-${mail}`;
  return {
    get() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
      } catch {
        // Nothing stored that can be read is nothing stored.
        return {};
      }
    },
    set: (all) => localStorage.setItem(key, JSON.stringify(all)),
  };
}
