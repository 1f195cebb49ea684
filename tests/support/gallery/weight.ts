/** What the pane's first script cannot do without: the drawing and the words. Only ever weighed. */
export { drawPane } from '../../../src/entries/compose/draw';
export { createLocale } from '../../../src/locale/createLocale';
