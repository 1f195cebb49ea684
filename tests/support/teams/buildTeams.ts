import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundlePages, configNamed } from '../bundle';
import { ROOT } from '../root';

const PLACE = "<!-- cadencia: what the server knows, without the host's scripts -->";

/** Bundles the smallest Teams and a page of the product into `folder`, as the product's pages are bundled. */
export async function buildTeams(folder: string): Promise<void> {
  const { plugins = [] } = await configNamed('client');
  const settingsPage = plugins.filter(
    (plugin) =>
      (plugin as { userOptions?: { filename?: string } }).userOptions?.filename === 'tabSettings.html',
  );
  await bundlePages(
    folder,
    {
      host: path.join(__dirname, 'host.ts'),
      pane: path.join(__dirname, 'pane.ts'),
      tabPane: path.join(__dirname, 'tabPane.ts'),
      tabSettings: path.join(ROOT, 'src/entries/tabSettings/main.tsx'),
    },
    settingsPage,
  );

  const head =
    '<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>t</title><meta name="viewport" content="width=device-width" />';
  // The host's page is none of the product's: the server must not take it for one.
  writeFileSync(
    path.join(folder, 'host.page'),
    `${head}<script defer src="host.js"></script></head><body><iframe width="280" height="600"></iframe></body></html>`,
  );
  for (const name of ['pane', 'tabPane'])
    writeFileSync(
      path.join(folder, `${name}.html`),
      `${head}${PLACE}<script defer src="${name}.js"></script></head><body><main>pane</main></body></html>`,
    );
}
