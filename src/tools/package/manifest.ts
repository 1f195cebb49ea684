/** Whatever JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A manifest as far as its rules look into it; Microsoft's schema holds it to the whole form before. */
export type Manifest = {
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly validDomains?: readonly string[];
  readonly webApplicationInfo?: {
    readonly id: string;
    readonly resource?: string;
    readonly nestedAppAuthInfo?: readonly {
      readonly redirectUri: string;
      readonly scopes: readonly string[];
      readonly claims?: string;
    }[];
  };
  readonly extensions?: readonly Extension[];
};

export type Extension = {
  readonly runtimes?: readonly {
    readonly id: string;
    readonly code: { readonly page: string; readonly script?: string };
    readonly actions?: readonly { readonly id: string; readonly type: string }[];
  }[];
  readonly ribbons?: readonly {
    readonly contexts?: readonly string[];
    readonly tabs: readonly { readonly groups?: readonly Group[] }[];
  }[];
  readonly autoRunEvents?: readonly {
    readonly events: readonly {
      readonly type: string;
      readonly actionId: string;
      readonly options?: { readonly sendMode: string };
    }[];
  }[];
  readonly alternates?: readonly {
    readonly hide?: { readonly customOfficeAddin?: { readonly officeAddinId: string } };
  }[];
};

type Group = {
  readonly id: string;
  readonly label: string;
  readonly controls?: readonly {
    readonly id: string;
    readonly label: string;
    readonly supertip: { readonly title: string; readonly description: string };
    readonly actionId?: string;
    readonly icons: readonly { readonly size: number; readonly url: string }[];
    readonly items?: readonly { readonly actionId?: string }[];
  }[];
};

/** Each text of it with the path that the files of other languages call it by, such as `staticTabs[0].name`. */
export function textsOf(value: Json, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one, at) => textsOf(one, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsOf(one as Json, path === '' ? name : `${path}.${name}`),
  );
}

/** The template with its gaps filled; `open` are the gaps that nothing is known for. */
export function filled(
  template: Json,
  values: Readonly<Record<string, string>>,
): { readonly value: Json; readonly open: readonly string[] } {
  const open = new Set<string>();
  const fill = (value: Json): Json => {
    if (typeof value === 'string')
      return value.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => {
        const known = Object.hasOwn(values, name) ? values[name] : undefined;
        if (known === undefined) open.add(name);
        return known ?? gap;
      });
    if (Array.isArray(value)) return (value as readonly Json[]).map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one as Json)]));
  };
  return { value: fill(template), open: [...open] };
}

/** What the ribbons and the events call, and what the runtimes offer. */
export function actionsOf({ runtimes = [], ribbons = [], autoRunEvents = [] }: Extension) {
  const controls = ribbons
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ groups = [] }) => groups)
    .flatMap(({ controls: own = [] }) => own)
    .flatMap((control) => [control, ...(control.items ?? [])]);
  return {
    called: [...controls, ...autoRunEvents.flatMap(({ events }) => events)].flatMap(({ actionId }) =>
      actionId === undefined ? [] : [actionId],
    ),
    offered: runtimes.flatMap(({ actions = [] }) => actions.map(({ id }) => id)),
  };
}
