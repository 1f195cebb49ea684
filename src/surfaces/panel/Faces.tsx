import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Call12Filled, Home12Filled } from '@fluentui/react-icons';
import type { MeetingScreen, PersonView } from '../../app/meeting/meetingView';
import type { PersonId } from '../../domain/meeting/types';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from '../shared/meetingContext';
import { areaName, participants, shortName } from '../shared/meetingNames';
import { useArrowKeys } from '../shared/useArrowKeys';

const useStyles = makeStyles({
  faces: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', rowGap: '6px', minHeight: '28px' },
  face: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '26px',
    height: '26px',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    fontFamily: 'inherit',
    fontSize: '11px',
    // Drawn, not said: the name says who it is.
    '::before': { content: 'attr(data-initials)' },
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  other: { backgroundColor: tokens.colorNeutralBackground5 },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  unmarked: { border: `1px dashed ${tokens.colorNeutralStroke1}` },
  speaking: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  mark: {
    position: 'absolute',
    right: '-4px',
    bottom: '-4px',
    display: 'flex',
    padding: '1px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** Everybody who is here, in one row; a press gives the floor where that may be. One stop of the Tab key. */
export function Faces({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.floor;
  const here = participants(view).filter(({ how }) => how !== 'away');
  const arrows = useArrowKeys<HTMLDivElement>();
  const firstArea = view.areas[0]?.id;
  const pressable = here.some((person) => pressOf(view, person) !== null);
  return (
    <div {...arrows} role={pressable ? 'toolbar' : 'group'} aria-label={words.faces} className={styles.faces}>
      {here.map((person) => {
        const press = pressOf(view, person);
        const speaking = view.floor.speaker === person.id;
        const look = mergeClasses(
          styles.face,
          person.area !== firstArea && styles.other,
          person.how === 'unknown' && styles.unmarked,
          speaking && styles.speaking,
        );
        const name = nameOf(view, person, locale);
        const mark = <Mark how={person.how} className={styles.mark} />;
        return press === null ? (
          <span
            key={person.id}
            role="img"
            aria-label={name}
            title={name}
            data-initials={person.initials}
            className={look}
          >
            {mark}
          </span>
        ) : (
          <button
            key={person.id}
            type="button"
            title={name}
            data-initials={person.initials}
            aria-label={words[press.kind === 'endTurn' ? 'endOf' : press.kind === 'ask' ? 'asks' : 'give'](
              name,
            )}
            aria-pressed={speaking}
            className={mergeClasses(look, styles.button)}
            onClick={() => desk.command(press)}
          >
            {mark}
          </button>
        );
      })}
    </div>
  );
}

function Mark({ how, className }: { readonly how: PersonView['how']; readonly className: string }) {
  if (how !== 'phone' && how !== 'room') return null;
  return (
    <span className={className} aria-hidden="true">
      {how === 'phone' ? <Call12Filled /> : <Home12Filled />}
    </span>
  );
}

/** «Andrés, Ventas, por teléfono» */
function nameOf(view: MeetingScreen, person: PersonView, locale: MeetingLocale): string {
  const { marks } = locale.meeting.floor;
  const { how, through } = person;
  return [
    person.name,
    areaName(view, person.area, locale),
    ...(how === 'phone' || how === 'room' ? [marks[how]] : []),
    ...(through !== null ? [marks.through(shortName(view, through))] : []),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

type Press = { readonly kind: 'give' | 'ask' | 'endTurn'; readonly person: PersonId };

/** What a press on somebody's face does; null where it is not for me to do. */
function pressOf({ floor, me }: MeetingScreen, { id, through }: PersonView): Press | null {
  const mine = id === me || through === me;
  if (floor.speaker === id) return floor.mayGive || mine ? { kind: 'endTurn', person: id } : null;
  if (floor.mayMark) return { kind: 'give', person: id };
  return mine && !floor.queue.includes(id) ? { kind: 'ask', person: id } : null;
}
