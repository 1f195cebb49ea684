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
  const words = locale.meeting.floor;
  const { floor, running } = view;
  const speaker = personOf(view, floor.speaker);
  const [first] = floor.queue;
  const names = (ids: readonly string[]) => ids.map((id) => shortName(view, id));
  return (
    <section aria-label={words.title} className={shared.column}>
      <p className={shared.text}>
        {speaker ? (
          <>
            <span className={shared.quiet}>{`${words.title}: `}</span>
            <strong>{words.speaker(speaker.short, areaName(view, speaker.area, locale))}</strong>
          </>
        ) : (
          <span className={shared.quiet}>{words.nobody}</span>
        )}
      </p>
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
