import type { PlanView } from '../../../src/app/planning/planView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createPlanLocale } from '../../../src/locale/planLocale';
import { Pane } from '../../../src/surfaces/compose/Pane';
import { fakePlanning, still } from '../fakes/fakePlanning';
import { drawAsAsked } from './asAsked';
import { views } from './sampleViews';

/** One state of the pane, as the address says: `?view=slots&locale=es-ES&theme=dark`; a test may bring its own. */
drawAsAsked<PlanView>('pane', (asked, own) => {
  const view = own ?? views[asked.get('view') ?? 'slots'];
  if (view === undefined) return undefined;
  const locale = createPlanLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const theme = still((asked.get('theme') ?? 'light') as HostTheme);
  return <Pane planning={fakePlanning(view).planning} locale={locale} theme={theme} />;
});
