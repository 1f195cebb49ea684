import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from '../shared/meetingContext';
import { participants, personOf } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';

/** Who chairs, who is here and how, and whether everything is safe. */
export function Foot({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { locale } = useMeeting();
  const { foot } = locale.meeting;
  const live = view.connection === 'live' || view.connection === 'denied';
  const outsider = personOf(view, view.me)?.outsider === true;
  return (
    <>
      <p className={shared.quiet}>
        {[...hereText(view, locale), ...(live ? [view.saved ? foot.saved : foot.saving] : [])].join(' · ')}
      </p>
      {!live && <p className={shared.warning}>{foot[stateOf(view)]}</p>}
      {outsider && <p className={shared.quiet}>{foot.outsider}</p>}
    </>
  );
}

const stateOf = ({ connection }: MeetingScreen) =>
  connection === 'alone' || connection === 'offline' ? connection : 'connecting';

function hereText(view: MeetingScreen, { meeting }: MeetingLocale): readonly string[] {
  const { foot } = meeting;
  const people = participants(view);
  const counts = (['panel', 'room', 'phone'] as const)
    .map((how) => ({ how, n: people.filter((person) => person.how === how).length }))
    .filter(({ n }) => n > 0)
    .map(({ how, n }) => foot[how](n));
  const chair = view.chair.name === null ? foot.noChair : foot.chair(view.chair.name);
  return [...(view.running === null ? [] : [chair]), ...(counts.length > 0 ? [counts.join(', ')] : [])];
}
