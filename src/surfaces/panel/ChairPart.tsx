import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { participants, personOf, shortName } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';

const MINUTE = 60_000;

/** Who chairs now and next time; hand over or take over; a round in which everybody speaks once. */
export function ChairPart({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { chair: words, foot } = locale.meeting;
  const { chair, running, floor } = view;
  const here = participants(view).filter(({ how }) => how !== 'away' && how !== 'unknown').length;
  const live = running?.phase === 'running' || running?.phase === 'closing';
  return (
    <>
      <p className={shared.text}>
        {chair.mine ? words.mine : chair.name === null ? foot.noChair : foot.chair(chair.name)}
      </p>
      {chair.mayTakeOver && !chair.mine && (
        <div>
          <Button size="small" onClick={() => desk.command({ kind: 'takeOver' })}>
            {words.takeOver}
          </Button>
        </div>
      )}
      {chair.handTo.length > 0 && <HandOver view={view} />}
      {chair.nextTime !== null && personOf(view, chair.nextTime) && (
        <p className={shared.quiet}>{words.nextTime(shortName(view, chair.nextTime))}</p>
      )}
      {live && running.mayRun && (
        <div>
          {floor.round ? (
            <Button size="small" onClick={() => desk.command({ kind: 'endRound' })}>
              {words.endRound}
            </Button>
          ) : (
            <Button
              size="small"
              disabledFocusable={here === 0}
              onClick={() => desk.command({ kind: 'round', milliseconds: here * MINUTE })}
            >
              {words.round}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function HandOver({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.chair;
  const { handTo } = view.chair;
  const [chosen, setChosen] = useState('');
  const to = handTo.includes(chosen) ? chosen : handTo[0];
  return (
    <div className={shared.column}>
      <Field label={words.handOver} size="small">
        <Select size="small" value={to ?? ''} onChange={(_, { value }) => setChosen(value)}>
          {handTo.map((id) => (
            <option key={id} value={id}>
              {shortName(view, id)}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button size="small" onClick={() => to !== undefined && desk.command({ kind: 'handOver', to })}>
          {words.hand}
        </Button>
      </div>
    </div>
  );
}
