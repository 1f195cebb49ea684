import { useId } from 'react';
import type { ItemView } from '../../app/reading/readingView';
import type { ReadLocale } from '../../locale/readLocale';
import { useReadStyles } from './readStyles';

const MINUTE = 60_000;

/** The agenda as it stands in the invitation; without one, whose it is to put one in. */
export function AgendaOf({ view, locale }: { readonly view: ItemView; readonly locale: ReadLocale }) {
  const styles = useReadStyles();
  const id = useId();
  const { read, words, format } = locale;
  const { agenda, isOrganiser } = view;
  if (agenda === 'unreadable') return <p className={styles.text}>{read.agenda.unreadable}</p>;
  if (agenda === 'none')
    return (
      <section className={styles.section} aria-labelledby={id}>
        <h2 id={id} className={styles.heading}>
          {read.agenda.none}
        </h2>
        <p className={styles.text}>{isOrganiser ? read.agenda.howMine : read.agenda.how}</p>
      </section>
    );
  const minutes = agenda.items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {read.agenda.title(minutes, Math.round((view.end - view.start) / MINUTE))}
      </h2>
      <ol className={styles.list} lang={agenda.language}>
        {agenda.items.map(({ kind, title, minutes: own, owner }, nth) => (
          <li key={nth} className={styles.row}>
            <span className={styles.fixed}>{`${nth + 1}.`}</span>
            <span className={styles.grow}>
              {title === '' ? words.kinds[kind] : title}
              {owner !== undefined && <span className={styles.quiet}>{` · ${owner}`}</span>}
            </span>
            <span className={styles.fixed}>{format.minutes(own)}</span>
          </li>
        ))}
      </ol>
      {isOrganiser && <p className={styles.quiet}>{read.organiser}</p>}
    </section>
  );
}
