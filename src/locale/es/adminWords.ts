import type { TierState } from '../../app/admin/adminDesk';
import type { Tier } from '../../app/ports/failure';
import type { ProbeId } from '../../app/ports/probes';
import type { BalanceMode } from '../../domain/balance/types';
import type { Format } from '../format';
import { countIn, HARD_SPACE } from '../plurals';

const count = countIn('es');
const days = (n: number): string => count(n, 'día', 'días');

type TierWords = {
  /** Its letter and name, as the installation calls them. */
  readonly name: string;
  readonly what: string;
  /** As short as the column is wide. */
  readonly permissions: string;
  /** What stops when it is missing, and what goes on. */
  readonly without: string;
};

/** The administrator's page in Spanish; the English file must have the same words. */
export function adminWordsEs(f: Format) {
  const tiers: Readonly<Record<Tier, TierWords>> = {
    plan: {
      name: 'A Planificar',
      what: 'Horarios, invitaciones',
      permissions: 'User.Read, User.ReadBasic.All, Calendars.ReadWrite',
      without: 'no se buscan horarios ni se rellena la invitación',
    },
    followUp: {
      name: 'B Seguimiento',
      what: 'Tareas y actas',
      permissions: 'Tasks.ReadWrite, Sites.Selected (un sitio)',
      without: 'las tareas no llegan a Planner y no se guardan actas',
    },
    live: {
      name: 'C Reunión en vivo',
      what: 'Panel en la reunión',
      permissions: 'Chat.ReadBasic, instalar la app en el chat',
      without: 'cada panel trabaja solo y se añade a mano',
    },
    directory: {
      name: 'D Directorio',
      what: 'Personas por departamento',
      permissions: 'User.Read.All, GroupMember.Read.All',
      without: 'las personas se escriben a mano',
    },
    transcripts: {
      name: 'E Transcripciones',
      what: 'Tiempo de palabra medido',
      permissions: 'OnlineMeetingTranscript.Read.All + 2 interruptores',
      without: 'hay que soltar el archivo de la transcripción',
    },
    mail: {
      name: 'F Correo',
      what: 'Avisos de cambios',
      permissions: 'Mail.Send',
      without: 'los cambios se avisan a mano',
    },
  };
  const states: Readonly<Record<Exclude<TierState['kind'], 'failed' | 'partly'>, string>> = {
    waiting: 'Sin probar',
    testing: 'Probando…',
    works: '✓ Funciona',
    granted: '✓ Concedido',
    notGranted: 'Sin conceder',
  };
  const proves: Readonly<Record<ProbeId, string>> = {
    profile: 'la ficha propia',
    people: 'buscar a colegas por nombre',
    calendar: 'horas libres y ocupadas',
    chat: 'quién está en el chat de la reunión más próxima',
    panel: 'si el panel está en ese chat, y la app en el catálogo',
    rooms: 'que el servidor pregunte a Microsoft en nombre de la persona',
    tasks: 'las tareas propias de Planner',
    folder: 'la carpeta propia de la aplicación',
    site: 'leer la biblioteca del sitio del equipo',
    department: 'personas por departamento',
    transcripts: 'transcripciones de la última reunión propia',
    speakers: 'si la transcripción dice quién habla; el texto no se guarda',
  };
  const caps: Readonly<Record<BalanceMode, string>> = {
    off: 'Apagado',
    areas: 'Solo áreas',
    persons: 'Personas, con acuerdo de cada equipo',
  };
  return {
    title: (tenant: string | undefined) => (tenant === undefined ? 'Cadencia' : `Cadencia en ${tenant}`),
    subtitle: 'Administración',
    loading: 'Preparando la página…',
    notLoaded: 'No llegó una parte de la página. Lo del servidor y lo de Microsoft 365 sigue como estaba.',
    signedOut: 'Para probar hace falta iniciar sesión con una cuenta de esta organización.',
    signIn: 'Iniciar sesión',
    test: 'Probar ahora',
    report: 'Copiar informe',
    copied: 'Copiado',
    notCopied: 'El navegador no deja copiar. Seleccionar el texto y copiarlo a mano.',
    reportTitle: 'Informe',
    line: {
      never: 'Sin probar todavía',
      testing: 'Probando…',
      tested: (when: string) => `Última prueba: ${when}`,
      today: (time: string) => `hoy, ${time}`,
      asking: 'preguntando al servidor…',
      good: 'servidor bien',
      none: 'sin servidor de reuniones: cada panel trabaja solo',
      denied: 'el servidor solo da sus datos a quien administra',
      failed: '⚠ el servidor no responde',
      nobody: 'sin datos del servidor: falta la sesión o el permiso',
      clock: 'reloj bien',
      clockUnknown: 'reloj sin comparar',
      clockOff: (seconds: number) => `⚠ reloj del servidor: ${f.number(seconds)}${HARD_SPACE}s de diferencia`,
      proxy: 'el certificado lo lleva el proxy',
      until: (day: string, soon: boolean) => `${soon ? '⚠ ' : ''}certificado hasta el ${day}`,
      day: (day: string, year: string) => `${day} ${year}`,
    },
    denied:
      'Los datos del servidor, el archivo y el borrado son para quien administra: administrador global, de Teams, de aplicaciones o de aplicaciones en la nube. Con un rol recién activado, cerrar la sesión y volver a entrar. Los niveles se prueban igual, con esta cuenta.',
    columns: { tier: 'Nivel', what: 'Para qué', permissions: 'Permisos', state: 'Estado', more: 'Qué hacer' },
    tiers,
    states,
    notGranted: (without: string) => `Sin conceder: ${without}`,
    notTried: { mail: 'no se prueba: enviaría un correo', other: 'no hay nada con que probarlo' },
    problems: {
      site: '⚠ Falta permiso en el sitio del equipo',
      siteOff: '⚠ No se llega al sitio del equipo',
      catalogue: '⚠ La app no está en el catálogo de Teams',
      rooms: '⚠ El servidor no puede preguntar a Microsoft',
      noRooms: '⚠ Sin servidor de reuniones',
      access: '⚠ Apagado en Teams: acceso ✗',
      names: '⚠ En Teams: acceso ✓ · nombres ✗',
      metered: '⚠ Microsoft cobra por esta lectura',
      some: (what: string) => `⚠ Falla: ${what}`,
    },
    how: 'Cómo',
    details: 'Detalles',
    copyCommand: 'Copiar orden',
    copyLine: 'Copiar línea',
    copyLink: 'Copiar enlace',
    openLink: 'Abrir',
    close: 'Cerrar',
    sheet: {
      without: (text: string) => `Sin este nivel ${text}. Lo demás sigue.`,
      scopes: 'Permisos delegados',
      calls: 'Lo probado, con esta cuenta',
      call: 'Llamada',
      proves: 'Qué muestra',
      result: 'Resultado',
      took: (milliseconds: number) => `${f.number(Math.round(milliseconds))}${HARD_SPACE}ms`,
      works: '✓',
      nothing: 'nada con que probar',
      noCalls: 'Ninguna llamada: sin consentimiento no se hace.',
      untried: 'Lo que escribiría o enviaría algo no se prueba; va en el mismo consentimiento.',
      consent: 'Conceder solo este nivel, para toda la organización:',
      site: 'Dejar a la aplicación leer y escribir en ese sitio, y en ningún otro. En PowerShell, con el módulo Microsoft.Graph y una cuenta que administre SharePoint:',
      siteOwn: 'Quien prueba también debe poder abrir el sitio.',
      access:
        'Dejar que Microsoft Graph dé las transcripciones. Centro de administración de Teams: Reuniones > Configuración de reunión > Acceso a la API de transcripciones; o en PowerShell, con el módulo MicrosoftTeams:',
      names: 'Que las transcripciones digan quién habla:',
      transcriptFile:
        'Mientras tanto, cada equipo puede soltar en la pestaña el archivo que descarga de Teams.',
      catalogue: 'Subir el paquete en el centro de administración de Teams y poner su id en el servidor:',
      rooms:
        'El servidor necesita su secreto o su certificado en vigor, y el consentimiento de A y C. Lo dice el registro del servidor.',
    },
    balance: {
      title: 'Medir el equilibrio',
      caps,
      inForce: 'Vale para todas las series. Se cambia en el servidor.',
      change: 'Aquí no cambia nada: poner esta línea en el servidor y reiniciarlo.',
      council: 'Hoja para el comité de empresa: docs/comite-de-empresa.md',
    },
    keeps: {
      title: 'Conservación',
      rooms: (recorded: number, otherwise: number) =>
        `Reuniones en vivo: ${days(recorded)} tras guardar el acta; sin acta, ${days(otherwise)}.`,
      unknown: 'Reuniones en vivo: 7 días tras guardar el acta; sin acta, 90 días.',
      none: 'Sin reuniones en vivo: el servidor no guarda nada.',
      records: {
        site: 'Actas: en la biblioteca del equipo.',
        own: 'Actas: en la carpeta de quien organiza.',
      },
      server: (kept: number, open: number) =>
        `Ahora en el servidor: ${count(kept, 'reunión', 'reuniones')}, ${open} en curso; nada más.`,
      nothing: 'En el servidor, nada más.',
    },
    who: {
      title: 'Quién lo tiene',
      text: 'Lo dicen las directivas de aplicaciones de Teams. Cadencia no pide permiso para leerlas.',
      open: 'Centro de Teams',
    },
    where: {
      title: 'Dónde aparece',
      text: 'Outlook nuevo, clásico y web ✓ · Teams ✓ · Outlook en Mac: con el segundo paquete · teléfono: solo Teams',
    },
    leave: {
      title: 'Salir',
      save: 'Exportar todo',
      purge: 'Borrar lo del servidor',
      guide: 'Guía',
      saving: 'Preparando el archivo…',
      saved: 'Archivo entregado al navegador.',
      purging: 'Borrando…',
      purged: (gone: number, open: number) =>
        [
          `${count(gone, 'reunión borrada', 'reuniones borradas')} del servidor.`,
          ...(open > 0 ? [`${open} en curso: repetir cuando acaben.`] : []),
        ].join(' '),
      notSaved: 'No se pudo exportar.',
      onlyGlobal: 'El archivo contiene lo que otras personas escribieron: solo para un administrador global.',
      notPurged: 'No se pudo borrar.',
      ask: {
        title: 'Borrar las reuniones del servidor',
        text: 'Se borran las reuniones en vivo del servidor, menos las que estén en curso. Lo escrito que aún no tenga acta se pierde. Actas, tareas y series están en Microsoft 365 y se quedan. Las copias de seguridad del servidor las borra quien lo opera. No se puede deshacer.',
        type: (word: string) => `Para confirmar, escribir ${word}`,
        word: 'BORRAR',
        yes: 'Borrar',
        no: 'No borrar',
      },
    },
    guide: {
      title: 'Salir de Cadencia',
      steps: [
        ['Exportar todo en esta página, si algo de las reuniones en vivo debe quedar.', ''],
        ['Cada serie se exporta desde su pestaña del canal; las actas son archivos legibles del sitio.', ''],
        ['Borrar lo del servidor en esta página.', ''],
        ['Centro de administración de Teams > Administrar aplicaciones: eliminar Cadencia.', ''],
        ['Centro de administración de Microsoft 365 > Aplicaciones integradas: quitar el complemento.', ''],
        [
          'Eliminar la aplicación de Entra; con ella acaban los consentimientos y el permiso del sitio:',
          'app',
        ],
        [
          'Parar el servidor y borrar las reuniones que guarda, en ROOMS_FOLDER o en PostgreSQL, y sus copias.',
          '',
        ],
      ] as readonly (readonly [text: string, line: '' | 'app'])[],
    },
    proves,
    reportHead: 'Cadencia: informe para soporte. Sin nombres, cuentas ni direcciones.',
    reportLines: {
      version: 'Versión',
      when: 'Momento (UTC)',
      server: 'Servidor',
      clock: 'Reloj',
      certificate: 'Certificado',
      rooms: 'Reuniones',
      balance: 'Equilibrio',
      site: 'Sitio del equipo',
      yes: 'sí',
      no: 'no',
      unknown: 'no se sabe',
    },
  };
}

export type AdminWords = ReturnType<typeof adminWordsEs>;
