// What planning costs the page itself: tasks of more than 50 ms in the pane, at this machine's speed and at a quarter.
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { root } from '../steps.mjs';

const PEOPLE = {
  Marketing: ['Bruno', 'Hugo', 'Catalina'],
  Ventas: ['Rodrigo', 'Amparo', 'Sergio', 'Andrés'],
};

/** Plans over the sample company in a browser and tells the long tasks of the pane's page, a line for each speed. */
export async function pageLines() {
  const { startDemo } = createRequire(import.meta.url)(path.join(root, 'dist/server/demo.cjs'));
  const demo = await startDemo([], { PORT: '0', LANG: 'es_ES.UTF-8' });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const lines = [];
    for (const slower of [1, 4]) lines.push(line(slower, await longTasks(browser, demo.address, slower)));
    lines.push(panelLine(await panelTasks(browser, demo.address)));
    return lines;
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** Runs in each page before its scripts. */
function watchTasks() {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
}

async function longTasks(browser, address, slower) {
  const page = await browser.newPage({ locale: 'es-ES', timezoneId: 'Europe/Madrid' });
  await page.addInitScript(watchTasks);
  await page.goto(`${address}/outlook`);
  await page.getByRole('button', { name: 'Nueva reunión' }).click();
  await page.getByRole('button', { name: 'Cadencia' }).first().click();
  const element = await page.locator('iframe[src*="compose.html"]').elementHandle();
  const pane = await element.contentFrame();
  const session = await page
    .context()
    .newCDPSession(pane)
    .catch(() => page.context().newCDPSession(page));
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const search = pane.getByRole('button', { name: 'Buscar horario' });
  const times = pane.getByRole('radio').first();
  await search.or(times).first().waitFor();
  if (await search.isVisible()) {
    for (const [area, names] of Object.entries(PEOPLE))
      for (const name of names) {
        const field = pane.getByRole('combobox', { name: new RegExp(`Añadir a ${area}`) });
        await field.click();
        await field.fill(name);
        await pane.locator('[role=option]', { hasText: name }).first().click();
      }
    await search.click();
    await times.waitFor();
  }
  // The known areas again: from the first script to the times.
  await pane.evaluate(() => location.reload()).catch(() => undefined);
  await page.waitForTimeout(500);
  await times.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  const tasks = await pane.evaluate(() => globalThis.longTasks);
  await page.close();
  return tasks;
}

/** Long tasks of the side panel from its first script until the agenda of a meeting stands in it. */
async function panelTasks(browser, address) {
  const answer = await fetch(`${address}/demo/meeting`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ start: 'now' }),
  });
  const { chat } = await answer.json();
  const page = await browser.newPage({ locale: 'es-ES', timezoneId: 'Europe/Madrid' });
  await page.addInitScript(watchTasks);
  await page.goto(`${address}/teams#${new URLSearchParams({ chat, people: 'irene' })}`);
  await page.getByRole('button', { name: 'Aplicaciones' }).first().click();
  await page
    .getByRole('button', { name: /Cadencia/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.frameLocator('iframe[src*="meeting.html"]').getByRole('button', { name: 'Empezar' }).waitFor();
  await page.waitForTimeout(500);
  const panel = page.frames().find((frame) => frame.url().includes('meeting.html'));
  const tasks = await panel.evaluate(() => globalThis.longTasks);
  await page.close();
  return tasks;
}

const panelLine = (tasks) =>
  `tasks of the side panel over 50 ms while it opens, at full speed: ${told(tasks)}`;

function line(slower, tasks) {
  const speed = slower === 1 ? 'at full speed' : `at 1/${slower} of the speed`;
  return `tasks of the page over 50 ms while it opens and plans 8 people × 25 weeks, ${speed}: ${told(tasks)}`;
}

const told = (tasks) =>
  tasks.map(([at, ms]) => `${Math.round(ms)} ms at ${Math.round(at)}`).join(', ') || 'none';
