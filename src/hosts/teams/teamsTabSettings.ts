import type { ClientConfig } from '../../app/clientConfig';
import type { TabSettingsHost } from '../../app/ports/tabSettingsHost';
import { within } from '../identity/limit';
import { startTeams } from './startTeams';
import { watchedTheme } from './teamsTheme';

/** Teams' dialog around the page; undefined where the page was opened in any other way. */
export async function teamsTabSettings(
  config: ClientConfig,
  patienceMs = 5_000,
): Promise<TabSettingsHost | undefined> {
  const teams = await startTeams(config.parents, patienceMs);
  if (teams === undefined) return undefined;
  const context = await within(
    patienceMs,
    teams.app.getContext().catch(() => undefined),
    undefined,
  );
  if (context?.page.frameContext !== teams.FrameContexts.settings) return undefined;
  return {
    locale: context.app.locale,
    theme: watchedTheme(teams, context.app.theme),
    offer({ id, address, name }) {
      const { config: dialog } = teams.pages;
      dialog.registerOnSaveHandler((event) => {
        dialog
          .setConfig({ entityId: id, contentUrl: address, suggestedDisplayName: name })
          .then(() => event.notifySuccess())
          .catch(() => event.notifyFailure());
      });
      dialog.setValidityState(true);
      void teams.app.notifySuccess().catch(() => undefined);
    },
  };
}
