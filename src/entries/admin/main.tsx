import { createAdminLocale } from '../../locale/admin/adminLocale';
import { AdminPage } from '../../surfaces/admin/AdminPage';
import { openTab } from '../openTab';

/** The page of whoever administers the tenant; a plain browser window, or a tab where somebody puts it. */
void openTab({
  element: 'admin',
  load: () => import('./administer'),
  localeOf: createAdminLocale,
  draw: (desk, locale, theme) => <AdminPage desk={desk} locale={locale} theme={theme} />,
});
