import { Button, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ProposalView } from '../../../app/follow/followView';
import type { RhythmChange } from '../../../domain/rhythm/followUp';
import type { PartProps } from '../partProps';
import { optionText, whatText, whyText } from './proposalTexts';
import { namesIn } from './rhythmNames';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  card: { rowGap: '6px', backgroundColor: tokens.colorNeutralBackground2 },
});

/** What would help, and why: one press does it, or asks whoever organises. */
export function Proposals(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const id = useId();
  const { view, locale } = props;
  const words = locale.follow.rhythm.proposals;
  const { proposals, whole } = view.rhythm;
  // Before anything is known nothing can be said to be fine.
  if (proposals.length === 0 && whole.held + whole.skipped === 0) return null;
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.title}
      </h2>
      {proposals.length === 0 ? (
        <p className={shared.quiet}>{words.none}</p>
      ) : (
        <ul className={mergeClasses(shared.list, styles.cards)}>
          {proposals.map((one) => (
            <li key={one.proposal.key} className={mergeClasses(shared.card, styles.card)}>
              <One {...props} shown={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function One(props: PartProps & { readonly shown: ProposalView }) {
  const shared = useRhythmStyles();
  const { shown, view, desk, locale } = props;
  const { proposal, options } = shown;
  const { proposals: words, next } = locale.follow.rhythm;
  const [at, setAt] = useState(0);
  const named = namesIn(props);
  const busy = view.working !== null;
  const searched = proposal.change === null;
  const change = searched ? options?.[at]?.change : proposal.change;
  const asked = change !== undefined && change !== null && isAsked(props, change);
  return (
    <>
      <p className={shared.text}>{`${whyText(proposal, props)}. ${whatText(proposal, props)}`}</p>
      {options !== null && options.length === 0 && <p className={shared.quiet}>{words.noOptions}</p>}
      {options !== null && options.length > 0 && (
        <RadioGroup
          aria-label={words.options}
          value={String(at)}
          onChange={(_, { value }) => setAt(Number(value))}
        >
          {options.map((option, index) => (
            <Radio key={option.start} value={String(index)} label={optionText(option, props)} />
          ))}
        </RadioGroup>
      )}
      <div className={shared.wrap}>
        {change !== undefined &&
          change !== null &&
          (asked ? (
            <span>{next.asked(named.organiser)}</span>
          ) : (
            <Button
              size="small"
              className={shared.small}
              disabledFocusable={busy}
              onClick={() => desk.rhythm.change(change)}
            >
              {view.organiser.me ? words.do : words.ask(named.organiser)}
            </Button>
          ))}
        {searched && (
          <Button size="small" disabledFocusable={busy} onClick={() => desk.rhythm.find(proposal.key)}>
            {options === null ? words.search : words.searchAgain}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={busy}
          onClick={() => desk.rhythm.putAway(proposal.key)}
        >
          {words.notNow}
        </Button>
      </div>
    </>
  );
}

/** Somebody asked for the very same already. */
const isAsked = ({ view }: PartProps, change: RhythmChange): boolean =>
  !view.organiser.me && view.asks.some((ask) => JSON.stringify(ask.change) === JSON.stringify(change));
