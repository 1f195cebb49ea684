import type { Locator } from 'playwright-core';
import type { Shown } from './opened';

/**
 * What each surface shows first when it may show all that it has. A page that is not here shows a
 * heading and nothing to sign in to.
 */
const FIRST: Readonly<Record<string, (shown: Shown) => Locator>> = {
  personal: ({ app }) => app.getByRole('heading', { name: 'Próximas sesiones' }),
  channel: ({ app }) => app.getByRole('tab', { name: 'Tareas' }),
  read: ({ app }) => app.getByRole('textbox', { name: '¿Qué problema traes?' }),
  panel: ({ app }) => app.getByText(/\d con panel · guardado/),
  meetingTab: ({ app }) => app.getByRole('textbox', { name: '¿Qué problema traes?' }),
  tabSettings: ({ app }) => app.getByRole('radio'),
  compose: ({ app }) => app.getByRole('button', { name: /^(Buscar horario|Cambiar las áreas)$/ }),
};

/** Waits for it. The skeleton of the page, and a first screen that only says that it starts, are none. */
export async function firstContent(shown: Shown, page: string): Promise<void> {
  const first = FIRST[page];
  if (first !== undefined) return first(shown).first().waitFor();
  await shown.app
    .locator('main:not([aria-busy="true"]) h1, main:not([aria-busy="true"]) h2')
    .first()
    .waitFor();
  if ((await shown.app.getByRole('button', { name: 'Iniciar sesión' }).count()) > 0)
    throw new Error(`${page} wants somebody to sign in`);
}

/** 'personal' of 'https://cadencia.example.com/personal.html'. */
export const pageName = (address: string): string => new URL(address).pathname.replace(/^\/|\.html$/g, '');
