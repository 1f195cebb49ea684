import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../browser';
import { bundled } from '../bundle';

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'";

/**
 * One of the tests' pages in a real browser, under a policy that allows scripts and workers of its own only; opened anew for
 * each test. Answers the page of the test that runs.
 */
export function workerPage(script: string): () => Page {
  let folder: string;
  let browser: Browser;
  let page: Page;
  const server = createServer((request, response) => {
    const file = path.join(folder, path.basename(request.url ?? ''));
    response.setHeader('content-security-policy', POLICY);
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      return void response.end(`<!doctype html><title>worker</title><script src="${script}"></script>`);
    }
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript');
    response.end(readFileSync(file));
  });
  beforeAll(async () => {
    folder = await bundled('pages');
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await startBrowser();
  }, 240_000);
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser?.close();
    server.close();
  });
  return () => page;
}
