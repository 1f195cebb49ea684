import Ajv, { type ErrorObject } from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from './manifest';

/** What Microsoft's schema of one version says against a manifest and the files of its languages. */
export type Schemas = {
  readonly manifest: (value: Json) => readonly string[];
  readonly language: (value: Json) => readonly string[];
  /** Whether a path of the manifest may have words in another language. */
  readonly hasLanguage: (path: string) => boolean;
};

/** Where the package `@microsoft/app-manifest` keeps its schemas, below a checkout. */
const FOLDER = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams';

/** Compiling one takes a second: once for a version is enough. */
const compiled = new Map<string, Schemas | undefined>();

/** The schemas of the version that the manifest names; undefined where Microsoft's package holds none of it. */
export function schemasOf(root: string, version: string): Schemas | undefined {
  const key = `${version} ${root}`;
  if (!compiled.has(key)) compiled.set(key, read(root, version));
  return compiled.get(key);
}

function read(root: string, version: string): Schemas | undefined {
  if (!/^\d{1,2}\.\d{1,2}$/.test(version)) return undefined;
  const fileOf = (name: string): SchemaFile | undefined => {
    try {
      const file = path.join(root, FOLDER, `v${version}`, `MicrosoftTeams.${name}schema.json`);
      return JSON.parse(readFileSync(file, 'utf8')) as SchemaFile;
    } catch {
      return undefined;
    }
  };
  const [whole, language] = [fileOf(''), fileOf('Localization.')];
  if (whole === undefined || language === undefined) return undefined;
  const patterns = Object.keys(language.patternProperties ?? {}).map((pattern) => new RegExp(pattern));
  const names = new Set(Object.keys(language.properties ?? {}));
  return {
    manifest: checkOf(whole),
    language: checkOf(language),
    hasLanguage: (at) => names.has(at) || patterns.some((pattern) => pattern.test(at)),
  };
}

type SchemaFile = {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
};

function checkOf(schema: SchemaFile): (value: Json) => readonly string[] {
  // Microsoft's patterns are no regular expressions of the strict kind, and its formats are checked by our own rules.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false });
  const check = ajv.compile(schema);
  return (value) => (check(value) ? [] : (check.errors ?? []).map(sentenceOf));
}

function sentenceOf({ instancePath, message, params }: ErrorObject): string {
  const at = instancePath === '' ? 'the top level' : instancePath.slice(1).replaceAll('/', '.');
  const details = Object.entries(params as Readonly<Record<string, unknown>>)
    .filter(([name]) => ['additionalProperty', 'allowedValues', 'allowedValue'].includes(name))
    .map(([, value]) => ` (${String(value)})`);
  return `at ${at}: ${message ?? 'is not as it should be'}${details.join('')}`;
}
