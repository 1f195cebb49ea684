import { createRoot } from 'react-dom/client';
import type { AdminDesk } from '../../../src/app/admin/adminDesk';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createAdminLocale } from '../../../src/locale/admin/adminLocale';
import { createLocale } from '../../../src/locale/createLocale';
import { AdminPage } from '../../../src/surfaces/admin/AdminPage';
import { still } from '../fakes/fakePlanning';
import { adminViews } from './adminViews';

/** One state of the administrator's page, as the address says. */
const asked = new URLSearchParams(location.search);
const view = adminViews[asked.get('view') ?? 'drawn'];
const place = document.getElementById('admin');
if (place) {
  const locale = createAdminLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const nothing = (): void => undefined;
  const desk: AdminDesk | 'notLoaded' =
    view === undefined
      ? 'notLoaded'
      : {
          view: still(view),
          signIn: nothing,
          test: nothing,
          save: nothing,
          purge: nothing,
          // The day of the views.
          now: () => Date.UTC(2026, 11, 1, 9),
          end: nothing,
        };
  createRoot(place).render(
    <AdminPage desk={desk} locale={locale} theme={still((asked.get('theme') ?? 'light') as HostTheme)} />,
  );
}
