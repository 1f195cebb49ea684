// AC, CC, DC, HC, KC, LC, MC, OC, TC and XC on a real tenant, when somebody asks for it: tests/contracts/README.md
import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/app/ports/identity';
import { addDays, instantOf, localTime, weekdayOf } from '../../src/domain/time/calendarDays';
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { calendarContract } from '../contracts/calendarContract';
import { recordsFolderOf } from '../../src/graph/recordFile';
import { directoryContract } from '../contracts/directoryContract';
import { meetingsContract } from '../contracts/meetingsContract';
import { NEVER } from '../contracts/outcome';
import { ownTalkContract } from '../contracts/ownTalkContract';
import { planBoardContract } from '../contracts/planBoardContract';
import { recordsContract } from '../contracts/recordsContract';
import { seriesArchiveContract } from '../contracts/seriesArchiveContract';
import { seriesCalendarContract } from '../contracts/seriesCalendarContract';
import { seriesHomeContract } from '../contracts/seriesHomeContract';
import { taskStoreContract } from '../contracts/taskStoreContract';
import { aRecord } from '../support/aRecord';

const token = process.env['GRAPH_TOKEN'] ?? '';
const base = process.env['GRAPH_BASE'] ?? 'https://graph.microsoft.com/v1.0';
const zone = process.env['GRAPH_ZONE'] ?? 'Europe/Madrid';
const team = process.env['GRAPH_TEAM'];
const joinUrl = process.env['GRAPH_JOIN_URL'];
const colleagueToken = process.env['GRAPH_COLLEAGUE_TOKEN'] ?? '';
const [one = '', other = ''] = (process.env['GRAPH_COLLEAGUES'] ?? '').split(',').map((mail) => mail.trim());

const identityOf = (bearer: string): Identity => ({
  token: () => Promise.resolve(bearer),
  account: () => undefined,
});
const now = Date.now();

function open(bearer = token) {
  return createMicrosoft365({
    graph: base,
    identity: identityOf(bearer),
    ...(team !== undefined && { team }),
    machineZone: zone,
    clock: { now: () => Date.now() },
    random: Math.random,
    fetch: (url, init) => fetch(url, init),
  });
}

