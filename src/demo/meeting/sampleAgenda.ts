/** The demo's own copy of what the product writes into invitations, as a mail would bring it. */
type Item = readonly [kind: string, title: string, minutes: number, owner: 'marketing' | 'sales' | ''];

const AGENDAS: Readonly<
  Record<
    'es' | 'en',
    {
      readonly marker: string;
      readonly columns: readonly string[];
      readonly total: string;
      readonly items: readonly Item[];
    }
  >
> = {
  es: {
    marker: 'Agenda de la reunión',
    columns: ['#', 'Minutos', 'Tipo', 'Punto', 'Responsable'],
    total: 'Total',
    items: [
      ['Pendiente de antes', 'Tareas abiertas', 5, 'marketing'],
      ['Problema', 'Leads de feria sin llamar', 5, 'sales'],
      ['Ideas', 'Cómo llamar a los 21 que faltan', 10, ''],
      ['Decisión', 'Qué se hace con los leads de feria', 5, 'sales'],
      ['Tareas', 'Quién hace qué y para cuándo', 5, 'marketing'],
      ['Ronda', 'Ronda de cierre', 5, ''],
    ],
  },
  en: {
    marker: 'Meeting agenda',
    columns: ['#', 'Minutes', 'Kind', 'Item', 'Owner'],
    total: 'Total',
    items: [
      ['Left from before', 'Open tasks', 5, 'marketing'],
      ['Problem', 'Leads from the fair that nobody called', 5, 'sales'],
      ['Ideas', 'How to call the 21 that are left', 10, ''],
      ['Decision', 'What is done with leads from fairs', 5, 'sales'],
      ['Tasks', 'Who does what, and by when', 5, 'marketing'],
      ['Round', 'Closing round', 5, ''],
    ],
  },
};

export const SAMPLE_MINUTES = 35;

/** How the product calls the kinds of these items in its files. */
const KINDS = ['openTasks', 'problem', 'ideas', 'decision', 'tasks', 'round'];

/** The items as records hold them. */
export const sampleItems = (
  language: 'es' | 'en',
): readonly { readonly kind: string; readonly title: string; readonly minutes: number }[] =>
  AGENDAS[language].items.map(([, title, minutes], at) => ({ kind: KINDS[at] ?? 'topic', title, minutes }));

/** The agenda of the sample's weekly, with the heads' names as those who lead items. */
export function sampleAgendaHtml(
  language: 'es' | 'en',
  heads: { readonly marketing: string; readonly sales: string },
): string {
  const { marker, columns, total, items } = AGENDAS[language];
  const cell = (text: string) => `<td>${escaped(text)}</td>`;
  const rows = items.map(([kind, title, minutes, owner], at) =>
    [String(at + 1), `${minutes} min`, kind, title, owner === '' ? '' : heads[owner]].map(cell).join(''),
  );
  const head = columns.map((column) => `<td><b>${escaped(column)}</b></td>`).join('');
  const sum = `<td colspan="5"><b>${total}: ${SAMPLE_MINUTES} min</b></td>`;
  const table = [head, ...rows, sum].map((row) => `<tr>${row}</tr>`).join('');
  return `<h3>${marker}</h3><table border="1" cellpadding="4" width="100%">${table}</table>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
