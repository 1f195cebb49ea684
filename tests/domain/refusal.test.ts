import { Refusal } from '../../src/domain/refusal';
import { agendaToHtml } from '../../src/domain/agenda/html';
import { searchSlots } from '../../src/domain/slots/search';
import { instantOf } from '../../src/domain/time/calendarDays';
import { request } from './slots/aRequest';

const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each([
  ['time', () => instantOf('2027-01-01', '09:00', 'Nowhere/Land')],
  ['slots', () => searchSlots({ ...request(), areas: [] })],
  ['agenda', () => agendaToHtml({ language: 'es', items: [{ kind: 'numbers', title: '', minutes: 61 }] })],
])('RF1 what %s refuses is thrown, with a code and data of ids and numbers', (subject, work) => {
  const refused = refusalOf(work);
  expect(refused).toBeInstanceOf(Refusal);
  expect((refused as Refusal).code).toMatch(new RegExp(`^${subject}/[a-z-]+$`));
});