async function remove(path: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const response = await fetch(base + path, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}`, ...more },
  });
  if (!response.ok && response.status !== 404) throw new Error(`could not clean up: ${response.status}`);
}

if (token === '') {
  test.skip('AC, CC, DC, HC, KC, LC, MC and TC on a real tenant: GRAPH_TOKEN is not set', () => undefined);
} else {
  jest.setTimeout(180_000);

  calendarContract('a real tenant', async () => {
    const { calendar, directory } = open();
    const { mail } = await directory.me(NEVER);
    return {
      calendar,
      now,
      zone,
      me: mail,
      colleagues: [one, other] as const,
      nobody: `nobody-${randomUUID()}@${mail.split('@')[1]}`,
      newKey: () => randomUUID(),
      async close(created) {
        for (const id of created) await remove(`/me/events/${encodeURIComponent(id)}`);
      },
    };
  });

  seriesCalendarContract('a real tenant', () => {
    const { calendar, seriesCalendar } = open();
    return Promise.resolve({
      series: seriesCalendar,
      calendar,
      now,
      zone,
      colleagues: [one, other] as const,
      newKey: () => randomUUID(),
      async close(created: readonly string[]) {
        for (const id of created) await remove(`/me/events/${encodeURIComponent(id)}`);
      },
    });
  });

  directoryContract('a real tenant', async () => {
    const { directory } = open();
    const [me, found] = [await directory.me(NEVER), await directory.find(one, NEVER)];
    const somebody = found.find(({ mail }) => mail === one.toLowerCase());
    if (somebody === undefined) throw new Error('GRAPH_COLLEAGUES must name people of the directory');
    const words = somebody.name.split(/\s+/);
    return {
      directory,
      withDepartments: undefined,
      withoutDepartments: undefined,
      me,
      somebody: { name: somebody.name, mail: somebody.mail, first: words[0] ?? '', last: words.at(-1) ?? '' },
      metSomebody: false,
      close: () => Promise.resolve(),
    };
  });

  seriesHomeContract('a real app folder', async () => {
    const ids = ['3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f', '0b54d9f2-7f5b-4a5e-8a35-1c2d3e4f5a6b'];
    const clean = async () => {
      for (const id of ids) await remove(`/me/drive/special/approot:/series-${id}.json`);
    };
    await clean();
    const [home, second] = [open(), open()].map(({ homes }) => homes.at(-1));
    if (home === undefined || second === undefined) throw new Error('there is no app folder');
    return { home, other: second, close: clean };
  });

  const cleanRecords = async () => {
    for (const series of [aRecord().series, 'chat/19:meeting_Ym8@thread.v2', 'another'])
      await remove(`/me/drive/special/approot:/${recordsFolderOf(series)}`);
  };

  seriesArchiveContract('a real app folder', async () => {
    await cleanRecords();
    const [one, two] = [open(), open()];
    const [records, archive, other] = [one.records.at(-1), one.archives.at(-1), two.archives.at(-1)];
    if (records === undefined || archive === undefined || other === undefined)
      throw new Error('there is no app folder');
    return { records, archive, other, close: cleanRecords };
  });

  recordsContract('a real app folder', async () => {
    await cleanRecords();
    const [records, other] = [open(), open()].map((all) => all.records.at(-1));
    if (records === undefined || other === undefined) throw new Error('there is no app folder');
    return { records, other, close: cleanRecords };
  });

  let emptied = false;
  ownTalkContract('a real app folder', async () => {
    const clean = () => remove('/me/drive/special/approot:/balance.json');
    // Somebody's own shares are not ours to delete.
    if (!emptied && (await open().ownTalk.read(NEVER)) !== null)
      throw new Error('there is a balance.json in the app folder');
    emptied = true;
    await clean();
    return { mine: open().ownTalk, device: open().ownTalk, close: clean };
  });

  // Nothing is written, and of what is read nothing but its size is told.
  if (joinUrl !== undefined)
    test('XC3 a real meeting’s transcripts and attendance of the last sixty days are read', async () => {
      const { transcripts } = open();
      const time = { from: now - 60 * 86_400_000, until: now };
      const files = await transcripts.list(joinUrl, time, NEVER);
      const attended = await transcripts.attendance(joinUrl, time, NEVER);
      for (const file of files.slice(-1)) {
        const { kind, text, from } = await transcripts.read(file, NEVER);
        expect([kind === 'metadata' || kind === 'vtt', text.includes('-->'), from]).toEqual([
          true,
          true,
          file.from,
        ]);
      }
      process.stdout.write(`${files.length} transcripts, ${attended.length} names of attendance\n`);
    });

  if (team !== undefined)
    planBoardContract('a real team', async () => {
      const { board, tasks, directory } = open();
      return {
        board,
        tasks,
        me: (await directory.me(NEVER)).id,
        newTitle: () => `Prueba de Cadencia ${randomUUID()}`,
        remove: ({ id, eTag }) => remove(`/planner/tasks/${id}`, { 'if-match': eTag }),
        close: () => Promise.resolve(),
      };
    });

  if (team !== undefined)
    taskStoreContract('a real team', async () => {
      const { tasks, directory } = open();
      return {
        tasks,
        me: (await directory.me(NEVER)).id,
        now: () => Date.now(),
        newTitle: () => `Prueba de Cadencia ${randomUUID()}`,
        close: () => Promise.resolve(),
      };
    });

  if (colleagueToken !== '')
    meetingsContract('a real tenant', async () => {
      const { calendar, directory, meetings } = open();
      const colleague = open(colleagueToken);
      const [me, invited] = [await directory.me(NEVER), await colleague.directory.me(NEVER)];
      const { day } = localTime(now, zone);
      const first = instantOf(addDays(day, 8), '10:00', zone);
      const subject = 'Prueba de Cadencia — se puede borrar';
      const agenda = 'Orden del día';
      const { mail, name } = invited;
      const event = {
        subject,
        bodyHtml: `<p>${agenda}</p>`,
        start: first,
        minutes: 35,
        zone,
        attendees: [{ mail, name, type: 'required' as const }],
        recurrence: { every: 1, times: 3, weekday: weekdayOf(addDays(day, 8)) },
        teamsMeeting: true,
      };
      const made = await calendar.create(event, randomUUID(), NEVER);
      const { joinUrl = '' } = made;
      const chat = decodeURIComponent(/\/meetup-join\/([^/]+)\//.exec(joinUrl)?.[1] ?? '');
      const close = () => remove(`/me/events/${encodeURIComponent(made.id)}`);
      const place = { kind: 'chat', chat } as const;
      return {
        ...{ meetings, colleague: colleague.meetings, place, joinUrl, first, zone, subject, agenda },
        ...{ dates: 3, me, invited, close },
      };
    });
}
