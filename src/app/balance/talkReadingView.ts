import type { NameMeans, Share, Talk } from '../../domain/balance/types';
import type { PersonId } from '../../domain/meeting/types';
import type { RefusalCode } from '../../domain/refusal';
import type { Instant } from '../../domain/time/types';
import type { Failure } from '../ports/failure';

/** How the transcript of one session becomes its balance, step by step. */
export type TalkReadingView = {
  /** What the record has now; null where nothing was counted. */
  readonly kept: Talk | null;
  readonly state:
    | { readonly kind: 'offered' }
    /** `done` of `of` transcripts. */
    | { readonly kind: 'reading'; readonly done: number; readonly of: number | null }
    /** It is not there yet; asked again then, and by a press. */
    | { readonly kind: 'waiting'; readonly again: Instant }
    /** Names that could be more than one person, or nobody's: asked once, remembered by the series. */
    | { readonly kind: 'names'; readonly names: readonly UnknownName[] }
    | { readonly kind: 'keeping' }
    /** Kept; `missed` is what could not be remembered beside it: what names mean, or my own share on my own page. */
    | { readonly kind: 'done'; readonly missed?: readonly ('names' | 'own')[] }
    /** Teams has none, and it is too late for one to come. */
    | { readonly kind: 'none' }
    /** The service says no, by its name; a file can be dropped all the same. */
    | { readonly kind: 'failed'; readonly failure: Failure }
    | {
        readonly kind: 'refused';
        readonly code: RefusalCode;
        readonly data: Readonly<Record<string, string | number>>;
      };
  /** My own share by the transcript, told to me alone. */
  readonly own: Share | null;
  /** What an administrator opens to consent, where the consent is what is missing. */
  readonly consentLink?: string;
};

/** How long somebody of that name spoke is told to nobody. */
export type UnknownName = {
  readonly name: string;
  /** Best guess first. */
  readonly guesses: readonly PersonId[];
  readonly means: NameMeans | null;
};

/** What a press does with it. Nothing throws. */
export type TalkReading = {
  /** Asks Graph for the transcript. */
  read(): void;
  /** A file that somebody dropped or chose; `size` in bytes, known before anything of it is read. */
  drop(file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> }): void;
  name(name: string, means: NameMeans): void;
  /** Once every name means something. */
  goOn(): void;
  cancel(): void;
};
