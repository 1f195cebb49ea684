// Runs in the browser, in the pane: the production adapter, as the tests reach it.
import type { ComposeHost } from '../../../src/app/ports/composeHost';
import { PortFailure, type Failure } from '../../../src/app/ports/failure';
import { toIana } from '../../../src/graph/zoneNames';
import type { ReadHost } from '../../../src/app/ports/readHost';
import { outlookHost } from '../../../src/hosts/outlook/outlookHost';
import { readHost } from '../../../src/hosts/outlook/readHost';

export type Snapshot = {
  readonly locale: string;
  readonly zone: string | undefined;
  readonly theme: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
};
export type Said = { readonly value?: unknown; readonly failure?: Failure; readonly snapshot: Snapshot };

export type BedPane = {
  readonly none: boolean;
  call(
    name: 'read' | 'write' | 'readProperty' | 'writeProperty' | 'savedId' | 'writeSetting' | 'discard',
    args: readonly unknown[],
  ): Promise<Said>;
  watch(id: number): void;
  unwatch(id: number): void;
  snapshot(): Snapshot;
};

/** The pane of an appointment that is only read. */
export type ReadBedPane = {
  readonly locale: string;
  readonly zone: string | undefined;
  theme(): string;
  read(): Promise<Omit<Said, 'snapshot'>>;
  /** What Office.js offers of the item, with the type of each. */
  members(): Readonly<Record<string, string>>;
};

type Heard = Window & {
  heard?: (what: string, id: number) => Promise<void>;
  pane?: BedPane;
  readPane?: ReadBedPane;
};
const page: Heard = window;

if (location.pathname.endsWith('/read.html'))
  void readHost({ ianaOf: toIana }).then((host) => {
    if (host !== undefined) page.readPane = readPaneOf(host);
  });
else
  void outlookHost({ ianaOf: toIana }).then((host) => {
    page.pane = host === undefined ? nobody : paneOf(host);
  });

function readPaneOf(host: ReadHost): ReadBedPane {
  host.theme.subscribe(() => void page.heard?.(`theme ${host.theme.get()}`, 0));
  return {
    locale: host.locale,
    zone: host.zone,
    theme: () => host.theme.get(),
    async read() {
      try {
        return { value: await host.read() };
      } catch (error) {
        if (!(error instanceof PortFailure)) throw error;
        return { failure: error.failure };
      }
    },
    members() {
      const item = Office.context.mailbox.item as unknown as Record<string, unknown>;
      return Object.fromEntries(Object.getOwnPropertyNames(item).map((name) => [name, typeof item[name]]));
    },
  };
}

const nobody = { none: true } as BedPane;

function paneOf(host: ComposeHost): BedPane {
  const stops = new Map<number, () => void>();
  const snapshot = (): Snapshot => ({
    locale: host.locale,
    zone: host.zone,
    theme: host.theme.get(),
    settings: { k: host.readSetting('k') },
  });
  host.theme.subscribe(() => void page.heard?.(`theme ${host.theme.get()}`, 0));
  return {
    none: false,
    snapshot,
    async call(name, args) {
      try {
        const value = await (host[name] as (...all: readonly unknown[]) => Promise<unknown>)(...args);
        return { value, snapshot: snapshot() };
      } catch (error) {
        if (!(error instanceof PortFailure)) throw error;
        return { failure: error.failure, snapshot: snapshot() };
      }
    },
    watch: (id) =>
      void stops.set(
        id,
        host.onChange(() => void page.heard?.('change', id)),
      ),
    unwatch: (id) => stops.get(id)?.(),
  };
}
