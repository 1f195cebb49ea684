import type { Agenda } from '../../domain/agenda/types';
import type { Task } from '../../domain/meeting/captured';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import type { Desk, DeskState } from './deskState';
import { meetingIn, nameIn } from './deskState';
import type { BeforeView } from './meetingView';
import { DONE, step } from './steps';

/** Putting what is left into the invitation: for its organiser, before the meeting, where outsiders may read something. */
export function reviewView(state: DeskState): NonNullable<BeforeView['review']> | null {
  const { opened, steps } = state;
  const occurrence = opened?.occurrence ?? null;
  const mine = occurrence?.isOrganiser === true;
  if (!mine || meetingIn(state)?.startedAt !== null || openFor(state).length === 0) return null;
  const asked = occurrence.attendees.filter(
    ({ type, mail }) => type !== 'room' && mail !== occurrence.organiserMail,
  );
  return { ...steps.review, mails: asked.length };
}

/** Asks first: whoever is invited gets a mail. */
export function putReview(desk: Desk): void {
  const view = reviewView(desk.state.get());
  if (view === null) throw new Refusal('meeting/not-now');
  desk.asked = (yes) => {
    if (yes) void put(desk);
  };
  desk.change({ question: { kind: 'review', mails: view.mails } });
}

function put(desk: Desk): Promise<void> {
  return step(desk, 'review', async () => {
    const { identity, calendar, wording } = desk.ports;
    const state = desk.state.get();
    const event = state.opened?.occurrence?.eventId;
    const agenda = agendaIn(state);
    if (event === undefined || agenda === null || reviewView(state) === null)
      throw new Refusal('meeting/not-now');
    await identity.token('plan', { interactive: true });
    const [{ agendaFromHtml, agendaToHtml, insertAgenda }, { withReview }] = await Promise.all([
      import('../../domain/agenda/html'),
      import('../../domain/agenda/review'),
    ]);
    const { title, lines } = wording.review(
      agenda.language,
      openFor(state).map(({ text, owner, doneBy, due }) => ({
        text,
        owner: nameIn(state, doneBy ?? owner),
        due,
      })),
    );
    const blockFor = (html: string) =>
      withReview(agendaToHtml(led(agenda, agendaFromHtml(html))), title, lines);
    await calendar.mergeBody(event, (html) => insertAgenda(html, blockFor(html)), cancellable());
    return DONE;
  });
}

/** The room does not know who leads an item; the invitation does. */
function led(agenda: Agenda, invited: Agenda | undefined): Agenda {
  const leads = new Map(invited?.items.map(({ kind, title, owner }) => [`${kind} ${title}`, owner]));
  const items = agenda.items.map((item) => {
    const owner = leads.get(`${item.kind} ${item.title}`);
    return owner === undefined ? item : { ...item, owner };
  });
  return { ...agenda, items };
}

/** What is open and may be read by everybody who is invited. */
function openFor({ room }: DeskState): readonly Task[] {
  if (room === null) return [];
  const hidden = new Set(room.notes.problems.filter(({ internal }) => internal === true).map(({ id }) => id));
  return room.notes.tasks.filter(
    ({ state, gone, internal, problem }) =>
      state === 'open' && gone !== true && internal !== true && !hidden.has(problem),
  );
}

/** The agenda as it stands by now; what is internal stays out of every body. */
function agendaIn(state: DeskState): Agenda | null {
  const meeting = meetingIn(state);
  const about = state.room?.state?.about ?? null;
  if (meeting === null || about === null) return null;
  const items = meeting.items
    .filter(({ putOff }) => putOff !== true)
    .map(({ kind, title, minutes, internal }) => ({
      kind,
      title,
      minutes,
      ...(internal === true && { internal }),
    }));
  return { language: about.language, items };
}
