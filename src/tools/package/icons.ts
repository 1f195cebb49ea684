import { readPng } from './png';

/** A file's bytes by its path below the folder in question; undefined where there is none. */
export type Files = (path: string) => Buffer | undefined;

/** An icon that has this size, and nothing wrong with it; else what is wrong. */
export function iconMistake(name: string, bytes: Buffer | undefined, side: number): string | undefined {
  if (bytes === undefined) return `The icon ${name} is missing: put a PNG of ${side} × ${side} pixels there.`;
  const picture = readPng(bytes);
  if (picture === undefined)
    return `The icon ${name} is no PNG that can be read: draw it anew with ${side} × ${side} pixels.`;
  const { width, height } = picture;
  return width === side && height === side
    ? undefined
    : `The icon ${name} has ${width} × ${height} pixels: it must have ${side} × ${side}.`;
}

/** Teams colours the outline itself: it must be white, and see-through everywhere else. */
export function outlineMistake(name: string, bytes: Buffer | undefined): string | undefined {
  const pixels = bytes === undefined ? undefined : readPng(bytes)?.pixels;
  const whiteOnly = `The icon ${name} must be white on a transparent ground, saved as a PNG with 8 bits and no palette`;
  if (pixels === undefined) return bytes === undefined ? undefined : `${whiteOnly}.`;
  let [clear, drawn] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) clear++;
    else if (pixels[at] === 255 && pixels[at + 1] === 255 && pixels[at + 2] === 255) drawn++;
    else return `${whiteOnly}: it has another colour.`;
  }
  if (clear === 0) return `${whiteOnly}: nothing of it is transparent.`;
  return drawn === 0 ? `${whiteOnly}: there is nothing on it.` : undefined;
}
