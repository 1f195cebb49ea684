// `npm start`: from a fresh clone to the demo tenant in a browser. Installs, builds, then becomes the one process.
//   npm start                          the sample company at http://localhost:3978 (PORT changes it)
//   npm start -- --calendars FOLDER    your own exported calendars: FOLDER/<area>/<person>.ics
//   npm start -- --https               the real Office.js, on two https ports with a self-made certificate
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { exitWith, root } from './steps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const { startDemo } = createRequire(import.meta.url)(path.join(root, 'dist/server/demo.cjs'));
  await startDemo(process.argv.slice(2), process.env);
} catch (error) {
  exitWith(error);
}
