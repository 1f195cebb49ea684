import { Button, Field, Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Leaving } from '../../app/admin/adminDesk';
import type { AdminLocale } from '../../locale/admin/adminLocale';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';
import { CommandLine } from './CommandLine';
import { Sheet } from './Sheet';

/** The way out: everything as one file, nothing left on the server, and the steps in Microsoft's own pages. */
export function LeaveCard(props: AdminProps) {
  const { view, desk, locale } = props;
  const shared = useAdminStyles();
  const id = useId();
  const [open, setOpen] = useState<'purge' | 'guide'>();
  const { leave } = locale.admin;
  const { leaving } = view;
  const busy = leaving.kind === 'saving' || leaving.kind === 'purging' || view.server.kind !== 'told';
  const left = () => setOpen(undefined);
  return (
    <section className={shared.card} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {leave.title}
      </h2>
      <div className={shared.row}>
        <Button size="small" disabledFocusable={busy} onClick={() => desk.save()}>
          {leave.save}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => setOpen('purge')}>
          {leave.purge}
        </Button>
        <Button size="small" onClick={() => setOpen('guide')}>
          {leave.guide}
        </Button>
      </div>
      <p className={shared.quiet} role={leaving.kind === 'failed' ? 'alert' : 'status'}>
        {leavingText(leaving, locale)}
      </p>
      {open === 'purge' && <PurgeSheet {...props} left={left} />}
      {open === 'guide' && <GuideSheet {...props} left={left} />}
    </section>
  );
}

function leavingText(leaving: Leaving, { admin: { leave }, sentences }: AdminLocale): string {
  switch (leaving.kind) {
    case 'idle':
      return '';
    case 'saving':
    case 'saved':
    case 'purging':
      return leave[leaving.kind];
    case 'purged':
      return leave.purged(leaving.gone, leaving.open);
    case 'failed':
      return leaving.what === 'save'
        ? `${leave.notSaved} ${leaving.failure.kind === 'denied' ? leave.onlyGlobal : sentences.why(leaving.failure)}`
        : `${leave.notPurged} ${sentences.why(leaving.failure)}`;
  }
}

type Opened = { readonly left: () => void };

/** Cannot be undone: the word is typed before the button works. */
function PurgeSheet({ desk, locale, left }: AdminProps & Opened) {
  const shared = useAdminStyles();
  const [typed, setTyped] = useState('');
  const { ask } = locale.admin.leave;
  const sure = typed.trim() === ask.word;
  return (
    <Sheet
      title={ask.title}
      left={left}
      close={ask.no}
      press={{ text: ask.yes, enabled: sure, run: () => desk.purge() }}
    >
      <p className={shared.text}>{ask.text}</p>
      <Field label={ask.type(ask.word)}>
        <Input value={typed} autoComplete="off" onChange={(_event, { value }) => setTyped(value)} />
      </Field>
    </Sheet>
  );
}

function GuideSheet({ view, locale, left }: AdminProps & Opened) {
  const shared = useAdminStyles();
  const { admin: words } = locale;
  return (
    <Sheet title={words.guide.title} left={left} close={words.close}>
      <ol>
        {words.guide.steps.map(([text, line]) => (
          <li key={text}>
            <p className={shared.text}>{text}</p>
            {line === 'app' && (
              <CommandLine words={words} line={view.leaveCommand} label={words.copyCommand} />
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
