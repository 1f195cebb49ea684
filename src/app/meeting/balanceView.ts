import { TOO_EARLY } from '../../domain/balance/tooEarly';
import type { BalanceMode, MyBalance, TakesPart } from '../../domain/balance/types';
import { isHere } from '../../domain/meeting/people';
import { settled } from '../../domain/meeting/timer';
import type { Meeting, PersonId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import { agreedIn, partIn } from './agreed';
import { type DeskState, meetingIn, meIn, peopleIn } from './deskState';
import type { BalanceView } from './meetingView';

/** What this person may see of the balance: what the server told them, or what is agreed for the agenda to come. */
export function balanceView(state: DeskState, cap: BalanceMode): BalanceView | null {
  const shared = state.room?.state?.balance;
  const mine = state.room?.balance ?? null;
  if (shared !== undefined && mine !== null) return measured(state, cap, shared, mine);
  return shared === undefined && meetingIn(state) === null ? toBeMeasured(state, cap) : null;
}

type Shared = { readonly since: Instant; readonly nudge: boolean };

function measured(
  state: DeskState,
  cap: BalanceMode,
  { since, nudge }: Shared,
  mine: MyBalance,
): BalanceView {
  const { mode, as, counted, areas, own, people, attributed, speech } = mine;
  return {
    ...{ mode, as, counted, areas, own, people, attributed, since },
    cap,
    mayCount: hasArea(state),
    begun: true,
    alone: aloneIn(state, as),
    news: isNews(state, cap),
    tooEarlyFor: areas === null ? Math.max(1, TOO_EARLY - speech) : 0,
    nudge: nudge && state.balance.nudges ? nudgeIn(state, mine.quiet) : null,
    nudges: nudge ? state.balance.nudges : null,
  };
}

const hasArea = (state: DeskState): boolean =>
  (peopleIn(state).find(({ id }) => id === meIn(state))?.area ?? '') !== '';

/** One that was put away stays so, and nobody is missed who speaks just now. */
function nudgeIn(state: DeskState, quiet: string | null): string | null {
  const speaker = meetingIn(state)?.floor.speaker?.person;
  const speaks = peopleIn(state).find(({ id }) => id === speaker)?.area;
  return quiet === state.balance.away || quiet === speaks ? null : quiet;
}

function toBeMeasured(state: DeskState, cap: BalanceMode): BalanceView | null {
  const { known, opened } = state;
  const agreed = agreedIn(known, cap);
  const me = meIn(state);
  if (agreed === null || opened === null) return null;
  if (peopleIn(state).find(({ id }) => id === me)?.outsider === true) return null;
  return {
    mode: agreed.mode,
    as: partIn(known, opened, me),
    counted: { is: 0, of: 0 },
    areas: null,
    own: null,
    people: null,
    attributed: null,
    since: agreed.since,
    cap,
    mayCount: hasArea(state),
    begun: false,
    alone: aloneIn(state, partIn(known, opened, me)),
    news: isNews(state, cap),
    tooEarlyFor: TOO_EARLY,
    nudge: null,
    nudges: agreed.nudge ? state.balance.nudges : null,
  };
}

/** Of who is here, else of who could be; who declined in this very room is known to nobody but themselves. */
function aloneIn(state: DeskState, mine: TakesPart): readonly string[] {
  const { opened, known, room } = state;
  const meeting = meetingIn(state);
  if (opened === null) return [];
  const counted = peopleIn(state).filter(
    ({ id, role, outsider }) =>
      outsider !== true &&
      ((meeting?.startedAt ?? null) === null
        ? role !== 'informed'
        : meeting !== null && isHere(meeting, id)) &&
      (id === opened.me.id ? mine : partIn(known, opened, id)) !== 'declined',
  );
  const areas = room?.state?.about?.areas ?? known.series?.areas ?? [];
  return areas.map(({ id }) => id).filter((id) => counted.filter(({ area }) => area === id).length === 1);
}

/** What has to be told once on each device: that, how and since when this person's meetings are measured. */
export function newsIn(state: DeskState, cap: BalanceMode): string | null {
  const { room, known } = state;
  const now = room?.state?.balance ?? agreedIn(known, cap);
  if (now === null) return null;
  const series = room?.state?.about?.series ?? known.series?.id ?? '';
  return ['balance', meIn(state), series, now.since, now.mode].join('/');
}

const isNews = (state: DeskState, cap: BalanceMode): boolean => {
  const { told } = state.balance;
  return told?.before === false && told.what === newsIn(state, cap);
};

/** While nobody is marked the item's owner is supposed to speak, where anything tells that somebody does. */
export function supposedIn(state: DeskState, meeting: Meeting): PersonId | null {
  const mine = state.room?.balance ?? null;
  if (mine === null || mine.attributed === null || meeting.floor.speaker !== null) return null;
  const { items, current } = settled(meeting, state.at);
  const owner = items.find(({ id }) => id === current?.item)?.owner;
  if (owner === undefined || !isHere(meeting, owner)) return null;
  return owner === meIn(state) && mine.as === 'declined' ? null : owner;
}
