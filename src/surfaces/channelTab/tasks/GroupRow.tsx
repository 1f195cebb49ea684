import { mergeClasses } from '@fluentui/react-components';
import type { BoardGroup, BoardProblem } from '../../../domain/tasks/board';
import type { FollowLocale } from '../../../locale/followLocale';
import { useGridStyles } from './gridStyles';
import type { Placed } from './placing';

/** The head of a group: its problem, and whether its number moved. */
export function GroupRow(props: {
  readonly index: number;
  readonly how: Placed['how'];
  readonly group: BoardGroup;
  readonly locale: FollowLocale;
}) {
  const styles = useGridStyles();
  const { index, how, group, locale } = props;
  const { problem } = group;
  const words = locale.follow.tasks;
  const beside = [
    words.problemStates[problem?.state ?? 'open'],
    problem?.internal === true ? words.internal : '',
  ].filter((one) => one !== '');
  return (
    <div {...how} role="row" aria-rowindex={index} className={styles.row}>
      <span role="rowheader" aria-colspan={5} className={mergeClasses(styles.whole, styles.group)} dir="auto">
        {problem ? `${problem.title} · ${numberText(problem, locale)}` : words.noProblem}
        {beside.length > 0 && <span className={styles.beside}>{` · ${beside.join(' · ')}`}</span>}
      </span>
    </div>
  );
}

/** «38 → 21 (meta 0)»: what the number was, is, and should be. */
export function numberText({ before, now, goal }: BoardProblem, { format, follow }: FollowLocale): string {
  const words = follow.tasks;
  const target = goal === null ? '' : words.goal(format.number(goal));
  if (now === null) return [words.noNumber, target].filter((one) => one !== '').join(' ');
  const moved = before === null ? format.number(now) : words.moved(format.number(before), format.number(now));
  return [moved, target].filter((one) => one !== '').join(' ');
}
