import type { EntraTrouble } from '../../app/entraCodes';
import { PortFailure, type Tier } from '../../app/ports/failure';
import type { Account } from '../../app/ports/identity';
import type { TeamsSignIn } from '../teams/teamsSignIn';
import { failureOfTrouble, TROUBLES } from './failures';
import { tierOf, type Ask, type Got, type Way } from './way';

/** Where our server changes a token for itself into one for Graph. */
const EXCHANGE = '/graph-token';
const SPARE_MS = 300_000;
const THROTTLED_MS = 60_000;

/** Teams' codes for an app that it gives no tokens for: not set up in Entra, or a client that does not know how. */
const NOT_HERE = /resource_?disabled|invalid_?resource|not.?supported/i;

/**
 * Teams without nested app authentication: Teams itself gives a token for our server, which changes it into Graph's.
 * What a person must consent to is asked in a window, as Teams asks for our own scope alone; where Teams gives nothing
 * at all, everything goes by windows.
 */
export function teamsWay(
  { getAuthToken }: Pick<TeamsSignIn, 'getAuthToken'>,
  windows: () => Promise<Way>,
): Way {
  const kept = new Map<Tier, Got & { readonly until: number }>();
  let nothingHere = false;
  let ownWindows = false;

  const ours = (ask: Ask): Promise<string> =>
    getAuthToken({
      silent: ask.interactive !== true,
      ...(ask.claims !== undefined && { claims: [ask.claims] }),
    });

  async function graph(tier: Tier, ask: Ask): Promise<Got> {
    const known = kept.get(tier);
    if (
      known !== undefined &&
      ask.renew !== true &&
      ask.claims === undefined &&
      performance.now() < known.until
    )
      return known;
    let assertion = await ours(ask);
    let answer = await exchange(assertion, tier);
    if ('claims' in answer && answer.claims !== undefined && ask.interactive === true) {
      assertion = await ours({ ...ask, claims: answer.claims });
      answer = await exchange(assertion, tier);
    }
    if (!('token' in answer)) throw new Refused(answer);
    const got = {
      token: answer.token,
      account: accountIn(assertion),
      until: performance.now() + answer.expiresIn * 1000 - SPARE_MS,
    };
    kept.set(tier, got);
    return got;
  }

  const inWindow: Way['get'] = async (what, ask) => {
    ownWindows = true;
    return (await windows()).get(what, ask);
  };

  return {
    get ownWindows() {
      return ownWindows;
    },
    async get(what, ask) {
      if (nothingHere) return inWindow(what, ask);
      try {
        if (what !== 'server') return await graph(what, ask);
        const token = await ours(ask);
        return { token, account: accountIn(token) };
      } catch (error) {
        if (error instanceof Error && NOT_HERE.test(error.message)) {
          nothingHere = true;
          return inWindow(what, ask);
        }
        const failure = failureIn(error, tierOf(what));
        if (failure.kind !== 'consent' || ask.interactive !== true) throw new Told(failure, error);
      }
      return inWindow(what, ask);
    },
  };

  function failureIn(error: unknown, tier: Tier): PortFailure['failure'] {
    if (error instanceof PortFailure) return error.failure;
    if (error instanceof Refused) return failureOfTrouble(error.answer.trouble, error.answer.why, tier);
    return teamsSaid(error instanceof Error ? error.message : '', tier);
  }
}

type No = {
  readonly why: 'consent' | 'signIn';
  readonly trouble?: EntraTrouble;
  readonly claims?: string;
};
type Exchanged = { readonly token: string; readonly expiresIn: number } | No;

/** What the server said no with, until it has been read. */
class Refused extends Error {
  constructor(readonly answer: No) {
    super('refused');
  }
}

/** A failure of the port that still has the claims of its challenge. */
export class Told extends PortFailure {
  readonly claims: string | undefined;

  constructor(failure: PortFailure['failure'], from: unknown) {
    super(failure);
    this.claims = from instanceof Refused ? from.answer.claims : undefined;
  }
}

async function exchange(assertion: string, tier: Tier): Promise<Exchanged> {
  const response = await fetch(EXCHANGE, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${assertion}` },
    body: JSON.stringify({ tier }),
  }).catch(() => {
    throw new PortFailure({ kind: 'offline' });
  });
  const body = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  const { token, expiresIn, why, trouble, claims } = body;
  if (response.ok && typeof token === 'string' && typeof expiresIn === 'number') return { token, expiresIn };
  if (response.status === 401) return { why: 'signIn' };
  if (response.status === 429) throw new PortFailure({ kind: 'throttled', retryAfterMs: THROTTLED_MS });
  if (response.status !== 403 || (why !== 'consent' && why !== 'signIn'))
    throw new PortFailure({ kind: 'unavailable' });
  const known = TROUBLES.find((one) => one === trouble);
  return {
    why,
    ...(known !== undefined && { trouble: known }),
    ...(typeof claims === 'string' && { claims }),
  };
}

/** teams-js fails with one word of its host's, which is in no list of Microsoft's: what is not known needs a sign-in. */
function teamsSaid(word: string, tier: Tier): PortFailure['failure'] {
  if (/consent/i.test(word)) return { kind: 'consent', tier };
  if (/cancel/i.test(word)) return { kind: 'cancelled' };
  if (/mfa|interaction/i.test(word)) return { kind: 'signIn', why: 'proof' };
  if (/window/i.test(word)) return { kind: 'signIn', why: 'blocked' };
  return { kind: 'signIn' };
}

/** Who the token is of; the server checks it, here it only names. */
function accountIn(token: string): Account {
  try {
    const part = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(part), (one) => one.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
    const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
    const mail = text('preferred_username') || text('upn') || text('email');
    return { id: text('oid'), tenant: text('tid'), name: text('name') || mail, mail: mail.toLowerCase() };
  } catch {
    throw new PortFailure({ kind: 'signIn' });
  }
}
