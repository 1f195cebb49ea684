import type { RoomCommandBody } from '../../domain/meeting/room';
import { itemsAhead, settled } from '../../domain/meeting/timer';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import { missingFor } from '../letIn';
import { answerPulse } from './asking';
import { attempt, guardedAll } from './attempt';
import { captureCommands } from './capturing';
import { decideCommands } from './deciding';
import { createDesk, type Desk, type DeskState, meetingIn } from './deskState';
import type { MeetingDesk } from './meetingDesk';
import type { MeetingPorts } from './meetingPorts';
import type { MeetingNotice, MeetingView } from './meetingView';
import { addIdea, onceTold, problemOf, propose, setGoal, setNumber, setSolved, write } from './noteCommands';
import { openMeeting } from './openMeeting';
import { pushTasks } from './pushing';
import { enterNext, sendNext } from './reaching';
import { keepRecord } from './recording';
import { putReview } from './reviewing';
import { useTemplate } from './seeding';
import { mailMinutes, sendMinutes } from './sending';
import { passSpeaking } from './speaking';
import { balanceCommands } from './takingPart';
import { talkCommands } from './talking';
import { startTicking } from './ticking';
import { viewOf } from './viewOf';

/** What a problem that is taken into the agenda gets, where the items ahead have so much to give. */
const MINUTES_TAKEN = 5;

/** The surfaces of a meeting; it opens by itself, and nothing it answers or does throws. */
export function createMeetingDesk(ports: MeetingPorts): MeetingDesk {
  const desk = createDesk(ports);
  ports.host.onSpeaking((speaking) => {
    desk.change({ speaking });
    passSpeaking(desk);
  });
  startTicking(desk);
  void openMeeting(desk);
  return guardedAll(desk, {
    view: viewOfDesk(desk),
    tick: { get: desk.tick.get, subscribe: desk.tick.subscribe },
    end: () => desk.end(),
    ...aroundCommands(desk),
    command: (body) => command(desk, body),
    choose(choice) {
      if (choice.command !== null) return command(desk, choice.command);
      desk.change({ lateAway: meetingIn(desk.state.get())?.startedAt ?? null });
    },
    useProposed: () => command(desk, { kind: 'useProposed' }),
    useTemplate: () => useTemplate(desk),
    bringBack: (item) => command(desk, { kind: 'bringBack', item }),
    addItem: (item) => command(desk, { kind: 'addItem', item: { ...item, id: ports.ids.next() } }),
    present: (person, how, through) =>
      command(desk, { kind: 'present', person, how, ...(through !== undefined && { through }) }),
    capture: captureCommands(desk),
    workOn: (problem) => desk.change({ workOn: problemOf(desk, problem).id }),
    addIdea: (problem, text) => onceTold(desk, () => addIdea(desk, problemOf(desk, problem), text)),
    vote: (idea, on) => command(desk, { kind: 'vote', idea, on }),
    setNumber: (problem, value) => onceTold(desk, () => setNumber(desk, problem, value)),
    setGoal: (problem, goal) => onceTold(desk, () => setGoal(desk, problem, goal)),
    setSolved: (problem, solved) => setSolved(desk, problem, solved),
    setTaskState: (id, state) => write(desk, { kind: 'change', what: 'task', id, fields: { state } }),
    decide: decideCommands(desk),
    remove: (what, id) => write(desk, { kind: 'remove', what, id }),
    restore: (what, id) => write(desk, { kind: 'restore', what, id }),
    balance: balanceCommands(desk),
    before: beforeCommands(desk),
    after: {
      pushTasks: () => void pushTasks(desk),
      keepRecord: () => void keepRecord(desk),
      sendMinutes: () => void sendMinutes(desk),
      mailMinutes: () => void mailMinutes(desk),
      pulse: (answers) => answerPulse(desk, answers),
      sendNext: () => void sendNext(desk),
      enterNext: () => void enterNext(desk),
      talk: talkCommands(desk),
    },
  });
}

