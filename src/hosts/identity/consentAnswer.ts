/** What became of an administrator's consent. */
export type ConsentAnswer = 'given' | 'declined' | 'later' | 'notGiven';

/**
 * What the sign-in service says in the query (`location.search`) of the return page after an administrator's consent;
 * undefined where it speaks of no such thing. Anybody can write an address: it is compared and never shown.
 */
export function consentAnswer(search: string): ConsentAnswer | undefined {
  const said = new URLSearchParams(search);
  // The windows of a sign-in come back with the state that they left with; they have their own way.
  if (said.has('state')) return undefined;
  const error = said.get('error');
  if (error !== null) {
    if (/^(access|permission)_denied$/.test(error)) return 'declined';
    return /^(temporarily_unavailable|server_error)$/.test(error) ? 'later' : 'notGiven';
  }
  return said.get('admin_consent')?.toLowerCase() === 'true' ? 'given' : undefined;
}
