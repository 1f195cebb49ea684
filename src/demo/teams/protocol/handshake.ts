import type { Seen } from './seen';

/**
 * What this host can do; nothing is named here that it does not answer. Meeting calls have no capability of their own
 * (facts/platform.md 7.3).
 */
const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  supports: { app: { notifySuccessResponse: {} }, nestedAppAuth: {}, pages: { config: {} } },
};

/** In the one order that brings teams-js' bridge: context, client, version, runtime (facts/platform.md 7.2). */
export const initialized = ({ frameContext, clientType }: Seen): readonly string[] => [
  frameContext,
  clientType,
  '2.0.1',
  JSON.stringify(RUNTIME),
];

/** The flat context of older Teams, from which teams-js makes the one that apps see. */
export function legacyContext(seen: Seen): object {
  const { frameContext, clientType, theme, locale, chat, user, entityId, session } = seen;
  return {
    entityId,
    subEntityId: '',
    locale,
    theme,
    frameContext,
    meetingId: btoa(`0#${chat}#0`),
    chatId: chat,
    userObjectId: user.id,
    tid: user.tenant,
    loginHint: user.mail,
    userPrincipalName: user.mail,
    userDisplayName: user.name,
    hostName: 'Teams',
    hostClientType: clientType,
    sessionId: session,
    appSessionId: session,
    isFullScreen: false,
    isMultiWindow: false,
    osLocaleInfo: { platform: 'windows', regionalFormat: locale },
  };
}
