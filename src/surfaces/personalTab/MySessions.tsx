import { Link, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { machineZone } from '../../locale/machineZone';
import { opened } from '../shared/opened';
import type { MineProps } from './MineScreen';
import { useMineStyles } from './mineStyles';

/** The next sessions of every series, on the clock of where I work. */
export function MySessions({ view, desk, locale }: MineProps) {
  const styles = useMineStyles();
  const id = useId();
  const words = locale.personal;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {words.sessions}
      </h2>
      {view.sessions.length === 0 ? (
        <p className={styles.quiet}>{words.noSessions}</p>
      ) : (
        <ul className={styles.list}>
          {view.sessions.map(({ series, title, start, minutes, chairing, link, zone }) => (
            <li key={`${series} ${start}`} className={styles.row}>
              <span className={mergeClasses(styles.text, styles.when)}>
                {locale.format.dayAndTime(start, zone ?? machineZone())}
              </span>
              <span className={styles.grow}>
                <Link
                  as="button"
                  className={styles.link}
                  aria-label={words.series(title)}
                  onClick={() => desk.open(series)}
                >
                  {title}
                </Link>
              </span>
              <span className={styles.quiet}>
                {words.from([words.length(minutes), chairing ? words.chairing : ''])}
              </span>
              {link !== null && /^https:/.test(link) && (
                <Link
                  className={styles.link}
                  href={link}
                  onClick={opened(desk, link)}
                  aria-label={words.openMeeting(title)}
                >
                  {words.open}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
