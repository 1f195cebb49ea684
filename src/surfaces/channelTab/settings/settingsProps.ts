import type { MembersLocale } from '../../../locale/membersLocale';
import type { PartProps } from '../partProps';

/** What the settings that planning has too are drawn from. */
export type SettingsProps = PartProps & { readonly locale: MembersLocale };
