import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/root';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test('AR18 the oldest Node that will do is the same one wherever it is named', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const [, oldest = ''] = /^>=(\d+\.\d+)\.0$/.exec(engines.node) ?? [];
  const [major = '', minor = ''] = oldest.split('.');
  for (const [file, words] of [
    ['README.md', `Node ${oldest} or newer`],
    ['docs/operate.md', `Node ${oldest} or newer`],
    ['docs/install.md', `Node ${oldest} or newer`],
    ['src/tools/install.mjs', `Node ${oldest} or newer`],
    ['src/tools/install.mjs', `major < ${major} || (major === ${major} && minor < ${minor})`],
    ['webpack.config.js', `'node ${oldest}'`],
    ['webpack.config.js', `'node${oldest}'`],
  ] as const)
    expect([file, read(file).includes(words) ? words : 'does not say it']).toEqual([file, words]);
});

test('AR18 the image’s Node satisfies every package that the server runs on', () => {
  const images = [...read('.container/Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, major]) =>
    Number(major),
  );
  expect(new Set(images).size).toBe(1);
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { dev?: boolean; engines?: { node?: string } }>;
  };
  const asking = Object.entries(packages).flatMap(([name, { dev, engines }]) =>
    dev === true || engines?.node === undefined ? [] : [[name, engines.node] as const],
  );
  expect(asking.length).toBeGreaterThan(20);
  const takes = (range: string) =>
    range.split('||').some((part) => {
      const [, sign = '', major = ''] = /^\s*(>=|\^|~|)\s*v?(\d+)/.exec(part) ?? [];
      return sign === '>=' ? (images[0] ?? 0) >= Number(major) : images[0] === Number(major);
    });
  expect(asking.filter(([, range]) => !takes(range))).toEqual([]);
});
