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
