import { Field, Input, Select, Text } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { Missing, TaskDraft } from '../../domain/meeting/tasks';
import { isDay } from '../shared/days';
import { useMeeting } from '../shared/meetingContext';
import { shortName } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';

/** What a task lacks, or lacked when the person went into its fields, to fill in. */
export function CaptureFields(props: {
  readonly view: MeetingScreen;
  readonly asked: readonly Missing[];
  readonly draft: TaskDraft;
}) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { view, asked, draft } = props;
  const words = locale.meeting.missing;
  const { capture } = view;
  const people = (ids: readonly string[]) => ids.map((id) => ({ id, name: shortName(view, id) }));
  const problems = view.problems.map(({ id, title }) => ({ id, name: title }));
  return (
    <div className={shared.column}>
      {asked.map((one) => {
        switch (one) {
          case 'text':
            return (
              <Text key={one} size={200}>
                {words.text}
              </Text>
            );
          case 'owner':
            return (
              <Choose
                key={one}
                what={one}
                label={words.owner}
                chosen={draft.owner}
                options={people(capture.owners)}
                set={(owner) => desk.capture.set({ owner })}
              />
            );
          case 'inside':
            return (
              <Choose
                key={one}
                what={one}
                label={words.inside}
                chosen={draft.inside}
                options={people(capture.insiders)}
                set={(inside) => desk.capture.set({ inside })}
              />
            );
          case 'problem':
            return (
              <Choose
                key={one}
                what={one}
                label={words.problem}
                chosen={draft.problem}
                options={problems}
                set={(problem) => desk.capture.set({ problem })}
              />
            );
          case 'due':
            return (
              <Field key={one} data-missing={one} label={words.due} size="small">
                <Input
                  type="date"
                  size="small"
                  defaultValue={draft.due ?? ''}
                  onChange={(_, { value }) => isWhole(value) && desk.capture.set({ due: value })}
                />
              </Field>
            );
        }
      })}
    </div>
  );
}

/** A year that is being typed passes through 0002 and 0202. */
const isWhole = (day: string) => isDay(day) && day >= '2000';

function Choose(props: {
  readonly what: Missing;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly set: (id: string) => void;
}) {
  const { capture } = useMeeting().locale.meeting;
  return (
    <Field data-missing={props.what} label={props.label} size="small">
      <Select
        size="small"
        value={props.chosen ?? ''}
        onChange={(_, { value }) => value !== '' && props.set(value)}
      >
        <option value="">{capture.choose}</option>
        {props.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
