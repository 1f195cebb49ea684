// Runs in the browser, in the pane: the production adapter, as the tests reach it.
import type { ComposeHost } from '../../../src/app/ports/composeHost';
import { PortFailure, type Failure } from '../../../src/app/ports/failure';
import { toIana } from '../../../src/graph/zoneNames';
import { outlookHost } from '../../../src/hosts/outlook/outlookHost';

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

type Heard = Window & { heard?: (what: string, id: number) => Promise<void>; pane?: BedPane };
const page: Heard = window;

void outlookHost({ ianaOf: toIana }).then((host) => {
  page.pane = host === undefined ? nobody : paneOf(host);
});

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
