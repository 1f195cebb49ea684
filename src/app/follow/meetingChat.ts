import type { Series } from '../../domain/rhythm/series';

/** The chat of the series' present meeting, as its address names it; undefined without a meeting in Teams. */
export function chatOf({ chain }: Series): string | undefined {
  const [, thread = ''] = /\/meetup-join\/([^/?#]+)/i.exec(chain.at(-1)?.joinUrl ?? '') ?? [];
  try {
    const chat = decodeURIComponent(thread);
    return /^19:meeting_[A-Za-z0-9_-]+@thread\.v2$/.test(chat) ? chat : undefined;
  } catch {
    return undefined;
  }
}
