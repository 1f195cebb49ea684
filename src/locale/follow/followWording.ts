import type { AfterSession, FollowWording } from '../../app/ports/followWording';
import type { Notice } from '../../app/ports/announcing';
import type { agendaToHtml } from '../../domain/agenda/html';
import type { agendaTemplate } from '../../domain/agenda/templates';
import type { Series } from '../../domain/rhythm/series';
import type { Locale } from '../createLocale';
import { followMessagesEn } from '../en/followMessages';
import { type FollowMessages, followMessagesEs } from '../es/followMessages';
import { createFormat, type Format } from '../format';
import { minutesHtml } from '../meeting/minutesHtml';
import { minutesLanguage } from '../meeting/minutesLanguage';
import { escaped, oneLine } from '../plainText';
import { createWording } from '../wording';
import { changeAsked } from './changeAsked';
import { whenOf } from './when';

/** Rules of the domain, which words may not import themselves. */
export type FollowRules = {
  readonly agendaTemplate: typeof agendaTemplate;
  readonly agendaToHtml: typeof agendaToHtml;
};

/** The words of one language, with its dates. */
export type Told = { readonly words: FollowMessages; readonly format: Format };

/** So much of a notice is shown, and so much of a task's or a problem's text is worth a line. */
const LONGEST_NOTICE = 150;
const LONGEST_TEXT = 300;

/** What the follow-up sends or stores, in the language of the series; `language` is the screen's. */
export function createFollowWording(
  { tag, language, format }: Pick<Locale, 'tag' | 'language' | 'format'>,
  rules: FollowRules,
): FollowWording {
  const told = (of: 'es' | 'en'): Told => {
    const own = of === language ? format : createFormat(of === 'es' ? 'es-ES' : 'en-GB');
    return { format: own, words: of === 'es' ? followMessagesEs(own) : followMessagesEn(own) };
  };
  return {
    language,
    template: (kind, of) => rules.agendaTemplate(kind, of),
    agendaHtml: (agenda) => rules.agendaToHtml(agenda),
    afterSession: (after) => afterSessionHtml(after, told(after.series.language)),
    prepareEntry: (series, session) => prepareEntry(series, session, told(series.language)),
    notice: (kind, { series, by, what, language: of }) => ({
      kind,
      preview: oneLine(previewOf(kind, told(of).words, by, what, series), LONGEST_NOTICE),
      parameters: { series: oneLine(series, LONGEST_NOTICE) },
    }),
    areaName: (area, of) => createWording(of).areaName(area, of),
    cancelled: (series) => oneLine(told(series.language).words.cancelled(series.title)),
    asked: (series, change) => oneLine(changeAsked(series, change, told(series.language))),
    measures: (mode, of) => told(of).words.measures[mode],
    measuring: (mode, of) => told(of).words.measuring[mode],
    taskNote(problem, doneBy) {
      const { words } = told(language);
      const lines = [words.noteProblem(problem), ...(doneBy === undefined ? [] : [words.noteDoneBy(doneBy)])];
      return lines.map((line) => oneLine(line)).join('\n');
    },
    minutes: (record) =>
      minutesHtml(record, minutesLanguage({ tag, language, format }, record.about.language)),
  };
}

function previewOf(
  kind: Notice['kind'],
  words: FollowMessages,
  by: string,
  what: string,
  series: string,
): string {
  switch (kind) {
    case 'asked':
      return words.asked(by, what);
    case 'taskForYou':
      return words.taskForYou(by, what);
    case 'handedOver':
      return words.handedOver(by, series);
    case 'measuring':
      return words.measured(by, what);
  }
}

function afterSessionHtml(
  { series, next, promises, more, breakAhead }: AfterSession,
  { words, format }: Told,
): string {
  const due = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? format.day(day) : day);
  const nextLine =
    next === null
      ? words.noNext
      : [
          words.next(whenOf(series, next.start, format)),
          ...(next.chair === null ? [] : [words.chair(next.chair)]),
        ].join(' · ');
  const lines = promises.map(({ owner, text, due: day }) =>
    item(words.promise(owner, oneLine(text, LONGEST_TEXT), due(day))),
  );
  const open =
    lines.length === 0
      ? paragraph(words.noPromises)
      : `<p><strong>${escaped(words.promises)}</strong></p><ul>${lines.join('')}${more > 0 ? item(words.more(more)) : ''}</ul>`;
  return [
    `<p><strong>${escaped(series.title)}</strong></p>`,
    paragraph(nextLine),
    open,
    breakAhead === null ? '' : paragraph(breakLine(series, breakAhead, { words, format })),
  ].join('');
}

function breakLine(
  { zone }: Series,
  { start, why, label }: NonNullable<AfterSession['breakAhead']>,
  { words, format }: Told,
): string {
  const when = format.day(format.dayOf(start, zone));
  return why === 'pause' ? words.paused(when, label) : words.skipped(when);
}

function prepareEntry(
  series: Series,
  { start, minutes, link: address }: Parameters<FollowWording['prepareEntry']>[1],
  { words, format }: Told,
) {
  const when = words.prepareWhen(whenOf(series, start, format), format.minutes(minutes));
  const link =
    address !== undefined && /^https:\/\//i.test(address)
      ? `<p><a href="${escaped(address)}">${escaped(words.openMeeting)}</a></p>`
      : '';
  const steps = words.prepareSteps.map(item).join('');
  return {
    subject: oneLine(words.prepare(series.title), 255),
    html: `${paragraph(when)}<ul>${steps}</ul>${link}`,
  };
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;
const item = (text: string): string => `<li>${escaped(text)}</li>`;
