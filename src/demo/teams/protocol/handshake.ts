import type { Seen } from './seen';

/**
 * What this host can do; nothing is named here that it does not answer. Meeting calls have no capability of their own
 * (facts/platform.md 7.3).
 */
const runtimeOf = ({ withoutBridge = false }: Seen) => ({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  isNAAChannelRecommended: !withoutBridge,
  supports: {
    app: { notifySuccessResponse: {} },
    ...(!withoutBridge && { nestedAppAuth: {} }),
    pages: { config: {} },
  },
});

/** In the one order that brings teams-js' bridge: context, client, version, runtime (facts/platform.md 7.2). */
export const initialized = (seen: Seen): readonly string[] => [
  seen.frameContext,
  seen.clientType,
  '2.0.1',
  JSON.stringify(runtimeOf(seen)),
];

/** The flat context of older Teams, from which teams-js makes the one that apps see. */
export function legacyContext(seen: Seen): object {
  const { frameContext, clientType, theme, locale, chat, place, user, entityId, session } = seen;
  return {
    entityId,
    subEntityId: seen.subEntityId ?? '',
    locale,
    theme,
    frameContext,
    ...(seen.appId !== undefined && { appId: seen.appId }),
    ...(chat !== '' && { meetingId: btoa(`0#${chat}#0`), chatId: chat }),
    ...(place !== undefined && {
      channelId: place.channel,
      channelName: place.channelName,
      channelType: 'Regular',
      // A team has a thread of its own, which is none of its group's ids.
      teamId: `19:${place.group.replaceAll('-', '')}@thread.tacv2`,
      groupId: place.group,
      teamName: place.teamName,
      teamType: 0,
    }),
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