/** The view is made once for each state, so that an unchanged one is the same. */
function viewOfDesk(desk: Desk): MeetingDesk['view'] {
  let of: DeskState | undefined;
  let view: MeetingView = { screen: 'starting' };
  return {
    get() {
      const state = desk.state.get();
      if (state !== of) view = viewOf(state, desk.ports);
      of = state;
      return view;
    },
    subscribe: desk.state.subscribe,
  };
}

/** Shown at once; what the server refuses is told. My own presses are not announced to me. */
function command(desk: Desk, body: RoomCommandBody): void {
  const { room } = desk;
  if (room === undefined) throw new Refusal('meeting/not-now');
  desk.pressing = true;
  try {
    const answer = room.command(body);
    void attempt(
      desk,
      'command',
      () => answer,
      () => command(desk, body),
    );
  } finally {
    desk.pressing = false;
  }
}

function aroundCommands(
  desk: Desk,
): Pick<MeetingDesk, 'adminConsent' | 'signIn' | 'retry' | 'dismiss' | 'answer' | 'share' | 'openInWindow'> {
  const { host, identity } = desk.ports;
  const share = (): void => void attempt(desk, 'share', async () => host.share?.(), share);
  return {
    adminConsent: (tier) => identity.adminConsent(tier),
    signIn() {
      if (desk.room === undefined) void openMeeting(desk, true);
      else desk.room.retry();
    },
    retry() {
      if (desk.state.get().room?.connection.kind === 'denied') return desk.room?.retry();
      const { notice } = desk.state.get();
      const again = desk.again ?? (() => void (desk.room === undefined && openMeeting(desk, true)));
      desk.again = undefined;
      desk.change({ notice: null });
      if (notice?.kind === 'failed') void letInFirst(desk, notice, again);
      else again();
    },
    dismiss: () => desk.change({ notice: null }),
    answer(yes) {
      const { asked } = desk;
      desk.asked = undefined;
      desk.change({ question: null });
      asked?.(yes);
    },
    share,
    openInWindow() {
      const address = host.windowAddress();
      if (address !== undefined)
        void attempt(
          desk,
          'open',
          () => host.openLink(address),
          () => undefined,
        );
    },
  };
}

/** The press of a retry may open the window for what was missing; without it nothing is repeated. */
async function letInFirst(
  desk: Desk,
  { failure, step }: Extract<MeetingNotice, { kind: 'failed' }>,
  again: () => void,
): Promise<void> {
  const { identity } = desk.ports;
  const tier = missingFor(failure);
  const asked = async () => void (tier && (await identity.token(tier, { interactive: true })));
  if (tier === undefined || (await attempt(desk, step, asked, again))) again();
}

function beforeCommands(desk: Desk): MeetingDesk['before'] {
  return {
    propose: (title, internal) => onceTold(desk, () => propose(desk, title, internal)),
    take(problem) {
      const { title, internal } = problemOf(desk, problem);
      const meeting = meetingIn(desk.state.get());
      if (meeting === null) throw new Refusal('meeting/no-agenda');
      const ahead = itemsAhead(settled(meeting, desk.now()));
      const spare = ahead.reduce((sum, { minutes }) => sum + minutes - 1, 0);
      const minutes = Math.max(1, Math.min(MINUTES_TAKEN, spare));
      const item = { id: desk.ports.ids.next(), kind: 'problem' as const, title, minutes };
      command(desk, { kind: 'addItem', item: internal === true ? { ...item, internal } : item });
    },
    addPanel: () => void addPanel(desk),
    putReview: () => putReview(desk),
  };
}

async function addPanel(desk: Desk): Promise<void> {
  const { host, identity, meetings, wording } = desk.ports;
  const { place } = host;
  if (place === undefined) return;
  const added = await attempt(
    desk,
    'addPanel',
    async () => {
      await identity.token('live', { interactive: true });
      await meetings.addPanel(place, wording.tabName, cancellable());
      desk.change({ hasPanel: true, notice: { kind: 'panelAdded' } });
    },
    () => void addPanel(desk),
  );
  const { notice } = desk.state.get();
  if (added || notice?.kind !== 'failed') return;
  // What needs an administrator is done by hand instead.
  const { kind } = notice.failure;
  if (kind !== 'offline' && kind !== 'throttled' && kind !== 'signIn') desk.change({ panelRefused: true });
}
