import { drawPane } from '../../../src/entries/compose/draw';
import type { PlanView } from '../../../src/app/planning/planView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { fakePlanning, still } from '../fakes/fakePlanning';
import { views } from './sampleViews';

/** One state of the pane, as the address says: `?view=slots&locale=es-ES&theme=dark`; a test may bring its own. */
const asked = new URLSearchParams(location.search);
const { ownView } = globalThis as { readonly ownView?: PlanView };
const view = ownView ?? views[asked.get('view') ?? 'slots'];
const pane = document.getElementById('pane');
if (view && pane)
  drawPane(
    pane,
    createLocale(asked.get('locale') ?? 'es-ES'),
    still((asked.get('theme') ?? 'light') as HostTheme),
  ).take(fakePlanning(view).planning);
