import type { AppointmentForm, ComposeHost, HostTheme } from '../../../src/app/ports/composeHost';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import { still } from './fakePlanning';

export type AForm = ComposeHost & {
  /** As it stands; a pane that is closed and opened again meets the same one. */
  readonly now: () => AppointmentForm;
  readonly property: () => string | undefined;
  readonly discarded: () => boolean;
  /** Somebody types in the form beside the pane. */
  type(change: Partial<AppointmentForm>): void;
  /** The next call of this name fails like this. */
  failNext(call: 'read' | 'write' | 'discard', failure: Failure): void;
  /** Writes wait for ever: the pane is closed before they are done. */
  hangWrites(hang: boolean): void;
  /** Graph's id of the item, once somebody has sent it. */
  saveAs(id: string): void;
};

/** An appointment form in memory. */
export function aForm(
  initial: Partial<AppointmentForm> = {},
  zone: string | undefined = 'Europe/Madrid',
): AForm {
  const start = Date.UTC(2026, 10, 23, 9, 0);
  let form: AppointmentForm = {
    subject: '',
    bodyHtml: '<html><body><div><br></div></body></html>',
    start,
    end: start + 1_800_000,
    attendees: [],
    recurrence: undefined,
    ...initial,
  };
  let property: string | undefined;
  let discarded = false;
  let hang = false;
  let saved: string | undefined;
  const failures = new Map<string, Failure>();
  const listeners = new Set<() => void>();
  const settings = new Map<string, string>();
  const begin = async (call: string): Promise<void> => {
    await Promise.resolve();
    const failure = failures.get(call);
    failures.delete(call);
    if (failure !== undefined) throw new PortFailure(failure);
  };
  return {
    locale: 'es-ES',
    theme: still<HostTheme>('light'),
    zone,
    now: () => form,
    property: () => property,
    discarded: () => discarded,
    type(change) {
      form = { ...form, ...change };
      for (const run of listeners) run();
    },
    failNext: (call, failure) => void failures.set(call, failure),
    hangWrites: (value) => void (hang = value),
    saveAs: (id) => void (saved = id),
    async read() {
      await begin('read');
      return form;
    },
    async write(change) {
      await begin('write');
      if (hang) await new Promise<never>(() => undefined);
      form = { ...form, ...change };
    },
    onChange(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    async readProperty() {
      return property;
    },
    async writeProperty(value) {
      property = value;
    },
    savedId: async () => saved,
    readSetting: (key) => settings.get(key),
    async writeSetting(key, value) {
      settings.set(key, value);
    },
    async discard() {
      await begin('discard');
      discarded = true;
    },
  };
}
