import type { ClientType, Role, TeamsTheme } from './protocol/seen';

/** The first two in a meeting, the others in a team; the last is a page of its own, which Teams need not have. */
export type Surface = 'panel' | 'tab' | 'channel' | 'personal' | 'admin';
export type TeamsLocale = 'es-ES' | 'es-CO' | 'en-US';

/** Somebody in the meeting, and how their Teams is. */
export type Participant = {
  readonly key: string;
  readonly role: Role;
  readonly theme: TeamsTheme;
  readonly locale: TeamsLocale;
  readonly client: ClientType;
  readonly surface: Surface;
};

/** What the address asks for: a meeting or the team, who is in it, and how their Teams is at first. */
export type Asked = {
  readonly chat: string | undefined;
  /** The team's channel instead of a meeting. */
  readonly team: boolean;
  /** What a link leads to: the tab by what it was set up with, and a place in it. */
  readonly link: TabLink | undefined;
  readonly people: readonly string[];
  readonly look: Partial<Omit<Participant, 'key' | 'role'>>;
  readonly onStage: boolean;
  readonly chatOpen: boolean;
};

export type TabLink = { readonly entity: string; readonly sub: string };

const THEMES: readonly TeamsTheme[] = ['default', 'dark', 'contrast'];
const LOCALES: readonly TeamsLocale[] = ['es-ES', 'es-CO', 'en-US'];
const CLIENTS: readonly ClientType[] = ['desktop', 'web', 'android'];

/** Reads `#chat=…&people=irene,rodrigo&surface=panel&theme=dark&locale=en-US&client=android`; what makes no sense is left out. */
export function askedBy(hash: string): Asked {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === told.get(name));
  const surface = one('surface', ['panel', 'tab', 'stage', 'channel', 'personal', 'admin'] as const);
  const theme = one('theme', THEMES);
  const locale = one('locale', LOCALES);
  const client = one('client', CLIENTS);
  const entity = told.get('entity');
  return {
    chat: told.get('chat') ?? undefined,
    team: told.get('team') === '1',
    link: entity === null ? undefined : { entity, sub: told.get('sub') ?? '' },
    people: (told.get('people') ?? '').split(',').filter((key) => /^[a-z0-9-]{1,63}$/.test(key)),
    look: {
      ...(theme !== undefined && { theme }),
      ...(locale !== undefined && { locale }),
      ...(client !== undefined && { client }),
      ...(surface !== undefined && surface !== 'stage' && { surface }),
    },
    onStage: surface === 'stage',
    chatOpen: told.get('panel') === 'chat',
  };
}

/** The address that leads to this meeting with these people again; what else the address before asked for stays. */
export function addressOf(chat: string, people: readonly string[], before = ''): string {
  const told = new URLSearchParams(before.replace(/^#/, ''));
  told.set('chat', chat);
  told.set('people', people.join());
  return `#${told.toString()}`;
}

/** The same for the team's channel. */
export function teamAddressOf(people: readonly string[], before = ''): string {
  const told = new URLSearchParams(before.replace(/^#/, ''));
  for (const name of ['chat', 'entity', 'sub']) told.delete(name);
  told.set('team', '1');
  told.set('people', people.join());
  return `#${told.toString()}`;
}

const ENTITY = /^https:\/\/teams\.microsoft\.com\/l\/entity\/[^/]+\/([^/?]+)/;
const MEETING = /^https:\/\/teams\.microsoft\.com\/l\/(?:meetup-join|chat)\/([^/?]+)/;

/** A link to the channel, whatever stands in it. */
export const isChannelLink = (address: string): boolean =>
  /^https:\/\/teams\.microsoft\.com\/l\/channel\//.test(address);

/** The tab that one of Teams' own links leads to; undefined for every other link. */
export function tabLinkOf(address: string): TabLink | undefined {
  const entity = ENTITY.exec(address)?.[1];
  if (entity === undefined) return undefined;
  const context: unknown = parsed(new URL(address).searchParams.get('context') ?? '');
  const sub = (context as { subEntityId?: unknown } | undefined)?.subEntityId;
  return { entity: decodeURIComponent(entity), sub: typeof sub === 'string' ? sub : '' };
}

/** Where a link into Teams leads on this page, for somebody; undefined for a link that leads elsewhere. */
export function hereOf(address: string, key: string): string | undefined {
  const tab = tabLinkOf(address);
  if (tab !== undefined) {
    const surface = tab.entity === 'mine' ? 'personal' : 'channel';
    return `#${new URLSearchParams({ team: '1', people: key, surface, ...tab }).toString()}`;
  }
  if (isChannelLink(address))
    return `#${new URLSearchParams({ team: '1', people: key, surface: 'channel' }).toString()}`;
  const thread = MEETING.exec(address)?.[1];
  if (thread === undefined) return undefined;
  const chat = decodeURIComponent(thread);
  return `#${new URLSearchParams({ chat, people: key, surface: 'tab' }).toString()}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Somebody who enters; their Teams speaks their language, if it is one of those here. */
export function entering(key: string, language: string, role: Role, look: Asked['look']): Participant {
  const locale = LOCALES.find((one) => one === language) ?? (language.startsWith('es') ? 'es-CO' : 'en-US');
  return {
    key,
    role,
    theme: 'default',
    locale,
    client: 'desktop',
    surface: 'panel',
    ...look,
  };
}
