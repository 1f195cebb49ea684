import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { pictureEnd, talkByItem } from '../../app/balance/talkByItem';
import type { TalkPicture as Picture } from '../../domain/balance/types';
import { useAfterStyles } from './afterStyles';
import { useHidden } from './hidden';
import type { TalkProps } from './talkProps';

const useStyles = makeStyles({
  box: { width: '100%', minWidth: 0, position: 'relative' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 8px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  small: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
  name: { overflowWrap: 'anywhere' },
  lane: {
    display: 'block',
    width: '100%',
    height: '26px',
    marginBottom: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    // A drawing keeps its colours unless it is told.
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', borderBottomColor: 'CanvasText' },
  },
  talk: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  agenda: { display: 'flex', height: '18px', fontSize: tokens.fontSizeBase100, lineHeight: '18px' },
  stretch: {
    overflow: 'hidden',
    textAlign: 'center',
    boxSizing: 'border-box',
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground3,
    ':nth-child(even)': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  times: { display: 'flex', justifyContent: 'space-between', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '3px 6px 3px 0',
      textAlign: 'start',
      overflowWrap: 'anywhere',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
});

type Props = Pick<TalkProps, 'words' | 'locale' | 'zone' | 'areas' | 'titles'> & {
  readonly picture: Picture;
};

/** Turns by area over time with the agenda under it, for the eye; the table is what is read aloud, and can be shown. */
export function TalkPicture(props: Props) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const { hidden } = useHidden();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const { picture, words, locale, zone, areas, titles } = props;
  const { format } = locale;
  const end = pictureEnd(picture);
  if (end === picture.start) return null;
  const stretches = talkByItem(picture);
  const named = stretches.filter(({ item }) => item !== null);
  const titleOf = (item: string | null): string =>
    item === null
      ? words.picture.rest
      : Object.hasOwn(titles, item) && titles[item] !== ''
        ? (titles[item] ?? '')
        : words.picture.untitled;
  const talkOf = (area: string): number => (picture.areas[area] ?? []).reduce((sum, one) => sum + one, 0);
  return (
    <section className={styles.box} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {words.picture.title}
        </h3>
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.picture.asPicture : words.picture.asTable}
        </Button>
      </div>
      {!asTable && (
        <div aria-hidden>
          {areas.map(({ id: area, name }) => (
            <div key={area}>
              <p className={mergeClasses(shared.text, styles.name)}>
                {words.picture.lane(name, words.picture.spoken(talkOf(area)))}
              </p>
              <Lane steps={picture.areas[area] ?? []} step={picture.step} />
            </div>
          ))}
          <div className={styles.agenda}>
            {stretches.map(({ item, from, until }) => (
              <span
                key={from}
                className={styles.stretch}
                style={{ width: `${(100 * (until - from)) / (end - picture.start)}%` }}
              >
                {item === null ? '' : named.findIndex((one) => one.from === from) + 1}
              </span>
            ))}
          </div>
          <p className={mergeClasses(shared.text, styles.times)}>
            <span>{format.time(picture.start, zone)}</span>
            <span>{format.time(end, zone)}</span>
          </p>
          {named.length > 0 && (
            <ol className={mergeClasses(shared.text, styles.list)}>
              {named.map(({ item, from }) => (
                <li key={from}>{titleOf(item)}</li>
              ))}
            </ol>
          )}
        </div>
      )}
      <div className={asTable ? undefined : hidden}>
        <table className={styles.table}>
          <caption className={hidden}>{words.picture.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.picture.item}</th>
              <th scope="col">{words.picture.time}</th>
              {areas.map(({ id: area, name }) => (
                <th key={area} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stretches.map(({ item, from, areas: talk }) => (
              <tr key={from}>
                <th scope="row">{titleOf(item)}</th>
                <td>{format.time(from, zone)}</td>
                {areas.map(({ id: area }) => (
                  <td key={area}>{words.picture.spoken(talk[area] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One area's talk: how much of each step it filled. */
function Lane({ steps, step }: { readonly steps: readonly number[]; readonly step: number }) {
  const styles = useStyles();
  const bars = steps.flatMap((talk, at) => {
    const height = Math.min(1, talk / step);
    return height > 0 ? [`M${at} 1v${-round(height)}h1v${round(height)}z`] : [];
  });
  return (
    <svg className={styles.lane} viewBox={`0 0 ${steps.length} 1`} preserveAspectRatio="none">
      <path className={styles.talk} d={bars.join('')} />
    </svg>
  );
}

const round = (height: number): number => Math.round(height * 1000) / 1000;
