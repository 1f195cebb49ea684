import { LARGEST_BODY_BYTES, readBody } from '../../domain/agenda/body';
import { agendaFromHtml } from '../../domain/agenda/html';
import { hasJoinLink, joinBlockAt } from '../../domain/agenda/joinBlock';
import type { Agenda } from '../../domain/agenda/types';
import { Refusal } from '../../domain/refusal';

/** What an invitation's body tells; 'unreadable' is one that is too large or too deep. */
export type ToldByBody = {
  readonly agenda: Agenda | 'none' | 'unreadable';
  /** Of a meeting in Teams: its chat where its address names one, else that it has an address. */
  readonly teams: { readonly chat: string } | 'address' | 'none';
};

/** The address of a meeting in Teams, plain or inside of the address with which a mail system has replaced it. */
const THREAD =
  /teams\.(?:microsoft|live)\.com(?:\/|%2f)l(?:\/|%2f)meetup-join(?:\/|%2f)(19(?::|%3a|%253a)meeting_[A-Za-z0-9_-]{1,200}(?:@|%40|%2540)thread\.v2)/i;

/** Reads a body that anybody may have written: nothing in it is followed, and whose chat it names is a hint. */
export function toldByBody(html: string): ToldByBody {
  const agenda = orUnreadable(() => agendaFromHtml(html) ?? ('none' as const));
  if (agenda === 'unreadable')
    return { agenda, teams: hasJoinLink(html.slice(0, LARGEST_BODY_BYTES)) ? 'address' : 'none' };
  // Somebody may have quoted another meeting further up: the block that Teams writes counts first.
  const block = joinBlockAt(readBody(html)) ?? 0;
  const chat = chatIn(html.slice(block)) ?? chatIn(html);
  return { agenda, teams: chat !== undefined ? { chat } : hasJoinLink(html) ? 'address' : 'none' };
}

/** The chat that the first address of a meeting in Teams names; undefined where none names one. */
export function chatIn(text: string): string | undefined {
  const [, thread] = THREAD.exec(text) ?? [];
  // Twice: an address that stands inside of another one is encoded once more.
  return thread === undefined ? undefined : decodeURIComponent(decodeURIComponent(thread));
}

function orUnreadable<T>(read: () => T): T | 'unreadable' {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return 'unreadable';
    throw error;
  }
}
