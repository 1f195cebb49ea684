import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure } from '../../app/ports/failure';
import type { TabSettingsHost, TabToAdd } from '../../app/ports/tabSettingsHost';
import { channelOf } from '../window/tabAddress';
import { teamsAround } from './startTeams';
import { watchedTheme } from './teamsTheme';

/** Teams' dialog around the page; undefined where the page was opened in any other way. */
export async function teamsTabSettings(
  config: ClientConfig,
  patienceMs = 5_000,
): Promise<TabSettingsHost | undefined> {
  const around = await teamsAround(config, patienceMs);
  if (around === undefined) return undefined;
  const { teams, context } = around;
  if (context.page.frameContext !== teams.FrameContexts.settings) return undefined;
  const { config: dialog } = teams.pages;
  let saving: (() => Promise<TabToAdd>) | undefined;
  dialog.registerOnSaveHandler((event) => {
    saved(saving).then(
      () => event.notifySuccess(),
      (error: unknown) => event.notifyFailure(reasonOf(error)),
    );
  });
  const saved = async (save: typeof saving): Promise<void> => {
    if (save === undefined) throw new PortFailure({ kind: 'refused', code: 'nothing' });
    const { id, address, outside, name } = await save();
    await dialog.setConfig({
      ...{ entityId: id, contentUrl: address, suggestedDisplayName: name },
      ...(outside !== undefined && { websiteUrl: outside }),
    });
  };
  return {
    locale: context.app.locale,
    theme: watchedTheme(teams, context.app.theme),
    channel:
      context.meeting === undefined ? channelOf(context.team?.groupId, context.channel?.id) : undefined,
    ready: () => void teams.app.notifySuccess().catch(() => undefined),
    offer(save) {
      saving = save;
      dialog.setValidityState(save !== undefined);
    },
  };
}

/** A word for whoever reads Teams' own log; what people read stands on the page. */
const reasonOf = (error: unknown): string => (error instanceof PortFailure ? error.failure.kind : 'failed');
