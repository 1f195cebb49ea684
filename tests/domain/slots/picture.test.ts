import { weekPicture } from '../../../src/domain/slots/picture';
import { Refusal } from '../../../src/domain/refusal';
import { area, between, busy, daily, person, request } from './aRequest';

const window = between('2026-11-30 00:00', '2026-12-14 00:00');
const HOURS = [1, 2, 5].flatMap((weekday) => [
  { weekday, from: '09:00', until: '11:00' },
  { weekday, from: '12:00', until: '13:00' },
]);

describe('the picture of the week', () => {
  const people = [
    person('ana', { hours: HOURS, role: 'key', closedDays: ['2026-12-08'] }),
    person('eva', { hours: HOURS, area: 's', busy: [busy('2026-11-30 09:30', '2026-11-30 10:30')] }),
    person('luz', { hours: HOURS, area: 's' }),
  ];
  const asked = request({
    window,
    people,
    stepMinutes: 15,
    minutes: 35,
    areas: [area('m'), area('s', { quorum: 2 })],
  });
  const picture = weekPicture(asked);
  const cell = (weekday: number, time: string) =>
    picture.cells.find((one) => one.weekday === weekday && one.time === time);

  test('SL15 only weekdays and hours in which somebody works, and a cell for each of both', () => {
    expect(picture.weekdays).toEqual([1, 2, 5]);
    expect(picture.hours).toEqual(['09:00', '10:00', '12:00']);
    expect(picture.cells).toHaveLength(9);
  });

  test('SL15 dates on which an area is ready, the mean of its people, and dates on which all are', () => {
    expect(cell(1, '09:00')).toEqual({
      weekday: 1,
      time: '09:00',
      areas: [
        { area: 'm', ready: 2, available: 1 },
        { area: 's', ready: 1, available: 1.5 },
      ],
      of: 2,
      held: 1,
    });
    expect(cell(2, '09:00')).toMatchObject({
      of: 2,
      held: 1,
      areas: [{ ready: 1, available: 0.5 }, { ready: 2 }],
    });
  });

  test('SL15 a pause and a skipped hour count as no date', () => {
    const paused = weekPicture({ ...asked, pauses: [between('2026-12-07 00:00', '2026-12-14 00:00')] });
    expect(paused.cells.every(({ of }) => of === 1)).toBe(true);
    const nights = daily(['00:00', '24:00']);
    const spring = request({
      window: between('2027-03-22 00:00', '2027-04-05 00:00'),
      people: [person('ana', { hours: nights })],
    });
    const { cells } = weekPicture(spring);
    expect(cells.find(({ weekday, time }) => weekday === 7 && time === '02:00')).toMatchObject({
      of: 1,
      held: 1,
    });
    expect(cells.find(({ weekday, time }) => weekday === 7 && time === '03:00')).toMatchObject({
      of: 2,
      held: 2,
    });
  });

  test('SL15 hours of somebody unknown are work, never availability', () => {
    const unread = weekPicture(
      request({ window, people: [person('ana', { hours: HOURS, busy: 'unknown' })] }),
    );
    expect(unread.hours).toEqual(['09:00', '10:00', '12:00']);
    expect(unread.cells.every(({ held, areas }) => held === 0 && areas[0]?.available === 0)).toBe(true);
  });

  test('SL15 it stands on the wall of the organiser', () => {
    const bogota = person('luz', { zone: 'America/Bogota', hours: daily(['08:00', '09:00']) });
    expect(weekPicture(request({ window, people: [bogota] })).hours).toEqual(['14:00']);
  });

  test('SL1 it refuses what the search refuses', () => {
    expect(() => weekPicture({ ...asked, areas: [] })).toThrow(Refusal);
  });
});
