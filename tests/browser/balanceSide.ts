import type { Browser, Page } from 'playwright-core';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { askGraph } from './graphSide';
import type { AtMeeting, MeetingRoom } from './meetingPages';
import { eventually } from '../support/eventually';

/** All that a team has of Cadencia in its site: path to content. */
export type TeamFiles = Readonly<Record<string, string>>;

const FILES = ['Sites.Selected', 'Files.ReadWrite.All'];

export async function teamFiles(page: Page, address: string): Promise<TeamFiles> {
  const { settings } = (await (await fetch(`${address}/demo/config`)).json()) as {
    settings: { HOME_SITE: string };
  };
  type Item = { name: string; folder?: object; '@microsoft.graph.downloadUrl'?: string };
  const files: Record<string, string> = {};
  const folders = ['Cadencia'];
  for (const folder of folders) {
    const { value } = await askGraph<{ value: Item[] }>(
      page,
      address,
      'irene',
      FILES,
      `/sites/${settings.HOME_SITE}/drive/root:/${folder}:/children`,
    );
    for (const { name, folder: inside, '@microsoft.graph.downloadUrl': url } of value) {
      if (inside !== undefined) folders.push(`${folder}/${name}`);
      else
        files[`${folder}/${name}`] = await page.evaluate(async (at) => (await fetch(at)).text(), url ?? '');
    }
  }
  return files;
}

export type KeptTalk = {
  readonly source: 'estimate' | 'measured';
  readonly areas: Readonly<Record<string, number>>;
  readonly unattributed?: number;
  readonly off?: number;
};

/** The talk that each record of a series keeps, in the order of their sessions. */
export async function keptTalks(page: Page, address: string, series: string) {
  const files = await teamFiles(page, address);
  return (
    Object.entries(files)
      .filter(([path]) => path.includes(`records-${series}/`) && path.endsWith('.json'))
      .map(([, text]) => (JSON.parse(text) as { record?: { start: number; talk?: KeptTalk } }).record)
      // Beside the records lies their summary.
      .filter((record) => record !== undefined)
      .sort((a, b) => a.start - b.start)
      .map(({ talk }) => talk ?? null)
  );
}

/** Both heads agree in the channel's tab that areas are measured; neither of them can alone. */
export async function agreeToMeasure(
  browser: Browser,
  address: string,
  folder: string,
): Promise<readonly AtTeam[]> {
  const irene = await openTeam(browser, address, ['irene'], {}, folder);
  await addTab(irene, /^Semanal/);
  const hers = irene.at('irene').app;
  await hers.getByRole('tab', { name: 'Ajustes' }).click();
  await hers.getByText('No se mide.', { exact: true }).waitFor();
  await hers.getByRole('button', { name: 'Proponer medir por áreas' }).click();
  await hers.getByText('Falta el sí de alguien de Ventas.').waitFor();
  const rodrigo = await openTeam(browser, address, ['rodrigo'], {}, folder);
  const his = rodrigo.at('rodrigo').app;
  await his.getByRole('tab', { name: 'Ajustes' }).click();
  await his.getByRole('button', { name: 'De acuerdo' }).click();
  await his.getByText(/^Se mide por áreas, desde el/).waitFor();
  await his.getByText('Guardando…').waitFor({ state: 'hidden' });
  await rodrigo.picture('agreed');
  return [irene, rodrigo];
}

/** Who speaks, as their microphones would tell: whoever begins does so before the other ends, so that no silence comes between. */
export async function speak({ page }: MeetingRoom, who: RegExp | null): Promise<void> {
  const buttons = page.getByRole('button', { name: /^(Habla|Speaks:) / });
  const pressed = await buttons.evaluateAll((all) =>
    all.flatMap((one) =>
      one.getAttribute('aria-pressed') === 'true' ? [one.getAttribute('aria-label') ?? ''] : [],
    ),
  );
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  if (who !== null && !pressed.some((name) => who.test(name))) await press(who);
  for (const name of pressed) if (who === null || !who.test(name)) await press(name);
}

/** What a panel says of who has the floor. */
export const floorOf = ({ panel }: AtMeeting) => panel.getByRole('region', { name: 'Tiene la palabra' });

/** The part of a panel that tells the balance. */
export const balanceOf = ({ panel }: AtMeeting) =>
  panel.getByRole('region', { name: 'Equilibrio', exact: true });

/** Opens a part of what stands behind “…”, and comes back. */
export async function inMore(at: AtMeeting, part: string, doing: () => Promise<void>): Promise<void> {
  await at.panel.getByRole('button', { name: 'Más', exact: true }).click();
  await at.panel.getByRole('tab', { name: part }).click();
  await doing();
  const back = at.panel.getByRole('button', { name: 'Volver al punto' });
  if (await back.isVisible()) await back.click();
}

/** Decides as the tenant's administrator, in the demo's own page. */
export async function decide({ page }: MeetingRoom, what: RegExp, on: boolean): Promise<void> {
  const box = page
    .getByRole('group', { name: 'Administración de Teams' })
    .getByRole('checkbox', { name: what });
  if ((await box.isChecked()) !== on) await box.click();
  await eventually(async () => (await box.isChecked()) === on);
  if ((await box.isChecked()) !== on) throw new Error('the switch stayed');
}

export const SWITCH = {
  transcripts: /^Las aplicaciones pueden leer/,
  attribution: /^Con los nombres/,
  consent: /^Cadencia tiene el consentimiento/,
  attendees: /^También las encuentra/,
  metered: /^Leerlas cuesta/,
} as const;

/** Drops a file where the panel takes one, as a person does with the mouse. */
export async function drop(
  { panel }: Pick<AtMeeting, 'panel'>,
  file: { readonly name: string; readonly buffer: Buffer },
): Promise<void> {
  const zone = panel.getByRole('region', { name: 'Soltar aquí el archivo de la transcripción' });
  const ways = panel.getByText('Medir otra vez');
  if (!(await zone.isVisible()) && (await ways.isVisible())) await ways.click();
  await zone.evaluate(
    (place, [name, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ''), (one) => one.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name ?? ''));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [file.name, file.buffer.toString('base64')],
  );
}
