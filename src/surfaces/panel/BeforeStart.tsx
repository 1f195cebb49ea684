import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { areaName } from '../shared/meetingNames';
import { sessionTime } from '../shared/sessionTime';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  items: { display: 'grid', rowGap: '2px' },
  item: { display: 'flex', justifyContent: 'space-between', columnGap: '8px' },
  minutes: { whiteSpace: 'nowrap', overflowWrap: 'normal', flexShrink: 0 },
});

/** Before the start: when, who comes, and what will be done. */
export function BeforeStart({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { locale } = useMeeting();
  const { before: words, problem } = locale.meeting;
  const { before, running } = view;
  const items = running?.items.filter(({ state }) => state !== 'putOff') ?? [];
  return (
    <>
      <SessionTime view={view} />
      {before.occurrence && (
        <p className={shared.quiet}>
          {[
            words.comes(before.occurrence.answers.yes, before.occurrence.answers.of),
            ...before.occurrence.notComing.map(({ name, standIn }) => words.standIn(name, standIn)),
          ].join(' · ')}
        </p>
      )}
      {view.areas.length > 0 && (
        <p className={shared.quiet}>
          {view.areas
            .map((area) => words.area(areaName(view, area.id, locale), area.here, area.of, area.quorum))
            .join(' · ')}
        </p>
      )}
      <section aria-label={words.whatWeDo} className={shared.box}>
        <h2 className={shared.heading}>{words.whatWeDo}</h2>
        <ol className={shared.list}>
          {items.map((item) => (
            <li key={item.id} className={styles.item}>
              <span>{item.internal ? `${item.title} (${problem.internal})` : item.title}</span>
              <span className={mergeClasses(shared.quiet, styles.minutes)}>
                {words.minutes(item.minutes)}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {before.wholeTeam && <p className={shared.warning}>{words.wholeTeam}</p>}
    </>
  );
}

/** «mar 1 dic, 17:15–17:50 · Bogotá 11:15» */
export function SessionTime({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { locale } = useMeeting();
  return (
    <>
      {sessionTime(view, locale).map((line) => (
        <p key={line} className={shared.text}>
          {line}
        </p>
      ))}
    </>
  );
}
