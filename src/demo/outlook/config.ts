import type { DemoLanguage } from './words';

/** Somebody of the company, as the host's pages know them. */
export type DemoPerson = {
  readonly id: string;
  /** The label of their pane's host name. */
  readonly key: string;
  readonly name: string;
  readonly mail: string;
  /** IANA. */
  readonly zone: string;
  /** 'es-ES' */
  readonly language: string;
  readonly area?: string;
};

/** What `GET /demo/config` answers. */
export type DemoConfig = {
  readonly company?: string;
  readonly people: readonly DemoPerson[];
  /** From outside, known to the directory: they have no mailbox here, and come into meetings alone. */
  readonly guests?: readonly DemoPerson[];
  /** The id of whoever plans the meetings. */
  readonly organiser: string;
  /** The id of whoever administers the tenant. */
  readonly administrator?: string;
  /** Base address of Graph. */
  readonly graph: string;
  readonly appId: string;
  /** 'http://{key}.localhost:3978' with the literal {key}. */
  readonly paneOrigin: string;
  readonly office: 'standIn' | 'real';
  /** The company's present, in milliseconds. */
  readonly now: number;
};

export async function readDemoConfig(): Promise<DemoConfig> {
  const response = await fetch('/demo/config');
  return (await response.json()) as DemoConfig;
}

/** Whom the address names (`?person=irene`), else whoever plans. */
export function personOf(config: DemoConfig, search: string): DemoPerson {
  const wanted = new URLSearchParams(search).get('person');
  const found =
    config.people.find(({ key, id }) => wanted === key || wanted === id) ??
    config.people.find(({ id }) => id === config.organiser) ??
    config.people[0];
  if (found === undefined) throw new Error('a company without people');
  return found;
}

export const paneOriginOf = (config: DemoConfig, person: DemoPerson): string =>
  config.paneOrigin.replace('{key}', person.key);

/** The language chosen, in the person's own country: it also tells which zone a Windows name means. */
export function localeOf(language: DemoLanguage, person: DemoPerson): string {
  return `${language}-${person.language.split('-')[1] ?? (language === 'es' ? 'ES' : 'GB')}`;
}
