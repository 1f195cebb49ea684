// RI1, RI2: src/app/SPEC.md
import { chatIn } from '../../../src/app/joinChat';
import { toldByBody } from '../../../src/app/reading/toldByBody';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';

const CHAT = '19:meeting_abc-DEF_1@thread.v2';
const joinOf = (chat: string) =>
  `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chat)}/0?context=%7b%22Tid%22%3a%221%22%7d`;
const blockOf = (address: string) =>
  `<div><span>${'_'.repeat(80)}</span></div><div><b>Reunión de Microsoft Teams</b></div><div><a href="${address}">Unirse</a></div><div><span>${'_'.repeat(80)}</span></div>`;
const AGENDA = agendaTemplate('weekly', 'es');
const HTML = agendaToHtml(AGENDA);

test('RI1 the agenda and the chat of the meeting are read out of the body', () => {
  const { agenda, teams } = toldByBody(`<p>Hola</p>${HTML}${blockOf(joinOf(CHAT))}`);
  expect(agenda).toMatchObject({ language: 'es', items: AGENDA.items.map(({ title }) => ({ title })) });
  expect(teams).toEqual({ chat: CHAT });
  expect(toldByBody('<p>Hola</p>')).toEqual({ agenda: 'none', teams: 'none' });
});

test('RI2 an address that a mail system has wrapped names the same chat', () => {
  const safe = (times: number) => {
    let address = joinOf(CHAT);
    for (let n = 0; n < times; n++)
      address = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05`;
    return address;
  };
  expect(chatIn(safe(0))).toBe(CHAT);
  expect(toldByBody(blockOf(safe(1))).teams).toEqual({ chat: CHAT });
  expect(chatIn(joinOf(CHAT).toLowerCase().replace('def', 'DEF'))).toBe(CHAT);
});

test('RI2 the block that Teams writes counts before an address that somebody has quoted', () => {
  const quoted = `<p>Como en <a href="${joinOf('19:meeting_other@thread.v2')}">la otra</a></p>`;
  expect(toldByBody(quoted + HTML + blockOf(joinOf(CHAT))).teams).toEqual({ chat: CHAT });
  expect(toldByBody(quoted).teams).toEqual({ chat: '19:meeting_other@thread.v2' });
});

test('RI2 a short address says that there is a meeting, and not whose chat it is', () => {
  expect(toldByBody(blockOf('https://teams.microsoft.com/meet/351234567?p=abc')).teams).toBe('address');
});

test.each([
  ['another host', 'https://teams.microsoft.com.evil.example/l/meetup-join/x'],
  ['more than a chat', `${joinOf(CHAT).replace('/0?', 'x/0?')}`],
  ['no meeting', joinOf('19:general@thread.tacv2')],
  ['no end', `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${'a'.repeat(5000)}`],
  ['nothing to decode', 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_%E0%A4%A@thread.v2'],
])('RI2 an address of %s names no chat', (_name, address) => {
  expect(chatIn(address)).toBeUndefined();
});

test('RI2 what is too large or too deep is not read, and says so', () => {
  expect(toldByBody(HTML + 'x'.repeat(1_100_000))).toEqual({ agenda: 'unreadable', teams: 'none' });
  const deep = `${'<div>'.repeat(300)}${HTML}${blockOf(joinOf(CHAT))}`;
  expect(toldByBody(deep)).toEqual({ agenda: 'unreadable', teams: 'address' });
});

test('RI2 markup in an agenda is text', () => {
  const hostile = HTML.replace('Ideas de las dos áreas', '&lt;img src=x onerror=alert(1)&gt;');
  const { agenda } = toldByBody(hostile);
  expect(agenda).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ title: '<img src=x onerror=alert(1)>' })]),
  });
});
