import type { MeetingWording } from '../../app/ports/meetingWording';
import type { agendaTemplate } from '../../domain/agenda/templates';
import type { forOutsiders } from '../../domain/meeting/captured';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { Locale } from '../createLocale';
import { minutesWordsEn } from '../en/minutesWords';
import { minutesWordsEs } from '../es/minutesWords';
import { oneLine } from '../plainText';
import { minutesHtml } from './minutesHtml';
import { minutesLanguage, zoneName } from './minutesLanguage';
import { createUnderstand } from './understand';

/** Rules of the domain, which words may not import themselves. */
export type WordingRules = {
  readonly agendaTemplate: typeof agendaTemplate;
  readonly forOutsiders: typeof forOutsiders;
};

/** What a meeting reads and writes, in the language of the panel; minutes are in the language of the meeting. */
export function createMeetingWording(
  { tag, language, format }: Pick<Locale, 'tag' | 'language' | 'format'>,
  rules: WordingRules,
): MeetingWording {
  const words = language === 'es' ? minutesWordsEs(format) : minutesWordsEn(format);
  const told = (of: 'es' | 'en') => minutesLanguage({ tag, language, format }, of);
  return {
    language,
    understand: createUnderstand(isMonthFirst(tag)),
    template: (kind) => rules.agendaTemplate(kind, language),
    tabName: words.tabName,
    minutes: (record, outside) =>
      minutesHtml(outside ? shownOutside(record, rules) : record, told(record.about.language)),
    minutesSubject(record) {
      const { words: own, format: dates } = told(record.about.language);
      return oneLine(own.subject(record.about.title, dates.dayAndTime(record.start, knownZone(record))));
    },
    toDecide(what, more, deciders) {
      const who = deciders.length === 0 ? '' : ` · ${words.deciders(deciders)}`;
      // Whoever decides is to be read, however long the task is.
      const room = Math.max(SHORTEST_WHAT, LONGEST_ITEM - words.toDecide('', more).length - who.length);
      const shown =
        what.length <= room ? what : `${what.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
      return words.toDecide(shown, more) + who;
    },
    review(of, open) {
      const { words: own, format: dates } = told(of);
      const shown = open.length > MOST_OPEN ? open.slice(0, MOST_OPEN - 1) : open;
      const lines = shown.map(({ text, owner, due }) => own.open(owner, text, dates.day(due)));
      return {
        title: own.left(open.length),
        lines: shown.length < open.length ? [...lines, own.more(open.length - shown.length)] : lines,
      };
    },
    taskNote: (problem, doneBy) =>
      [words.noteProblem(problem), ...(doneBy === undefined ? [] : [words.noteDoneBy(doneBy)])].join('\n'),
  };
}

/** Titles of items. */
const LONGEST_ITEM = 200;
const SHORTEST_WHAT = 40;
/** More lines than anybody reads in an invitation. */
const MOST_OPEN = 20;

const shownOutside = (record: MeetingRecord, rules: WordingRules): MeetingRecord => ({
  ...record,
  ...rules.forOutsiders(record),
  items: record.items.filter(({ internal }) => internal !== true),
});

/** Whether a country writes the month first: «4/12» is then 12 April. */
function isMonthFirst(tag: string): boolean {
  const [first] = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
    .formatToParts(0)
    .filter(({ type }) => type === 'day' || type === 'month');
  return first?.type === 'month';
}

const knownZone = ({ about, start }: MeetingRecord): string =>
  zoneName(about.zone, start, 'en-GB') === '' ? 'UTC' : about.zone;
