import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../../..');

/** The browser that the tests find on this machine. */
export async function launchBrowser(): Promise<Browser> {
  const said = execFileSync(process.execPath, [path.join(ROOT, 'src/tools/browser.mjs')], {
    encoding: 'utf8',
  });
  const found = JSON.parse(said) as { executablePath: string; args: string[]; env: Record<string, string> };
  return chromium.launch({ ...found, env: { ...process.env, ...found.env } as Record<string, string> });
}
