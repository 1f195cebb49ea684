import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { Participant } from '../address';
import type { TabSettings } from '../protocol/calls';
import type { SeenChannel } from '../protocol/seen';
import { SettingsStep } from './SettingsStep';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  dialog: {
    display: 'grid',
    alignContent: 'start',
    gap: '12px',
    padding: '16px 20px',
    margin: '24px auto',
    width: '560px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow28,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  app: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  grow: { flexGrow: 1 },
  cancel: { justifySelf: 'start' },
});

/** Teams' dialog that adds a tab to a channel: first which app, then the app's own page. */
export function AddTab(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  readonly place: SeenChannel;
  readonly keep: (settings: TabSettings) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { person, participant, place, keep, onCancel } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const [chosen, setChosen] = useState(false);
  return (
    <section role="dialog" aria-label={words.addTabTitle} className={styles.dialog}>
      <h3 className={styles.title}>{words.addTabTitle}</h3>
      {chosen ? (
        <SettingsStep
          person={person}
          participant={participant}
          place={place}
          size={{ width: 520, height: 400 }}
          keep={keep}
          onCancel={onCancel}
        />
      ) : (
        <>
          <div className={styles.app}>
            <span className={styles.grow}>
              <strong>{words.appName}</strong>
              <br />
              {words.appWhat}
            </span>
            <Button
              appearance="primary"
              icon={<AddRegular />}
              aria-label={words.addApp}
              onClick={() => setChosen(true)}
            />
          </div>
          <Button className={styles.cancel} onClick={onCancel}>
            {words.cancel}
          </Button>
        </>
      )}
    </section>
  );
}
