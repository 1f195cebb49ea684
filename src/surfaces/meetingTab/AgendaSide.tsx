import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { BalanceView, MeetingScreen, RunningView } from '../../app/meeting/meetingView';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

const NoAgenda = lazy(async () => ({ default: (await import('../panel/NoAgenda')).NoAgenda }));
const AgendaPart = lazy(async () => ({ default: (await import('../panel/AgendaPart')).AgendaPart }));

const MeasuredHere = lazy(async () => ({
  default: (await import('../shared/MeasuredHere')).MeasuredHere,
}));

const MINUTE = 60_000;

const useStyles = makeStyles({
  nth: { width: '24px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  minutes: { flexBasis: '64px', flexShrink: 0 },
  now: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  off: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', textDecorationLine: 'underline' },
});

/** What will be done and for how long; below it what the end offers, and what is kept. */
export function AgendaSide({ view }: { readonly view: MeetingScreen }) {
  const shared = useTabStyles();
  const { locale } = useTab();
  return (
    <>
      {view.running === null ? (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <section className={shared.section}>
            <NoAgenda view={view} />
          </section>
        </Suspense>
      ) : (
        <Agenda view={view} running={view.running} />
      )}
      <Promises view={view} />
    </>
  );
}

function Agenda({ view, running }: { readonly view: MeetingScreen; readonly running: RunningView }) {
  const shared = useTabStyles();
  const { locale, tab } = useTab();
  const [editing, setEditing] = useState(false);
  const id = useId();
  const open = running.phase === 'before' || running.phase === 'running';
  const minutes = running.items.reduce(
    (sum, item) => (item.state === 'putOff' ? sum : sum + item.minutes),
    0,
  );
  return (
    <section className={shared.section} aria-labelledby={id}>
      <div className={shared.between}>
        <h2 id={id} className={shared.heading}>
          {tab.agenda.title(minutes, Math.round((view.end - view.start) / MINUTE))}
        </h2>
        {running.mayRun && open && (
          <Button
            size="small"
            className={shared.small}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {editing ? tab.agenda.close : tab.agenda.edit}
          </Button>
        )}
      </div>
      {editing && running.mayRun && open ? (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <AgendaPart view={view} />
        </Suspense>
      ) : (
        <Items running={running} />
      )}
    </section>
  );
}

function Items({ running }: { readonly running: RunningView }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { locale } = useTab();
  const { menu, problem } = locale.meeting;
  return (
    <ol className={shared.list}>
      {running.items.map((item, nth) => {
        const beside = [menu.states[item.state], item.internal ? problem.internal : ''];
        const said = beside.filter((part) => part !== '').join(' · ');
        return (
          <li key={item.id} className={mergeClasses(shared.line, item.state === 'now' && styles.now)}>
            <span className={styles.nth}>{nth + 1}</span>
            <span className={shared.grow}>
              <span className={item.state === 'putOff' ? styles.off : ''}>{item.title}</span>{' '}
              <span className={shared.quiet}>{said}</span>
            </span>
            <span className={styles.minutes}>{locale.format.minutes(item.minutes)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Promises({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { tab } = useTab();
  const words = useBalanceWords();
  const { balance } = view;
  return (
    <footer className={shared.section}>
      <p className={shared.quiet}>{tab.ending}</p>
      <div className={shared.quiet}>
        {balance ? `${words.line[balance.mode]} ${tab.nothingHeard}` : tab.nothingHeard}
        <details>
          <summary className={styles.summary}>{tab.kept}</summary>
          {balance ? `${tab.keptText} ${words.kept}` : tab.keptText}
        </details>
      </div>
      {balance && <Measured view={view} balance={balance} />}
    </footer>
  );
}

/** What is measured, and how I take part. */
function Measured(props: { readonly view: MeetingScreen; readonly balance: BalanceView }) {
  const shared = useTabStyles();
  const { locale } = useTab();
  const words = useBalanceWords();
  const [open, setOpen] = useState(false);
  const way = useRef<HTMLDivElement>(null);
  return (
    <div ref={way}>
      <Button size="small" className={shared.small} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.news.what}
      </Button>
      {open && (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <MeasuredHere
            {...props}
            level={2}
            close={() => {
              way.current?.querySelector('button')?.focus();
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
