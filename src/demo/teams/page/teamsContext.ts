import { createContext, useContext } from 'react';
import type { DemoPerson } from '../../outlook/config';
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

export function useTeams(): TeamsContext {
  const value = useContext(Context);
  if (value === undefined) throw new Error('outside of a meeting and a channel');
  return value;
}
