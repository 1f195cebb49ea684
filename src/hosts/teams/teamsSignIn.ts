import { authentication, nestedAppAuth } from '@microsoft/teams-js';

/** What signing in uses of teams-js: a file of its own, since no page needs it for its first drawing. */
export const teamsSignIn = {
  getAuthToken: authentication.getAuthToken,
  isBridgeRecommended: nestedAppAuth.isNAAChannelRecommended,
};

export type TeamsSignIn = typeof teamsSignIn;
