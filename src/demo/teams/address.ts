import type { ClientType, Role, TeamsTheme } from './protocol/seen';

export type Surface = 'panel' | 'tab';
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

/** What the address asks for: a meeting, who is in it, and how their Teams is at first. */
export type Asked = {
  readonly chat: string | undefined;
  readonly people: readonly string[];
  readonly look: Partial<Omit<Participant, 'key' | 'role'>>;
  readonly onStage: boolean;
  readonly chatOpen: boolean;
};

const THEMES: readonly TeamsTheme[] = ['default', 'dark', 'contrast'];
const LOCALES: readonly TeamsLocale[] = ['es-ES', 'es-CO', 'en-US'];
const CLIENTS: readonly ClientType[] = ['desktop', 'web', 'android'];

/** Reads `#chat=…&people=irene,rodrigo&surface=panel&theme=dark&locale=en-US&client=android`; what makes no sense is left out. */
export function askedBy(hash: string): Asked {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === told.get(name));
  const surface = one('surface', ['panel', 'tab', 'stage'] as const);
  const theme = one('theme', THEMES);
  const locale = one('locale', LOCALES);
  const client = one('client', CLIENTS);
  return {
    chat: told.get('chat') ?? undefined,
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
