import { Button } from '@fluentui/react-components';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

/** More measuring that waits: who has said yes, which area is missing, and what I may answer. */
export function MeasuringAsked(props: PartProps) {
  const shared = useRhythmStyles();
  const { view, desk, locale } = props;
  const words = locale.follow.settings.measuring;
  const { asked } = view.measuring;
  if (asked === null) return null;
  const { format } = locale;
  const named = namesIn(props);
  const busy = view.working !== null;
  const day = format.day(format.dayOf(asked.at, view.zone));
  const answers = asked.me === 'answers';
  // Each area has said yes and the file does not say so yet: whoever has may say it once more.
  const unsaved = asked.missing.length === 0 && asked.me !== 'none';
  return (
    <div className={shared.card}>
      <p className={`${shared.text} ${shared.strong}`}>
        {words.asked[asked.mode](named.short(asked.byName), day)}
      </p>
      {asked.yes.length > 0 && (
        <p className={shared.text}>
          {words.said(asked.yes.map(({ name, area }) => `${named.short(name)} (${named.area(area)})`))}
        </p>
      )}
      <p className={shared.text}>{words.missing(asked.missing.map((area) => named.area(area)))}</p>
      <div className={shared.wrap}>
        {(answers || unsaved) && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => desk.measuring.yes(asked.mode)}
          >
            {words.yes}
          </Button>
        )}
        {asked.me !== 'none' && (
          <Button size="small" disabledFocusable={busy} onClick={() => desk.measuring.no()}>
            {answers ? words.no : asked.me === 'asked' ? words.withdraw : words.withdrawYes}
          </Button>
        )}
      </div>
    </div>
  );
}
