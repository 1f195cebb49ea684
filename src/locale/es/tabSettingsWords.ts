export const tabSettingsWordsEs = {
  /** On the tab. */
  tabName: 'Cadencia',
  title: 'Añadir Cadencia a esta reunión',
  what: 'Al guardar, la reunión tendrá la pestaña y el panel de Cadencia, de Marketing y Ventas: la agenda, el tiempo y las tareas, para todas las personas invitadas.',
  safe: 'No se graba ni se escucha nada.',
  outside: 'Esta página se abre en Teams, al añadir Cadencia a una reunión. Aquí no hay nada que hacer.',
};

export type TabSettingsWords = typeof tabSettingsWordsEs;
