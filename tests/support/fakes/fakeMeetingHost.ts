import type { HostTheme } from '../../../src/app/ports/composeHost';
import { PortFailure } from '../../../src/app/ports/failure';
import type { MeetingHost } from '../../../src/app/ports/meetingHost';

export type FakeMeetingHost = MeetingHost & {
  showTheme(theme: HostTheme): void;
  speak(speaking: boolean): void;
  /** What was asked of the host. */
  readonly seen: { ready: boolean; shared: number; readonly opened: string[] };
};

/** A Teams without Teams: the side panel of a meeting unless something else is said. */
export function fakeMeetingHost(
  told: Partial<Pick<MeetingHost, 'locale' | 'surface' | 'place' | 'small'>> & {
    readonly theme?: HostTheme;
    readonly mayShare?: boolean;
  } = {},
): FakeMeetingHost {
  const { surface = 'panel', mayShare = true } = told;
  const place = 'place' in told ? told.place : ({ kind: 'chat', chat: '19:meeting_x@thread.v2' } as const);
  const listeners = new Set<() => void>();
  const seen = { ready: false, shared: 0, opened: [] as string[] };
  let theme = told.theme ?? 'light';
  let hear: (speaking: boolean) => void = () => undefined;
  return {
    kind: 'teams',
    locale: told.locale ?? 'es-ES',
    theme: {
      get: () => theme,
      subscribe(run) {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    surface,
    place,
    small: told.small ?? false,
    ready: () => void (seen.ready = true),
    onSpeaking: (handler) => void (hear = handler),
    share:
      surface === 'panel'
        ? async () => {
            if (!mayShare) throw new PortFailure({ kind: 'denied' });
            seen.shared += 1;
          }
        : undefined,
    async openLink(url) {
      if (!url.startsWith('https://')) throw new PortFailure({ kind: 'refused', code: 'link' });
      seen.opened.push(url);
    },
    windowAddress: () =>
      place?.kind === 'chat'
        ? `https://cadencia.example/meeting.html#${new URLSearchParams({ chat: place.chat }).toString()}`
        : undefined,
    showTheme(next) {
      theme = next;
      for (const run of [...listeners]) run();
    },
    speak: (speaking) => hear(speaking),
    seen,
  };
}
