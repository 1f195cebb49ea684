import type { AdminView, CallMade, TierRow } from '../../app/admin/adminDesk';
import type { Failure } from '../../app/ports/failure';
import { signInWordsIn } from '../signInWordsIn';
import type { AdminLocale } from './adminLocale';

const SOON_MS = 14 * 86_400_000;

/** The first call of a row that failed. */
function failedCall({ calls }: TierRow): CallMade | undefined {
  return calls.find(({ outcome }) => typeof outcome === 'object');
}

/** What stands in a row's column of states: what it is, and in the same breath why. */
export function stateText(row: TierRow, { admin: words, sentences }: AdminLocale): string {
  const { state, tier } = row;
  switch (state.kind) {
    case 'waiting':
    case 'testing':
    case 'works':
      return words.states[state.kind];
    case 'granted':
      return `${words.states.granted} · ${tier === 'mail' ? words.notTried.mail : words.notTried.other}`;
    case 'notGranted':
      return words.notGranted(words.tiers[tier].without);
    case 'partly':
    case 'failed': {
      const failed = failedCall(row);
      if (failed !== undefined) return problemText(failed, words);
      return state.kind === 'failed' ? `⚠ ${sentences.why(state.failure)}` : words.states.waiting;
    }
  }
}

/** What an answer with a code of its own means; undefined for every other one. */
export function codeText(
  outcome: CallMade['outcome'],
  problems: AdminLocale['admin']['problems'],
): string | undefined {
  if (typeof outcome !== 'object' || outcome.kind !== 'refused') return undefined;
  if (outcome.code === 'transcriptsOff') return problems.access;
  if (outcome.code === 'attributionOff') return problems.names;
  return outcome.code === 'metered' ? problems.metered : undefined;
}

function problemText({ probe, outcome }: CallMade, { problems, proves }: AdminLocale['admin']): string {
  const kind = typeof outcome === 'object' ? outcome.kind : undefined;
  const known = codeText(outcome, problems);
  if (known !== undefined) return known;
  if (probe === 'site') return kind === 'denied' || kind === 'consent' ? problems.site : problems.siteOff;
  if (probe === 'panel' && kind === 'notFound') return problems.catalogue;
  if (probe === 'rooms') return kind === 'notFound' ? problems.noRooms : problems.rooms;
  return problems.some(proves[probe]);
}

/** Where the server was not asked, or did not take who asked, it is not the server that fails. */
const WHY_NOT: Readonly<Partial<Record<Failure['kind'], 'denied' | 'nobody'>>> = {
  denied: 'denied',
  signIn: 'nobody',
  consent: 'nobody',
};

/** What the page says beside its sign-in: what stands in the way, where that is known. */
export function signInText({ tiers }: AdminView, { admin: words, language }: AdminLocale): string {
  const whys = tiers.flatMap(({ state }) =>
    state.kind === 'failed' && state.failure.kind === 'signIn' ? (state.failure.why ?? []) : [],
  );
  return whys[0] === undefined ? words.signedOut : signInWordsIn(language)[whys[0]];
}

/** How the server is, part by part; the second line of the page. */
export function serverTexts(view: AdminView, locale: AdminLocale, zone: string): readonly string[] {
  const { line } = locale.admin;
  const { server } = view;
  if (server.kind === 'asking') return [line.asking];
  if (server.kind === 'none') return [line.none];
  if (server.kind === 'failed') return [line[WHY_NOT[server.failure.kind] ?? 'failed']];
  return [line.good, clockText(server.state, locale), certificateText(server.state, locale, zone)];
}

type Told = Extract<AdminView['server'], { kind: 'told' }>['state'];

export function clockText({ clockOffMs, clockToleranceMs }: Told, { admin: { line } }: AdminLocale): string {
  if (clockOffMs === null) return line.clockUnknown;
  return clockOffMs > clockToleranceMs ? line.clockOff(Math.round(clockOffMs / 1000)) : line.clock;
}

export function certificateText(
  { certificateEnds, now }: Told,
  { admin: { line }, format }: AdminLocale,
  zone: string,
): string {
  if (certificateEnds === null) return line.proxy;
  const day = format.dayOf(certificateEnds, zone);
  return line.until(line.day(format.dayAndMonth(day), day.slice(0, 4)), certificateEnds - now < SOON_MS);
}
