import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentSecurityPolicy } from '../../../src/server/policy';
import { bundlePages } from '../bundle';
import { ROOT } from '../root';

/** Bundles the gallery as the pane itself is bundled, into `folder`; it never ships. Tells the weight of the first scripts. */
export async function buildGallery(folder: string): Promise<{ readonly initialGzip: number }> {
  // The pane itself only to be weighed.
  const compose = path.join(ROOT, 'src/entries/compose/main.tsx');
  await bundlePages(folder, { gallery: path.join(__dirname, 'gallery.tsx'), compose }, { minimize: true });
  const html = readFileSync(path.join(ROOT, 'src/entries/compose/page.html'), 'utf8');
  writeFileSync(
    path.join(folder, 'index.html'),
    html.replace('</head>', '<script defer src="gallery.js"></script></head>'),
  );
  return { initialGzip: gzipSync(readFileSync(path.join(folder, 'compose.js'))).length };
}

/** The policy that the production server sends with the pane's page. */
export function policyOf(html: string): string {
  return contentSecurityPolicy(html, {
    hostScripts: [],
    fileOrigins: [],
    client: { graph: 'https://graph.example', authority: 'https://login.example/organizations', parents: [] },
  } as unknown as Parameters<typeof contentSecurityPolicy>[1]);
}
