import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, AppsAddInRegular, SaveRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { Participant } from '../address';
import { SettingsStep } from './SettingsStep';
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
});

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
  const back = () => setStep('told');
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
        <SettingsStep
          person={person}
          participant={participant}
          size={{ width: 280, height: 240 }}
          keep={async (settings) => {
            await service.add(person.id, chat, settings);
            onAdded();
          }}
          onCancel={back}
        />
      </div>
    );
  return (
    <div className={styles.main}>
      <h3 className={styles.title}>{step === 'told' ? words.notHere : words.appsTitle}</h3>
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
              onClick={() => setStep('settings')}
            />
          </div>
          <Button onClick={back}>{words.cancel}</Button>
        </>
      )}
    </div>
  );
}
