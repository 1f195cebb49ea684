import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, AppsAddInRegular, SaveRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { Participant } from '../address';
import { MeetingFailed } from '../meetingService';
import type { TabSettings } from '../protocol/calls';
import type { TeamsFrame } from '../protocol/teamsFrame';
import { AppFrame } from './AppFrame';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  main: {
    display: 'grid',
    alignContent: 'start',
    gap: '12px',
    padding: '16px 20px',
    width: '320px',
    boxSizing: 'border-box',
  },
  text: { margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  steps: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '12px' },
  step: { display: 'flex', alignItems: 'center', gap: '12px' },
  app: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    flexShrink: 0,
  },
  picture: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground1 },
  grow: { flexGrow: 1 },
  row: { display: 'flex', gap: '8px' },
});

const SETTINGS_PAGE = '/tabSettings.html';

/** What stands in the place of the panel until somebody has added the app, and Teams' own way to add it. */
export function AddApp(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  readonly onAdded: () => void;
}) {
  const { person, participant, onAdded } = props;
  const { words, service, chat } = useTeams();
  const styles = useStyles();
  const [step, setStep] = useState<'told' | 'apps' | 'settings'>('told');
  const [valid, setValid] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<string>();
  const frame = useRef<TeamsFrame>(undefined);
  const settings = useRef<TabSettings>({});

  const back = () => {
    setStep('told');
    setValid(false);
    setSaving(false);
  };
  const saved = async (how: 'saved' | 'failed') => {
    try {
      if (how === 'failed') throw new MeetingFailed('settings');
      await service.add(person.id, chat, settings.current);
      onAdded();
    } catch (error) {
      const code = error instanceof MeetingFailed ? error.code : String(error);
      setFailed(code === 'settings' ? words.refused : words.failed(code));
      back();
    }
  };
  const [first, second, third] = words.steps(words.appName);
  const mark = (
    <span className={styles.mark} aria-hidden="true">
      {words.appName.slice(0, 1)}
    </span>
  );

  const picture = (icon: ReactNode) => (
    <span className={mergeClasses(styles.mark, styles.picture)} aria-hidden="true">
      {icon}
    </span>
  );

  if (step === 'settings')
    return (
      <div className={styles.main}>
        <h3 className={styles.title}>{words.appsTitle}</h3>
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
          }}
          size={{ width: 280, height: 240 }}
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
              setSaving(true);
              frame.current?.save();
            }}
          >
            {words.save}
          </Button>
          <Button disabled={saving} onClick={back}>
            {words.cancel}
          </Button>
          {saving && <Spinner size="tiny" label={words.saving} />}
        </div>
      </div>
    );
  return (
    <div className={styles.main}>
      <h3 className={styles.title}>{step === 'told' ? words.notHere : words.appsTitle}</h3>
      {failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      {participant.role === 'attendee' ? (
        <p className={styles.text}>{words.onlyPresenters}</p>
      ) : step === 'told' ? (
        <>
          <ol className={styles.steps}>
            {[
              [first, picture(<AppsAddInRegular fontSize={20} />)] as const,
              [second, mark] as const,
              [third, picture(<SaveRegular fontSize={20} />)] as const,
            ].map(([text, drawn]) => (
              <li key={text}>
                <div className={styles.step}>
                  {drawn}
                  <span>{text}</span>
                </div>
              </li>
            ))}
          </ol>
          <Button icon={<AppsAddInRegular />} onClick={() => setStep('apps')}>
            {words.apps}
          </Button>
        </>
      ) : (
        <>
          <div className={styles.app}>
            {mark}
            <span className={styles.grow}>
              <strong>{words.appName}</strong>
              <br />
              {words.appWhat}
            </span>
            <Button
              appearance="primary"
              icon={<AddRegular />}
              aria-label={words.addApp}
              onClick={() => {
                setFailed(undefined);
                setStep('settings');
              }}
            />
          </div>
          <Button onClick={back}>{words.cancel}</Button>
        </>
      )}
    </div>
  );
}
