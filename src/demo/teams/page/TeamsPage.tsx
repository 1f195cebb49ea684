import {
  Button,
  FluentProvider,
  Link,
  makeStyles,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DemoConfig } from '../../outlook/config';
import type { DemoLanguage } from '../../outlook/words';
import { addressOf, askedBy, teamAddressOf } from '../address';
import type { ChannelService } from '../channelService';
import type { MeetingService } from '../meetingService';
import { TEAMS_WORDS } from '../words';
import type { Frames } from './frames';
import { MeetingScreen } from './MeetingScreen';
import { StartScreen } from './StartScreen';
import { TeamScreen } from './TeamScreen';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400 },
});

/** Teams in the browser, as far as a meeting and a team with the app in them go. */
export function TeamsPage(props: {
  readonly config: DemoConfig;
  readonly service: MeetingService;
  readonly channels: ChannelService;
  readonly frames: Frames;
}) {
  const { config, service, channels, frames } = props;
  const styles = useStyles();
  const [language, setLanguage] = useState<DemoLanguage>(
    new URLSearchParams(location.search).get('language') === 'en' ? 'en' : 'es',
  );
  const [asked, setAsked] = useState(() => askedBy(location.hash));
  const words = TEAMS_WORDS[language];
  const organiser = config.people.find(({ id }) => id === config.organiser) ?? config.people[0];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.teams;
  }, [language, words]);
  useEffect(() => {
    // Somebody has changed the address by hand, or went back.
    const read = () => setAsked(askedBy(location.hash));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const enter = (chat: string) => void (location.hash = addressOf(chat, []));
  if (organiser === undefined) return null;
  return (
    <FluentProvider theme={teamsLightTheme}>
      <div className={styles.page}>
        <header className={styles.top}>
          <h1 className={styles.title}>{words.teams}</h1>
          <Button
            size="small"
            lang={language === 'es' ? 'en' : 'es'}
            onClick={() => setLanguage(language === 'es' ? 'en' : 'es')}
          >
            {words.otherLanguage}
          </Button>
          <Link href="/">{words.home}</Link>
        </header>
        {asked.team ? (
          <TeamScreen
            // Another address, such as a link's, opens the team anew.
            key={`${asked.people.join()} ${asked.link?.entity ?? ''} ${asked.link?.sub ?? ''}`}
            config={config}
            words={words}
            service={service}
            channels={channels}
            frames={frames}
            asked={asked}
            onLeave={() => void (location.hash = '')}
          />
        ) : asked.chat === undefined ? (
          <StartScreen
            words={words}
            language={language}
            person={organiser}
            service={service}
            onEnter={enter}
            onTeam={(people) => void (location.hash = teamAddressOf(people))}
          />
        ) : (
          <MeetingScreen
            key={asked.chat}
            config={config}
            words={words}
            service={service}
            frames={frames}
            chat={asked.chat}
            asked={asked}
            onLeave={() => void (location.hash = '')}
          />
        )}
      </div>
    </FluentProvider>
  );
}
