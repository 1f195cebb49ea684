import type { Appointment, Field, Person } from './appointment';
import { type FormKeeper, OFFICE_ERROR, officeCall, OfficeRefusal } from './officeCalls';
import { toOfficeRecurrence } from './officeRecurrence';
import { msOf } from './appointment';

export type DemoTheme = 'light' | 'dark' | 'contrast';

/** What an add-in's pane meets, whichever library it speaks: the form, its mailbox, and how Outlook looks. */
export type PaneHost = {
  readonly form: Appointment;
  readonly keeper: FormKeeper;
  readonly user: {
    readonly name: string;
    readonly mail: string;
    /** Windows' name. */ readonly zone: string;
  };
  /** 'es-ES'. */
  readonly locale: string;
  readonly theme: { get(): DemoTheme; subscribe(run: () => void): () => void };
  /** For a page that nobody sees: the function that runs in it, once. */
  readonly launch?: Launch;
  /** The requirement sets of this Outlook with their versions; without them those of today's. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Set where the appointment is somebody else's, and only read. */
  readonly reading?: { readonly organiser: Person };
};

/** Custom properties, notices, the body, the place and the mailbox's settings: the rest is known at once there. */
const WHILE_READING = [3, 4, 33, 34, 35, 36, 37, 154, 404];

/** Answers a call of the pane by its number; refuses with OfficeRefusal, also what a form that is only read does not have. */
export async function answerCall(host: PaneHost, dispatchId: number, params: unknown): Promise<unknown> {
  if (host.reading !== undefined && !WHILE_READING.includes(dispatchId))
    throw new OfficeRefusal(OFFICE_ERROR.notSupported);
  return officeCall(dispatchId, params, host.form, host.keeper);
}

/** A function of the add-in, by its id in the manifest, and what it answered with `event.completed`. */
export type Launch = {
  readonly action: string;
  readonly completed: (options: unknown) => void;
};

/** Colours as `Office.context.officeTheme` tells them. */
export type OfficeThemeColours = {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme: boolean;
};

const colours = (body: string, text: string, control: string, isDarkTheme: boolean): OfficeThemeColours => ({
  bodyBackgroundColor: body,
  bodyForegroundColor: text,
  controlBackgroundColor: control,
  controlForegroundColor: text,
  isDarkTheme,
});

export const OFFICE_THEMES: Readonly<Record<DemoTheme, OfficeThemeColours>> = {
  light: colours('#FFFFFF', '#242424', '#F5F5F5', false),
  dark: colours('#292929', '#FFFFFF', '#1F1F1F', true),
  contrast: colours('#000000', '#FFFFFF', '#000000', true),
};

/** A change of the form as Office.js hears of it. */
export type FormEvent =
  | { readonly type: 'olkRecipientsChanged'; readonly data: object }
  | { readonly type: 'olkAppointmentTimeChanged'; readonly data: object }
  | { readonly type: 'olkRecurrenceChanged'; readonly data: object };

/** The events of a change; Outlook does not say who changed the form, so add-ins hear of their own writes too. */
export function eventsOf(form: Appointment, changed: ReadonlySet<Field>): readonly FormEvent[] {
  const state = form.get();
  const events: FormEvent[] = [];
  if (changed.has('required') || changed.has('optional')) {
    events.push({
      type: 'olkRecipientsChanged',
      data: { requiredAttendees: changed.has('required'), optionalAttendees: changed.has('optional') },
    });
  }
  if (changed.has('start') || changed.has('end')) {
    events.push({
      type: 'olkAppointmentTimeChanged',
      data: { start: msOf(state.start, state.zone), end: msOf(state.end, state.zone) },
    });
  }
  if (changed.has('repeat')) {
    events.push({ type: 'olkRecurrenceChanged', data: { recurrence: toOfficeRecurrence(state) } });
  }
  return events;
}
