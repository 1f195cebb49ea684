// The names that a real tenant meets, and the only ones that the packaged build may ask for.

/** Ours, as the administrator names it to `npm run package`. */
export const HOST = 'cadencia.example.com';
export const OURS = `https://${HOST}`;
export const LOGIN = 'https://login.microsoftonline.com';
export const GRAPH = 'https://graph.microsoft.com';
export const FILES = 'https://valdeolmo.sharepoint.com';
/** Where teams-js looks up whom it may believe. */
export const TEAMS_LIST = 'https://res.cdn.office.net';
export const OFFICE_SCRIPTS = 'https://appsforoffice.microsoft.com';
/** Microsoft's Ajax library, which Office.js wants. */
export const AJAX = 'https://ajax.aspnetcdn.com';

/** Hosts around our pages as Microsoft documents them (facts/platform.md 2.6), one of each kind. */
export const TEAMS = 'https://teams.microsoft.com';
export const TEAMS_NEW = 'https://teams.cloud.microsoft';
export const OUTLOOK = 'https://outlook.office.com';
export const MICROSOFT_365 = 'https://m365.cloud.microsoft';
export const PARENTS = [TEAMS, TEAMS_NEW, OUTLOOK, MICROSOFT_365] as const;
/** Nobody that anybody knows. */
export const EVIL = 'https://evil.example';

/** What our pages may ask for; whatever else is asked is a mistake of ours. */
export const EXPECTED: readonly string[] = [
  ...[OURS, LOGIN, GRAPH, FILES, TEAMS_LIST, OFFICE_SCRIPTS, AJAX],
  ...PARENTS,
];

export const nameOf = (origin: string): string => new URL(origin).host;
