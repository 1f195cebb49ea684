import { cancellable } from '../../src/app/cancel';
import type { SlotSearch } from '../../src/app/ports/slotSearch';
import { Refusal } from '../../src/domain/refusal';
import { weekPicture } from '../../src/domain/slots/picture';
import { searchSlots } from '../../src/domain/slots/search';
import type { SlotRequest } from '../../src/domain/slots/types';
import { failureOf, NEVER } from './outcome';

const MONDAY = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;

/** Two people over some weeks, as plain data. */
export function smallQuestion(weeks = 4): SlotRequest {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));
  const person = { role: 'key', zone: 'Europe/Madrid', hours } as const;
  return {
    window: { from: MONDAY, until: MONDAY + weeks * 7 * DAY },
    zone: 'Europe/Madrid',
    minutes: 35,
    stepMinutes: 15,
    top: 5,
    areas: ['marketing', 'sales'].map((id) => ({ id, quorum: 1, protectedTimes: [] })),
    people: [
      { ...person, id: 'ana', area: 'marketing', busy: [] },
      { ...person, id: 'luis', area: 'sales', busy: 'unknown', role: 'optional' },
      { ...person, id: 'eva', area: 'sales', zone: 'America/Bogota', busy: [] },
    ],
    repeat: { kind: 'weekly', every: 1, times: weeks },
  };
}

/** What every search holds to, wherever it runs (SS1 to SS4). */
export function slotSearchContract(
  title: string,
  open: () => SlotSearch,
  /** What is cancelled: where the way is long, a question that takes a while. */
  slow: SlotRequest = smallQuestion(),
): void {
  describe(`slot search: ${title}`, () => {
    test('SS1 it answers as the domain does', async () => {
      const search = open();
      const request = smallQuestion();
      expect(await search.search(request, NEVER)).toEqual(searchSlots(request));
      expect(await search.picture(request, NEVER)).toEqual(weekPicture(request));
    });

    test('SS1 questions asked at once are each answered', async () => {
      const search = open();
      const weeks = [1, 2, 3, 4];
      const answers = await Promise.all(weeks.map((n) => search.search(smallQuestion(n), NEVER)));
      expect(answers.map(({ slots }) => slots[0]?.occurrences.length)).toEqual(weeks);
    });

    test('SS2 a refusal of the domain comes through as itself, and the next question is answered', async () => {
      const search = open();
      const wrong = search.search({ ...smallQuestion(), minutes: 61 }, NEVER);
      const refusal: unknown = await wrong.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(refusal).toMatchObject({ code: 'slots/bad-minutes', data: { minutes: 61 } });
      await expect(search.picture({ ...smallQuestion(), areas: [] }, NEVER)).rejects.toThrow(Refusal);
      expect((await search.search(smallQuestion(), NEVER)).slots.length).toBeGreaterThan(0);
    });

    test('SS3 a cancelled question fails as cancelled; others go on', async () => {
      const search = open();
      const cancel = cancellable();
      const running = failureOf(search.search(slow, cancel));
      const waiting = failureOf(search.picture(slow, cancel));
      const other = search.search(smallQuestion(), NEVER);
      cancel.cancel();
      expect(await running).toEqual({ kind: 'cancelled' });
      expect(await waiting).toEqual({ kind: 'cancelled' });
      expect((await other).slots.length).toBeGreaterThan(0);
      expect(await failureOf(search.search(slow, cancel))).toEqual({ kind: 'cancelled' });
    });

    test('SS4 what is asked is plain data and is not changed', async () => {
      const request = smallQuestion();
      const before = structuredClone(request);
      await open().search(request, NEVER);
      expect(request).toEqual(before);
    });
  });
}
