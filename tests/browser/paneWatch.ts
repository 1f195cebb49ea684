import type { BrowserContext, Frame } from 'playwright-core';

/** What the pane's own page went through. */
export type PaneWatch = {
  /** Tasks over 50 ms, milliseconds since the page began. */
  readonly longTasks: readonly { readonly at: number; readonly ms: number }[];
  /** When React first drew. */
  readonly drawn: number | null;
  /** Where the primary button stood, whenever that changed: its name, its top edge. */
  readonly primary: readonly { readonly at: number; readonly name: string; readonly top: number }[];
  /** Scripts that workers were made of. */
  readonly workers: readonly string[];
  /** What the pages told their workers, by kind of question. */
  readonly asked: readonly string[];
};

/** Watches every compose pane of the context from its first moment; before the page is opened. */
export async function watchPanes(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (!location.pathname.endsWith('/compose.html')) return;
    const watch = {
      longTasks: [] as { at: number; ms: number }[],
      drawn: null as number | null,
      primary: [] as { at: number; name: string; top: number }[],
      workers: [] as string[],
      asked: [] as string[],
    };
    Object.assign(globalThis, { paneWatch: watch });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watch.longTasks.push({ at: Math.round(startTime), ms: Math.round(duration) });
    }).observe({ type: 'longtask', buffered: true });

    globalThis.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        watch.workers.push(String(script));
      }
      override postMessage(message: unknown, ...rest: never[]): void {
        watch.asked.push(String((message as { what?: unknown }).what));
        super.postMessage(message, ...rest);
      }
    };

    const look = (): void => {
      if (document.querySelector('.fui-FluentProvider') !== null)
        watch.drawn ??= Math.round(performance.now());
      const button = [...document.querySelectorAll('button')].find((one) =>
        /^(Buscar horario|Insertar en la invitación)$/.test(one.textContent ?? ''),
      );
      const name = button?.textContent;
      const last = watch.primary.at(-1);
      const top = Math.round(button?.getBoundingClientRect().top ?? 0);
      if (name && (last?.name !== name || last.top !== top))
        watch.primary.push({ at: Math.round(performance.now()), name, top });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

export async function watched(frame: Frame): Promise<PaneWatch> {
  return frame.evaluate(() => (globalThis as unknown as { paneWatch: PaneWatch }).paneWatch);
}
