import type { Cancellation } from './cancellation';

/**
 * One cheap, real call for each thing that a tier of consent opens, made as the signed-in person; nothing is written and
 * nothing of the answer is kept.
 */
export interface Probes {
  /** 'nothing' where there is nothing to try it with. Fails as the call does. */
  run(probe: ProbeId, cancel: Cancellation): Promise<'works' | 'nothing'>;
  /** The tenant's own name; undefined where it tells none. Needs the tier `plan`. */
  tenantName(cancel: Cancellation): Promise<string | undefined>;
}

export type ProbeId =
  /** My own entry in the directory. */
  | 'profile'
  /** Colleagues by the beginning of a name. */
  | 'people'
  /** My own free and busy times. */
  | 'calendar'
  /** Who is in the chat of my nearest meeting in Teams. */
  | 'chat'
  /** Whether our app's tab is there, and the app in the organisation's catalogue. */
  | 'panel'
  /** Our server, on my behalf, in that same chat. */
  | 'rooms'
  /** My tasks in Planner. */
  | 'tasks'
  /** My own folder of the app. */
  | 'folder'
  /** The library of the one site. */
  | 'site'
  /** People by their department. */
  | 'department'
  /** The transcripts of a meeting that I organised. */
  | 'transcripts'
  /** Whether one of them says who spoke. */
  | 'speakers';
