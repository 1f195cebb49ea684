import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { AskBox } from '../shared/AskBox';
import type { MineProps } from './MineScreen';
import { useMineStyles } from './mineStyles';
import { ShareOfSeries } from './ShareOfSeries';

/** What I spoke of each session, against my fair share: kept only where I want it, and read by nobody else. */
export function MyShare(props: MineProps) {
  const styles = useMineStyles();
  const id = useId();
  const { view, desk, locale } = props;
  const words = locale.personal.own;
  const { own } = view;
  const asked = view.question?.asked;
  const busy = view.working !== null || asked !== undefined;
  const small = { size: 'small', className: styles.small, disabledFocusable: busy } as const;
  const text =
    own.state === 'reading'
      ? words.reading
      : own.failure !== null
        ? `⚠ ${words.failed} ${locale.sentences.why(own.failure)}`
        : own.wanted
          ? words.on
          : words.off;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {words.title}
      </h2>
      <p className={styles.quiet}>{text}</p>
      {own.state === 'ready' && !own.wanted && (
        <div>
          <Button {...small} onClick={() => desk.own.keep()}>
            {words.keep}
          </Button>
        </div>
      )}
      {own.wanted && own.series.length === 0 && <p className={styles.text}>{words.none}</p>}
      {own.series.map((series) => (
        <ShareOfSeries key={series.series} series={series} locale={locale} />
      ))}
      {asked?.kind === 'ownTalk' && (
        <AskBox
          text={locale.follow.question.ownTalk(asked.sessions, asked.stop)}
          words={{ yes: locale.follow.question.yes.ownTalk, no: locale.follow.question.no.ownTalk }}
          safe={false}
          answer={(yes) => desk.answer?.(yes)}
        />
      )}
      {own.wanted && (
        <div className={styles.buttons}>
          {own.series.length > 0 && (
            <Button {...small} onClick={() => desk.own.erase()}>
              {words.erase}
            </Button>
          )}
          <Button {...small} onClick={() => desk.own.stop()}>
            {words.stop}
          </Button>
        </div>
      )}
    </section>
  );
}
