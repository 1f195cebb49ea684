import type { MeetingRecord } from '../../domain/meeting/record';
import type { Instant } from '../../domain/time/types';
import type { MinutesWords } from '../es/minutesWords';
import type { Format } from '../format';
import { escaped } from '../plainText';

/** What minutes are written with: the words, dates, and area names of the meeting's language. */
export type MinutesLanguage = {
  readonly words: MinutesWords;
  readonly format: Format;
  readonly area: (id: string) => string;
  /** «hora de Europa central»; empty for a zone that nobody knows. */
  readonly zoneName: (zone: string, at: Instant) => string;
};

/** A chat takes about 28 kB; whoever wants it all opens the record. */
const LONGEST_LIST = 6000;

/** The minutes of a record as they go into the chat; what the readers may not see is no longer in it. */
export function minutesHtml(
  record: MeetingRecord,
  { words, format, area, zoneName }: MinutesLanguage,
): string {
  const names = new Map(record.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '…';
  const problemOf = (id: string) => record.problems.find((problem) => problem.id === id)?.title ?? '';
  const byState = (state: string) => record.tasks.filter((task) => task.state === state);
  const open = byState('open');
  const putOff = record.items.filter((item) => item.putOff === true).map(({ title }) => title);
  return [
    heading(words.title(record.about.title)),
    paragraph(
      [
        when(record, format, zoneName),
        ...(record.chair === null ? [] : [words.chair(nameOf(record.chair))]),
      ].join(' · '),
    ),
    list(words.present, presence(record, words, area)),
    list(
      words.problems,
      record.problems.flatMap(({ title, goal, readings }) => {
        const [from, to] = readings.slice(-2);
        if (from === undefined) return [];
        const said =
          to === undefined ? words.reading(title, from.value) : words.moved(title, from.value, to.value);
        return [goal === undefined ? said : `${said} (${words.goal(goal)})`];
      }),
      words,
    ),
    record.decisions.length === 0
      ? paragraph(words.noDecisions)
      : list(
          words.decisions,
          record.decisions.map(({ text, deciders, problem }) =>
            joined(text, problemOf(problem), deciders.length > 0 && words.decidedBy(deciders.map(nameOf))),
          ),
          words,
        ),
    open.length === 0
      ? paragraph(words.noTasks)
      : list(
          words.tasks,
          open.map(({ owner, text, due, doneBy }) =>
            joined(
              nameOf(owner),
              text,
              words.due(format.day(due)),
              doneBy !== undefined && words.doneBy(nameOf(doneBy)),
            ),
          ),
          words,
        ),
    paragraph(
      [
        ...many(byState('done').length, words.done),
        ...many(byState('monthly').length, words.monthly),
        ...many(record.ideas.length, words.ideas),
        ...(putOff.length > 0 ? [`${words.putOff(putOff)}.`] : []),
        words.next,
      ].join(' '),
    ),
  ].join('');
}

function when(
  { startedAt, endedAt, about }: MeetingRecord,
  format: Format,
  zoneName: (zone: string, at: Instant) => string,
) {
  const name = zoneName(about.zone, startedAt);
  const zone = name === '' ? 'UTC' : about.zone;
  const hours = `${format.dayAndTime(startedAt, zone)}–${format.time(endedAt, zone)}`;
  return `${hours} (${name === '' ? 'UTC' : name})`;
}

/** One line for each area, then who was not there; whom nobody marked is not told. */
function presence(
  record: MeetingRecord,
  words: MinutesWords,
  area: (id: string) => string,
): readonly string[] {
  const here = record.people.filter(({ how }) => how !== 'away' && how !== 'unknown');
  const away = record.people.filter(({ how }) => how === 'away');
  const known = record.about.areas.map(({ id, name }) => ({ id, name: name || area(id) }));
  const groups = [
    ...known.map(({ id, name }) => ({ name, people: here.filter((one) => one.area === id) })),
    { name: words.others, people: here.filter((one) => !known.some(({ id }) => id === one.area)) },
  ];
  const shown = { panel: (name: string) => name, room: words.inRoom, phone: words.byPhone };
  return [
    ...groups
      .filter(({ people }) => people.length > 0)
      .map(
        ({ name, people }) =>
          `${name}: ${people.map((one) => (one.how === 'room' || one.how === 'phone' ? shown[one.how](one.name) : one.name)).join(', ')}`,
      ),
    ...(away.length > 0 ? [words.absent(away.map(({ name }) => name))] : []),
  ];
}

const many = (n: number, say: (n: number) => string): readonly string[] => (n > 0 ? [say(n)] : []);
const joined = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(' · ');

const heading = (text: string) => `<p><strong>${escaped(text)}</strong></p>`;
const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

function list(title: string, lines: readonly string[], words?: MinutesWords): string {
  const whole = lines.map((line) => `<li>${escaped(line)}</li>`);
  if (whole.length === 0) return '';
  let length = 0;
  const shown = words === undefined ? whole : whole.filter((line) => (length += line.length) <= LONGEST_LIST);
  const left = whole.length - shown.length;
  const more = left > 0 && words !== undefined ? `<li>${escaped(words.more(left))}</li>` : '';
  return `${heading(title)}<ul>${shown.join('')}${more}</ul>`;
}
