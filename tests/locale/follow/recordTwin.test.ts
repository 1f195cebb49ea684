import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { forOutsiders } from '../../../src/domain/meeting/captured';
import { withoutPerson } from '../../../src/domain/meeting/eraseFrom';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowWording } from '../../../src/locale/follow/followWording';
import { createMeetingWording } from '../../../src/locale/meeting/meetingWording';
import { aRecord } from '../../support/aRecord';

test('FD3 the twin that the channel’s tab writes is the one that the meeting writes, whatever the screen’s language', () => {
  for (const tag of ['es-ES', 'en-GB']) {
    const locale = createLocale(tag);
    const follow = createFollowWording(locale, { agendaTemplate, agendaToHtml });
    const meeting = createMeetingWording(locale, { agendaTemplate, forOutsiders });
    for (const language of ['es', 'en'] as const) {
      const record = aRecord({ about: { ...aRecord().about, language } });
      expect(follow.minutes?.(record)).toBe(meeting.minutes(record, false));
    }
  }
});

test('ER1 in the twin somebody who was taken out is nobody', () => {
  const { minutes } = createFollowWording(createLocale('es-ES'), { agendaTemplate, agendaToHtml });
  const html = minutes?.(withoutPerson(aRecord(), 'm01', '-x')) ?? '';
  expect(html).not.toContain('Ana Ruiz');
  expect(html).toContain('Modera …');
});

test('FD4 a file that holds no record is named in both languages, and so is what to do', () => {
  const both = ['es-ES', 'en-GB'].map((tag) => createLocale(tag).sentences.why);
  const file = '2026-11-26T0900Z.json';
  for (const why of both) {
    expect(why({ kind: 'malformed', file })).toContain(file);
    expect(why({ kind: 'malformed' })).not.toContain('.json');
    expect(why({ kind: 'refused', code: 'otherRecord' })).not.toContain('otherRecord');
  }
});
