import { names, seriesWithout, withoutPerson } from '../../domain/meeting/eraseFrom';
import { Refusal } from '../../domain/refusal';
import type { DigestedFile, RecordDigest } from '../../domain/rhythm/digest';
import type { Series } from '../../domain/rhythm/series';
import { same } from '../../domain/rhythm/threeWay';
import { fold } from '../../domain/tasks/fold';
import { localTime } from '../../domain/time/calendarDays';
import { cancellable } from '../cancel';
import { removeMember } from '../planning/rosterEdits';
import { PortFailure } from '../ports/failure';
import { changeRecord, readArchive } from './archives';
import { attempt } from './attempt';
import { chosenIn, type Follow, organiserOf } from './followState';
import type { FollowWork } from './followView';
import { keepIn } from './settings';

/**
 * The chosen series as one readable text (FD8): its own file, every record and the summary as they stand, and what is
 * kept of it elsewhere. Null while something else is being done.
 */
export async function exportSeries(
  follow: Follow,
): Promise<{ readonly name: string; readonly text: string } | null> {
  if (follow.state.get().working !== null) return null;
  const { series } = chosenIn(follow.state.get());
  return working(follow, 'export', async (told) => {
    const { archives, plan } = follow.state.get();
    const archive = follow.ports.archives[archives[series.id]?.at ?? 0];
    if (archive === undefined) throw new PortFailure({ kind: 'notFound' });
    const files = await archive.everything(series.id, told, cancellable());
    const { day } = localTime(follow.now(), series.zone);
    const content = {
      format: 'cadencia-export',
      version: 1,
      day,
      series,
      files: files
        .filter(({ name }) => !isTwin(name))
        .map(({ name, text }) => ({ name, content: parsed(text) })),
      elsewhere: {
        /** Made from the records, for people. */
        twins: files.map(({ name }) => name).filter(isTwin),
        plan,
        calendars: series.chain.map(({ organiser, eventId, joinUrl }) => ({ organiser, eventId, joinUrl })),
        channel: series.followUp?.channel ?? null,
        /** Of every file, in the library's own history. */
        versions: true,
      },
    };
    const name = ['cadencia', slug(series.title), day].filter((part) => part !== '').join('-');
    return { name: `${name}.json`, text: JSON.stringify(content, undefined, 1) };
  });
}

/** Asks whether that person is to be taken out of every record and the series, and does it after a yes (FD9). */
export async function erase(follow: Follow, person: string): Promise<void> {
  const { series } = chosenIn(follow.state.get());
  if (follow.state.get().working !== null) throw new Refusal('follow/busy');
  if (organiserOf(series) === person) throw new Refusal('follow/hand-over-first');
  if (follow.state.get().archives[series.id] === undefined) await readArchive(follow, series.id);
  if (follow.state.get().archives[series.id] === undefined) return;
  const records = filesNaming(follow, series, person).length;
  const question = { kind: 'erase', person, records, remains: 'versions' } as const;
  follow.asked = (yes) => {
    if (yes) void goOn(follow, series, person);
  };
  follow.change({ question });
}

/** One record after the other, the roster last: after a failure it goes on with those that still name the person. */
async function goOn(follow: Follow, series: Series, person: string): Promise<void> {
  await attempt(
    follow,
    'erase',
    async () => {
      await working(follow, 'erase', (told) => eraseIn(follow, series, person, told));
      // What others changed in the series meanwhile is told instead.
      if (follow.state.get().notice === null) follow.change({ notice: { kind: 'done', what: 'erase' } });
    },
    () => void goOn(follow, series, person),
  );
}

async function eraseIn(follow: Follow, series: Series, person: string, told: Told): Promise<void> {
  const files = filesNaming(follow, series, person);
  const area = series.people.find(({ id }) => id === person)?.area;
  // Somebody else in each record, so that nobody can put them together again.
  const somebody = (): string => `-${follow.ports.ids.next()}`;
  told(0, files.length);
  for (const [at, { digest }] of files.entries()) {
    const as = somebody();
    await changeRecord(
      follow,
      digest.start,
      series.id,
      (record) =>
        idsOf(record, series, person).reduce(
          (one, id, nth) => withoutPerson(one, id, `${as}${nth === 0 ? '' : nth}`, area),
          record,
        ),
      // Rather an empty twin than one that still has the name.
      '',
    );
    told(at + 1, files.length);
  }
  const { all } = follow.state.get();
  const found = all.find((one) => one.series.id === series.id);
  const as = somebody();
  if (found !== undefined)
    await keepIn(follow, found, (one) => {
      const wanted = seriesWithout(removeMember(one, person), person, as);
      return same(wanted, one) ? one : wanted;
    });
  // The summary still says what the records said: it is made again from them.
  await readArchive(follow, series.id);
}

function filesNaming(follow: Follow, series: Series, person: string): readonly DigestedFile[] {
  const files = follow.state.get().archives[series.id]?.summary.files ?? [];
  return files.filter(({ digest }) => idsOf(digest, series, person).some((id) => names(digest, id)));
}

/**
 * The ids under which a record may know that person. Rosters know somebody from outside by an address, meetings by the id
 * that the chat gives them: there the name tells.
 */
function idsOf(
  { people }: Pick<RecordDigest, 'people'>,
  { people: members }: Series,
  person: string,
): readonly string[] {
  const member = members.find(({ id }) => id === person);
  if (member?.outsider !== true) return [person];
  const known = new Set(members.map(({ id }) => id));
  const alike = people.filter(({ id, name }) => !known.has(id) && name === member.name);
  return [person, ...alike.map(({ id }) => id)];
}

type Told = (done: number, of: number) => void;

async function working<T>(
  follow: Follow,
  what: 'export' | 'erase',
  run: (told: Told) => Promise<T>,
): Promise<T> {
  const set = (working: FollowWork | null): void => follow.change({ working });
  if (follow.state.get().working !== null) throw new Refusal('follow/busy');
  follow.change({ notice: null, working: { what } });
  try {
    return await run((done, of) => set({ what, done, of }));
  } finally {
    set(null);
  }
}

const isTwin = (name: string): boolean => /\.html$/i.test(name);

/** As data where it is some, else as the text that stands there. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const slug = (title: string): string =>
  fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
