import type { IssuedToken } from '../identity/tokenAnswer';

/** What could not be done, by the service's own code. */
export class MeetingFailed extends Error {
  override readonly name = 'MeetingFailed';
  constructor(readonly code: string) {
    super(code);
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof MeetingFailed ? error.code : String(error);

export type TokenOf = (person: string, scopes: readonly string[]) => Promise<IssuedToken>;

export type GraphCalls = {
  /** A door of the host's own machine. */
  send<T>(address: string, request?: RequestInit): Promise<T>;
  /** Graph as somebody; with a body it is a POST unless said otherwise. */
  call<T>(
    person: string,
    scopes: readonly string[],
    path: string,
    body?: object,
    method?: 'PATCH' | 'DELETE',
  ): Promise<T>;
  /** The app in the company's catalogue, as a body binds it. */
  boundApp(person: string): Promise<{ readonly 'teamsApp@odata.bind': string }>;
  tenant(person: string): Promise<string>;
};

const CATALOGUE = ['AppCatalog.Read.All'];

/** Teams' own requests, with tokens of its own. */
export function graphCalls(options: {
  /** Base address of the tenant's Graph, without a slash at the end. */
  readonly graph: string;
  /** The app's id in its manifest. */
  readonly appId: string;
  readonly tokenOf: TokenOf;
}): GraphCalls {
  const { graph, appId, tokenOf } = options;
  const send = async <T>(address: string, request: RequestInit = {}): Promise<T> => {
    const response = await fetch(address, request).catch(() => {
      throw new MeetingFailed('offline');
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    const code = (answer as { error?: { code?: string } } | undefined)?.error?.code;
    throw new MeetingFailed(`${response.status} ${code ?? ''}`.trim());
  };
  const call: GraphCalls['call'] = async (person, scopes, path, body, method) => {
    const { access_token } = await tokenOf(person, scopes);
    return send(`${graph}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${access_token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  return {
    send,
    call,
    async boundApp(person) {
      const filter = encodeURIComponent(`externalId eq '${appId}'`);
      const path = `/appCatalogs/teamsApps?$filter=${filter}`;
      const { value } = await call<{ value: { id: string }[] }>(person, CATALOGUE, path);
      const [found] = value;
      if (found === undefined) throw new MeetingFailed('NotInCatalog');
      return { 'teamsApp@odata.bind': `${graph}/appCatalogs/teamsApps/${found.id}` };
    },
    async tenant(person) {
      return (await tokenOf(person, CATALOGUE)).account.tenantId;
    },
  };
}

/** As Graph tells what was said. */
export type ToldMessages = {
  readonly value: readonly {
    readonly id: string;
    readonly from?: { readonly user?: { readonly displayName?: string } } | null;
    readonly body?: { readonly content?: string };
  }[];
};
export type ChatMessage = { readonly id: string; readonly from: string; readonly html: string };

/** Oldest first. */
export const messagesIn = ({ value }: ToldMessages): readonly ChatMessage[] =>
  value
    .map(({ id, from, body }) => ({ id, from: from?.user?.displayName ?? '', html: body?.content ?? '' }))
    .reverse();

/** What an app asks for is consented to by whoever adds it. */
export const consentTo = (permissions: readonly string[]) => ({
  consentedPermissionSet: {
    resourceSpecificPermissions: permissions.map((permissionValue) => ({
      permissionValue,
      permissionType: 'delegated',
    })),
  },
});

/** It may be there already. */
export const unlessThere = (error: unknown): void => {
  if (!(error instanceof MeetingFailed && error.code.startsWith('409'))) throw error;
};
