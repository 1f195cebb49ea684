import type { Failure } from '../../app/ports/failure';

const failures: Readonly<Record<Failure['kind'], string>> = {
  consent: 'La organización todavía no ha dado permiso a Cadencia para leer los archivos de las series.',
  signIn: 'La sesión no está iniciada.',
  denied: 'No hay acceso al lugar donde están las series. Quien administra el sitio del equipo puede darlo.',
  notFound: 'La serie ya no está donde estaba.',
  conflict: 'Otra persona la está cambiando ahora mismo.',
  offline: 'No hay conexión.',
  throttled: 'Microsoft 365 pide esperar un poco.',
  unavailable: 'Microsoft 365 no contesta ahora.',
  refused: 'Microsoft 365 no aceptó el cambio.',
  malformed: 'La respuesta no se entiende.',
  cancelled: 'No se terminó.',
};

export const tabSettingsWordsEs = {
  language: 'es' as 'es' | 'en',
  /** On the tab. */
  tabName: 'Cadencia',
  title: 'Añadir Cadencia a esta reunión',
  what: 'Al guardar, la reunión tendrá la pestaña y el panel de Cadencia, de Marketing y Ventas: la agenda, el tiempo y las tareas, para todas las personas invitadas.',
  safe: 'No se graba ni se escucha nada.',
  outside:
    'Esta página se abre en Teams, al añadir Cadencia a una reunión o a un canal. Aquí no hay nada que hacer.',
  channel: {
    title: 'Añadir Cadencia a este canal',
    what: 'La pestaña sigue una serie de reuniones de Marketing y Ventas: sus tareas, decisiones y ritmo.',
    which: '¿Qué serie?',
    kinds: { weekly: 'Semanal', monthly: 'Mensual' },
    onlyMine: 'Su archivo está en tu carpeta: el resto del equipo no puede leerlo.',
    elsewhere: 'Ahora se sigue en otro canal; al guardar pasa a este.',
    everybody: 'Todo el equipo de este canal ve la pestaña, también quien no está invitado a la reunión.',
    loading: 'Buscando las series…',
    saving: 'Guardando…',
    consentTitle: 'Falta un permiso',
    signInTitle: 'Falta iniciar sesión',
    signInWhat:
      'Para elegir la serie, Cadencia lee los archivos de las series. Nada se cambia hasta guardar.',
    signIn: 'Iniciar sesión',
    failedTitle: 'No se pudieron leer las series',
    retry: 'Reintentar',
    none: 'Todavía no hay ninguna serie',
    noneWhat:
      'La primera se planifica en Outlook: abrir una reunión nueva y pulsar «Planificar con las dos áreas». Después se puede añadir esta pestaña.',
    notSaved: 'No se ha guardado nada; se puede pulsar «Guardar» otra vez.',
    unreadable: (names: string): string => `No se puede leer y queda como está: ${names}`,
    failures,
  },
};

export type TabSettingsWords = typeof tabSettingsWordsEs;
