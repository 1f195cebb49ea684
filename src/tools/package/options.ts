import { parseArgs } from 'node:util';

/** What stands behind the command, or every mistake in it, each one sentence for whoever typed it. */
export type Read<T> =
  { readonly ok: true; readonly options: T } | { readonly ok: false; readonly mistakes: readonly string[] };

export type PackageOptions = {
  readonly host: string;
  readonly clientId: string;
  readonly version?: string;
  readonly out?: string;
  readonly website?: string;
  readonly privacy?: string;
  readonly terms?: string;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NOTHING = /^[0-]+$/;
const VERSION = /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/;
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/;
/** Names that no other machine finds, or that lead back to one's own. */
const NOWHERE = /(^|\.)(localhost|local|localdomain|invalid|internal|lan|home\.arpa)$/;
const EXAMPLE = 'such as cadencia.example.com';

/** Options and what was typed for them; `flags` take no value. An unknown one is a mistake with the known ones beside it. */
export function typed(
  argv: readonly string[],
  values: readonly string[],
  flags: readonly string[],
): { readonly told: ReadonlyMap<string, string>; readonly mistakes: readonly string[] } {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(values.map((name) => [name, { type: 'string' as const }])),
  });
  const told = new Map<string, string>();
  const mistakes: string[] = [];
  const known = [...values, ...flags].map((name) => `--${name}`).join(' ');
  let unknownAt = -1;
  for (const token of tokens) {
    // What stands behind an option that nobody knows is its value.
    if (token.kind === 'positional' && token.index !== unknownAt + 1)
      mistakes.push(
        `“${shown(token.value)}” belongs to no option: write --name value, with one of ${known}.`,
      );
    if (token.kind !== 'option') continue;
    const { name, value } = token;
    if (told.has(name)) mistakes.push(`--${name} stands there twice: leave one of them.`);
    if (values.includes(name) && (value === undefined || value === '' || /^--/.test(value)))
      mistakes.push(`--${name} needs a value behind it.`);
    else if (flags.includes(name) && value !== undefined) mistakes.push(`--${name} takes no value.`);
    else if (![...values, ...flags].includes(name)) {
      unknownAt = token.index;
      mistakes.push(`--${shown(name)} is no option of this command: it knows ${known}.`);
    }
    told.set(name, value ?? '');
  }
  return { told, mistakes };
}

const PAGES = ['website', 'privacy', 'terms'] as const;
const OPTIONAL = ['version', 'out', ...PAGES] as const;

/** `npm run package -- …` */
export function packageOptions(argv: readonly string[]): Read<PackageOptions> {
  const { told, mistakes: wrong } = typed(argv, ['host', 'client-id', ...OPTIONAL], []);
  const host = told.get('host')?.toLowerCase();
  const clientId = told.get('client-id')?.toLowerCase();
  const { version } = Object.fromEntries(told);
  const mistakes = [
    ...wrong,
    // What has no value at all is said once.
    ...(wrong.some((said) => said.startsWith('--host ')) ? [] : [hostMistake(host)]),
    ...(wrong.some((said) => said.startsWith('--client-id ')) ? [] : [clientIdMistake(clientId)]),
    ...(version === undefined || VERSION.test(version)
      ? []
      : [
          '--version is three numbers with dots between them, such as 1.2.0, higher than the last one you uploaded.',
        ]),
    ...PAGES.filter((name) => told.has(name) && !isPage(told.get(name) ?? '')).map(
      (name) => `--${name} is the whole address of a page that people may open, beginning with https://.`,
    ),
  ].filter((said) => said !== undefined);
  if (mistakes.length > 0 || host === undefined || clientId === undefined) return { ok: false, mistakes };
  const others = OPTIONAL.filter((name) => told.has(name)).map((name) => [name, told.get(name)] as const);
  return { ok: true, options: { host, clientId, ...Object.fromEntries(others) } };
}

/** What is wrong with the name under which the server is reached; undefined when nothing is. */
export function hostMistake(host: string | undefined): string | undefined {
  if (host === undefined)
    return `--host is missing: the name under which people reach the server, ${EXAMPLE}.`;
  const only = `--host takes only the server's name, ${EXAMPLE}`;
  if (/^[a-z][a-z\d+.-]*:\/\//.test(host))
    return `${only}: leave out the “${host.slice(0, host.indexOf(':'))}://”.`;
  if (/[/?#\\]/.test(host)) return `${only}: leave out what stands behind the name.`;
  if (/@/.test(host)) return `${only}: leave out what stands before the “@”.`;
  if (/^\[|^[\da-f:]*:[\da-f:]*$/.test(host) && host.split(':').length > 2)
    return `--host is an IP address; Teams and Outlook need a name with a certificate, ${EXAMPLE}.`;
  if (/:\d*$/.test(host))
    return `${only}: leave out the port; Teams and Outlook come to port 443, so put the server behind it.`;
  if (/^\d+(\.\d+)*$/.test(host) || /^0x[\da-f]+$/.test(host))
    return `--host is an IP address; Teams and Outlook need a name with a certificate, ${EXAMPLE}.`;
  if (NOWHERE.test(host))
    return `--host is a name that only this machine or network knows; it must be one that Teams and Outlook can reach, ${EXAMPLE}.`;
  if (host.includes('*')) return `--host is one name without “*”, ${EXAMPLE}.`;
  if (/[^\x00-\x7f]/.test(host))
    return `--host must be in its ASCII form (it begins with “xn--”), ${EXAMPLE}.`;
  const labels = host.split('.');
  const whole = labels.length >= 2 && host.length <= 253 && /[a-z]/.test(labels.at(-1) ?? '');
  return whole && labels.every((label) => LABEL.test(label))
    ? undefined
    : `--host is no name of a server with its domain, ${EXAMPLE}.`;
}

/** What is wrong with the application's id in Entra; undefined when nothing is. */
export function clientIdMistake(clientId: string | undefined): string | undefined {
  const where = 'it stands in Entra as “Application (client) ID”, and `npm run register` prints it';
  if (clientId === undefined) return `--client-id is missing: ${where}.`;
  if (!UUID.test(clientId))
    return `--client-id is no id of the form 00000000-0000-0000-0000-000000000000: ${where}.`;
  return NOTHING.test(clientId) ? `--client-id is empty but for zeros: ${where}.` : undefined;
}

function isPage(text: string): boolean {
  return (
    /^https:\/\//.test(text) && URL.canParse(text) && new URL(text).username === '' && text.length <= 2048
  );
}

/** What somebody typed goes back to them shortened and without anything that steers a terminal. */
export function shown(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, '').slice(0, 60);
}
