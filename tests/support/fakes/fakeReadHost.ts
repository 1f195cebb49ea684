import type { HostTheme } from '../../../src/app/ports/composeHost';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { ReadHost, ShownAppointment } from '../../../src/app/ports/readHost';
import type { ZoneName } from '../../../src/domain/time/types';

export type FakeReadHost = ReadHost & {
  showTheme(theme: HostTheme): void;
  /** The next reading fails like this. */
  failNext(failure: Failure): void;
};

/** Tuesday 2026-12-01, 17:15 in Madrid, for 35 minutes. */
const START = Date.UTC(2026, 11, 1, 16, 15);
const EMPTY: ShownAppointment = {
  subject: '',
  bodyHtml: '',
  start: START,
  end: START + 35 * 60_000,
  place: '',
  isOrganiser: false,
  seriesZone: undefined,
};

/** An appointment that is only read, in memory. */
export function fakeReadHost(
  shown: Partial<ShownAppointment> = {},
  zone: ZoneName | undefined = 'Europe/Madrid',
): FakeReadHost {
  const watchers = new Set<() => void>();
  let theme: HostTheme = 'light';
  let failure: Failure | undefined;
  return {
    locale: 'es-ES',
    zone,
    theme: {
      get: () => theme,
      subscribe(run) {
        watchers.add(run);
        return () => watchers.delete(run);
      },
    },
    async read() {
      await Promise.resolve();
      const failed = failure;
      failure = undefined;
      if (failed !== undefined) throw new PortFailure(failed);
      return { ...EMPTY, ...shown };
    },
    showTheme(next) {
      theme = next;
      for (const run of [...watchers]) run();
    },
    failNext: (next) => void (failure = next),
  };
}
