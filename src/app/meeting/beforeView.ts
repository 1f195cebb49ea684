import { RULES } from '../../domain/meeting/commands';
import { isOne } from '../../domain/meeting/people';
import type { LeftTask } from '../../domain/meeting/room';
import type { DeskState } from './deskState';
import { meetingIn, meIn } from './deskState';
import type { Occurrence } from '../ports/meetings';
import type { BeforeView } from './meetingView';
import { movingView } from './moving';
import { inAgenda, type ProblemsSource, problemView, taskView } from './problemsView';
import { reviewView } from './reviewing';
import { isToDecide } from './toDecide';

/** What the meeting's tab shows, and the panel before the start. */
export function beforeView(state: DeskState, source: ProblemsSource): BeforeView {
  const { opened, hasPanel, panelRefused } = state;
  const { problems, tasks } = source.notes;
  const occurrence = opened?.occurrence ?? null;
  const me = meIn(state);
  const outside = opened?.about.members.find(({ id }) => id === me)?.outsider === true;
  const meeting = meetingIn(state);
  const begun = meeting !== null && meeting.phase !== 'before';
  const organiser = state.room?.state?.organiser ?? opened?.about.organiser;
  const organiserName = organiser === undefined ? '' : source.nameOf(organiser);
  return {
    occurrence: occurrence === null ? null : invitedView(state, occurrence),
    hasPanel,
    mayAddPanel: hasPanel === false && !panelRefused && !outside && opened?.about.wholeTeam === false,
    proposals: problems
      .filter(({ from }) => from === 'proposed')
      .map((problem) => ({
        ...problemView(problem, source),
        mine: problem.by === me,
        inAgenda: inAgenda(meeting, problem),
      })),
    left: tasks
      // Until it begins, what is open is from before: also what was cut down or split just now, and counts anew.
      .filter((task) => isOpen(task) && (isFromBefore(state, task) || task.partOf !== undefined || !begun))
      .map((task) => taskView(task, source)),
    done: tasks
      .filter((task) => task.state === 'done' && (isFromBefore(state, task) || !begun))
      .map((task) => taskView(task, source)),
    gone: tasks.filter(({ gone }) => gone === true).map((task) => taskView(task, source)),
    moving: movingView(problems, state.at),
    toDecide: toDecideFor(state, me),
    review: reviewView(state),
    wholeTeam: opened?.about.wholeTeam === true,
    isOrganiser: occurrence?.isOrganiser === true || (me !== '' && state.room?.state?.organiser === me),
    ...(organiserName !== '' && { organiserName }),
    ...(state.known.last !== null && { last: state.known.last }),
  };
}

const isOpen = ({ state, gone }: LeftTask): boolean => state === 'open' && gone !== true;

/** A record holds it, or it has been carried over. */
const isFromBefore = ({ known }: DeskState, { id, carried }: LeftTask): boolean =>
  carried > 0 ||
  [...(known.records ?? []), ...known.weeklies.flat()].some(({ tasks }) =>
    tasks.some((one) => one.id === id),
  );

/** The item about what weekly meetings could not decide, for whoever may still put it away. */
function toDecideFor(state: DeskState, me: string): string | null {
  const meeting = meetingIn(state);
  const item = meeting?.items.find(({ id, putOff }) => isToDecide(id) && putOff !== true);
  if (meeting === null || item === undefined) return null;
  return RULES.putOff.who.some((who) => isOne(meeting, me, who, state.at)) && meeting.phase === 'before'
    ? item.id
    : null;
}

/** The organiser, who answers nobody, comes. */
function invitedView(
  { opened, known }: DeskState,
  { attendees, organiserMail, place }: Occurrence,
): NonNullable<BeforeView['occurrence']> {
  const asked = attendees.filter(({ type, mail }) => type !== 'room' && mail !== organiserMail);
  const roster = known.series?.people ?? [];
  const outside = (mail: string) =>
    opened?.about.members.find((one) => one.mail === mail)?.outsider === true ||
    roster.find((one) => one.mail === mail)?.outsider === true;
  const outsiders = asked.filter(({ mail }) => outside(mail)).length;
  return {
    answers: { yes: asked.filter(({ answer }) => answer === 'accepted').length + 1, of: asked.length + 1 },
    notComing: asked
      .filter(({ answer }) => answer === 'declined')
      .map(({ mail, name }) => {
        const away = roster.find((one) => one.mail === mail);
        const instead = roster.find(({ standsInFor }) => away !== undefined && standsInFor === away.id);
        return { name: away?.name ?? name, standIn: instead?.name ?? null };
      }),
    place,
    invited: asked.length + 1 - outsiders,
    outsiders,
  };
}
