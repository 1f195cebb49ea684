// PW: who may stand around a page of ours, and whom it believes.
import { EVIL, OURS } from '../support/packaged/names';
import { packagedSuite } from '../support/packaged/packagedRun';
import { until } from '../support/teams/until';

const run = packagedSuite({
  before(tenant) {
    tenant.world.withoutPolicy = false;
  },
  // A parent that is refused is one: the tests look at them.
  left: () => undefined,
});

const pages = () => [
  ...(run.tenant.manifest.staticTabs ?? []).map(({ contentUrl = '' }) => contentUrl),
  ...(run.tenant.manifest.configurableTabs ?? []).map(({ configurationUrl }) => configurationUrl),
  `${OURS}/meeting.html`,
  `${OURS}/channel.html`,
];

test('PW9 the browser shows no page of ours in a parent that nobody knows', async () => {
  for (const address of pages()) {
    const { page, app, host } = await run.visit.teams(address, {}, { parent: EVIL });
    // Chromium puts a page of its own in its place.
    await app.waitForURL((url) => url.protocol === 'chrome-error:');
    expect(await host(({ heard }) => heard.calls)).toEqual([]);
    await page.close();
  }
  expect(run.visit.problems.every((one) => /frame-ancestors/.test(one))).toBe(true);
  expect(run.visit.problems).toHaveLength(pages().length);
});

test('PW9 where the policy was taken away teams-js does not speak with an unknown parent, and nobody is signed in', async () => {
  run.tenant.world.withoutPolicy = true;
  const shown = await run.visit.teams(`${OURS}/personal.html`, {}, { parent: EVIL });
  await shown.app.getByRole('button', { name: 'Iniciar sesión' }).waitFor();
  // It asked who is there, as it must, and believed no answer: no context, no bridge, no token.
  expect(new Set(await shown.host(({ heard }) => heard.calls))).toEqual(new Set(['initialize']));
  expect(run.tenant.front.log).not.toContain(`POST ${EVIL}/demo/token`);
  expect(run.visit.problems).toEqual([]);
});

test('PW9 the page that adds a tab says that it is in no dialog of Teams', async () => {
  run.tenant.world.withoutPolicy = true;
  const shown = await run.visit.teams(
    `${OURS}/tabSettings.html`,
    { frameContext: 'settings' },
    { parent: EVIL },
  );
  await shown.app.getByRole('heading', { name: 'Cadencia' }).waitFor();
  expect(await shown.host(({ heard }) => [heard.valid, heard.loaded.length])).toEqual([false, 0]);
});

test('PW10 what another origin posts into a page of ours changes nothing', async () => {
  const shown = await run.visit.teams(`${OURS}/personal.html`, {});
  await shown.app.getByRole('heading', { name: 'Próximas sesiones' }).waitFor();
  const colour = () =>
    shown.app.evaluate(
      () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
    );
  const light = await colour();
  // Somebody else's frame in the same window sees ours, and writes to it as Teams does.
  await shown.page.evaluate(async (evil) => {
    const other = document.createElement('iframe');
    other.src = `${evil}/empty.html`;
    const loaded = new Promise((done) => other.addEventListener('load', done));
    document.body.append(other);
    await loaded;
  }, EVIL);
  const other = shown.page.frames().find((frame) => frame.url().startsWith(EVIL));
  await other?.evaluate(() => {
    const app = window.parent.frames[0];
    for (const message of [
      { func: 'themeChange', args: ['dark'] },
      { id: 1, uuidAsString: 'x', args: ['content', 'web', '2.0.1', '{}'] },
      { id: 2, args: [null, '{"messageType":"NestedAppAuthResponse","success":true}'] },
    ])
      app?.postMessage(message, '*');
  });
  await shown.page.waitForTimeout(200);
  expect(await colour()).toBe(light);
  // The host itself is believed.
  await shown.host((host) => host.showTheme('dark'));
  await until(
    shown.app,
    `getComputedStyle(document.querySelector('.fui-FluentProvider')).backgroundColor !== '${light}'`,
  );
});

test('PW11 but for who played the unknown parent, nothing else was asked of the internet', () => {
  expect(run.strangers()).toEqual([EVIL]);
});
