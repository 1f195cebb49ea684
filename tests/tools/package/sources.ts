import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Files } from '../../../src/tools/package/icons';
import type { Sources } from '../../../src/tools/package/makePackage';
import { ROOT } from '../../support/root';

export const HOST = 'cadencia.example.com';
export const CLIENT_ID = '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91';

type Emit = (name: string, source: { readonly bytes: Buffer }) => void;
type Plugin = {
  readonly userOptions?: { readonly filename?: string };
  readonly apply: (compiler: unknown) => void;
};
type Config = {
  readonly name: string;
  readonly entry: Readonly<Record<string, string>>;
  readonly output: {
    readonly path: string;
    readonly filename: string | ((data: { readonly chunk: { readonly name: string } }) => string);
  };
  readonly plugins: readonly Plugin[];
};

/** What webpack writes for browsers at addresses without a hash, by its configuration: nothing is built. */
export function builtFiles(): ReadonlyMap<string, Buffer> {
  const configs = createRequire(__filename)(path.join(ROOT, 'webpack.config.js')) as readonly Config[];
  const client = configs.find(({ name }) => name === 'client');
  if (client === undefined) throw new Error('webpack.config.js builds no client');
  const files = new Map<string, Buffer>();
  for (const { entry, output } of configs.filter((one) => one.output.path === client.output.path))
    for (const name of Object.keys(entry)) {
      const { filename } = output;
      const file = (typeof filename === 'string' ? filename : filename({ chunk: { name } })).replace(
        '[name]',
        name,
      );
      if (!file.includes('[')) files.set(file, Buffer.alloc(0));
    }
  for (const plugin of client.plugins) {
    const page = plugin.userOptions?.filename;
    if (page !== undefined) files.set(page, Buffer.alloc(0));
    else emitted(plugin, (name, { bytes }) => files.set(name, bytes));
  }
  return files;
}

/** Runs a small plugin of ours as webpack would, as far as it emits files that are there already. */
function emitted(plugin: Plugin, emitAsset: Emit): void {
  const compilation = { emitAsset, hooks: { processAssets: { tapPromise: () => undefined } } };
  const tap = (_name: string, run: (one: typeof compilation) => void) => run(compilation);
  class RawSource {
    constructor(readonly bytes: Buffer) {}
  }
  const webpack = { sources: { RawSource }, Compilation: { PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER: 0 } };
  plugin.apply({ hooks: { thisCompilation: { tap } }, webpack });
}

/** The checkout's own sources, with some files of `manifest/` or of the build replaced, or taken out by null. */
export function sources(changed: { readonly manifest?: Changes; readonly built?: Changes } = {}): Sources {
  const all = builtFiles();
  return {
    root: ROOT,
    manifest: replaced((name) => {
      try {
        return readFileSync(path.join(ROOT, 'manifest', name));
      } catch {
        return undefined;
      }
    }, changed.manifest),
    built: replaced((name) => all.get(name), changed.built),
  };
}

type Changes = Readonly<Record<string, Buffer | null>>;

const replaced =
  (files: Files, changes: Changes = {}): Files =>
  (name) =>
    Object.hasOwn(changes, name) ? (changes[name] ?? undefined) : files(name);

export const readManifest = (name = 'manifest.json'): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(ROOT, 'manifest', name), 'utf8')) as Record<string, unknown>;

/** Something as the file that holds it. */
export const asFile = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
