import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser';
import { EXPECTED } from './names';
import { visit, type Visit } from './opened';
import { type PackagedTenant, startPackagedTenant } from './packagedTenant';

/** The tenant of a suite, and the browser that meets it. */
export type PackagedRun = {
  readonly tenant: PackagedTenant;
  readonly browser: Browser;
  visit(): Promise<Visit>;
  /** The names that were asked and that nobody expects. */
  strangers(): readonly string[];
  stop(): Promise<void>;
};

export async function startPackagedRun(): Promise<PackagedRun> {
  const tenant = await startPackagedTenant();
  const browser = await startBrowser(tenant.browserArgs);
  return {
    tenant,
    browser,
    visit: () => visit(browser, tenant),
    strangers: () => [...tenant.front.asked].filter((origin) => !EXPECTED.includes(origin)),
    async stop() {
      await browser.close();
      await tenant.stop();
    },
  };
}
