import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemView, MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  item: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '28px' },
  now: { fontWeight: tokens.fontWeightSemibold },
  off: { textDecorationLine: 'line-through' },
  minutes: { width: '64px', flexShrink: 0 },
});

/** The agenda as it stands: put off, bring back, one item back, one more. */
export function AgendaPart({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { running } = view;
  if (running === null) return <p className={shared.quiet}>{locale.meeting.noAgenda.title}</p>;
  const back = running.mayRun && (running.phase === 'closing' || (running.at ?? 1) > 1);
  return (
    <>
      <ol className={shared.list}>
        {running.items.map((item) => (
          <li key={item.id}>
            <Item item={item} mayRun={running.mayRun} />
          </li>
        ))}
      </ol>
      {back && running.phase !== 'ended' && (
        <div>
          <Button
            size="small"
            onClick={() => desk.command({ kind: 'previous', leaves: running.current?.id ?? null })}
          >
            {locale.meeting.previous}
          </Button>
        </div>
      )}
      {running.mayRun && (running.phase === 'before' || running.phase === 'running') && <AddItem />}
    </>
  );
}

function Item({ item, mayRun }: { readonly item: ItemView; readonly mayRun: boolean }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { menu, before, problem } = locale.meeting;
  const { id, state, title } = item;
  const look = state === 'now' ? styles.now : state === 'putOff' ? styles.off : '';
  const said = [before.minutes(item.minutes), menu.states[state], item.internal ? problem.internal : ''];
  return (
    <div className={styles.item}>
      <span className={shared.grow}>
        <span className={look}>{title}</span>{' '}
        <span className={shared.quiet}>{said.filter((part) => part !== '').join(' · ')}</span>
      </span>
      {mayRun && state === 'putOff' && (
        <Button
          size="small"
          className={shared.small}
          aria-label={menu.bringBack(title)}
          onClick={() => desk.bringBack(id)}
        >
          {menu.bringBackShort}
        </Button>
      )}
      {mayRun && (state === 'ahead' || state === 'now') && (
        <Button
          size="small"
          className={shared.small}
          aria-label={menu.putOff(title)}
          onClick={() => desk.command({ kind: 'putOff', item: id })}
        >
          {menu.putOffShort}
        </Button>
      )}
    </div>
  );
}

const MINUTES = [2, 3, 5, 8, 10];

function AddItem() {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.menu;
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<'topic' | 'problem'>('topic');
  const [minutes, setMinutes] = useState(5);
  const whole = title.trim() !== '';
  const add = () => {
    if (!whole) return;
    desk.addItem({ kind, title: title.trim(), minutes });
    setTitle('');
  };
  return (
    <div className={shared.column}>
      <Field label={words.addTitle} size="small">
        <Input
          size="small"
          value={title}
          maxLength={200}
          onChange={(_, { value }) => setTitle(value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && add()}
        />
      </Field>
      <div className={shared.row}>
        <Select
          size="small"
          aria-label={words.addKind}
          value={kind}
          className={shared.grow}
          onChange={(_, { value }) => setKind(value === 'problem' ? 'problem' : 'topic')}
        >
          <option value="topic">{words.topic}</option>
          <option value="problem">{words.problem}</option>
        </Select>
        <Select
          size="small"
          aria-label={words.addMinutes}
          value={String(minutes)}
          className={styles.minutes}
          onChange={(_, { value }) => setMinutes(Number(value))}
        >
          {MINUTES.map((n) => (
            <option key={n} value={n}>
              {locale.meeting.before.minutes(n)}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          className={shared.small}
          aria-label={words.add}
          disabledFocusable={!whole}
          onClick={add}
        >
          {locale.words.add}
        </Button>
      </div>
    </div>
  );
}
