import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';

test.each(['es-ES', 'en-GB'])('PT7 the words of the personal tab in %s are whole', (tag) => {
  const { personal } = createPersonalLocale(createLocale(tag));
  const all = [
    ...Object.values(personal).filter((one) => typeof one === 'string'),
    ...[0, 1, 2].flatMap((n) => [personal.counts(n, 0), personal.counts(3, n), personal.reading(n, 3)]),
    personal.reading(0, null),
    personal.length(90),
    personal.openMeeting('Semanal'),
    personal.series('Semanal'),
    personal.stateOf('Enviar la lista'),
    personal.from(['Semanal', '', 'mar 1 dic']),
  ];
  for (const text of all) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\d (min|h)\b/);
  }
  expect(personal.counts(1, 1)).toBe(
    tag === 'es-ES' ? '1 tarea abierta · 1 vencida' : '1 open task · 1 overdue',
  );
  expect(personal.from(['Semanal', '', 'mar 1 dic'])).toBe('Semanal · mar 1 dic');
});
