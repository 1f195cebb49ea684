/** Join blocks in the shapes that Teams writes into appointments; the links lead nowhere. */
const RULE = '_'.repeat(80);

export const SPANISH_JOIN_BLOCK = [
  '<br>\r\n<div style="max-width:520px; color:#242424; font-family:\'Segoe UI\',sans-serif" class="me-email-text" lang="es-ES">',
  `<div style="margin-bottom:24px; overflow:hidden; white-space:nowrap">${RULE}</div>`,
  '<div style="margin-bottom:12px"><span class="me-email-text" style="font-size:24px; font-weight:700">Reunión de Microsoft Teams</span></div>',
  '<div style="margin-bottom:6px"><a id="meet_invite_block.action.join_link" class="me-email-headline" href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d" target="_blank" rel="noreferrer noopener">Únase a la reunión ahora</a></div>',
  '<table cellpadding="0"><tbody><tr><td>Id. de reunión:</td><td>312 456 789 01</td></tr><tr><td>Código de acceso:</td><td>aB3cD9</td></tr></tbody></table>',
  `<div style="overflow:hidden">${RULE}</div></div>\r\n`,
].join('\r\n');

export const ENGLISH_JOIN_BLOCK = [
  `<div class="x_me-email-text"><div>${RULE}</div>`,
  '<p><span style="font-size:18pt"><b>Microsoft Teams</b></span> <a href="https://aka.ms/JoinTeamsMeeting">Need help?</a></p>',
  '<table border="0"><tr><td><a href="https://teams.microsoft.com/meet/31245678901?p=abc">Join the meeting now</a></td></tr><tr><td>Meeting ID: 312 456 789 01<br>Passcode: aB3cD9</td></tr></table>',
  '<p>For organizers: <a href="https://teams.microsoft.com/meetingOptions/?x=1">Meeting options</a></p>',
  `<div>${RULE}</div></div>`,
].join('\n');
