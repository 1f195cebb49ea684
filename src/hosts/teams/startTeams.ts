import type { app } from '@microsoft/teams-js';
import { broughtOnce } from '../../app/broughtOnce';
import type { ClientConfig } from '../../app/clientConfig';
import { within } from '../identity/limit';
import type { TeamsJs } from './teamsJs';

export type TeamsWindow = Window & {
  /** Teams' mobile clients, which show the page without a frame. */
  nativeInterface?: unknown;
};

/**
 * teams-js, initialised once for the page: it keeps one state, whoever asks. Undefined in a page that nobody frames, and
 * where the parent does not answer in time. `parents` are origins beside Microsoft's own that it may believe; any other
 * parent never answers, so patience has an end, and is counted from when it was asked: who comes later waits for what is left
 * of it, and nobody adds up the patience of everybody. Nested app authentication and the host's calls work only where the
 * parent is the top window (teams-js 2.58).
 */
export async function startTeams(
  parents: readonly string[],
  patienceMs: number,
  pane: TeamsWindow = window,
): Promise<TeamsJs | undefined> {
  const mayAsk = pane.nativeInterface !== undefined || (pane.parent !== pane && pane.parent === pane.top);
  if (!mayAsk) return undefined;
  const started = initialized(parents);
  const waited = askedAt === undefined ? 0 : performance.now() - askedAt;
  return within(Math.max(0, patienceMs - waited), started, undefined);
}

/** When the parent was asked: until our own script was there, nobody was. */
let askedAt: number | undefined;

const initialized = broughtOnce(async (parents: readonly string[]): Promise<TeamsJs | undefined> => {
  const { teamsJs: teams } = await import('./teamsJs');
  askedAt = performance.now();
  // An unknown parent makes it fail after a minute, when nobody waits any more.
  return teams.app.initialize(parents.length > 0 ? [...parents] : undefined).then(
    () => teams,
    () => undefined,
  );
});

/** The library with what Teams tells of the page; undefined where it does not, in time. */
export async function teamsAround(
  { parents }: Pick<ClientConfig, 'parents'>,
  patienceMs: number,
  pane?: TeamsWindow,
): Promise<{ readonly teams: TeamsJs; readonly context: app.Context } | undefined> {
  const teams = await startTeams(parents, patienceMs, pane);
  if (teams === undefined) return undefined;
  const asked = teams.app.getContext().catch(() => undefined);
  const context = await within(patienceMs, asked, undefined);
  return context && { teams, context };
}
