import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { DemoPerson } from '../../outlook/config';
import type { Participant } from '../address';
import type { TabSettings } from '../protocol/calls';
import type { FrameContext } from '../protocol/seen';
import { AddApp } from './AddApp';
import { AppFrame } from './AppFrame';
import { PersonWindow } from './PersonWindow';
import { pathOf } from './pathOf';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  stage: { display: 'flex', flexDirection: 'column', borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  stageBar: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 12px', minHeight: '32px' },
  grow: { flexGrow: 1 },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
  panel: { padding: '0 20px', display: 'flex' },
});

/** Teams gives a panel 320 pixels and the app in it 280; a stage beside a panel at least 472. */
const SIZES = {
  sidePanel: { width: 280, height: '100%' },
  content: { width: 1100, height: '100%' },
  meetingStage: { width: 560, height: '100%' },
  phone: { width: 360, height: 640 },
} as const;
const STAGE_PATH = '/meeting.html#surface=stage';

/** What is on the stage of the meeting, for everybody: a path on each participant's own origin. */
export type Stage = { readonly path: string } | undefined;
export const FIRST_STAGE: Stage = { path: STAGE_PATH };

/** One participant's Teams: their name, their panel or tab, and the stage while somebody shares. */
export function ParticipantWindow(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  /** Undefined while the app is not in the meeting. */
  readonly tab: TabSettings | undefined;
  readonly stage: Stage;
  readonly onStage: (stage: Stage) => void;
  readonly onChange: (change: Partial<Participant>) => void;
  readonly onRemove: () => void;
  readonly onAdded: () => void;
  readonly speaks: boolean;
  readonly onSpeak: (speaks: boolean) => void;
}) {
  const { person, participant, tab, stage, onStage, onChange, onRemove, onAdded, speaks, onSpeak } = props;
  const { words, originOf } = useTeams();
  const styles = useStyles();
  const isPhone = participant.client === 'android';
  const origin = originOf(person);

  const app = (frameContext: FrameContext, path: string, size: (typeof SIZES)[keyof typeof SIZES]) => (
    <AppFrame
      person={person}
      path={path}
      size={size}
      seen={{
        frameContext,
        clientType: participant.client,
        theme: participant.theme,
        locale: participant.locale,
        role: participant.role,
        entityId: tab?.entityId ?? '',
      }}
      doors={{
        onStage: () => stage !== undefined,
        share(address) {
          if (!address.startsWith(`${origin}/`)) return false;
          onStage({ path: address.slice(origin.length) });
          return true;
        },
        stopSharing: () => onStage(undefined),
        loaded: () => undefined,
        settings: {
          get: () => tab ?? {},
          set: () => undefined,
          valid: () => undefined,
          saved: () => undefined,
        },
      }}
    />
  );
  const surface = participant.surface === 'tab' ? 'content' : 'sidePanel';
  return (
    <PersonWindow
      person={person}
      participant={participant}
      surfaces={['panel', 'tab']}
      extra={
        <ToggleButton
          size="small"
          appearance={speaks ? 'primary' : 'secondary'}
          aria-label={words.speaksOf(person.name)}
          checked={speaks}
          onClick={() => onSpeak(!speaks)}
        >
          {words.speaks}
        </ToggleButton>
      }
      onChange={onChange}
      onRemove={onRemove}
    >
      <div className={styles.body}>
        {tab?.contentUrl === undefined ? (
          <AddApp person={person} participant={participant} onAdded={onAdded} />
        ) : (
          <>
            {stage !== undefined && !isPhone && (
              <div className={styles.stage}>
                <div className={styles.stageBar}>
                  <span className={styles.grow}>{words.stage}</span>
                  {participant.role !== 'attendee' && (
                    <Button size="small" onClick={() => onStage(undefined)}>
                      {words.stopSharing}
                    </Button>
                  )}
                </div>
                <div className={styles.below}>{app('meetingStage', stage.path, SIZES.meetingStage)}</div>
              </div>
            )}
            <div className={styles.panel} style={isPhone || surface === 'content' ? { padding: 0 } : {}}>
              {app(surface, pathOf(tab.contentUrl), isPhone ? SIZES.phone : SIZES[surface])}
            </div>
          </>
        )}
      </div>
    </PersonWindow>
  );
}
