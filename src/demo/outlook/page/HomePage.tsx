import { Button, FluentProvider, Link, makeStyles, tokens, webLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DemoConfig, DemoPerson } from '../config';
import { HOME_WORDS } from '../homeWords';
import type { DemoLanguage } from '../words';

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  main: { maxWidth: '760px', margin: '0 auto', padding: '32px 20px', display: 'grid', gap: '16px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  spread: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    justifyContent: 'space-between',
    alignItems: 'center',
  },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  part: { margin: '12px 0 0', fontSize: tokens.fontSizeBase500 },
  text: { margin: 0 },
  people: { columnWidth: '200px', margin: 0, paddingLeft: '20px' },
});

const outlookOf = ({ key }: DemoPerson, language: DemoLanguage) =>
  `/outlook?person=${key}&language=${language}`;

const adminOf = ({ key }: DemoPerson, language: DemoLanguage) =>
  `/teams?language=${language}#team=1&people=${key}&surface=admin`;

/** What can be tried here, and with whom. */
export function HomePage({ config }: { readonly config: DemoConfig }) {
  const styles = useStyles();
  const [language, setLanguage] = useState<DemoLanguage>(
    new URLSearchParams(location.search).get('language') === 'en' ? 'en' : 'es',
  );
  const words = HOME_WORDS[language];
  const organiser = config.people.find(({ id }) => id === config.organiser) ?? config.people[0];
  const administrator = config.people.find(({ id }) => id === config.administrator);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);
  if (organiser === undefined) return null;
  const areas = [...new Set(config.people.map(({ area }) => area ?? ''))];
  return (
    <FluentProvider theme={webLightTheme}>
      <div className={styles.page}>
        <main className={styles.main}>
          <div className={styles.spread}>
            <h1 className={styles.title}>{words.title}</h1>
            <Button
              lang={language === 'es' ? 'en' : 'es'}
              onClick={() => setLanguage(language === 'es' ? 'en' : 'es')}
            >
              {words.other}
            </Button>
          </div>
          <p className={styles.text}>{words.what}</p>
          <p className={styles.text}>{words.company(config.company ?? words.yours, config.people.length)}</p>
          <h2 className={styles.part}>{words.tryTitle}</h2>
          <p className={styles.text}>{words.tryPlan(organiser.name)}</p>
          <div className={styles.row}>
            <Button as="a" appearance="primary" size="large" href={outlookOf(organiser, language)}>
              {words.open(organiser.name)}
            </Button>
          </div>
          <h2 className={styles.part}>{words.meetTitle}</h2>
          <p className={styles.text}>{words.meet}</p>
          <div className={styles.row}>
            <Button as="a" size="large" href={`/teams?language=${language}`}>
              {words.openTeams}
            </Button>
          </div>
          {administrator !== undefined && (
            <>
              <h2 className={styles.part}>{words.adminTitle}</h2>
              <p className={styles.text}>{words.admin(administrator.name)}</p>
              <div className={styles.row}>
                <Button as="a" size="large" href={adminOf(administrator, language)}>
                  {words.openAdmin}
                </Button>
              </div>
            </>
          )}
          <h2 className={styles.part}>{words.othersTitle}</h2>
          {areas.map((area) => (
            <section key={area} aria-label={words.area(area)}>
              <h3 className={styles.text}>{words.area(area)}</h3>
              <ul className={styles.people}>
                {config.people
                  .filter((person) => (person.area ?? '') === area)
                  .map((person) => (
                    <li key={person.key}>
                      <Link href={outlookOf(person, language)}>{person.name}</Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          <h2 className={styles.part}>{words.ownTitle}</h2>
          <p className={styles.text}>{words.own}</p>
        </main>
      </div>
    </FluentProvider>
  );
}
