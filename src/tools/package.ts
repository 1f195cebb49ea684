import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './package/icons';
import { makePackage } from './package/makePackage';
import { packageOptions } from './package/options';

/** `npm run package`: the package for the organisation's app catalogue. Gives the exit code. */
export function packageCommand(root: string, argv: readonly string[]): number {
  const read = packageOptions(argv);
  if (!read.ok) return failed(read.mistakes);
  const { options } = read;
  const made = makePackage(options, {
    root,
    manifest: filesIn(path.join(root, 'manifest')),
    built: filesIn(path.join(root, 'dist/client')),
  });
  if (!made.ok) return failed(made.mistakes);
  const out = path.resolve(options.out ?? path.join(root, 'dist', `cadencia-${made.version}.zip`));
  try {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, made.zip);
    if (made.older !== undefined) writeFileSync(olderOut(out, made.version), made.older);
  } catch {
    return failed([`--out names a place that cannot be written to: ${out}`]);
  }
  console.log(`✓ ${out}: version ${made.version} for https://${options.host}, ${made.zip.length} bytes`);
  if (made.older !== undefined)
    console.log(
      `✓ ${olderOut(out, made.version)}: for Outlook on Mac and older Outlooks, beside the package`,
    );
  for (const name of ['website', 'privacy', 'terms'] as const)
    if (options[name] === undefined)
      console.log(
        `  Teams shows people https://${options.host}/ as the page for --${name}; name your own if you have one.`,
      );
  console.log('  Next: upload it in the Teams admin centre (docs/install.md).');
  return 0;
}

const olderOut = (out: string, version: string): string =>
  path.join(path.dirname(out), `cadencia-outlook-${version}.xml`);

function failed(mistakes: readonly string[]): number {
  for (const said of mistakes) console.error(`✗ ${said}`);
  return 1;
}

/** Files of a folder and nothing outside of it. */
function filesIn(folder: string): Files {
  return (name) => {
    const file = path.join(folder, name);
    if (!file.startsWith(folder + path.sep)) return undefined;
    try {
      return readFileSync(file);
    } catch {
      return undefined;
    }
  };
}
