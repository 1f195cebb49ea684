import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from './root';

/** The browser that this machine has, found as `npm test` says it, with further arguments. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const said = execFileSync(process.execPath, [path.join(ROOT, 'src/tools/browser.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { executablePath, args, env } = JSON.parse(said) as {
    executablePath: string;
    args: string[];
    env: Record<string, string>;
  };
  return chromium.launch({
    executablePath,
    args: [...args, ...more],
    // Date and time fields speak the browser's own language, where it has it, whatever the page's is.
    env: { ...process.env, ...env, LANGUAGE: 'es', LANG: 'es_ES.UTF-8' } as Record<string, string>,
  });
}
