import * as v from 'valibot';
import type { OwnTalk } from '../app/ports/ownTalk';
import { LONGEST_NAME } from '../domain/plainName';
import { instant, list, text, whole } from './recordSchema';
import { readVersioned, writeVersioned, type VersionedContent, type VersionedFormat } from './versionedFile';

export const OWN_TALK_NAME = 'balance.json';

/** UTF-16 units; ten years of four meetings a week take a third of it. */
export const MAX_OWN_TALK_LENGTH = 2 * 1024 * 1024;

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const OWN_TALK = v.object({
  sessions: list(
    v.object({
      series: v.pipe(text(1000), v.minLength(1)),
      title: text(LONGEST_NAME),
      start: instant,
      source: v.picklist(['measured', 'estimate']),
      milliseconds: whole(0, 86_400_000),
      share: fraction,
      fair: fraction,
    }),
    5000,
  ),
});

const FORMAT: VersionedFormat<'talk', OwnTalk> = {
  format: 'cadencia-own-talk',
  word: 'talk',
  version: 1,
  migrations: [],
  schema: OWN_TALK,
  longest: MAX_OWN_TALK_LENGTH,
};

export type OwnTalkContent = VersionedContent<'talk', OwnTalk>;

/** What the file holds; whatever it is, it is never an error. */
export const readOwnTalkFile = (content: string): OwnTalkContent => readVersioned(FORMAT, content);

/** The file of somebody's own shares, readable without Cadencia. What could not be read back is refused as 'unwritable'. */
export const writeOwnTalkFile = (talk: OwnTalk): string => writeVersioned(FORMAT, talk);
