import type { ClientConfig } from '../../app/clientConfig';
import type { ReadHost } from '../../app/ports/readHost';
import { createReading } from '../../app/reading/createReading';
import type { Reading } from '../../app/reading/readingView';
import type { Locale } from '../../locale/createLocale';
import { machineZone } from '../../locale/machineZone';

/** Reading an invitation. A file of its own, so that the page's first script does not carry what reads HTML. */
export const readingOf = (config: ClientConfig, host: ReadHost | undefined, locale: Locale): Reading =>
  createReading({
    host,
    reach: async () => {
      const { reachFor } = await import('./reach');
      return reachFor(config, host, locale);
    },
    machineZone: machineZone(),
    report: (fault) => reportError(fault),
  });
