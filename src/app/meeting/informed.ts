import type { Recipient } from '../ports/meetings';
import { type DeskState, meetingIn, nameIn } from './deskState';
import { idsByMail } from './invited';
import type { AfterView } from './meetingView';
import { sendingView } from './sentView';

/** Somebody who only gets the minutes; `mail` is empty where nobody here knows it. */
export type Informed = Recipient & { readonly outsider: boolean };

/** Those of the meeting and of the rosters, who may have been named since the agenda came in. */
export function informedIn(state: DeskState): readonly Informed[] {
  const mails = new Map([...idsByMail(state)].map(([mail, id]) => [id, mail]));
  const rostered = (state.known.series?.people ?? []).map(({ id, mail }) => [id, mail] as const);
  const mailOf = new Map([...rostered, ...mails]);
  const all = [...(meetingIn(state)?.people ?? []), ...state.known.people].filter(
    ({ role }) => role === 'informed',
  );
  const outside = new Set(all.filter(({ outsider }) => outsider === true).map(({ id }) => id));
  const named = [...new Set(all.map(({ id }) => id))].map((id) => ({
    name: nameIn(state, id),
    mail: mailOf.get(id) ?? (id.includes('@') ? id : ''),
    outsider: outside.has(id),
  }));
  // One who came in under another id than the invitation's gets one mail all the same.
  return named.filter(({ mail }, at) => mail === '' || named.findIndex((one) => one.mail === mail) === at);
}

/** The step that mails the minutes to them. */
export function informedView(state: DeskState): AfterView['informed'] {
  const all = informedIn(state);
  if (all.length === 0) return null;
  return {
    ...sendingView(state, 'mail', state.steps.informed),
    names: all.filter(({ mail }) => mail !== '').map(({ name }) => name),
    unknown: all.filter(({ mail }) => mail === '').map(({ name }) => name),
    outsiders: all.filter(({ mail, outsider }) => mail !== '' && outsider).length,
  };
}
