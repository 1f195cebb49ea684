import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { MeetingScreen, PersonView } from '../../app/meeting/meetingView';
import type { PresenceHow } from '../../domain/meeting/types';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from '../shared/meetingContext';
import { areaName, participants, shortName } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';
import { presenceWordsIn } from '../../locale/meeting/presenceWordsIn';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

/** Who is here and how, for anybody to tick; who decides for a key person that is not. */
export function PeoplePart({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { locale } = useMeeting();
  return (
    <>
      {view.before.wholeTeam && <p className={shared.quiet}>{locale.meeting.before.wholeTeam}</p>}
      <ul className={`${shared.list} ${styles.list}`}>
        {participants(view).map((person) => (
          <li key={person.id} className={shared.column}>
            <Person view={view} person={person} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Person({ view, person }: { readonly view: MeetingScreen; readonly person: PersonView }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const words = presenceWordsIn(locale);
  const details = [
    areaName(view, person.area, locale),
    ...(person.role === 'key' ? [words.key] : []),
    ...(person.outsider ? [words.outsider] : []),
  ].filter((part) => part !== '');
  const ways = waysFor(view, person, locale);
  const now = ways.findIndex(({ how, through }) => how === person.how && through === person.through);
  return (
    <>
      <span>
        <strong>{person.name}</strong> <span className={shared.quiet}>{details.join(', ')}</span>
      </span>
      <Select
        size="small"
        aria-label={words.of(person.name)}
        value={String(now)}
        onChange={(_, { value }) => {
          const way = ways[Number(value)];
          if (way) desk.present(person.id, way.how, way.through ?? undefined);
        }}
      >
        {now < 0 && <option value="-1">{words.how[person.how]}</option>}
        {ways.map(({ text }, at) => (
          <option key={text} value={at}>
            {text}
          </option>
        ))}
      </Select>
      {(person.standInsPossible.length > 0 || person.decidedBy !== null) && (
        <StandIn view={view} person={person} />
      )}
    </>
  );
}

function StandIn({ view, person }: { readonly view: MeetingScreen; readonly person: PersonView }) {
  const { desk, locale } = useMeeting();
  const words = presenceWordsIn(locale);
  const possible = person.standInsPossible;
  const decided = person.decidedBy;
  const ids = decided === null || possible.includes(decided) ? possible : [decided, ...possible];
  return (
    <Field label={words.decides(person.short)} size="small">
      <Select
        size="small"
        value={decided ?? ''}
        onChange={(_, { value }) =>
          desk.command({ kind: 'standIn', for: person.id, person: value === '' ? null : value })
        }
      >
        <option value="">{words.nobody}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {shortName(view, id)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type Way = { readonly how: PresenceHow; readonly through: string | null; readonly text: string };

/** How somebody may take part: with a panel of their own, or in the room or by phone, alone or with one that stands for them. */
function waysFor(view: MeetingScreen, person: PersonView, locale: MeetingLocale): readonly Way[] {
  const { how, mine, through } = presenceWordsIn(locale);
  const stood = person.through !== null && person.through !== view.me ? [person.through] : [];
  const carried = (way: 'room' | 'phone'): readonly Way[] => [
    { how: way, through: null, text: how[way] },
    ...(person.id === view.me ? [] : [{ how: way, through: view.me, text: mine(how[way]) }]),
    ...stood.map((id) => ({ how: way, through: id, text: through(how[way], shortName(view, id)) })),
  ];
  return [
    ...(person.hasPanel ? [{ how: 'panel', through: null, text: how.panel } as const] : []),
    ...carried('room'),
    ...carried('phone'),
    { how: 'away', through: null, text: how.away },
  ];
}
