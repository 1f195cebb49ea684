import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BeforeView, MeetingScreen } from '../../app/meeting/meetingView';
import { areaName } from '../shared/meetingNames';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const useStyles = makeStyles({
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
});

type Proposal = BeforeView['proposals'][number];

/** What people bring; the organiser takes it into the agenda, the others see that it was sent. */
export function Proposals({ view }: { readonly view: MeetingScreen }) {
  const shared = useTabStyles();
  const { tab } = useTab();
  const { proposals } = view.before;
  if (proposals.length === 0) return null;
  return (
    <ul className={mergeClasses(shared.list, shared.cards)} aria-label={tab.proposed.title}>
      {proposals.map((proposal) => (
        <li key={proposal.id} className={shared.card}>
          <Said proposal={proposal} view={view} />
          <Next proposal={proposal} view={view} />
        </li>
      ))}
    </ul>
  );
}

function Said({ proposal, view }: { readonly proposal: Proposal; readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { locale } = useTab();
  const words = locale.meeting.problem;
  const last = proposal.readings.at(-1);
  const { moved, goal } = proposal;
  const beside = [
    proposal.byName,
    areaName(view, proposal.area, locale),
    moved !== null
      ? words.moved(moved.from, moved.to, goal)
      : last === undefined
        ? ''
        : words.reading(last.value, goal),
    proposal.internal === true ? words.internal : '',
  ];
  return (
    <div className={shared.grow}>
      <p className={styles.title}>{proposal.title}</p>
      <p className={shared.quiet}>{beside.filter((part) => part !== '').join(' · ')}</p>
    </div>
  );
}

function Next({ proposal, view }: { readonly proposal: Proposal; readonly view: MeetingScreen }) {
  const shared = useTabStyles();
  const { desk, tab } = useTab();
  const words = tab.proposed;
  const { before, running } = view;
  if (proposal.inAgenda) return <span className={shared.quiet}>{`✓ ${words.inAgenda}`}</span>;
  if (before.isOrganiser)
    return running === null ? (
      <span className={shared.quiet}>{words.waits}</span>
    ) : (
      <Button
        size="small"
        className={shared.small}
        aria-label={words.takeOf(proposal.title)}
        onClick={() => desk.before.take(proposal.id)}
      >
        {words.take}
      </Button>
    );
  if (!proposal.mine) return null;
  return (
    <>
      <span className={shared.quiet}>{words.sent(before.organiserName)}</span>
      <Button
        size="small"
        appearance="subtle"
        className={shared.small}
        aria-label={words.removeOf(proposal.title)}
        onClick={() => desk.remove('problem', proposal.id)}
      >
        {words.remove}
      </Button>
    </>
  );
}
