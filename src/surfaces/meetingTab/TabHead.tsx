import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const LastMinutes = lazy(async () => ({ default: (await import('./LastMinutes')).LastMinutes }));

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '32px',
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 759px)': { lineHeight: tokens.lineHeightBase400 },
  },
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '24px',
    rowGap: '2px',
  },
});

/** What and when, here and where colleagues sit; who chairs and comes, and who can see this. */
export function TabHead({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { locale, tab } = useTab();
  const [lastOpen, setLastOpen] = useState(false);
  const { format, words, meeting } = locale;
  const { start, end, zone, cities, before, chair } = view;
  const own = view.unplanned
    ? meeting.noAgenda.unplanned
    : `${format.dayAndTime(start, zone)}–${format.time(end, zone)}`;
  const there = (view.unplanned ? [] : cities).map((one) =>
    words.cityTime(one.city, format.time(start, one.zone)),
  );
  const { occurrence } = before;
  const who = [
    chair.name === null ? meeting.foot.noChair : meeting.foot.chair(chair.name),
    ...(occurrence === null
      ? []
      : [
          meeting.before.comes(occurrence.answers.yes, occurrence.answers.of),
          ...occurrence.notComing.map(({ name, standIn }) => meeting.before.standIn(name, standIn)),
          ...(occurrence.place === '' ? [] : [occurrence.place]),
        ]),
  ];
  return (
    <header>
      <div className={styles.beside}>
        <h1 className={styles.title}>{`${view.title} · ${tab.when(own, there)}`}</h1>
        {before.last && (
          <Button
            size="small"
            appearance="subtle"
            className={shared.small}
            aria-expanded={lastOpen}
            onClick={() => setLastOpen(!lastOpen)}
          >
            {tab.last}
          </Button>
        )}
      </div>
      <div className={styles.beside}>
        <p className={shared.text}>{who.join(' · ')}</p>
        {occurrence !== null && (
          <p className={shared.quiet}>{tab.seen(occurrence.invited, occurrence.outsiders)}</p>
        )}
      </div>
      {before.last && lastOpen && (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <LastMinutes last={before.last} />
        </Suspense>
      )}
    </header>
  );
}
