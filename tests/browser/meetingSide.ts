import type { Page } from 'playwright-core';
import { askGraph } from './graphSide';
import type { AtMeeting } from './meetingPages';

/** What a panel shows as captured: ideas with their votes, what was agreed, tasks; lists opened. */
export async function capturedIn({ panel }: AtMeeting): Promise<readonly string[]> {
  const all: string[] = [];
  for (const name of ['Ideas', 'Acordado', 'Tareas']) {
    const section = panel.getByRole('region', { name, exact: true });
    const more = section.getByRole('button', { name: /^Ver las/ });
    if (await more.isVisible()) await more.click();
    all.push(...(await section.getByRole('listitem').allInnerTexts()));
  }
  return all.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Title and day of each task that is this person's in the tenant's Planner. */
export async function plannerTasksOf(
  page: Page,
  address: string,
  person: string,
): Promise<readonly string[]> {
  const { value } = await askGraph<{ value: { title: string; dueDateTime: string }[] }>(
    page,
    address,
    person,
    ['Tasks.ReadWrite'],
    '/me/planner/tasks',
  );
  return value.map(({ title, dueDateTime }) => `${title} ${dueDateTime.slice(0, 10)}`);
}

/** The content of the only record of a series in the team's site. */
export async function recordIn(page: Page, address: string, series: string): Promise<string> {
  const { settings } = (await (await fetch(`${address}/demo/config`)).json()) as {
    settings: { HOME_SITE: string };
  };
  const { value } = await askGraph<{ value: { name: string; '@microsoft.graph.downloadUrl': string }[] }>(
    page,
    address,
    'irene',
    ['Sites.Selected', 'Files.ReadWrite.All'],
    `/sites/${settings.HOME_SITE}/drive/root:/Cadencia/records-${series}:/children`,
  );
  const files = value.filter(({ name }) => name.endsWith('.json'));
  if (files.length !== 1) throw new Error(`${files.length} records`);
  return page.evaluate(
    async (url) => (await fetch(url)).text(),
    files[0]?.['@microsoft.graph.downloadUrl'] ?? '',
  );
}

/** What was said in the meeting's chat, as HTML. */
export async function chatOf(page: Page, address: string, chat: string): Promise<readonly string[]> {
  const { value } = await askGraph<{ value: { body: { content: string } }[] }>(
    page,
    address,
    'irene',
    ['Chat.Read', 'ChatMessage.Read'],
    `/chats/${encodeURIComponent(chat)}/messages`,
  );
  return value.map(({ body }) => body.content);
}

/** What somebody has sent by mail, newest first; of each address what stands before the @. */
export async function sentMailsOf(page: Page, address: string, person: string) {
  const { value } = await askGraph<{
    value: {
      subject: string;
      body: { content: string };
      toRecipients: { emailAddress: { address: string } }[];
    }[];
  }>(page, address, person, ['Mail.Read'], '/me/mailFolders/sentitems/messages');
  return value.map(({ subject, body, toRecipients }) => ({
    subject,
    html: body.content,
    to: toRecipients.map(({ emailAddress }) => emailAddress.address.split('@')[0]),
  }));
}
