import { Button, makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { Turn } from '../../domain/balance/types';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

type OwnTurn = Turn & { readonly open?: true };

/** The last ones are those that somebody remembers. */
const SHOWN = 3;
/** Milliseconds that a shorter turn may have taken. */
const LENGTHS = [15_000, 30_000, 60_000, 120_000, 180_000, 300_000];

const useStyles = makeStyles({
  length: { minWidth: 0, flexGrow: 1 },
  turns: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

/** My own last turns, told to nobody else: one that was not mine goes, one that was shorter is cut. */
export function OwnTurns(props: { readonly view: MeetingScreen; readonly turns: readonly OwnTurn[] }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const words = useBalanceWords();
  const { view, turns } = props;
  if (turns.length === 0) return <p className={shared.quiet}>{words.noTurns}</p>;
  return (
    <section aria-label={words.turns}>
      <h2 className={shared.heading}>{words.turns}</h2>
      <ul className={mergeClasses(shared.list, styles.turns)}>
        {turns
          .slice(-SHOWN)
          .reverse()
          .map((turn) => (
            <li key={turn.from} className={shared.column}>
              <OneTurn turn={turn} zone={view.zone} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function OneTurn({ turn, zone }: { readonly turn: OwnTurn; readonly zone: string }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = useBalanceWords();
  const [shorter, setShorter] = useState(false);
  const lasted = turn.until - turn.from;
  const said = words.turn(
    locale.format.time(turn.from, zone),
    turn.open === true ? words.open : words.length(lasted),
  );
  const lengths = LENGTHS.filter((length) => length < lasted);
  return (
    <>
      <span>
        {said} <span className={shared.quiet}>{words.sources[turn.source]}</span>
      </span>
      <div className={shared.wrap}>
        <Button
          size="small"
          className={shared.small}
          aria-label={words.notMineOf(said)}
          onClick={() => desk.balance.correct(turn.from, null)}
        >
          {locale.meeting.floor.notMine}
        </Button>
        {lengths.length > 0 && !shorter && (
          <Button
            size="small"
            className={shared.small}
            aria-label={words.shorterOf(said)}
            onClick={() => setShorter(true)}
          >
            {words.shorter}
          </Button>
        )}
        {shorter && (
          <Select
            size="small"
            autoFocus
            className={styles.length}
            aria-label={words.shorterOf(said)}
            value=""
            onChange={(_, { value }) => {
              setShorter(false);
              if (value !== '') desk.balance.correct(turn.from, turn.from + Number(value));
            }}
          >
            <option value="">{words.shorter}</option>
            {lengths.map((length) => (
              <option key={length} value={length}>
                {words.lasted(words.length(length))}
              </option>
            ))}
          </Select>
        )}
      </div>
    </>
  );
}
