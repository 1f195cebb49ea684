import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { contentSecurityPolicy } from '../../../src/server/policy';
import { startBrowser } from '../browser';
import { bundled } from '../bundle';
import { ROOT } from '../root';
import { takePicture } from '../takePicture';

export type Look = {
  readonly locale?: string;
  readonly theme?: string;
  readonly size?: readonly [number, number];
  /** Handed to the page as `ownView`. */
  readonly own?: unknown;
  readonly name?: string;
  /** What must be there before the picture: a part that loads later. */
  readonly ready?: string;
  /** Only what is in sight, of a page that is very long. */
  readonly inSight?: true;
};

type Looking = { readonly page: Page; readonly complaints: string[] };

type Wanted = {
  readonly gallery: string;
  /** The product's page in whose skeleton it is drawn. */
  readonly page: 'compose' | 'read' | 'meeting' | 'channel' | 'personal' | 'tabSettings' | 'admin';
  readonly pictures: string;
  /** Of a look that names none. */
  readonly size: readonly [number, number];
  /** The gallery draws another state without its page being loaded again: what is asked for stands behind '#' too. */
  readonly inPlace?: true;
};

/**
 * A gallery of a surface in a real browser, under the server's own policy, on a page of the product. `gallery`, one of
 * support/pages/sets.mjs, draws what the address says: `?view=slots&locale=es-ES&theme=dark`.
 */
async function openGallery(wanted: Wanted) {
  const folder = await bundled('pages');
  const pictures = path.join(ROOT, 'pictures', wanted.pictures);
  mkdirSync(pictures, { recursive: true });
  const html = readFileSync(path.join(folder, 'empty', `${wanted.page}.html`), 'utf8');
  const drawn = html.replace('</head>', `<script defer src="${wanted.gallery}.js"></script></head>`);
  const policy = policyOf(drawn);
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (name === '') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy);
      return void response.end(drawn);
    }
    const file = path.join(folder, name);
    if (!name.endsWith('.js') || !existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript');
    // As the server does it: each look reads the same script.
    response.setHeader('cache-control', 'max-age=3600');
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await startBrowser();
  const kept = new Map<boolean, Looking>();

  async function newPage(contrast: boolean): Promise<Looking> {
    const page = await browser.newPage({
      reducedMotion: 'reduce',
      ...(contrast && { forcedColors: 'active' as const }),
    });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return { page, complaints };
  }

  /** A page for states that the gallery knows is used again; one that is given a view of its own is not. */
  async function pageFor(contrast: boolean, own: boolean): Promise<Looking> {
    const known = own ? undefined : kept.get(contrast);
    if (known !== undefined && !known.page.isClosed()) {
      await known.page.mouse.move(0, 0);
      known.complaints.length = 0;
      return known;
    }
    const made = await newPage(contrast);
    if (!own) kept.set(contrast, made);
    return made;
  }

  return {
    /** Opens a state, takes its picture, hands the page over. */
    async look<T>(view: string, how: Look, use: (page: Page, complaints: readonly string[]) => Promise<T>) {
      const { locale = 'es-ES', theme = 'light', size = wanted.size, name = view } = how;
      const own = how.own !== undefined && wanted.inPlace !== true;
      const { page, complaints } = await pageFor(theme === 'contrast', own);
      try {
        await page.setViewportSize({ width: size[0], height: size[1] });
        if (own) await page.addInitScript(`globalThis.ownView = ${JSON.stringify(how.own)}`);
        const asked = `view=${view}&locale=${locale}&theme=${theme}`;
        if (!wanted.inPlace) await page.goto(`${origin}/?${asked}`);
        else {
          // Of a state that nobody knows nothing is drawn, which would come in between.
          if (!page.url().startsWith(origin)) await page.goto(`${origin}/?view=nothing`);
          await drawInPlace(page, asked, how.own);
        }
        await page.locator('main:not(.skeleton) h1').waitFor({ state: 'attached' });
        if (how.ready !== undefined) await page.locator(how.ready).first().waitFor();
        await takePicture(page, path.join(pictures, `${name}-${locale}-${theme}-${size.join('x')}.png`), {
          fullPage: how.inSight !== true,
        });
        return await use(page, complaints);
      } finally {
        if (own) await page.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

type Gallery = Awaited<ReturnType<typeof openGallery>>;

/** The gallery of one suite: opened before its first test, closed after its last. */
export function galleryOf(wanted: Wanted): Pick<Gallery, 'look'> {
  let gallery: Gallery | undefined;
  beforeAll(async () => {
    gallery = await openGallery(wanted);
  }, 240_000);
  afterAll(() => gallery?.close());
  return {
    look(...asked) {
      if (gallery === undefined) throw new Error('the gallery opens before the first test, not earlier');
      return gallery.look(...asked);
    },
  };
}

/** Has the gallery draw a state, or a view of the test's own, and waits until it says that it stands there. */
async function drawInPlace(page: Page, asked: string, own: unknown): Promise<void> {
  await page.evaluate(
    ([address, view]) => {
      delete document.documentElement.dataset['shown'];
      Object.assign(globalThis, { ownView: view });
      history.replaceState(null, '', `#${address}`);
      window.dispatchEvent(new Event('hashchange'));
    },
    [asked, own] as const,
  );
  await page.locator(`html[data-shown="${asked}"]`).waitFor({ state: 'attached' });
}

/** The policy that the production server sends with a page of the product. */
function policyOf(html: string): string {
  return contentSecurityPolicy(html, {
    hostScripts: [],
    fileOrigins: [],
    client: { graph: 'https://graph.example', authority: 'https://login.example/organizations', parents: [] },
  } as unknown as Parameters<typeof contentSecurityPolicy>[1]);
}

/** How far a page scrolls sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
