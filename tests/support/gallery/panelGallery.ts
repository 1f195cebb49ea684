import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { bundlePages } from '../bundle';
import { startBrowser } from '../browser';
import { ROOT } from '../root';
import { takePicture } from '../takePicture';
import { policyOf } from './buildGallery';

export type Look = {
  readonly locale?: string;
  readonly theme?: string;
  readonly size?: readonly [number, number];
  /** Handed to the page as `ownView`. */
  readonly own?: unknown;
  readonly name?: string;
  /** What must be there before the picture: a part that loads later. */
  readonly ready?: string;
};

/**
 * A gallery of a meeting's surface in a real browser, under the server's own policy, on the meeting's page. `entry` draws
 * what the address says; `weighed` is a second entry of which only the weight is wanted.
 */
export async function openGallery(wanted: {
  readonly entry: string;
  readonly weighed: string;
  readonly pictures: string;
}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-meeting-gallery-'));
  const pictures = path.join(ROOT, 'pictures', wanted.pictures);
  mkdirSync(pictures, { recursive: true });
  await bundlePages(folder, { gallery: wanted.entry, weighed: wanted.weighed }, { minimize: true });
  const page = readFileSync(path.join(ROOT, 'src/entries/meeting/page.html'), 'utf8');
  writeFileSync(
    path.join(folder, 'index.html'),
    page.replace('</head>', '<script defer src="gallery.js"></script></head>'),
  );
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html';
    const file = path.join(folder, name);
    if (!existsSync(file)) return void response.writeHead(404).end();
    const text = readFileSync(file, 'utf8');
    response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8');
    if (name === 'index.html') response.setHeader('content-security-policy', policyOf(text));
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await startBrowser();
  return {
    /** Compressed bytes that must arrive before the surface draws. */
    weight: gzipSync(readFileSync(path.join(folder, 'weighed.js'))).length,
    /** Opens a state, takes its picture, hands the page over. */
    async look<T>(view: string, how: Look, use: (page: Page, complaints: readonly string[]) => Promise<T>) {
      const { locale = 'es-ES', theme = 'light', size = [280, 650], name = view } = how;
      const tab = await browser.newPage({
        viewport: { width: size[0], height: size[1] },
        reducedMotion: 'reduce',
        ...(theme === 'contrast' && { forcedColors: 'active' as const }),
      });
      const complaints: string[] = [];
      tab.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      tab.on('pageerror', (error) => complaints.push(error.message));
      try {
        if (how.own !== undefined) await tab.addInitScript(`globalThis.ownView = ${JSON.stringify(how.own)}`);
        await tab.goto(`${origin}/?view=${view}&locale=${locale}&theme=${theme}`);
        await tab.locator('main:not(.skeleton) h1').waitFor({ state: 'attached' });
        if (how.ready !== undefined) await tab.locator(how.ready).first().waitFor();
        await takePicture(tab, path.join(pictures, `${name}-${locale}-${theme}-${size.join('x')}.png`), {
          fullPage: true,
        });
        return await use(tab, complaints);
      } finally {
        await tab.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Gallery = Awaited<ReturnType<typeof openGallery>>;

/** How far a page scrolls sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe says against the page as it stands. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations: found } = await axe.run();
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`,
    );
  });
}
