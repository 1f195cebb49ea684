import type { MeetingNotice, MeetingScreen, MeetingView } from '../meeting/meetingView';
import type { PersonalView } from '../follow/followView';
import type { Failure } from '../ports/failure';
import type { Denial } from '../ports/room';

/** What can be brought to the session at hand, or why nothing can. */
export type BringView =
  | { readonly state: 'opening' }
  | { readonly state: 'signIn'; readonly notice: MeetingNotice | null }
  | { readonly state: 'outside'; readonly why: Denial }
  /** No session of this meeting near enough stands in the calendar. */
  | { readonly state: 'notNear' }
  /** It has begun, or has ended: what is brought then is brought in the meeting. */
  | { readonly state: 'over'; readonly ended: boolean }
  | { readonly state: 'open'; readonly meeting: MeetingScreen };

/** What a meeting's desk means to somebody who reads the invitation. */
export function bringOf(view: MeetingView): BringView {
  switch (view.screen) {
    case 'starting':
      return { state: 'opening' };
    case 'signIn':
      return { state: 'signIn', notice: view.notice };
    case 'outside':
      return { state: 'outside', why: view.why };
    case 'noMeeting':
      return { state: 'notNear' };
    case 'meeting': {
      const phase = view.running?.phase ?? 'before';
      if (phase !== 'before') return { state: 'over', ended: phase === 'ended' };
      return view.unplanned === true ? { state: 'notNear' } : { state: 'open', meeting: view };
    }
  }
}

type Mine = Extract<PersonalView, { readonly screen: 'mine' }>;

/** My open tasks of this series, or why they are not there. */
export type TasksView =
  | { readonly state: 'reading' }
  | { readonly state: 'signIn'; readonly failure: Failure | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  /** No series of mine lives in this meeting. */
  | { readonly state: 'noSeries' }
  | { readonly state: 'tasks'; readonly mine: Mine };

/** What the desk of what is mine means here: of tasks that hang on no series nobody can say that they are of this one. */
export function tasksOf(view: PersonalView): TasksView {
  switch (view.screen) {
    case 'starting':
      return { state: 'reading' };
    case 'signIn':
      return { state: 'signIn', failure: view.failure };
    case 'failed':
      return { state: 'failed', failure: view.failure };
    case 'noSeries':
      return { state: 'noSeries' };
    case 'mine':
      return { state: 'tasks', mine: { ...view, tasks: view.tasks.filter(({ series }) => series !== null) } };
  }
}

/** Nobody is signed in at all: then one press serves both. */
export const needsAccount = (bring: BringView, tasks: TasksView): boolean =>
  bring.state === 'signIn' &&
  bring.notice?.kind === 'failed' &&
  bring.notice.failure.kind === 'signIn' &&
  tasks.state === 'signIn' &&
  (tasks.failure === null || tasks.failure.kind === 'signIn');
