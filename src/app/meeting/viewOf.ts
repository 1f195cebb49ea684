import { sumOf } from '../../domain/agenda/edit';
import { PROPOSED_FROM } from '../../domain/meeting/applyRoom';
import { MINUTE } from '../../domain/meeting/timer';
import type { PersonId } from '../../domain/meeting/types';
import type { RoomView } from '../ports/room';
import { afterView } from './afterView';
import { balanceView, supposedIn } from './balanceView';
import { beforeView } from './beforeView';
import { captureView, todayIn, workedOn } from './captureView';
import { chairView } from './chairView';
import { type DeskState, meetingIn, meIn, nameIn, type Opened, peopleIn } from './deskState';
import type { MeetingPorts } from './meetingPorts';
import type { MeetingScreen, MeetingView } from './meetingView';
import { areasView, floorView, peopleView, shortNames } from './peopleView';
import { problemView, type ProblemsSource } from './problemsView';
import { runningView } from './runningView';

/** What is shown of the state. */
export function viewOf(state: DeskState, ports: MeetingPorts): MeetingView {
  const { screen, notice, opened, room } = state;
  if (screen === 'signIn') return { screen, notice };
  if (screen === 'notMember') return { screen: 'outside', why: 'notMember' };
  if (screen !== 'meeting' || opened === null || room === null)
    return { screen: screen === 'noMeeting' ? 'noMeeting' : 'starting' };
  const { connection } = room;
  // Who was in goes on while Graph cannot be asked again; everything else is a door.
  if (connection.kind === 'denied' && !(connection.why === 'unknown' && room.state !== null))
    return { screen: 'outside', why: connection.why };
  return meetingScreen(state, opened, room, ports);
}

function meetingScreen(state: DeskState, opened: Opened, room: RoomView, ports: MeetingPorts): MeetingScreen {
  const { host, wording } = ports;
  const { at, known } = state;
  const meeting = meetingIn(state);
  const about = room.state?.about ?? null;
  const me = meIn(state);
  const nameOf = (id: PersonId): string => nameIn(state, id);
  const people = peopleIn(state);
  const shortOf = shortNames(people, meeting, nameOf);
  const today = todayIn(state, ports.machineZone);
  const source: ProblemsSource = {
    notes: room.notes,
    me,
    push: room.state?.push ?? { lease: null, tasks: {} },
    today,
    now: workedOn(state)?.id ?? null,
    nameOf: shortOf,
  };
  return {
    screen: 'meeting',
    surface: host.surface,
    small: host.small,
    ...timesOf(state, opened),
    zone: about?.zone ?? opened.occurrence?.zone ?? ports.machineZone,
    cities: citiesOf(state, ports.machineZone),
    language: about?.language ?? wording.language,
    kind: about?.kind ?? known.series?.kind ?? 'adHoc',
    me,
    people: peopleView(people, meeting, nameOf),
    areas: areasView(about, meeting),
    connection: room.connection.kind,
    ...(!known.read && { knowing: true as const }),
    saved: room.saved,
    notice: state.notice,
    question: state.question,
    running: meeting === null ? null : runningView(meeting, me, at, state.lateAway),
    proposed: proposedIn(state),
    problems: room.notes.problems.map((problem) => problemView(problem, source)),
    chair: chairView(meeting, me, at, known.records ?? [], shortOf, known.series?.followUp?.chairing),
    floor: floorView(meeting, me, meeting === null ? null : supposedIn(state, meeting)),
    capture: captureView(state, wording, today),
    balance: balanceView(state, ports.balanceCap),
    speaking: state.speaking,
    can: { share: host.share !== undefined, openInWindow: host.windowAddress() !== undefined },
    before: beforeView(state, source),
    after: afterView(state, ports),
  };
}

function timesOf(state: DeskState, { about, occurrence, start }: Opened) {
  const meeting = meetingIn(state);
  const from = meeting?.planned.start ?? occurrence?.time.from ?? start;
  const planned = meeting === null ? undefined : from + meeting.planned.minutes * MINUTE;
  return {
    title: state.room?.state?.about?.title ?? occurrence?.subject ?? about.topic,
    start: from,
    end: planned ?? occurrence?.time.until ?? from,
    ...(meeting === null && occurrence === null && { unplanned: true as const }),
  };
}

/** Where colleagues sit who keep another clock than the meeting's. */
function citiesOf({ known, room }: DeskState, machineZone: string): MeetingScreen['cities'] {
  const { series } = known;
  if (series === null) return [];
  const zone = room?.state?.about?.zone ?? series.zone ?? machineZone;
  const used = series.sites.filter(
    ({ id, zone: other }) =>
      other !== zone && series.people.some(({ site, role }) => site === id && role !== 'informed'),
  );
  return used
    .filter((site, at) => used.findIndex((other) => other.zone === site.zone) === at)
    .map(({ city, zone: other }) => ({ city, zone: other }));
}

function proposedIn(state: DeskState): MeetingScreen['proposed'] {
  const room = state.room?.state ?? null;
  if (room === null || room.proposed === null || room.meeting !== null) return null;
  const { by, seed } = room.proposed;
  const mayUse = room.organiser === meIn(state) || state.at >= seed.start - PROPOSED_FROM;
  return { by: nameIn(state, by), minutes: sumOf(seed.items), mayUse };
}
