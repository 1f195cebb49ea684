import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from '../bundle';

const PLACE = "<!-- cadencia: what the server knows, without the host's scripts -->";

/** Writes the smallest Teams and a page of the product into `folder`; answers where their scripts lie. */
export async function buildTeams(folder: string): Promise<string> {
  const scripts = await bundled('pages');
  copyFileSync(path.join(scripts, 'tabSettings.html'), path.join(folder, 'tabSettings.html'));
  const head =
    '<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>t</title><meta name="viewport" content="width=device-width" />';
  // The host's page is none of the product's: the server must not take it for one.
  writeFileSync(
    path.join(folder, 'host.page'),
    `${head}<script defer src="teamsHost.js"></script></head><body><iframe width="280" height="600"></iframe></body></html>`,
  );
  for (const [name, script] of [
    ['pane', 'teamsPane'],
    ['tabPane', 'teamsTabPane'],
  ])
    writeFileSync(
      path.join(folder, `${name}.html`),
      `${head}${PLACE}<script defer src="${script}.js"></script></head><body><main>pane</main></body></html>`,
    );
  return scripts;
}
