// PL34, PL51: src/app/SPEC.md
import { cancellable } from '../../../src/app/cancel';
import type { Series } from '../../../src/domain/rhythm/series';
import { aDesk, type Desk, settle, withAreas } from './desk';

async function storedIn(desk: Desk) {
  const [stored] = (await desk.home.list(cancellable())).series;
  if (stored === undefined) throw new Error('nothing is kept');
  return stored;
}

/** Planned and inserted once; then the file says that it began long ago, and who gave up what. */
async function plannedBefore(paid: Readonly<Record<string, number>>): Promise<Desk> {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.insert();
  await settle();
  const { series, version } = await storedIn(desk);
  const chain: Series['chain'] = series.chain.map((link) => ({
    ...link,
    eventId: 'event-0',
    starts: link.starts.map((start) => start - 365 * 86_400_000),
    paid,
  }));
  await desk.home.update({ ...series, chain }, version, cancellable());
  return desk;
}

test('PL51 inserting keeps what each area gives up, together what the cost says', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { parts } = pane.screen('slots').options[0]?.slot ?? {};
  pane.planning.insert();
  await settle();
  const { paid = {} } = (await storedIn(desk)).series.chain[0] ?? {};
  expect(Object.keys(paid)).toEqual(['marketing', 'sales']);
  const sum = Object.values(paid).reduce((total, minutes) => total + minutes, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeCloseTo((parts?.focusLoss ?? 0) + (parts?.protectedTime ?? 0));
  expect(desk.faults).toEqual([]);
});

test('PL34 planned anew, every option tells how it treats the area that gave up most last time', async () => {
  const desk = await plannedBefore({ marketing: 9_000, sales: 100 });
  const pane = desk.open();
  const { options } = await pane.until('slots');
  expect(options.length).toBeGreaterThan(2);
  for (const { reasons } of options)
    expect(reasons.filter(({ kind }) => kind === 'paidLastTime')).toMatchObject([{ area: 'marketing' }]);
});

test('PL34 where both gave up about the same, nothing is said of it', async () => {
  const desk = await plannedBefore({ marketing: 600, sales: 590 });
  const { options } = await desk.open().until('slots');
  const kinds = options.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
  expect(kinds).not.toContain('paidLastTime');
});
