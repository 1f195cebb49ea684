import type { Seen } from '../../../src/demo/teams/protocol/seen';
import { type Json, type Manifest, textsOf } from '../../../src/tools/package/manifest';
import { OURS } from './names';

/** The tabs of the manifest, as Teams reads them. */
type Tabs = {
  readonly configurableTabs?: readonly {
    readonly configurationUrl: string;
    readonly context?: readonly string[];
  }[];
  readonly staticTabs?: readonly {
    readonly entityId: string;
    readonly contentUrl?: string;
    readonly websiteUrl?: string;
  }[];
};
export type PackagedManifest = Json & Manifest & Tabs;

/** Every address of the manifest that lies at our own name. */
export const ownAddresses = (manifest: PackagedManifest): readonly string[] => [
  ...new Set(textsOf(manifest).flatMap(([, text]) => (text.startsWith(`${OURS}/`) ? [text] : []))),
];

/** The forms of an appointment that have a button of ours, as the manifest names them. */
export const formsOf = ({ extensions = [] }: PackagedManifest): readonly string[] => [
  ...new Set(extensions.flatMap(({ ribbons = [] }) => ribbons.flatMap(({ contexts = [] }) => contexts))),
];

/** What a button on an appointment's form opens; by the form, as the manifest names it. */
export function paneAt(manifest: PackagedManifest, form: string): string | undefined {
  const { ribbons = [], runtimes = [] } = manifest.extensions?.[0] ?? {};
  const called = ribbons
    .filter(({ contexts = [] }) => contexts.includes(form))
    .flatMap(({ tabs }) => tabs.flatMap(({ groups = [] }) => groups))
    .flatMap(({ controls = [] }) => controls.map(({ actionId }) => actionId));
  return runtimes.find(({ actions = [] }) =>
    actions.some(({ id, type }) => type === 'openPage' && called.includes(id)),
  )?.code.page;
}

/** An address with its placeholders filled as Teams does it; what Teams does not know would stay in it. */
export function filled(address: string, { locale, theme, entityId, user, chat, place }: Seen): string {
  const known: Readonly<Record<string, string>> = {
    ...{
      locale,
      theme,
      entityId,
      chatId: chat,
      loginHint: user.mail,
      userObjectId: user.id,
      tid: user.tenant,
    },
    ...(place !== undefined && { groupId: place.group, channelId: place.channel }),
  };
  return address.replace(/\{(\w+)\}/g, (gap, name: string) => encodeURIComponent(known[name] ?? gap));
}
