import type { Decision } from '../../domain/meeting/captured';
import type { RecordDigest } from '../../domain/rhythm/digest';
import { fold } from '../../domain/tasks/fold';
import { Refusal } from '../../domain/refusal';
import { changeRecord } from './archives';
import { attempt } from './attempt';
import type { FollowDesk } from './followDesk';
import type { Follow, FollowState } from './followState';
import type { DecisionsView, DecisionView } from './followView';

/** So many later ones are offered in the place of one: those of its problem first, then the newest. */
const MOST_OFFERED = 30;

type Found = {
  readonly decision: Decision;
  readonly digest: RecordDigest;
  readonly title: string;
  readonly problem: string;
  readonly internal: boolean;
};

/** The decisions of every series whose records are read, newest first (FD5, FD6). */
export function decisionsView(state: FollowState): DecisionsView {
  const all = decisionsIn(state);
  const byId = new Map(all.map((one) => [one.decision.id, one]));
  const wanted = fold(state.decisions.search).split(' ');
  return {
    search: state.decisions.search,
    found: all.filter((one) => holds(one, wanted)).map((one) => viewOf(one, all, byId)),
    of: all.length,
  };
}

/** What people do with decisions (FD6, FD7). */
export function decisionCommands(follow: Follow): FollowDesk['decisions'] {
  const replace = (id: string, by: string | null): void =>
    void attempt(
      follow,
      'decide',
      async () => {
        await replaceIn(follow, id, by);
        follow.change({ notice: { kind: 'done', what: 'decide' } });
      },
      () => replace(id, by),
    );
  return { search: (text) => follow.change({ decisions: { search: text } }), replace };
}

/** The older record says what stands in its place now. */
async function replaceIn(follow: Follow, id: string, by: string | null): Promise<void> {
  const all = decisionsIn(follow.state.get());
  const found = all.find(({ decision }) => decision.id === id);
  const later = all.find(({ decision }) => decision.id === by);
  if (found === undefined || (by !== null && (later === undefined || !mayStandFor(later, found))))
    throw new Refusal('follow/unknown-decision');
  const { digest } = found;
  await changeRecord(follow, digest.start, digest.series, (record) => ({
    ...record,
    decisions: record.decisions.map((one) => (one.id === id ? replacedBy(one, by) : one)),
  }));
}

function replacedBy({ replacedBy: _, ...decision }: Decision, by: string | null): Decision {
  return by === null ? decision : { ...decision, replacedBy: by };
}

/** Each once: where two records hold the same one, the newer record's. */
function decisionsIn({ archives, all: known }: FollowState): readonly Found[] {
  const found = new Map<string, Found>();
  const digests = Object.values(archives)
    .flatMap(({ summary }) => summary.files.map(({ digest }) => digest))
    .sort((a, b) => b.start - a.start);
  for (const digest of digests) {
    const title = known.find(({ series }) => series.id === digest.series)?.series.title ?? '';
    const problems = new Map(digest.problems.map((problem) => [problem.id, problem]));
    for (const decision of digest.decisions) {
      const problem = problems.get(decision.problem);
      const internal = decision.internal === true || problem?.internal === true;
      if (!found.has(decision.id))
        found.set(decision.id, { decision, digest, title, problem: problem?.title ?? '', internal });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.decision.at - a.decision.at || (a.decision.id < b.decision.id ? -1 : 1),
  );
}

function holds({ decision, digest, title, problem }: Found, wanted: readonly string[]): boolean {
  const names = digest.people.filter(({ id }) => decision.deciders.includes(id)).map(({ name }) => name);
  const text = fold([decision.text, problem, title, ...names].join(' '));
  return wanted.every((word) => text.includes(word));
}

function viewOf(one: Found, all: readonly Found[], byId: ReadonlyMap<string, Found>): DecisionView {
  const { decision, digest, title, problem, internal } = one;
  const later = decision.replacedBy === undefined ? undefined : byId.get(decision.replacedBy);
  return {
    id: decision.id,
    series: digest.series,
    seriesTitle: title,
    session: digest.start,
    text: decision.text,
    problem,
    deciders: decision.deciders,
    internal,
    replacedBy:
      decision.replacedBy === undefined
        ? null
        : // Of a series that this person cannot read: it is replaced all the same.
          {
            id: decision.replacedBy,
            text: later?.decision.text ?? '',
            session: later?.digest.start ?? digest.start,
          },
    mayReplace: decision.replacedBy === undefined ? offered(one, all) : [],
  };
}

function offered(one: Found, all: readonly Found[]): DecisionView['mayReplace'] {
  const later = all.filter((other) => mayStandFor(other, one));
  const ofProblem = ({ decision }: Found) => (decision.problem === one.decision.problem ? 0 : 1);
  return later
    .sort((a, b) => ofProblem(a) - ofProblem(b))
    .slice(0, MOST_OFFERED)
    .map(({ decision: { id, text } }) => ({ id, text }));
}

/** A later one that is in force itself, so that nobody is led in a circle. */
const mayStandFor = ({ decision: later }: Found, { decision }: Found): boolean =>
  later.replacedBy === undefined &&
  (later.at > decision.at || (later.at === decision.at && later.id > decision.id));
