import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CaptureView, MeetingScreen } from '../../app/meeting/meetingView';
import type { Missing } from '../../domain/meeting/tasks';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useHidden } from '../shared/hidden';
import { useMeeting } from '../shared/meetingContext';
import { shortName } from '../shared/meetingNames';
import { CaptureFields } from './CaptureFields';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  // Somebody may paste a page; three lines tell what was understood.
  understood: {
    display: '-webkit-box',
    overflowX: 'hidden',
    overflowY: 'hidden',
    WebkitLineClamp: '3',
    WebkitBoxOrient: 'vertical',
  },
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
  const section = useRef<HTMLElement>(null);
  const toLine = () => section.current?.querySelector('input')?.focus();
  const fields = useRef<HTMLDivElement>(null);
  // Arrows in a list pass through other names, and a button must not move while it is pressed: fields that somebody
  // went into stay until the line says something else.
  const [held, setHeld] = useState<readonly Missing[]>([]);
  const lacking = understood?.kind === 'task' ? understood.missing : [];
  const asked = understood?.kind === 'task' ? [...new Set([...held, ...lacking])] : [];
  const draft = understood?.kind === 'task' ? understood.draft : {};
  const type = (text: string) => {
    setHeld([]);
    desk.capture.type(text);
  };
  const save = () => {
    // What is lacking stands right below; nothing is saved without it.
    const wanted = lacking.map((one) => `[data-missing=${one}] :is(select, input)`);
    const first = lacking.length > 0 && fields.current?.querySelector<HTMLElement>(wanted.join());
    if (first) return first.focus();
    setHeld([]);
    desk.capture.save();
    // The next thing that is said comes soon; on a phone its keyboard would cover the rest.
    if (!view.small) toLine();
  };
  return (
    <section ref={section} aria-label={words.label} className={shared.column}>
      <Input
        aria-label={words.label}
        placeholder={words.hint}
        value={capture.text}
        onChange={(_, { value }) => type(value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || understood === null) return;
          if (event.key === 'Enter') {
            // Else the list that gets the focus takes the same key and opens.
            event.preventDefault();
            save();
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            type('');
          }
        }}
      />
      {understood && (
        <>
          <p className={mergeClasses(shared.quiet, styles.understood)}>{understoodText(view, locale)}</p>
          <div
            ref={fields}
            onFocus={() => held.length === asked.length || setHeld(asked)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              toLine();
            }}
          >
            {asked.length > 0 && <CaptureFields view={view} asked={asked} draft={draft} />}
          </div>
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
