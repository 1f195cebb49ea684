import { Button, Field, Input, mergeClasses, Select } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { MeetingScreen, ProblemView } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from '../shared/meetingContext';
import { problemNow } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';

/** The problem on which the meeting works, whether it moved, and the way to another one or to today's number. */
export function ProblemLine({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { locale } = useMeeting();
  const words = locale.meeting.problem;
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const problem = problemNow(view);
  const other = view.problems.length > (problem === undefined ? 0 : 1);
  if (problem === undefined && !other) return null;
  const moved = problem && movedText(problem, locale);
  return (
    <section
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <div className={shared.row}>
        <h2 className={mergeClasses(shared.heading, shared.short)}>{problem?.title ?? words.none}</h2>
        {(other || problem) && (
          <button
            ref={opener}
            type="button"
            className={shared.link}
            aria-label={words.change}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {locale.words.change}
          </button>
        )}
      </div>
      {moved !== undefined && <p className={shared.quiet}>{moved}</p>}
      {open && (
        <div id={id} className={shared.column}>
          <Field label={words.work} size="small">
            <ProblemSelect view={view} chosen={problem} />
          </Field>
          {problem && <NumberToday key={problem.id} problem={problem} done={() => setOpen(false)} />}
        </div>
      )}
    </section>
  );
}

function movedText(problem: ProblemView, { meeting }: MeetingLocale): string | undefined {
  const words = meeting.problem;
  const last = problem.readings.at(-1);
  const number = problem.moved
    ? words.moved(problem.moved.from, problem.moved.to, problem.goal)
    : last && words.reading(last.value, problem.goal);
  const parts = [number, problem.internal === true ? words.internal : undefined];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(' · ');
}

function ProblemSelect(props: { readonly view: MeetingScreen; readonly chosen: ProblemView | undefined }) {
  const { desk, locale } = useMeeting();
  return (
    <Select
      value={props.chosen?.id ?? ''}
      onChange={(_, { value }) => value !== '' && desk.workOn(value)}
      size="small"
    >
      {props.chosen === undefined && <option value="">{locale.meeting.capture.choose}</option>}
      {props.view.problems.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}

function NumberToday({ problem, done }: { readonly problem: ProblemView; readonly done: () => void }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const [text, setText] = useState('');
  const value = Number(text.replace(',', '.'));
  const fits = text.trim() !== '' && Number.isFinite(value);
  const note = () => {
    if (!fits) return;
    desk.setNumber(problem.id, value);
    done();
  };
  return (
    <div className={shared.row}>
      <Field label={locale.meeting.problem.number} size="small" className={shared.grow}>
        <Input
          size="small"
          inputMode="decimal"
          value={text}
          maxLength={12}
          onChange={(_, { value: typed }) => setText(typed)}
          onKeyDown={(event) => event.key === 'Enter' && note()}
        />
      </Field>
      <Button size="small" className={shared.small} disabledFocusable={!fits} onClick={note}>
        {locale.meeting.problem.setNumber}
      </Button>
    </div>
  );
}
