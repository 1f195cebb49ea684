import { LARGEST_BODY_BYTES, readBody } from '../../domain/agenda/body';
import { agendaFromHtml } from '../../domain/agenda/html';
import { hasJoinLink, joinBlockAt } from '../../domain/agenda/joinBlock';
import type { Agenda } from '../../domain/agenda/types';
import { Refusal } from '../../domain/refusal';
import { chatIn } from '../joinChat';

/** What an invitation's body tells; 'unreadable' is one that is too large or too deep. */
export type ToldByBody = {
  readonly agenda: Agenda | 'none' | 'unreadable';
  /** Of a meeting in Teams: its chat where its address names one, else that it has an address. */
  readonly teams: { readonly chat: string } | 'address' | 'none';
};

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

function orUnreadable<T>(read: () => T): T | 'unreadable' {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return 'unreadable';
    throw error;
  }
}
