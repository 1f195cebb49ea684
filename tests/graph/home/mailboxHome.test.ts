import { createMailboxHome } from '../../../src/graph/home/mailboxHome';
import { failureOf, NEVER } from '../../contracts/outcome';
import { seriesHomeContract } from '../../contracts/seriesHomeContract';
import { aSeries } from '../../support/aSeries';

/** Settings as a mailbox keeps them. */
function someSettings() {
  const kept = new Map<string, string>();
  return {
    kept,
    readSetting: (key: string) => kept.get(key),
    writeSetting: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
  };
}

const KEY = 'cadencia.series';
type Kept = Record<string, { n: number; content: string }>;

seriesHomeContract('the mailbox', () => {
  const settings = someSettings();
  const all = (): Kept => JSON.parse(settings.kept.get(KEY) ?? '{}') as Kept;
  return Promise.resolve({
    home: createMailboxHome(settings),
    other: createMailboxHome(settings),
    plant: (name, content) => {
      // Only files of ours live there: other programs have settings of their own.
      if (name.startsWith('series-'))
        settings.kept.set(
          KEY,
          JSON.stringify({ ...all(), [name]: { n: Object.keys(all()).length + 1, content } }),
        );
      return Promise.resolve();
    },
    contentOf: (name) => Promise.resolve(all()[name]?.content),
    close: () => Promise.resolve(),
  });
});

test('GH8 a mailbox that is full says so and keeps what was there', async () => {
  const settings = someSettings();
  const home = createMailboxHome(settings);
  const created = await home.create(aSeries(), NEVER);
  const pauses = Array.from({ length: 90 }, () => ({
    from: '2026-12-24',
    until: '2027-01-07',
    label: 'x'.repeat(200),
  }));
  const grown = aSeries({ pauses, sites: [], people: [] });
  const many = { ...grown, areas: grown.areas.map((area) => ({ ...area, protectedPeriods: pauses })) };
  expect(await failureOf(home.update(many, created.version, NEVER))).toEqual({
    kind: 'refused',
    code: 'mailboxFull',
  });
  expect((await home.read(aSeries().id, NEVER)).series).toEqual(aSeries());
});

test.each(['', 'null', '[1]', '{"series-x.json":1}', '<html>'])(
  'GH8 a setting that is not ours (%s) is an empty home',
  async (text) => {
    const settings = someSettings();
    settings.kept.set(KEY, text);
    expect(await createMailboxHome(settings).list(NEVER)).toEqual({ series: [], unreadable: [] });
  },
);
