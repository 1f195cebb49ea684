import { strToU8, zipSync } from 'fflate';
import { actionMistakes, addressMistakes } from './addresses';
import { iconMistake, outlineMistake, type Files } from './icons';
import { languageMistakes } from './languages';
import { filled, type Json, type Manifest } from './manifest';
import type { PackageOptions } from './options';
import { OLDER_ICONS, olderId, olderManifest } from './olderOutlook';
import { schemasOf } from './schema';
import { signInMistakes } from './signIn';

export type Made =
  | {
      readonly ok: true;
      readonly zip: Uint8Array;
      /** The manifest for Outlooks that cannot read the one in the package; there when that one hides it. */
      readonly older?: string;
      readonly version: string;
      readonly id: string;
    }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** What a package is made from: the folder `manifest/`, what webpack built for browsers, and the checkout itself. */
export type Sources = { readonly manifest: Files; readonly built: Files; readonly root: string };

/** The template filled and checked, and the package of it; with the same sources and options the same bytes. */
export function makePackage(options: PackageOptions, { manifest: files, built, root }: Sources): Made {
  const { host, clientId } = options;
  const template = jsonOf(files('manifest.json'));
  if (template === undefined) return refused(['manifest/manifest.json is missing or no JSON: restore it.']);
  const home = `https://${host}/`;
  const { website = home, privacy = `${home}privacy`, terms = `${home}terms` } = options;
  const { value, open } = filled(template, { host, clientId, website, privacy, terms });
  if (open.length > 0)
    return refused(
      open.map(
        (gap) => `manifest/manifest.json has a gap {{${gap}}} that this command does not know: take it out.`,
      ),
    );
  const named = options.version === undefined ? {} : { version: options.version };
  const content: Json = { ...(value as object), ...named };
  const manifest = content as Json & Manifest;

  const schemas = schemasOf(root, manifest.manifestVersion);
  if (schemas === undefined)
    return refused([
      'The manifest names a version that @microsoft/app-manifest has no schema of: name an older one.',
    ]);
  const against = schemas.manifest(content);
  // Our own rules look into it as into what the schema lets through.
  if (against.length > 0)
    return refused(
      against.map(
        (said) => `manifest.json contradicts Microsoft's schema ${said}: correct manifest/manifest.json.`,
      ),
    );

  const others = manifest.localizationInfo.additionalLanguages ?? [];
  const languages = others.map(({ file }) => file);
  const older = olderId(manifest);
  const { color, outline } = manifest.icons;
  const mistakes = [
    iconMistake(`manifest/${color}`, files(color), 192),
    iconMistake(`manifest/${outline}`, files(outline), 32),
    outlineMistake(`manifest/${outline}`, files(outline)),
    ...languageMistakes(
      manifest,
      languages.map((name) => ({ name, content: jsonOf(files(name)) })),
      schemas,
    ),
    ...addressMistakes(manifest, host, built),
    ...actionMistakes(manifest),
    ...signInMistakes(manifest, host, clientId),
    ...(older === undefined
      ? []
      : OLDER_ICONS.map((side) =>
          iconMistake(`icons/icon-${side}.png`, built(`icons/icon-${side}.png`), side),
        )),
    ...(older?.toLowerCase() === manifest.id.toLowerCase()
      ? ['The manifest hides itself: “alternates” must name the id of the one for older Outlooks.']
      : []),
    ...(clientId === manifest.id.toLowerCase()
      ? [
          "--client-id is the id of the app's manifest: take the “Application (client) ID” of the registration in Entra.",
        ]
      : []),
  ].filter((said) => said !== undefined);
  if (mistakes.length > 0) return refused(mistakes);
  const packed = [color, outline, ...languages]
    .sort()
    .map((name) => [name, files(name) ?? Buffer.alloc(0)] as const);
  return {
    ok: true,
    zip: packedUp([['manifest.json', strToU8(`${JSON.stringify(content, null, 2)}\n`)], ...packed]),
    ...(older !== undefined && {
      older: olderManifest(
        manifest,
        older,
        host,
        others.map(({ languageTag, file }) => ({
          languageTag,
          of: jsonOf(files(file)) as Readonly<Record<string, string>>,
        })),
      ),
    }),
    version: manifest.version,
    id: manifest.id,
  };
}

/** The same day for every file and every machine: fflate writes the local one, so it is made as a local one. */
const DAY = new Date(1980, 0, 1);

const packedUp = (files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 9, mtime: DAY });

const refused = (mistakes: readonly string[]): Made => ({ ok: false, mistakes });

function jsonOf(bytes: Buffer | undefined): Json | undefined {
  try {
    return bytes === undefined ? undefined : (JSON.parse(bytes.toString('utf8')) as Json);
  } catch {
    return undefined;
  }
}
