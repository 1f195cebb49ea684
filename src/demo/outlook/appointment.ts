import { DateTime } from 'luxon';
import { firstDateOf, type Repeat } from './repeat';

export type Person = { readonly name: string; readonly mail: string };

/** 'YYYY-MM-DDTHH:MM' on the wall clock of the appointment's zone. */
export type LocalTime = string;

/** A message that an add-in shows above the form. */
export type Notice = {
  readonly key: string;
  readonly type: number;
  readonly message: string;
  readonly persistent?: boolean;
  readonly icon?: string;
};

/** What stands in an appointment form. One form, whether a person or an add-in writes in it. */
export type AppointmentState = {
  /** The tenant's event, once stored. */
  readonly eventId?: string;
  /** Set when one occurrence of a series is open: its master. */
  readonly seriesId?: string;
  readonly subject: string;
  readonly required: readonly Person[];
  readonly optional: readonly Person[];
  readonly location: string;
  readonly bodyHtml: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** IANA. */
  readonly zone: string;
  readonly repeat?: Repeat | undefined;
  /** Whether the attendees were told already. */
  readonly invited?: boolean;
  readonly teams: boolean;
  readonly joinUrl?: string;
  /** The add-in's custom properties of this item. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly notices: readonly Notice[];
};

export type Field = keyof AppointmentState;

export type Appointment = {
  get(): AppointmentState;
  change(change: Partial<AppointmentState>): void;
  /** Calls `run` with the fields that really changed. Returns how to stop. */
  subscribe(run: (changed: ReadonlySet<Field>) => void): () => void;
};

export function createAppointment(initial: AppointmentState): Appointment {
  let state = initial;
  const listeners = new Set<(changed: ReadonlySet<Field>) => void>();
  return {
    get: () => state,
    change(change) {
      const changed = new Set(
        (Object.keys(change) as Field[]).filter(
          (field) => JSON.stringify(change[field]) !== JSON.stringify(state[field]),
        ),
      );
      if (changed.size === 0) return;
      state = { ...state, ...change };
      for (const run of [...listeners]) run(changed);
    },
    subscribe(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}

/** An empty form that begins at the next half hour. */
export function emptyAppointment(nowMs: number, zone: string): AppointmentState {
  const start = DateTime.fromMillis(Math.ceil(nowMs / 1_800_000) * 1_800_000, { zone });
  return {
    subject: '',
    required: [],
    optional: [],
    location: '',
    bodyHtml: '',
    start: localOf(start),
    end: localOf(start.plus({ minutes: 30 })),
    zone,
    teams: false,
    properties: {},
    notices: [],
  };
}

const LOCAL = "yyyy-MM-dd'T'HH:mm";

export const localOf = (moment: DateTime): LocalTime => moment.toFormat(LOCAL);
export const momentOf = (local: LocalTime, zone: string): DateTime => DateTime.fromISO(local, { zone });
export const msOf = (local: LocalTime, zone: string): number => momentOf(local, zone).toMillis();
export const localAt = (ms: number, zone: string): LocalTime => localOf(DateTime.fromMillis(ms, { zone }));

export const minutesOf = ({ start, end, zone }: Pick<AppointmentState, 'start' | 'end' | 'zone'>): number =>
  Math.round((msOf(end, zone) - msOf(start, zone)) / 60_000);

/** Moving the start keeps the length, as Outlook does. */
export function withStart(
  state: AppointmentState,
  start: LocalTime,
): Pick<AppointmentState, 'start' | 'end'> {
  return { start, end: localOf(momentOf(start, state.zone).plus({ minutes: minutesOf(state) })) };
}

/** A new repetition moves the form to the first date on which it falls. */
export function withRepeat(state: AppointmentState, repeat: Repeat | undefined): Partial<AppointmentState> {
  if (repeat === undefined) return { repeat: undefined };
  const date = firstDateOf(repeat, state.start.slice(0, 10));
  return { repeat, ...withStart(state, `${date}T${state.start.slice(11)}`) };
}
