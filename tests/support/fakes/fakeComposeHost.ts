import type { AppointmentForm, ComposeHost, HostTheme, Readable } from '../../../src/app/ports/composeHost';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';

export type FakeComposeHost = ComposeHost & {
  /** What stands in the form. */
  readonly form: AppointmentForm;
  readonly property: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly discarded: boolean;
  /** Every change that was written, in order. */
  readonly written: readonly Partial<AppointmentForm>[];
  /** A person changes the form. */
  type(change: Partial<AppointmentForm>): void;
  /** A person saves the form; the service gives it this id. */
  save(id: string): void;
  showTheme(theme: HostTheme): void;
  /** The next call of this name fails like this. */
  failNext(call: FakeComposeCall, failure: Failure): void;
};

export type FakeComposeCall =
  'read' | 'write' | 'readProperty' | 'writeProperty' | 'savedId' | 'writeSetting' | 'discard';

export type FakeComposeOptions = {
  readonly locale?: string;
  readonly zone?: string;
  readonly property?: string;
  readonly savedId?: string;
  readonly settings?: Readonly<Record<string, string>>;
};

/** Monday 2026-11-23, 10:00 in Madrid. */
const START = Date.UTC(2026, 10, 23, 9, 0);
const EMPTY: AppointmentForm = {
  subject: '',
  bodyHtml: '',
  start: START,
  end: START + 30 * 60_000,
  attendees: [],
  recurrence: undefined,
};

/** An appointment form in memory; nobody sees it. */
export function fakeComposeHost(
  initial: Partial<AppointmentForm> = {},
  options: FakeComposeOptions = {},
): FakeComposeHost {
  let form: AppointmentForm = { ...EMPTY, ...initial };
  let { property, savedId } = options;
  let theme: HostTheme = 'light';
  let discarded = false;
  const settings: Record<string, string> = { ...options.settings };
  const written: Partial<AppointmentForm>[] = [];
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  const failures = new Map<FakeComposeCall, Failure>();

  const begin = async (call: FakeComposeCall): Promise<void> => {
    await Promise.resolve();
    const failure = failures.get(call);
    failures.delete(call);
    if (failure !== undefined) throw new PortFailure(failure);
  };
  const themes: Readable<HostTheme> = {
    get: () => theme,
    subscribe(run) {
      watchers.add(run);
      return () => watchers.delete(run);
    },
  };

  return {
    locale: options.locale ?? 'es-ES',
    zone: 'zone' in options ? options.zone : 'Europe/Madrid',
    theme: themes,
    get form() {
      return form;
    },
    get property() {
      return property;
    },
    get discarded() {
      return discarded;
    },
    settings,
    written,
    type(change) {
      const watched = ['start', 'end', 'attendees', 'recurrence'] as const;
      const changed = watched.some(
        (field) => field in change && JSON.stringify(change[field]) !== JSON.stringify(form[field]),
      );
      form = { ...form, ...change };
      if (changed) for (const run of [...listeners]) run();
    },
    save(id) {
      savedId = id;
    },
    showTheme(next) {
      theme = next;
      for (const run of [...watchers]) run();
    },
    failNext: (call, failure) => void failures.set(call, failure),
    async read() {
      await begin('read');
      return form;
    },
    async write(change) {
      await begin('write');
      if ((change.end ?? form.end) < (change.start ?? form.start))
        throw new PortFailure({ kind: 'refused', code: '9010' });
      written.push(change);
      form = { ...form, ...change };
    },
    onChange(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    async readProperty() {
      await begin('readProperty');
      return property;
    },
    async writeProperty(value) {
      await begin('writeProperty');
      if (value.length > 2500) throw new PortFailure({ kind: 'refused', code: '9020' });
      property = value;
    },
    async savedId() {
      await begin('savedId');
      return savedId;
    },
    readSetting: (key) => settings[key],
    async writeSetting(key, value) {
      await begin('writeSetting');
      settings[key] = value;
    },
    async discard() {
      await begin('discard');
      discarded = true;
    },
  };
}
