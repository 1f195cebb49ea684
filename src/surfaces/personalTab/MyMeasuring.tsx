import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { balanceWordsIn } from '../../locale/balanceWordsIn';
import { WhatIsMeasured } from '../shared/WhatIsMeasured';
import type { MineProps } from './MineScreen';
import { useMineStyles } from './mineStyles';

type Asked = MineProps['view']['measuring'][number];

/** Series that want to measure how much each area speaks: I agree or say no, and can read first what it is. */
export function MyMeasuring(props: MineProps) {
  const styles = useMineStyles();
  const id = useId();
  const { measuring } = props.view;
  if (measuring.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {props.locale.follow.settings.measuring.title}
      </h2>
      <ul className={styles.list}>
        {measuring.map((asked) => (
          <li key={asked.series} className={styles.row}>
            <One {...props} asked={asked} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ view, desk, locale, asked }: MineProps & { readonly asked: Asked }) {
  const styles = useMineStyles();
  const [open, setOpen] = useState(false);
  const words = locale.follow.settings.measuring;
  const { format } = locale;
  const busy = view.working !== null || (view.question ?? null) !== null;
  const { series, seriesTitle, mode, byName, at, zone, missing, areas, alone } = asked;
  const day = format.day(format.dayOf(at, zone));
  const areaOf = (area: string): string => areas[area] || locale.words.area(area);
  return (
    <>
      <div className={styles.grow}>
        <p className={styles.text}>
          {locale.personal.measuring(seriesTitle, byName, locale.personal.measures[mode], day)}
        </p>
        <p className={styles.quiet}>{words.missing(missing.map(areaOf))}</p>
        {alone.length > 0 && <p className={styles.text}>{`⚠ ${words.alone(alone.map(areaOf))}`}</p>}
      </div>
      <Button size="small" className={styles.small} aria-expanded={open} onClick={() => setOpen(!open)}>
        {balanceWordsIn(locale).open}
      </Button>
      <Button
        size="small"
        className={styles.small}
        aria-label={words.yesOf(seriesTitle)}
        disabledFocusable={busy}
        onClick={() => desk.measuring.yes(series, mode)}
      >
        {words.yes}
      </Button>
      <Button
        size="small"
        className={styles.small}
        aria-label={words.noOf(seriesTitle)}
        disabledFocusable={busy}
        onClick={() => desk.measuring.no(series)}
      >
        {words.no}
      </Button>
      {open && (
        <div className={styles.whole}>
          <WhatIsMeasured
            measuring={{ mode: 'off', since: null, cap: null, alone: [] }}
            zone={zone}
            locale={locale}
            level={3}
            close={() => setOpen(false)}
          />
        </div>
      )}
    </>
  );
}
