import { Field, makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { TalkPartView } from '../../../app/follow/followView';
import { talkWordsIn } from '../../../locale/talkWordsIn';
import { withYear } from '../../shared/days';
import { TalkPicture } from '../../shared/TalkPicture';
import type { TalkProps } from '../../shared/talkProps';
import { TalkReader } from '../../shared/TalkReader';
import { TalkSummary } from '../../shared/TalkSummary';
import type { PartProps } from '../partProps';
import { namesIn } from './rhythmNames';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({ box: { maxWidth: '760px' }, choose: { maxWidth: '340px' } });

/** The balance of one session: its picture, and from the estimate to the transcript. */
export function SessionTalk(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const id = useId();
  const { view, desk, locale } = props;
  const words = useMemo(() => talkWordsIn(locale), [locale]);
  const { talk } = view;
  if (!talk) return null;
  const { format } = locale;
  const when = (start: number) =>
    withYear(format.dayAndTime(start, view.zone), format.dayOf(start, view.zone), view.today);
  const named = namesIn(props);
  const told: TalkProps = {
    desk: desk.talk,
    locale,
    words,
    zone: view.zone,
    areas: view.series.areas.map((area) => ({ id: area.id, name: named.area(area.id) })),
    people: view.series.people.filter(({ outsider, role }) => outsider !== true && role !== 'informed'),
    titles: talk.chosen?.titles ?? {},
    organiser: named.organiser === '…' ? '' : named.organiser,
  };
  return (
    <section className={mergeClasses(shared.section, styles.box)} aria-labelledby={id}>
      <h3 id={id} className={shared.heading}>
        {words.sessions.title}
      </h3>
      <Field label={words.sessions.choose} size="small" className={styles.choose}>
        <Select
          size="small"
          value={talk.chosen === null ? '' : String(talk.chosen.original)}
          onChange={(_, { value }) => desk.talk.choose(value === '' ? null : Number(value))}
        >
          <option value="">{words.sessions.none}</option>
          {talk.sessions.map(({ original, start, kept }) => (
            <option key={original} value={String(original)}>
              {words.sessions.option(when(start), kept?.source ?? null)}
            </option>
          ))}
        </Select>
      </Field>
      {talk.chosen !== null && <Chosen chosen={talk.chosen} told={told} />}
    </section>
  );
}

type ChosenProps = {
  readonly chosen: NonNullable<TalkPartView['chosen']>;
  readonly told: TalkProps;
};

/** What its digest tells is there at once; the rest once its record has been read. */
function Chosen({ chosen, told }: ChosenProps) {
  const shared = useRhythmStyles();
  const { kept, reading, titles, failure } = chosen;
  const { words, locale } = told;
  if (reading !== null) return <TalkReader {...told} view={reading} primary />;
  return (
    <>
      {kept !== null && <TalkSummary {...told} talk={kept} own={null} />}
      {kept?.picture !== undefined && titles !== null && <TalkPicture {...told} picture={kept.picture} />}
      <p role="status" className={shared.quiet}>
        {failure === null
          ? titles === null
            ? words.sessions.opening
            : words.sessions.notMeasured
          : `⚠ ${locale.sentences.why(failure)}`}
      </p>
    </>
  );
}
