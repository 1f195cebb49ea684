import { drawPane } from '../../../src/entries/compose/draw';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { fakePlanning, still } from '../fakes/fakePlanning';
import { views } from './sampleViews';

/** One state of the pane, as the address says: `?view=slots&locale=es-ES&theme=dark`. */
const asked = new URLSearchParams(location.search);
const view = views[asked.get('view') ?? 'slots'];
const pane = document.getElementById('pane');
if (view && pane)
  drawPane(
    pane,
    fakePlanning(view).planning,
    createLocale(asked.get('locale') ?? 'es-ES'),
    still((asked.get('theme') ?? 'light') as HostTheme),
  );
