import { useEffect, useRef } from 'react';
import type { DemoPerson } from '../../outlook/config';
import { hereOf } from '../address';
import type { HostDoors } from '../protocol/calls';
import type { Seen } from '../protocol/seen';
import { teamsFrame, type TeamsFrame } from '../protocol/teamsFrame';
import { useTeams } from './teamsContext';

export type AppFrameDoors = Omit<HostDoors, 'seen' | 'openLink'>;

/** The app in a frame of Teams: a direct child of the page, on the participant's own origin. */
export function AppFrame(props: {
  readonly person: DemoPerson;
  /** A path and what stands behind it, on the participant's origin. */
  readonly path: string;
  readonly seen: Omit<Seen, 'user' | 'session' | 'chat'>;
  readonly doors: AppFrameDoors;
  readonly size: { readonly width: number; readonly height: number | '100%' };
  /** Takes a link that leads elsewhere in this window; false for every other link. */
  readonly onLink?: (address: string) => boolean;
  /** Hears the frame, to press save in it. */
  readonly onFrame?: (frame: TeamsFrame) => void;
}) {
  const { person, path, seen, doors, size, onLink, onFrame } = props;
  const { words, frames, originOf, tenant, chat, appId, sessionOf } = useTeams();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<TeamsFrame>(undefined);
  const now = useRef({ seen, doors, onLink, onFrame });
  now.current = { seen, doors, onLink, onFrame };
  const origin = originOf(person);
  const { frameContext, clientType, locale, theme } = seen;
  const title = words.frames[frameContext](person.name);

  // Teams reloads an app for another language, client or surface; the look and the role it only tells.
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const frame = document.createElement('iframe');
    const session = sessionOf();
    const user = { id: person.id, tenant, mail: person.mail, name: person.name };
    // Connected first: the app may speak before its load event.
    const host = teamsFrame(() => frame.contentWindow, origin, {
      ...relayed(() => now.current.doors),
      seen: () => ({ ...now.current.seen, frameContext, clientType, locale, user, session, chat, appId }),
      openLink(address) {
        if (now.current.onLink?.(address) === true) return;
        const here = hereOf(address, person.key);
        const to = here === undefined ? address : location.pathname + location.search + here;
        window.open(to, '_blank', 'noopener');
      },
    });
    shown.current = host;
    const forget = frames.add({ window: () => frame.contentWindow, origin, person: person.id }, host);
    now.current.onFrame?.(host);
    frame.title = title;
    frame.style.cssText = 'border:0;display:block;width:100%;height:100%';
    frame.src = origin + path;
    current.append(frame);
    return () => {
      forget();
      host.stop();
      frame.remove();
    };
  }, [person, path, origin, title, frameContext, clientType, locale, tenant, chat, appId, frames, sessionOf]);
  useEffect(() => shown.current?.showTheme(theme), [theme]);

  return <div ref={place} style={{ ...size, flexShrink: 0 }} />;
}

/** The doors as they are when the app comes through them, not as they were when its frame was made. */
function relayed(doors: () => AppFrameDoors): AppFrameDoors {
  return {
    onStage: () => doors().onStage(),
    share: (address) => doors().share(address),
    stopSharing: () => doors().stopSharing(),
    loaded: (how) => doors().loaded(how),
    settings: {
      get: () => doors().settings.get(),
      set: (settings) => doors().settings.set(settings),
      valid: (valid) => doors().settings.valid(valid),
      saved: (how) => doors().settings.saved(how),
    },
  };
}
