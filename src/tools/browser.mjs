// Finds a Chromium for the browser tests and says what it did. As a script it prints one line of JSON on stdout:
//   node src/tools/browser.mjs    { executablePath, args, env, said }
// Order: CHROME_PATH, a browser of Playwright's that is already there, Chrome, Chromium or Edge of the system, the one
// that npm ships (Linux x64), Playwright's own download. BROWSER_FROM names the only sources to try, such as
// `BROWSER_FROM=npm`: a machine that has a browser can so prove the others.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root, runProgram, StepFailed } from './steps.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const env = process.env;

/** Nothing of the browser's own may call home or wait for a display during a test. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SOURCES = {
  path: fromPath,
  playwright: fromPlaywright,
  system: fromSystem,
  npm: fromNpm,
  install: fromInstall,
};

/** The first browser that is there: { executablePath, args, env, said }. Throws StepFailed with a way out. */
export async function findBrowser() {
  const names = env.BROWSER_FROM?.split(',') ?? Object.keys(SOURCES);
  const tried = [];
  for (const name of names) {
    const source = SOURCES[name];
    if (source === undefined)
      throw new StepFailed(`BROWSER_FROM names ${name}; known: ${Object.keys(SOURCES)}`);
    const found = await source(tried);
    if (found !== undefined) return { args: QUIET, env: {}, ...found };
  }
  throw new StepFailed(
    `No browser for the tests: ${tried.join('; ')}. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.`,
  );
}

const isFile = (file) => existsSync(file) && statSync(file).isFile();

function fromPath(tried) {
  const file = env.CHROME_PATH;
  if (!file) return void tried.push('CHROME_PATH is not set');
  if (!isFile(file)) throw new StepFailed(`CHROME_PATH names no file: ${file}`);
  return { executablePath: file, said: `the browser of CHROME_PATH (${file})` };
}

/** Playwright keeps browsers by revision; the newest full one wins, whichever version of Playwright put it there. */
function fromPlaywright(tried) {
  const folder =
    env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      darwin: path.join(os.homedir(), 'Library/Caches/ms-playwright'),
      win32: path.join(env.LOCALAPPDATA ?? os.homedir(), 'ms-playwright'),
    }[process.platform] ||
    path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'ms-playwright');
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  const revisions = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name))
    : [];
  const found = revisions
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => programs.map((program) => path.join(folder, name, program)))
    .find(isFile);
  if (found === undefined) return void tried.push('Playwright has installed none');
  return { executablePath: found, said: `a browser that Playwright had installed (${found})` };
}

function fromSystem(tried) {
  const found = systemFiles().find(isFile);
  if (found === undefined) return void tried.push('the system has no Chrome, Chromium or Edge');
  return { executablePath: found, said: `the system's browser (${found})` };
}

function systemFiles() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => path.join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (env.PATH ?? '').split(':').filter((folder) => path.isAbsolute(folder));
  return [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

/**
 * The packed Chromium of @sparticuz/chromium. The package unpacks into the temporary folder and trusts whatever lies
 * there, half-written or old (facts of 2026-11): so it gets a temporary folder of its own, which becomes the versioned
 * folder in one step. Its default arguments are not used: `--single-process` ends the browser with the second closed
 * context, `--disable-web-security` hides mistakes in origins and policies.
 */
async function fromNpm(tried) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return void tried.push('npm ships one for Linux x64 only');
  let entry;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return void tried.push('the optional package @sparticuz/chromium is not installed');
  }
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json')),
  );
  const folder = path.join(root, `node_modules/.cache/chromium-${version}`);
  const unpacked = !existsSync(folder);
  if (unpacked) await unpack(entry, folder);
  const executablePath = path.join(folder, 'chromium');
  const libraries = await librariesFor(executablePath, path.join(folder, 'al2023/lib'));
  if (libraries === undefined) return void tried.push('the one npm ships does not start on this machine');
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: ownFonts(path.join(folder, 'fonts')) };
  return {
    executablePath,
    args: [...QUIET, '--no-sandbox', '--no-zygote', '--disable-gpu', '--in-process-gpu'],
    env: { ...libraries, ...fonts },
    said: `the browser that npm ships (@sparticuz/chromium ${version}${unpacked ? ', unpacked now' : ''}${
      libraries.LD_LIBRARY_PATH ? ', with its own system libraries' : ''
    })`,
  };
}

/** The shipped configuration looks in /tmp/fonts. */
function ownFonts(folder) {
  const lines = [
    '<?xml version="1.0"?>',
    `<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  ];
  writeFileSync(path.join(folder, 'fonts.conf'), lines.join('\n'));
  return folder;
}

async function unpack(entry, folder) {
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  // The name of a Lambda environment makes it unpack its library archive too.
  const code = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => (m.default.default ?? m.default).executablePath())`;
  await run(process.execPath, ['-e', code], {
    env: { ...env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** {} when it starts as it is, the library path when it needs the bundled libraries, undefined when neither helps. */
async function librariesFor(executablePath, bundled) {
  for (const extra of [{}, { LD_LIBRARY_PATH: [bundled, env.LD_LIBRARY_PATH].filter(Boolean).join(':') }]) {
    const starts = await run(executablePath, ['--version'], { env: { ...env, ...extra } }).then(
      () => true,
      () => false,
    );
    if (starts) return extra;
  }
  return undefined;
}

async function fromInstall(tried) {
  console.error('No browser found here: asking Playwright to download one.');
  const code = await runProgram(
    process.execPath,
    [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    { quiet: true },
  );
  const found = code === 0 ? fromPlaywright([]) : undefined;
  if (found === undefined) return void tried.push('Playwright could not download one');
  return { ...found, said: `a browser that Playwright has just downloaded (${found.executablePath})` };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const found = await findBrowser();
    console.error(`Browser tests use ${found.said}.`);
    console.log(JSON.stringify(found));
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
