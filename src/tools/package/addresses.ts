import { actionsOf, textsOf, type Json, type Manifest } from './manifest';
import { iconMistake, type Files } from './icons';

/** Addresses that people open in a browser of their own: they may lie anywhere. */
const OUTSIDE = /^developer\./;

/**
 * Every address lies on the host, over https, and names what the build holds: a page, a script or an icon of the
 * size that stands beside it. Nothing else may be loaded, and the host is the one valid domain.
 */
export function addressMistakes(manifest: Json & Manifest, host: string, built: Files): readonly string[] {
  const mistakes: string[] = [];
  const domains = manifest.validDomains ?? [];
  if (domains.length !== 1 || domains[0] !== host)
    mistakes.push(
      `“validDomains” of the manifest must hold ${host} and nothing else: its pages go nowhere else.`,
    );
  for (const [path, text] of textsOf(manifest)) {
    if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text) || path === '$schema' || OUTSIDE.test(path)) continue;
    if (path.startsWith('webApplicationInfo.')) continue;
    if (!text.startsWith(`https://${host}/`)) {
      mistakes.push(
        `The manifest names an address outside of https://${host} at “${path}”: it must lie there.`,
      );
      continue;
    }
    const file = text.slice(`https://${host}/`.length).replace(/[?#].*$/, '');
    if (built(file) === undefined)
      mistakes.push(
        `The manifest names ${file} at “${path}”, and the build holds no such file: add it to webpack.config.js, or take it out.`,
      );
  }
  return [...mistakes, ...ribbonIconMistakes(manifest, host, built)];
}

function ribbonIconMistakes({ extensions = [] }: Manifest, host: string, built: Files): readonly string[] {
  const icons = extensions
    .flatMap(({ ribbons = [] }) => ribbons)
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ groups = [] }) => groups)
    .flatMap(({ controls = [] }) => controls)
    .flatMap(({ id, icons: own }) => {
      const sizes = own.map(({ size }) => size);
      const lacking = [16, 32, 80].filter((size) => !sizes.includes(size));
      return [
        ...lacking.map(
          (size) => `The button “${id}” has no icon of ${size} pixels: name one of 16, 32 and 80.`,
        ),
        ...own.map(({ size, url }) => {
          const file = url.replace(`https://${host}/`, '');
          const bytes = built(file);
          return bytes === undefined ? undefined : iconMistake(file, bytes, size);
        }),
      ];
    });
  return [...new Set(icons.filter((said) => said !== undefined))];
}

/** A button or an event that calls nothing does nothing, and says nothing either. */
export function actionMistakes({ extensions = [] }: Manifest): readonly string[] {
  return extensions.flatMap((extension) => {
    const { called, offered } = actionsOf(extension);
    return [
      ...called
        .filter((id) => !offered.includes(id))
        .map(
          (id) =>
            `A button or event calls the action “${id}”, which no runtime of the manifest offers: add it there.`,
        ),
      ...offered
        .filter((id) => !called.includes(id))
        .map((id) => `The action “${id}” of a runtime is called by no button and no event: take it out.`),
      ...offered
        .filter((id, at) => offered.indexOf(id) !== at)
        .map((id) => `Two runtimes of the manifest offer the action “${id}”: give one of them another id.`),
    ];
  });
}
