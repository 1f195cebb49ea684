import { Button, Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useId } from 'react';
import type { TakesPart } from '../../../domain/balance/types';
import { balanceWordsIn } from '../../../locale/balanceWordsIn';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { LearnedNames } from './LearnedNames';
import { MeasuringAsked } from './MeasuringAsked';
import { MeasuringTold } from './MeasuringTold';

const PARTS: readonly TakesPart[] = ['counted', 'declined', 'shown'];

/** Who speaks how much: what is measured now, how more of it is agreed, how it stops, and how I take part. */
export function Measuring(props: PartProps) {
  const shared = useRhythmStyles();
  const id = useId();
  const { view, desk, locale } = props;
  const words = locale.follow.settings.measuring;
  const { measuring } = view;
  const { agreed, mayAsk, asked, alone, nudge, names } = measuring;
  const named = namesIn(props);
  const busy = view.working !== null;
  const small = { size: 'small', className: shared.small, disabledFocusable: busy } as const;
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.title}
      </h2>
      <State {...props} />
      {alone.length > 0 && (agreed !== 'off' || asked !== null) && (
        <p className={`${shared.text} ${shared.warning}`}>
          {`⚠ ${words.alone(alone.map((area) => named.area(area)))}`}
        </p>
      )}
      <MeasuringAsked {...props} />
      <div className={shared.wrap}>
        {mayAsk.map((mode) => (
          <Button key={mode} {...small} onClick={() => desk.measuring.ask(mode)}>
            {words.ask[mode]}
          </Button>
        ))}
        {agreed === 'persons' && (
          <Button {...small} onClick={() => desk.measuring.lower('areas')}>
            {words.onlyAreas}
          </Button>
        )}
        {agreed !== 'off' && (
          <Button {...small} onClick={() => desk.measuring.lower('off')}>
            {words.stop}
          </Button>
        )}
      </div>
      <MeasuringTold {...props} />
      {agreed !== 'off' && (
        <Field hint={words.nudgeText}>
          <Switch
            label={words.nudge}
            checked={nudge}
            onChange={(_, { checked }) => desk.measuring.nudge(checked)}
          />
        </Field>
      )}
      <Part {...props} />
      {names.length > 0 && <LearnedNames {...props} />}
      <Erase {...props} />
    </section>
  );
}

/** What is in force, what the tenant makes of it, and what it takes to change it. */
function State({ view, locale }: PartProps) {
  const shared = useRhythmStyles();
  const words = locale.follow.settings.measuring;
  const { format } = locale;
  const { agreed, cap, since, mayAsk, asked } = view.measuring;
  const day = since === null ? '' : format.dayInFull(format.dayOf(since, view.zone));
  const capped = agreed !== view.measuring.mode || (agreed === 'areas' && cap === 'areas');
  const lines = [
    agreed === 'off' ? words.off : words.on[agreed](day),
    cap === 'off' && agreed === 'off' ? words.nothing : capped ? words.capped[cap] : '',
    mayAsk.length > 0 ? words.agreeText : asked === null && agreed === 'off' ? words.notMine : '',
  ];
  const [first, ...rest] = lines.filter((line) => line !== '');
  return (
    <>
      <p className={`${shared.text} ${shared.strong}`}>{first}</p>
      {rest.map((line) => (
        <p key={line} className={shared.quiet}>
          {line}
        </p>
      ))}
    </>
  );
}

/** Mine alone to say, at any time; nothing for whoever is in no roster. */
function Part({ view, desk, locale }: PartProps) {
  const { takes, takesText } = balanceWordsIn(locale);
  const words = locale.follow.settings.measuring;
  const { as, agreed } = view.measuring;
  if (!view.series.people.some(({ id }) => id === view.me)) return null;
  const shown = agreed === 'persons';
  return (
    <Field label={words.part} hint={shown ? takesText[as] : `${takesText[as]} ${words.shownText}`}>
      <RadioGroup
        value={as}
        onChange={(_, { value }) => {
          const part = PARTS.find((one) => one === value);
          if (part !== undefined) desk.measuring.takePart(part);
        }}
      >
        {PARTS.map((one) => (
          <Radio key={one} value={one} label={takes[one]} disabled={one === 'shown' && !shown} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Erase({ view, desk, locale }: PartProps) {
  const shared = useRhythmStyles();
  const words = locale.follow.settings.measuring;
  const { kept } = view.measuring;
  const told = kept === null ? [] : [kept === 0 ? words.nothingKept : words.kept(kept)];
  return (
    <>
      <div>
        <Button
          size="small"
          className={shared.small}
          disabledFocusable={view.working !== null || kept === 0}
          onClick={() => desk.measuring.erase()}
        >
          {words.erase}
        </Button>
      </div>
      <p className={shared.quiet}>{[words.eraseText, ...told].join(' ')}</p>
    </>
  );
}
