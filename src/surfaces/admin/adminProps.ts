import type { AdminDesk, AdminView } from '../../app/admin/adminDesk';
import type { AdminLocale } from '../../locale/admin/adminLocale';

/** What every part of the page is given. */
export type AdminProps = {
  readonly view: AdminView;
  readonly desk: AdminDesk;
  readonly locale: AdminLocale;
};
