import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Choice, MeetingScreen } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({ box: { rowGap: '2px' }, head: { width: '100%' } });

type Props = { readonly view: MeetingScreen; readonly choose: (choice: Choice) => void };

/** A late start asks the chair at once: shorten what, or end later. */
export function LateStart({ view, choose }: Props) {
  const { meeting } = useMeeting().locale;
  const { running } = view;
  if (!running?.mayRun || running.lateChoices.length === 0) return null;
  const title = meeting.lateStart.title(running.late);
  return <Choices view={view} choices={running.lateChoices} title={title} choose={choose} />;
}

/** Over the item's minutes: what one press makes of it. Whoever may not press reads who decides. */
export function OverTime({ view, choose }: Props) {
  const shared = usePanelStyles();
  const { meeting } = useMeeting().locale;
  const { running, chair } = view;
  if (!running || running.overChoices.length === 0) return null;
  if (!running.mayRun)
    return chair.name === null ? null : (
      <p className={shared.quiet}>{`${meeting.over.title} · ${meeting.decidesChair(chair.name)}`}</p>
    );
  return <Choices view={view} choices={running.overChoices} title={meeting.over.title} choose={choose} />;
}

function Choices(props: Props & { readonly choices: readonly Choice[]; readonly title: string }) {
  const styles = useStyles();
  const shared = usePanelStyles();
  const id = useId();
  const { locale } = useMeeting();
  const { over } = locale.meeting;
  const [all, setAll] = useState(false);
  const first = firstOfEach(props.choices);
  const shown = all ? props.choices : first;
  return (
    <div role="group" aria-labelledby={id} className={mergeClasses(shared.warning, styles.box)}>
      <div className={mergeClasses(shared.row, styles.head)}>
        <Text id={id} size={200} weight="semibold">
          {props.title}
        </Text>
        {first.length < props.choices.length && (
          <button type="button" className={shared.link} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? over.fewer : over.more}
          </button>
        )}
      </div>
      <div className={shared.wrap}>
        {shown.map((choice) => (
          <Button
            key={`${choice.kind} ${choice.title ?? ''}`}
            size="small"
            className={shared.choice}
            onClick={() => props.choose(choice)}
          >
            {choiceText(choice, props.view, locale)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** One of each kind: minutes come best from the item furthest ahead, and what is put off is the item that runs. */
function firstOfEach(choices: readonly Choice[]): readonly Choice[] {
  const first = new Map<Choice['kind'], Choice>();
  for (const choice of choices)
    if (!first.has(choice.kind) || choice.kind === 'takeFrom' || choice.kind === 'shorten')
      first.set(choice.kind, choice);
  return [...first.values()];
}

function choiceText(choice: Choice, { zone }: MeetingScreen, { meeting, format }: MeetingLocale): string {
  const { title, by, until } = choice;
  switch (choice.kind) {
    case 'shorten':
      return meeting.choice.shorten(title ?? '', by ?? 0);
    case 'takeFrom':
      return meeting.choice.takeFrom(title ?? '', by ?? 0);
    case 'cutDown':
      return meeting.choice.cutDown;
    case 'putOff':
      return meeting.choice.putOff(title ?? '');
    case 'endLater':
      return meeting.choice.endLater(until === null ? '' : format.time(until, zone));
  }
}
