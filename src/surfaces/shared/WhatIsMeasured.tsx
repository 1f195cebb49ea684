import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BalanceMode } from '../../domain/balance/types';
import type { Instant, ZoneName } from '../../domain/time/types';
import { balanceWordsIn } from '../../locale/balanceWordsIn';
import type { Locale } from '../../locale/createLocale';

/** The measuring as it stands; names as people read them. */
export type Measuring = {
  readonly mode: BalanceMode;
  readonly since: Instant | null;
  /** The most that the organisation allows; null where the surface does not know. */
  readonly cap: BalanceMode | null;
  /** Areas of which only one person is counted. */
  readonly alone: readonly string[];
};

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    paddingInlineStart: '16px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '& > li': { marginBottom: '2px' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  said: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/**
 * One screen of plain words: what is measured and what is not, who sees what, how long it is kept, how to say no. The same
 * in the settings, the panel and the meeting tab; `level` is that of its own heading there.
 */
export function WhatIsMeasured(props: {
  readonly measuring: Measuring;
  readonly zone: ZoneName;
  readonly locale: Pick<Locale, 'language' | 'format'>;
  readonly level: 1 | 2 | 3;
  readonly close?: () => void;
}) {
  const styles = useStyles();
  const id = useId();
  const { measuring, zone, locale, level, close } = props;
  const words = balanceWordsIn(locale);
  const { format } = locale;
  const { since } = measuring;
  const sections = words.sections({
    ...measuring,
    since: since === null ? null : format.dayInFull(format.dayOf(since, zone)),
  });
  const Title = `h${level}` as const;
  const Under = `h${level + 1}` as 'h2' | 'h3' | 'h4';
  return (
    <section className={styles.screen} aria-labelledby={id}>
      <Title id={id} className={styles.heading}>
        {words.title}
      </Title>
      {sections.map(({ title, lines }) => (
        <div key={title}>
          <Under className={styles.heading}>{title}</Under>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      <div className={styles.foot}>
        <Copy text={textOf(words.title, sections)} words={words} />
        {close && (
          <Button size="small" onClick={close}>
            {words.close}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Hosts may keep pages from the clipboard: then it is said, and the text can be selected. */
function Copy({ text, words }: { readonly text: string; readonly words: ReturnType<typeof balanceWordsIn> }) {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </>
  );
}

const textOf = (
  title: string,
  sections: readonly { readonly title: string; readonly lines: readonly string[] }[],
): string =>
  [title, ...sections.map((one) => [one.title, ...one.lines.map((line) => `- ${line}`)].join('\n'))].join(
    '\n\n',
  );
