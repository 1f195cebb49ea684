import { Button, FluentProvider, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { DismissRegular, SettingsRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { Participant, Surface } from '../address';
import { TEAMS_LOOKS } from './looks';
import { ParticipantOptions } from './ParticipantOptions';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    height: '100%',
    minHeight: '560px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px 4px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  role: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  who: { flexGrow: 1, minWidth: 0 },
});

/** Somebody's own Teams: their name, how it looks, and what they see in it. */
export function PersonWindow(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  readonly surfaces: readonly Surface[];
  /** Beside the name. */
  readonly extra?: ReactNode;
  readonly onChange: (change: Partial<Participant>) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const { person, participant, surfaces, extra, onChange, onRemove, children } = props;
  const { words, chat } = useTeams();
  const styles = useStyles();
  const [options, setOptions] = useState(false);
  return (
    <FluentProvider
      theme={TEAMS_LOOKS[participant.theme]}
      style={{ height: '100%', flexShrink: 0, backgroundColor: 'transparent' }}
    >
      <section className={styles.window} aria-label={words.windowOf(person.name)}>
        <header className={styles.head}>
          <div className={styles.who}>
            <h2 className={styles.name}>{person.name}</h2>
            {chat !== '' && <span className={styles.role}>{words.roles[participant.role]}</span>}
          </div>
          {extra}
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<SettingsRegular />}
            aria-label={words.optionsOf(person.name)}
            checked={options}
            onClick={() => setOptions(!options)}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label={words.removePerson(person.name)}
            onClick={onRemove}
          />
        </header>
        {options && <ParticipantOptions participant={participant} surfaces={surfaces} onChange={onChange} />}
        {children}
      </section>
    </FluentProvider>
  );
}
