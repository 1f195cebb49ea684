import { useId, useMemo } from 'react';
import type { TalkReadingView } from '../../app/balance/talkReadingView';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { talkWordsIn } from '../../locale/talkWordsIn';
import { useAfterStyles } from './afterStyles';
import { useMeeting } from './meetingContext';
import { areaName } from './meetingNames';
import { TalkReader } from './TalkReader';

/** The balance of the meeting that has just ended, in the panel and the meeting tab. */
export default function MeetingTalk(props: { readonly view: MeetingScreen; readonly talk: TalkReadingView }) {
  const shared = useAfterStyles();
  const id = useId();
  const { desk, locale } = useMeeting();
  const words = useMemo(() => talkWordsIn(locale), [locale]);
  const { view, talk } = props;
  return (
    <section className={shared.box} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.title}
      </h2>
      <TalkReader
        view={talk}
        desk={desk.after.talk}
        locale={locale}
        words={words}
        zone={view.zone}
        areas={view.areas.map((area) => ({ id: area.id, name: areaName(view, area.id, locale) }))}
        people={view.people.filter(({ outsider }) => !outsider)}
        titles={Object.fromEntries((view.running?.items ?? []).map((item) => [item.id, item.title]))}
        organiser={view.before.organiserName ?? ''}
        primary={false}
      />
    </section>
  );
}
