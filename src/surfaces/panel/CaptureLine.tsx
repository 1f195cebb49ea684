import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { CaptureView, MeetingScreen } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useHidden } from '../shared/hidden';
import { useMeeting } from '../shared/meetingContext';
import { shortName } from '../shared/meetingNames';
import { CaptureFields } from './CaptureFields';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  kinds: { display: 'flex', columnGap: '2px' },
  kind: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: '0 6px',
    fontWeight: tokens.fontWeightRegular,
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
});

const KINDS = ['task', 'idea', 'decision'] as const;

/** One line for everything: it shows what was understood before it saves, and asks for what a task still lacks. */
export function CaptureLine({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { hidden } = useHidden();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.capture;
  const { capture } = view;
  const { understood } = capture;
  const fields = useRef<HTMLDivElement>(null);
  const lacking = understood?.kind === 'task' ? understood.missing : [];
  const save = () => {
    // What is lacking stands right below; nothing is saved without it.
    const first = fields.current?.querySelector<HTMLElement>('select, input');
    if (lacking.length > 0 && first) first.focus();
    else desk.capture.save();
  };
  return (
    <section aria-label={words.label} className={shared.column}>
      <Input
        aria-label={words.label}
        placeholder={words.hint}
        value={capture.text}
        onChange={(_, { value }) => desk.capture.type(value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || understood === null) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') {
            event.preventDefault();
            desk.capture.type('');
          }
        }}
      />
      {understood && (
        <>
          <p className={shared.quiet}>{understoodText(view, locale)}</p>
          <div ref={fields}>{lacking.length > 0 && <CaptureFields view={view} missing={lacking} />}</div>
          <div className={shared.row}>
            <div role="group" aria-label={words.kind} className={styles.kinds}>
              {KINDS.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  aria-pressed={understood.kind === kind}
                  className={mergeClasses(styles.kind, understood.kind === kind && styles.chosen)}
                  onClick={() => desk.capture.set({ kind })}
                >
                  {words.kinds[kind]}
                </Button>
              ))}
            </div>
            <Button size="small" className={shared.small} onClick={save}>
              {words.save}
            </Button>
          </div>
        </>
      )}
      <span className={hidden}>{view.before.wholeTeam ? locale.meeting.before.wholeTeam : ''}</span>
    </section>
  );
}

/** «Hugo · enviar lista · vie 4 dic», or what it would be saved as. */
function understoodText(view: MeetingScreen, { meeting, format }: MeetingLocale): string {
  const { understood }: CaptureView = view.capture;
  if (understood === null) return '';
  if (understood.kind !== 'task') return `${meeting.capture.kinds[understood.kind]}: ${understood.text}`;
  const { owner, text, due, inside } = understood.draft;
  return [
    ...(owner === undefined ? [] : [shortName(view, owner)]),
    ...(text === undefined || text === '' ? [] : [text]),
    ...(due === undefined ? [] : [format.day(due)]),
    ...(inside === undefined ? [] : [meeting.capture.inside(shortName(view, inside))]),
    ...(understood.missing.length === 0
      ? []
      : [meeting.capture.lacks(understood.missing.map((one) => meeting.missing[one]))]),
  ].join(' · ');
}
