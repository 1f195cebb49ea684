import type { SentWhat } from '../../domain/meeting/room';
import { Refusal } from '../../domain/refusal';
import { cancellable } from '../cancel';
import { PortFailure } from '../ports/failure';
import { mayLeak, minutesOf } from './afterView';
import { attempt } from './attempt';
import type { Desk } from './deskState';
import { informedIn } from './informed';
import { recordNow } from './recording';
import { checkOnline, DONE, step } from './steps';

/** Says the minutes where the meeting is, as the person who presses. */
export function sendMinutes(desk: Desk): Promise<void> {
  return step(desk, 'minutes', async () => {
    const { host, identity, meetings, wording } = desk.ports;
    checkOnline(desk);
    const { opened } = desk.state.get();
    const { place } = host;
    if (place === undefined || opened === null) throw new Refusal('meeting/not-now');
    await identity.token('live', { interactive: true });
    // Somebody from outside may have come into the chat since it was opened.
    const about = await meetings.about(place, cancellable());
    desk.change({ opened: { ...opened, about } });
    const html = minutesOf(wording, recordNow(desk), mayLeak(desk.state.get()));
    await once(desk, 'chat', () => meetings.say(place, html, cancellable()));
    return DONE;
  });
}

/** Mails the minutes to the informed people, as the person who presses; what the chat reads is no matter here. */
export function mailMinutes(desk: Desk): Promise<void> {
  return step(desk, 'informed', async () => {
    const { identity, meetings, wording } = desk.ports;
    checkOnline(desk);
    const to = informedIn(desk.state.get()).filter(({ mail }) => mail !== '');
    if (to.length === 0) throw new Refusal('meeting/not-now');
    const record = recordNow(desk);
    await identity.token('mail', { interactive: true });
    const outside = to.some(({ outsider }) => outsider);
    const html = minutesOf(wording, record, outside);
    const recipients = to.map(({ name, mail }) => ({ name, mail }));
    await once(desk, 'mail', () =>
      meetings.mail(recipients, wording.minutesSubject(record), html, cancellable()),
    );
    return DONE;
  });
}

/**
 * Tells the room before it sends, so that no two do, and afterwards what came of it. Without an answer it may have gone
 * out: that stays so in the room, and only a person sends it again.
 */
export async function once(desk: Desk, what: SentWhat, send: () => Promise<void>): Promise<void> {
  await desk.room?.command({ kind: 'send', what });
  try {
    await send();
  } catch (error) {
    if (!isUnclear(error)) await tell(desk, 'notSent', what);
    throw error;
  }
  await tell(desk, 'sent', what);
}

/** It went out or not, whatever the room hears of it. */
const tell = (desk: Desk, kind: 'sent' | 'notSent', what: SentWhat): Promise<boolean> =>
  attempt(
    desk,
    'command',
    async () => desk.room?.command({ kind, what }),
    () => void tell(desk, kind, what),
  );

const isUnclear = (error: unknown): boolean =>
  !(error instanceof PortFailure) || ['offline', 'unavailable', 'malformed'].includes(error.failure.kind);
