import type { Language } from '../../company/types';

const WORDS: Readonly<
  Record<
    'es' | 'en',
    { readonly title: string; readonly join: string; readonly id: string; readonly options: string }
  >
> = {
  es: {
    title: 'Reunión de Microsoft Teams',
    join: 'Unirse a la reunión ahora',
    id: 'Id. de reunión',
    options: 'Opciones de reunión',
  },
  en: {
    title: 'Microsoft Teams meeting',
    join: 'Join the meeting now',
    id: 'Meeting ID',
    options: 'Meeting options',
  },
};
const RULER = '_'.repeat(80);

/** The address at which a meeting of Teams is entered; one for all dates of a series. */
export function joinUrlOf(key: string, tenant: string, organiserId: string): string {
  const thread = `19:meeting_${Buffer.from(key).toString('base64url')}@thread.v2`;
  const context = JSON.stringify({ Tid: tenant, Oid: organiserId });
  const encoded = encodeURIComponent(thread).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return `https://teams.microsoft.com/l/meetup-join/${encoded}/0?context=${encodeURIComponent(context).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())}`;
}

/** The id of the chat that a meeting's address leads to. */
export function threadOf(joinUrl: string): string {
  return decodeURIComponent(/\/meetup-join\/([^/]+)\//.exec(joinUrl)?.[1] ?? '');
}

/** What Teams writes under an invitation, in the organiser's language. */
export function joinBlockHtml(joinUrl: string, key: string, language: Language): string {
  const words = WORDS[language.startsWith('es') ? 'es' : 'en'];
  const digits = BigInt(`0x${key.slice(0, 12)}`)
    .toString()
    .padStart(12, '0')
    .slice(-12);
  const url = joinUrl.replaceAll('&', '&amp;');
  return [
    `<br><div><div><span>${RULER}</span></div>`,
    `<div><span><b>${words.title}</b></span></div>`,
    `<div><a href="${url}">${words.join}</a></div>`,
    `<div><span>${words.id}: ${digits.replace(/(\d{3})(?=\d)/g, '$1 ')}</span></div>`,
    `<div><a href="https://teams.microsoft.com/meetingOptions/">${words.options}</a></div>`,
    `<div><span>${RULER}</span></div></div>`,
  ].join('\r\n');
}

/** Whether a body still leads to the meeting; without it Exchange takes the event for an ordinary one. */
export function leadsTo(bodyHtml: string, joinUrl: string): boolean {
  return bodyHtml.includes(joinUrl) || bodyHtml.includes(joinUrl.replaceAll('&', '&amp;'));
}
