import { parseArgs } from 'node:util';

/** What the person who starts the demo asked for. */
export type DemoOptions = {
  readonly port: number;
  /** Own exported calendars: a folder for each area, a file for each person. */
  readonly calendars?: string;
  /** The real Office.js on two https ports. */
  readonly https: boolean;
  /** Where each exchange with the Graph emulator is written. */
  readonly graphLog?: string;
  readonly language: 'es' | 'en';
  /** The moment at which the tenant starts, for pictures and tests that must be the same every day; else now. */
  readonly startsAt?: number;
  /**
   * Where a product server of its own listens, instead of the one in this process: its panes' origins, with `{key}` for
   * the participant ('http://{key}.localhost:4100').
   */
  readonly product?: string;
};

/** An argument or a setting that the demo cannot start with. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
}

const DEFAULT_PORT = 3978;

/** Reads arguments and environment; refuses what it does not know, in the language of the terminal. */
export function demoOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DemoOptions {
  const language = languageOf(environment);
  const wrong = (es: string, en: string) => new DemoRefused(language === 'es' ? es : en);
  const port = environment['PORT'] ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_534)
    throw wrong('PORT no es un puerto (de 0 a 65534).', 'PORT is no port (0 to 65534).');
  const { calendars, https } = readArguments(args, wrong);
  const graphLog = environment['GRAPH_LOG'];
  const told = environment['DEMO_NOW'];
  const startsAt = told === undefined || told === '' ? undefined : Date.parse(told);
  if (startsAt !== undefined && Number.isNaN(startsAt))
    throw wrong(
      'DEMO_NOW no es un momento (2026-11-24T10:00:00Z).',
      'DEMO_NOW is no moment (2026-11-24T10:00:00Z).',
    );
  const product = environment['DEMO_PRODUCT'] || undefined;
  if (product !== undefined && !/^http:\/\/\{key\}\.localhost:\d{1,5}$/.test(product))
    throw wrong(
      'DEMO_PRODUCT no es una dirección (http://{key}.localhost:4100).',
      'DEMO_PRODUCT is no address (http://{key}.localhost:4100).',
    );
  return {
    port: Number(port),
    https,
    language,
    ...(calendars !== undefined && { calendars }),
    ...(startsAt !== undefined && { startsAt }),
    ...(product !== undefined && { product }),
    ...(graphLog !== undefined && graphLog !== '' && { graphLog }),
  };
}

function readArguments(args: readonly string[], wrong: (es: string, en: string) => DemoRefused) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { calendars: { type: 'string' }, https: { type: 'boolean', default: false } },
    });
    return values;
  } catch {
    throw wrong(
      'Opciones que existen: --calendars CARPETA, --https.',
      'The options are: --calendars FOLDER, --https.',
    );
  }
}

/** Spanish unless the terminal says another language: the first users speak it. */
function languageOf(environment: Readonly<Record<string, string | undefined>>): 'es' | 'en' {
  const told = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^(c\b|posix|es|$)/i.test(told) ? 'es' : 'en';
}
