import { startBrowser } from '../browser';
import { EXPECTED } from './names';
import { visit, type Visit } from './opened';
import { type PackagedTenant, startPackagedTenant } from './packagedTenant';

/** The tenant of a suite, and the browser that meets it. */
type PackagedRun = {
  readonly tenant: PackagedTenant;
  visit(): Promise<Visit>;
  /** The names that were asked and that nobody expects. */
  strangers(): readonly string[];
  stop(): Promise<void>;
};

async function startPackagedRun(): Promise<PackagedRun> {
  const tenant = await startPackagedTenant();
  const browser = await startBrowser(tenant.browserArgs);
  return {
    tenant,
    visit: () => visit(browser, tenant),
    strangers: () => [...tenant.front.asked].filter((origin) => !EXPECTED.includes(origin)),
    async stop() {
      await browser.close();
      await tenant.stop();
    },
  };
}

/** One run for a suite, with a visit for each test. */
export type PackagedSuite = {
  readonly tenant: PackagedTenant;
  readonly visit: Visit;
  strangers(): readonly string[];
};

/** `before` makes the tenant ready for a test; `left` is told what the visit complained of, once it is over. */
export function packagedSuite(each: {
  readonly before: (tenant: PackagedTenant) => void;
  readonly left: (problems: Visit['problems']) => void;
}): PackagedSuite {
  let run: PackagedRun | undefined;
  let open: Visit | undefined;
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('there is none before the first test');
    return one;
  };
  beforeAll(async () => {
    run = await startPackagedRun();
  }, 240_000);
  afterAll(() => run?.stop());
  beforeEach(async () => {
    each.before(there(run).tenant);
    open = await there(run).visit();
  });
  afterEach(async () => {
    const { problems, close } = there(open);
    await close();
    each.left(problems);
  });
  return {
    get tenant() {
      return there(run).tenant;
    },
    get visit() {
      return there(open);
    },
    strangers: () => there(run).strangers(),
  };
}
