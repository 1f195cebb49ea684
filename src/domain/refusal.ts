/**
 * What a rule refuses, everywhere in `domain`: thrown, never returned (SPEC RF1). It carries a code and the data a
 * sentence needs; the sentence itself is locale's. Data holds ids and numbers, never names or what was said.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}

export type RefusalCode =
  | 'time/unknown-zone'
  | 'time/bad-wall-clock'
  | 'time/bad-date'
  | 'slots/no-areas'
  | 'slots/no-people'
  | 'slots/unlisted-area'
  | 'slots/duplicate-id'
  | 'slots/empty-window'
  | 'slots/bad-minutes'
  | 'slots/bad-step'
  | 'slots/bad-repeat'
  | 'slots/bad-number'
  | 'agenda/no-items'
  | 'agenda/over-an-hour'
  | 'agenda/sum'
  | 'agenda/bad-minutes'
  | 'agenda/body-too-large'
  | 'agenda/body-too-deep'
  | 'meeting/not-a-participant'
  | 'meeting/not-allowed'
  | 'meeting/not-now'
  | 'meeting/not-its-time'
  | 'meeting/too-late'
  | 'meeting/unknown-item'
  | 'meeting/unknown-person'
  | 'meeting/item-is-over'
  | 'meeting/last-item'
  | 'meeting/no-panel'
  | 'meeting/no-stand-in'
  | 'meeting/nobody-here'
  | 'meeting/floor-is-taken'
  | 'meeting/empty-text'
  | 'meeting/too-long'
  | 'meeting/task-incomplete'
  | 'meeting/outside-owner'
  | 'meeting/decide-first'
  | 'meeting/too-few-parts'
  | 'meeting/no-agenda'
  | 'meeting/bad-agenda'
  | 'meeting/too-many'
  | 'meeting/lease-taken'
  | 'meeting/no-lease'
  | 'meeting/being-sent'
  | 'meeting/already-sent'
  | 'meeting/answered'
  | 'follow/no-series'
  | 'follow/unknown-task'
  | 'follow/unknown-session'
  | 'follow/unknown-decision'
  | 'follow/answered'
  | 'follow/too-late'
  | 'follow/not-the-organiser'
  | 'follow/no-monthly'
  | 'follow/no-plan'
  | 'follow/nobody-to-hand-over'
  | 'follow/hand-over-first'
  | 'follow/busy'
  /** Nothing is in it. */
  | 'talk/empty'
  /** Neither WebVTT nor the Word file that Teams offers. */
  | 'talk/no-transcript'
  /** It tells what was said and not by whom: subtitles, or a transcript without names. */
  | 'talk/no-speakers'
  /** `longest` in bytes, of the file or of what it unpacks to; or `cues`. */
  | 'talk/too-large'
  /** Nobody of this meeting speaks in it, or it was at another time. */
  | 'talk/other-meeting'
  | 'talk/not-measured'
  /** The tenant allows less. */
  | 'talk/capped'
  /** Agreeing to be measured is for those who are. */
  | 'talk/not-yours'
  | 'talk/unknown-turn';
