import type { Tier } from '../../app/ports/failure';
import { TIER_SCOPES } from '../../app/tiers';
import { clientIdMistake, hostMistake, shown, typed, type Read } from '../package/options';

export type RegisterOptions = {
  readonly host: string;
  /** An application that is there already. */
  readonly clientId?: string;
  readonly name: string;
  readonly tiers: readonly Tier[];
  /** The address of the one site that keeps the files. */
  readonly site?: string;
  readonly mode: 'print' | 'check' | 'apply';
  /** Consents for everybody in the organisation. */
  readonly consent: boolean;
};

/** What most organisations begin with; the other two need a further decision. */
const USUAL: readonly Tier[] = ['plan', 'live', 'followUp', 'mail'];

const TIERS = Object.keys(TIER_SCOPES) as readonly Tier[];
const VALUES = ['host', 'client-id', 'name', 'tiers', 'site'];
const FLAGS = ['check', 'apply', 'consent'];

/** `npm run register -- …` */
export function registerOptions(argv: readonly string[]): Read<RegisterOptions> {
  const { told, mistakes: wrong } = typed(argv, VALUES, FLAGS);
  const said = (name: string) => wrong.some((one) => one.startsWith(`--${name} `));
  const host = told.get('host')?.toLowerCase();
  const clientId = told.get('client-id')?.toLowerCase();
  const name = told.get('name') ?? 'Cadencia';
  const tiers = (told.get('tiers') ?? USUAL.join()).split(',');
  const unknown = tiers.filter((tier) => !(TIERS as readonly string[]).includes(tier));
  const site = told.get('site');
  const [check, apply, consent] = FLAGS.map((flag) => told.has(flag)) as [boolean, boolean, boolean];
  const mistakes = [
    ...wrong,
    ...(said('host') ? [] : [hostMistake(host)]),
    ...(said('client-id') || clientId === undefined ? [] : [clientIdMistake(clientId)]),
    ...(said('name') || /^[^\p{C}]{1,120}$/u.test(name)
      ? []
      : ['--name is one line of at most 120 characters.']),
    ...(said('tiers') || unknown.length === 0
      ? []
      : [
          `--tiers knows no “${shown(unknown[0] ?? '')}”: write some of ${TIERS.join(',')} with commas between them.`,
        ]),
    ...(said('site') || site === undefined || isSite(site)
      ? []
      : [
          '--site is the address of a site in SharePoint, such as https://contoso.sharepoint.com/sites/Marketing.',
        ]),
    ...(check && apply ? ['--check only looks and --apply changes: leave one of them out.'] : []),
    ...(consent && !apply ? ['--consent changes something: it needs --apply.'] : []),
    ...(check && clientId === undefined && !said('client-id')
      ? ['--client-id is missing: --check looks at the application with this id.']
      : []),
  ].filter((one) => one !== undefined);
  if (mistakes.length > 0 || host === undefined) return { ok: false, mistakes };
  return {
    ok: true,
    options: {
      ...{ host, name, tiers: TIERS.filter((tier) => tiers.includes(tier)), consent },
      mode: apply ? 'apply' : check ? 'check' : 'print',
      ...(clientId !== undefined && { clientId }),
      ...(site !== undefined && { site: site.replace(/\/+$/, '') }),
    },
  };
}

/** A site's own address, not that of a page or a library in it; what the service would make of those is not ours to guess. */
function isSite(text: string): boolean {
  if (!/^https:\/\/[a-z\d-]+\.sharepoint\.[a-z.]{2,10}(\/(sites|teams)\/[^/?#\s]+)?\/?$/i.test(text))
    return false;
  try {
    return decodeURIComponent(new URL(text).pathname) !== '';
  } catch {
    return false;
  }
}
