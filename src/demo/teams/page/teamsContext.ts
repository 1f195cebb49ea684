import { createContext, useContext } from 'react';
import { type DemoConfig, type DemoPerson, paneOriginOf } from '../../outlook/config';
import type { MeetingService } from '../meetingService';
import type { TeamsWords } from '../words';
import type { Frames } from './frames';

/** What every part of an open meeting or channel needs. */
export type TeamsContext = {
  readonly words: TeamsWords;
  readonly service: MeetingService;
  readonly frames: Frames;
  readonly originOf: (person: DemoPerson) => string;
  /** Empty outside of a meeting. */
  readonly chat: string;
  /** The app's id, as Teams knows it. */
  readonly appId: string;
  readonly tenant: string;
  /** Another session for each frame. */
  readonly sessionOf: () => string;
};

const Context = createContext<TeamsContext | undefined>(undefined);
export const TeamsProvider = Context.Provider;

/** The context of a screen as it opens, with sessions of its own. */
export function contextFor(
  config: DemoConfig,
  given: Pick<TeamsContext, 'words' | 'service' | 'frames' | 'chat' | 'tenant'>,
): TeamsContext {
  let sessions = 0;
  return {
    ...given,
    originOf: (person) => paneOriginOf(config, person),
    appId: config.appId,
    sessionOf: () => `demo-session-${++sessions}`,
  };
}

export function useTeams(): TeamsContext {
  const value = useContext(Context);
  if (value === undefined) throw new Error('outside of a meeting and a channel');
  return value;
}
