import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import { sayByKind } from '../../locale/byKind';
import type { ZoneName } from '../../domain/time/types';
import { machineZone } from '../../locale/machineZone';
import { AskBox } from '../shared/AskBox';
import type { MineProps } from './MineScreen';
import { useMineStyles } from './mineStyles';

/** What people asked of me: I do it or say no, in place. */
export function MyAsks({ view, desk, locale }: MineProps) {
  const styles = useMineStyles();
  const id = useId();
  const { asks: words } = locale.follow.rhythm;
  const { format } = locale;
  const asks = view.asks.filter(({ mine }) => mine);
  const asked = view.question?.asked;
  if (asks.length === 0) return null;
  const zone = machineZone();
  const busy = view.working !== null || asked !== undefined;
  const said = (
    change: RhythmChange,
    names: Readonly<Record<string, string>>,
    clock: ZoneName = zone,
  ): string =>
    sayByKind(locale.follow.changes, change, clock, {
      person: (one) => names[one] || '…',
      area: (one) => locale.words.area(one),
    });
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {locale.personal.asks}
      </h2>
      {asked?.kind === 'change' && (
        <AskBox
          text={locale.follow.question.change(
            said(
              asked.change,
              asks.find(({ change }) => change === asked.change)?.names ?? {},
              view.question?.zone,
            ),
            asked.sessions,
            asked.mails,
            asked.each,
          )}
          words={{ yes: locale.follow.question.yes.change, no: locale.follow.question.no.change }}
          safe={false}
          answer={(yes) => desk.answer?.(yes)}
        />
      )}
      <ul className={styles.list}>
        {asks.map((ask) => {
          const what = said(ask.change, ask.names ?? {}, ask.zone);
          return (
            <li key={ask.id} className={styles.row}>
              <div className={styles.grow}>
                <p className={styles.text}>{what}</p>
                <p className={styles.quiet}>
                  {locale.personal.from([
                    ask.seriesTitle,
                    words.by(ask.byName, format.day(format.dayOf(ask.at, ask.zone ?? zone))),
                  ])}
                </p>
              </div>
              <Button
                size="small"
                className={styles.small}
                aria-label={words.doOf(what)}
                disabledFocusable={busy}
                onClick={() => desk.asks.accept(ask.id)}
              >
                {words.do}
              </Button>
              <Button
                size="small"
                className={styles.small}
                aria-label={words.noOf(what)}
                disabledFocusable={busy}
                onClick={() => desk.asks.refuse(ask.id)}
              >
                {words.no}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
