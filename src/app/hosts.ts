/**
 * Teams, Outlook and Microsoft 365, which may have a token of our server's without asking each person
 * (platform facts 3.3).
 */
export const HOSTS: Readonly<Record<string, string>> = {
  'Teams on desktop and phones': '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  'Teams on the web': '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'Microsoft 365 on the web': '4765445b-32c6-49b0-83e6-1d93765276ca',
  'Microsoft 365 on desktop': '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'Outlook on desktop and Microsoft 365 on phones': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'Outlook on the web': 'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  'Outlook on phones': '27922004-5251-4030-b22d-91ecd9a37ea4',
};

/** The applications whose tokens for our server may become tokens for Graph: our own, and the hosts it is in. */
export const applicationsOf = (clientId: string): ReadonlySet<string> =>
  new Set([clientId.toLowerCase(), ...Object.values(HOSTS)]);
