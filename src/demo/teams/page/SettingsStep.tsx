import { Button, makeStyles, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { Participant } from '../address';
import { codeOf } from '../graphCalls';
import type { TabSettings } from '../protocol/calls';
import type { SeenChannel } from '../protocol/seen';
import type { TeamsFrame } from '../protocol/teamsFrame';
import { AppFrame } from './AppFrame';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px' },
});

const SETTINGS_PAGE = '/tabSettings.html';

/** The app's own page in Teams' dialog, until it is saved or given up; a save that fails leaves it open. */
export function SettingsStep(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  readonly place?: SeenChannel;
  readonly size: { readonly width: number; readonly height: number };
  /** Keeps what the app has set. */
  readonly keep: (settings: TabSettings) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { person, participant, place, size, keep, onCancel } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const [valid, setValid] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<string>();
  const frame = useRef<TeamsFrame>(undefined);
  const settings = useRef<TabSettings>({});

  const saved = async (how: 'saved' | 'failed') => {
    if (how === 'saved') {
      try {
        return await keep(settings.current);
      } catch (error) {
        setFailed(words.failed(codeOf(error)));
      }
    } else setFailed(words.refused);
    setSaving(false);
  };
  return (
    <>
      {failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      <AppFrame
        person={person}
        path={SETTINGS_PAGE}
        seen={{
          frameContext: 'settings',
          clientType: participant.client,
          theme: participant.theme,
          locale: participant.locale,
          role: participant.role,
          entityId: '',
          ...(place !== undefined && { place }),
        }}
        size={size}
        onFrame={(one) => void (frame.current = one)}
        doors={{
          onStage: () => false,
          share: () => false,
          stopSharing: () => undefined,
          loaded: () => undefined,
          settings: {
            get: () => settings.current,
            set: (next) => void (settings.current = next),
            valid: setValid,
            saved: (how) => void saved(how),
          },
        }}
      />
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          disabled={!valid || saving}
          onClick={() => {
            setFailed(undefined);
            setSaving(true);
            frame.current?.save();
          }}
        >
          {words.save}
        </Button>
        <Button disabled={saving} onClick={onCancel}>
          {words.cancel}
        </Button>
        {saving && <Spinner size="tiny" label={words.saving} />}
      </div>
    </>
  );
}
