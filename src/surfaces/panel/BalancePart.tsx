import { Button, Switch } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { balanceWordsIn } from '../../locale/balanceWordsIn';
import { areaShares, balanceText, fairText, seenOf } from '../shared/balanceText';
import { MeasuredHere } from '../shared/MeasuredHere';
import { useMeeting } from '../shared/meetingContext';
import { shortName } from '../shared/meetingNames';
import { TakePart } from '../shared/TakePart';
import { TalkBar } from '../shared/TalkBar';
import { OwnTurns } from './OwnTurns';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

/** The balance at leisure: areas, my own share and turns, those who agreed to be shown, how I take part, what is measured. */
export function BalancePart({ view, all }: { readonly view: MeetingScreen; readonly all: boolean }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const [open, setOpen] = useState(all);
  const way = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) way.current?.querySelector('button')?.focus();
    wasOpen.current = open;
  }, [open]);
  const words = useBalanceWords();
  const { balance } = view;
  if (!balance) return null;
  if (open) return <MeasuredHere view={view} balance={balance} level={2} close={() => setOpen(false)} />;
  const shares = areaShares(view, locale);
  const { own, people, nudges, begun } = balance;
  return (
    <>
      <div>
        <p className={shared.text}>{begun ? balanceText(view, balance, locale, words) : words.notYet}</p>
        {shares && (
          <>
            <TalkBar parts={shares} />
            <p className={shared.quiet}>{fairText(shares, words)}</p>
          </>
        )}
      </div>
      {own?.share && (
        <p className={shared.text}>{words.own(own.share.share, own.share.fair, seenOf(view))}</p>
      )}
      {own && begun && <OwnTurns view={view} turns={own.turns} />}
      {people && Object.keys(people).length > 0 && (
        <section aria-label={words.people}>
          <h2 className={shared.heading}>{words.people}</h2>
          <p className={shared.quiet}>
            {Object.entries(people)
              .map(([id, { share }]) => words.share(shortName(view, id), share))
              .join(' · ')}
          </p>
        </section>
      )}
      <TakePart balance={balance} />
      {nudges !== null && (
        <Switch
          label={words.nudges}
          checked={nudges}
          onChange={(_, { checked }) => desk.balance.setNudges(checked)}
        />
      )}
      <div ref={way}>
        <Button size="small" className={shared.small} onClick={() => setOpen(true)}>
          {balanceWordsIn(locale).title}
        </Button>
      </div>
    </>
  );
}
