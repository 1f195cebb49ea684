import { Button } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { areaName, personOf, shortName } from '../shared/meetingNames';
import { Faces } from './Faces';
import { usePanelStyles } from './panelStyles';
import { TurnTimer } from './Timer';

/** Who has the floor, who is here, and who asks for it, in the order in which they are served. */
export function Floor({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { floor: words } = locale.meeting;
  const { floor, running } = view;
  const speaker = personOf(view, floor.speaker);
  const supposed = personOf(view, floor.supposed);
  const open = view.balance?.own?.turns.find((turn) => turn.open === true);
  const [first] = floor.queue;
  const names = (ids: readonly string[]) => ids.map((id) => shortName(view, id));
  return (
    <section aria-label={words.title} className={shared.column}>
      <div className={shared.row}>
        <p className={shared.text}>
          {speaker ? (
            <>
              <span className={shared.quiet}>{`${words.title}: `}</span>
              <strong>{words.speaker(speaker.short, areaName(view, speaker.area, locale))}</strong>
            </>
          ) : supposed ? (
            <span className={shared.quiet}>
              {words.supposed(words.speaker(supposed.short, areaName(view, supposed.area, locale)))}
            </span>
          ) : (
            <span className={shared.quiet}>{words.nobody}</span>
          )}
        </p>
        {open && (floor.mine || floor.supposed === view.me) && (
          <button type="button" className={shared.link} onClick={() => desk.balance.correct(open.from, null)}>
            {words.notMine}
          </button>
        )}
      </div>
      {!view.small && <Faces view={view} />}
      {floor.round && (
        <p className={shared.quiet}>
          {words.round(names(floor.round.left))} <TurnTimer each={floor.round.each} />
        </p>
      )}
      {first !== undefined && (
        <div className={shared.row}>
          <p className={shared.quiet}>{words.asking(names(floor.queue))}</p>
          {running?.mayRun && (
            <Button
              size="small"
              className={shared.small}
              aria-label={words.next(shortName(view, first))}
              onClick={() => desk.command({ kind: 'giveNext', leaves: floor.speaker })}
            >
              {words.giveShort}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
