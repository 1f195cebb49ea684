// BC: what the tabs of the channel and the person weigh before they first draw.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/root';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { initialScripts, sourcesOf } from './initialScripts';

const BUDGET = 180_000;
/** Needed once somebody is signed in, or looks at a chart. */
const LATER = [
  ...['@azure/', '@microsoft/microsoft-graph-client', '@microsoft/teams-js', 'temporal-polyfill'],
  ...['valibot', 'htmlparser2', '@fluentui/react-charts', 'src/graph/'],
  ...['src/app/follow/createFollowDesk', 'src/app/follow/personal.ts', 'src/domain/slots/search'],
];

let tenant: DemoTenant;
beforeAll(async () => {
  // Starting builds what is not built.
  tenant = await startTenant();
}, 240_000);
afterAll(() => tenant?.stop());

test.each(['channel', 'personal', 'tabSettings'])(
  'BC2 the first script of %s weighs at most 180 kB, compressed, and holds nothing that is needed later',
  (name) => {
    expect(existsSync(path.join(ROOT, 'dist/client', `${name}.html`))).toBe(true);
    const scripts = initialScripts(`${name}.html`);
    expect(scripts).toHaveLength(1);
    const weight = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
    process.stderr.write(`the first script of ${name}: ${weight} bytes\n`);
    expect(weight).toBeLessThanOrEqual(BUDGET);
    const sources = scripts.flatMap(({ file }) => sourcesOf(file));
    expect(LATER.filter((one) => sources.some((source) => source.includes(one)))).toEqual([]);
  },
);
