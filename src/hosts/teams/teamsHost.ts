import type { SdkError } from '@microsoft/teams-js';
import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure, type Failure } from '../../app/ports/failure';
import type { MeetingHost } from '../../app/ports/meetingHost';
import { checkedLink, windowAddressOf } from '../window/meetingAddress';
import { isSmall, placeOf, surfaceOf } from './context';
import { teamsAround, type TeamsWindow } from './startTeams';
import type { TeamsJs } from './teamsJs';
import { watchedTheme } from './teamsTheme';

/**
 * Teams around the page; undefined when the page is not in Teams, at once where nobody frames it and otherwise after a
 * few seconds without an answer. The context is a hint of the host's: who the person is, a token says.
 */
export async function teamsHost(
  config: ClientConfig,
  { page = window, patienceMs = 5_000 }: { readonly page?: TeamsWindow; readonly patienceMs?: number } = {},
): Promise<MeetingHost | undefined> {
  const around = await teamsAround(config, patienceMs, page);
  if (around === undefined) return undefined;
  const { teams, context } = around;
  const { origin, pathname } = page.location;
  const surface = surfaceOf(context.page.frameContext);
  const place = placeOf(context);
  return {
    kind: 'teams',
    locale: context.app.locale,
    theme: watchedTheme(teams, context.app.theme),
    surface,
    place,
    small: isSmall(context.app.host.clientType),
    ready: () => void teams.app.notifySuccess().catch(() => undefined),
    onSpeaking(handler) {
      // A tab beside the call has no such signal, and asking for it throws.
      if (surface === 'tab') return;
      teams.meeting.registerSpeakingStateChangeHandler(({ isSpeakingDetected, error }) => {
        if (error === undefined || error === null) handler(isSpeakingDetected);
      });
    },
    share: surface === 'panel' ? () => shared(teams, `${origin}${pathname}#surface=stage`) : undefined,
    async openLink(url) {
      await teams.app.openLink(checkedLink(url, origin)).catch(() => {
        throw new PortFailure({ kind: 'unavailable' });
      });
    },
    windowAddress: () => (place === undefined ? undefined : windowAddressOf(origin, place)),
  };
}

function shared(teams: TeamsJs, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    teams.meeting.shareAppContentToStage((error, done) => {
      if (error === null && done !== false) resolve();
      else reject(new PortFailure(meaningOf(error)));
    }, url);
  });
}

/** Attendees may not share, and the host says so (teams-js' own numbers, 2.58). */
function meaningOf(error: SdkError | null): Failure {
  switch (error?.errorCode) {
    case 1000:
      return { kind: 'denied' };
    case 2000:
      return { kind: 'offline' };
    default:
      return { kind: 'unavailable' };
  }
}
