import type { Mistake } from './config';
import type { SettingName } from './configRules';

/** The one place where the server speaks in sentences: to its operator, before it serves anybody. */
export type Language = 'es' | 'en';
type Words = readonly [es: string, en: string];

/** Spanish unless the terminal says another language, as everywhere in Cadencia. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const told = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^(c\b|posix|es|$)/i.test(told) ? 'es' : 'en';
}

export const spoken = (language: Language, [es, en]: Words): string => (language === 'es' ? es : en);

/** What each setting is, and how one looks. */
const SETTINGS: Readonly<Record<SettingName, readonly [...Words, example: string]>> = {
  HOST: ['la dirección en la que escucha', 'the address where it listens', '127.0.0.1'],
  PORT: ['el puerto en el que escucha, de 0 a 65535', 'the port where it listens, 0 to 65535', '3978'],
  GRAPH_BASE: [
    'la dirección de Microsoft Graph',
    'the address of Microsoft Graph',
    'https://graph.microsoft.com/v1.0',
  ],
  AUTHORITY: [
    'quién inicia la sesión de las personas',
    'who signs people in',
    'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  ],
  CLIENT_ID: [
    'el id de la aplicación en Entra',
    'the id of the application in Entra',
    '11111111-2222-4333-8444-555555555555',
  ],
  PARENT_ORIGINS: [
    'orígenes que pueden enmarcar las páginas, además de los de Microsoft',
    'origins that may frame the pages, beside Microsoft’s own',
    'http://localhost:3978',
  ],
  HOME_SITE: [
    'el sitio de SharePoint que guarda las series: su servidor, dos puntos y su ruta, o su id',
    'the SharePoint site that keeps the series: its server, a colon and its path, or its id',
    'contoso.sharepoint.com:/sites/Marketing',
  ],
  HOST_SCRIPTS: [
    'los scripts del anfitrión; sin ella, Office.js de Microsoft',
    'the host’s scripts; without it, Microsoft’s Office.js',
    'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  ],
  FILE_ORIGINS: [
    'orígenes de los que se descargan archivos',
    'origins that files are downloaded from',
    'https://files.example.com',
  ],
  TEAMS_APP: [
    'el id de la app en el catálogo de la organización',
    'the app’s id in the organisation’s catalogue',
    '11111111-2222-4333-8444-555555555555',
  ],
  ROOMS_FOLDER: ['la carpeta de las salas', 'the folder of the rooms', '/var/lib/cadencia'],
  ASSETS_FOLDER: [
    'la carpeta donde los scripts de cada versión siguen tras una actualización; sin ella, ROOMS_FOLDER/assets',
    'the folder in which the scripts of each version outlive an upgrade; without it, ROOMS_FOLDER/assets',
    '/var/lib/cadencia/assets',
  ],
  TENANT_ID: ['el id de la organización', 'the id of the tenant', '21111111-2222-4333-8444-555555555555'],
  CLIENT_SECRET: [
    'el secreto de la aplicación (mejor en un archivo: CLIENT_SECRET_FILE)',
    'the application’s secret (better in a file: CLIENT_SECRET_FILE)',
    '…',
  ],
  CLIENT_SECRET_FILE: [
    'el archivo con el secreto de la aplicación',
    'the file with the application’s secret',
    '/run/secrets/cadencia',
  ],
  CLIENT_CERTIFICATE_FILE: [
    'el archivo con el certificado de la aplicación y su clave privada (PEM), en lugar del secreto',
    'the file with the application’s certificate and its private key (PEM), instead of the secret',
    '/run/secrets/cadencia.pem',
  ],
  API_SCOPE: [
    'el permiso que este servidor expone',
    'the scope that this server exposes',
    'api://cadencia.example.com/CLIENT_ID/access_as_user',
  ],
  BALANCE_CAP: [
    'lo que como máximo se mide de la palabra: off, areas o persons',
    'what of the talk is measured at most: off, areas or persons',
    'areas',
  ],
  IDENTITY_BASE: [
    'la dirección del inicio de sesión',
    'the address of the sign-in service',
    'https://login.microsoftonline.com',
  ],
  TLS_CERT_FILE: [
    'el archivo del certificado, con su cadena (PEM)',
    'the file of the certificate, with its chain (PEM)',
    '/etc/cadencia/fullchain.pem',
  ],
  TLS_KEY_FILE: [
    'el archivo de la clave privada (PEM)',
    'the file of the private key (PEM)',
    '/etc/cadencia/privkey.pem',
  ],
  TRUSTED_PROXIES: [
    'direcciones o redes de los proxies de confianza',
    'addresses or networks of the trusted proxies',
    '127.0.0.1 10.0.0.0/8',
  ],
  DATABASE_URL: [
    'la base de PostgreSQL que comparten varios servidores, junto con REDIS_URL',
    'the database of PostgreSQL that several servers share, together with REDIS_URL',
    'postgres://cadencia:CONTRASEÑA@db.example.com/cadencia',
  ],
  DATABASE_URL_FILE: [
    'el archivo con DATABASE_URL, que lleva una contraseña',
    'the file with DATABASE_URL, which has a password in it',
    '/run/secrets/cadencia-database',
  ],
  REDIS_URL: [
    'el Redis que comparten varios servidores, junto con DATABASE_URL',
    'the Redis that several servers share, together with DATABASE_URL',
    'rediss://:CONTRASEÑA@redis.example.com:6379',
  ],
  REDIS_URL_FILE: [
    'el archivo con REDIS_URL, que lleva una contraseña',
    'the file with REDIS_URL, which has a password in it',
    '/run/secrets/cadencia-redis',
  ],
  PEER_ADDRESS: [
    'dónde llegan a este servidor los otros; sin ella, un puerto libre de la primera dirección de red',
    'where the other servers reach this one; without it a free port of the first network address',
    '10.0.0.5:3979',
  ],
  METRICS_PORT: ['el puerto de las métricas, distinto de PORT', 'the port of the metrics, not PORT', '9464'],
  METRICS_HOST: ['la dirección de las métricas', 'the address of the metrics', '127.0.0.1'],
  PRIVACY_URL: [
    'la página de privacidad propia, en lugar de /privacy',
    'your own page on privacy, instead of /privacy',
    'https://example.com/privacy',
  ],
  TERMS_URL: [
    'las condiciones de uso propias, en lugar de /terms',
    'your own terms of use, instead of /terms',
    'https://example.com/terms',
  ],
  IMPRINT_URL: [
    'la página que dice quién gestiona este servidor',
    'the page that says who runs this server',
    'https://example.com/imprint',
  ],
};

const WHY: Readonly<Record<Mistake['why'], Words>> = {
  missing: ['falta', 'is missing'],
  malformed: ['está mal escrita', 'is malformed'],
  'plain-http': [
    'es http sin cifrar, lo que solo vale en este equipo: use https',
    'is plain http, which is for this machine alone: use https',
  ],
  'not-local': [
    'añade un origen, lo que solo vale si todas las direcciones son de este equipo: quítela',
    'adds an origin, which is only for when all addresses are of this machine: take it out',
  ],
  unreadable: ['nombra un archivo que no se puede leer', 'names a file that cannot be read'],
  twice: [
    'y otra para lo mismo están las dos: deje una',
    'and another one for the same are both set: keep one',
  ],
  'same-port': ['es el mismo puerto que PORT: elija otro', 'is the same port as PORT: choose another'],
  'other-tenant': [
    'no nombra la organización de TENANT_ID: termine con ese id',
    'does not name the organisation of TENANT_ID: end it with that id',
  ],
  'other-application': [
    'lleva el id de otra aplicación: ponga el de CLIENT_ID',
    'has the id of another application: put that of CLIENT_ID',
  ],
  unwritable: [
    'nombra una carpeta en la que este proceso no puede escribir',
    'names a folder in which this process cannot write',
  ],
  'other-key': [
    'trae la clave de otro certificado: ponga la que pertenece al certificado',
    'has the key of another certificate: put the one that belongs to the certificate',
  ],
  expired: ['nombra un certificado caducado: renuévelo', 'names a certificate that has expired: renew it'],
  'not-yet': [
    'nombra un certificado que aún no es válido: compruebe el reloj de este equipo',
    'names a certificate that is not valid yet: check the clock of this machine',
  ],
};

/** One sentence: the variable, what is wrong, what it is and what to write. Never the value, which may be a secret. */
export function sentenceOf({ setting, why }: Mistake, language: Language): string {
  const [es, en, example] = SETTINGS[setting];
  const head = `${setting} ${spoken(language, WHY[why])}.`;
  return spoken(language, [
    `${head} Es ${es}. Ejemplo: ${setting}=${example}`,
    `${head} It is ${en}. Example: ${setting}=${example}`,
  ]);
}

export const SAID = {
  refused: (count: number): Words => [
    count === 1
      ? 'Cadencia no arranca: hay un error en su configuración.'
      : `Cadencia no arranca: hay ${count} errores en su configuración.`,
    count === 1
      ? 'Cadencia does not start: its settings have a mistake.'
      : `Cadencia does not start: its settings have ${count} mistakes.`,
  ],
  good: ['La configuración es válida.', 'The settings are good.'],
  noRooms: [
    'Sin ROOMS_FOLDER, TENANT_ID, API_SCOPE y el secreto no hay salas en directo: cada panel trabaja solo.',
    'Without ROOMS_FOLDER, TENANT_ID, API_SCOPE and the secret there are no live rooms: each panel works alone.',
  ],
  options: [
    'Opciones que existen: --check-config, --back-up ARCHIVO, --restore ARCHIVO.',
    'The options are: --check-config, --back-up FILE, --restore FILE.',
  ],
  taken: (port: number): Words => [
    `El puerto ${port} está ocupado: detenga el otro programa o elija otro puerto.`,
    `Port ${port} is taken: stop the other program, or choose another port.`,
  ],
  forbidden: (port: number): Words => [
    `Este usuario no puede abrir el puerto ${port}: elija uno desde 1024, y ponga un proxy delante.`,
    `This user may not open port ${port}: choose one from 1024 up, with a proxy in front.`,
  ],
  notBuilt: [
    'Faltan las páginas de dist/client: constrúyalas con npm run build.',
    'The pages in dist/client are missing: build them with npm run build.',
  ],
  inUse: [
    'Otro servidor de Cadencia usa ROOMS_FOLDER: deténgalo primero; una carpeta es de un solo proceso.',
    'Another server of Cadencia uses ROOMS_FOLDER: stop it first; one folder is for one process.',
  ],
  newer: [
    'Una versión más nueva de Cadencia escribió estas salas: use esa versión, o una posterior.',
    'A newer version of Cadencia wrote these rooms: use that version, or a later one.',
  ],
  database: [
    'Con DATABASE_URL las salas están en PostgreSQL: haga y restaure la copia con pg_dump y pg_restore.',
    'With DATABASE_URL the rooms are in PostgreSQL: back up and restore with pg_dump and pg_restore.',
  ],
  unreachable: {
    DATABASE_URL: [
      'PostgreSQL no responde en DATABASE_URL, o no deja crear tablas a este usuario: compruebe dirección, usuario y permisos.',
      'PostgreSQL does not answer at DATABASE_URL, or lets this user make no tables: check address, user and rights.',
    ],
    REDIS_URL: [
      'Redis no responde en REDIS_URL: compruebe la dirección y la contraseña.',
      'Redis does not answer at REDIS_URL: check the address and the password.',
    ],
    PEER_ADDRESS: [
      'PEER_ADDRESS no es una dirección de este equipo, o su puerto está ocupado: elija otra.',
      'PEER_ADDRESS is no address of this machine, or its port is taken: choose another.',
    ],
  },
  notRooms: [
    'El archivo no es una copia de salas de Cadencia, o está dañado.',
    'The file is no back-up of Cadencia’s rooms, or it is damaged.',
  ],
  exists: [
    'El archivo de la copia ya existe: elija otro nombre; no se sobrescribe nada.',
    'The file of the back-up exists already: choose another name; nothing is overwritten.',
  ],
  full: [
    'Un disco está lleno, el de ROOMS_FOLDER o el de la copia: libere espacio.',
    'A disk is full, that of ROOMS_FOLDER or that of the back-up: free space on it.',
  ],
  damaged: [
    'Un archivo de ROOMS_FOLDER está dañado: restaure una copia con --restore, que deja al lado lo que hay. Si solo lo está lock.db, bórrelo.',
    'A file in ROOMS_FOLDER is damaged: restore a back-up with --restore, which leaves beside what is there. If it is only lock.db, delete it.',
  ],
  noPlace: [
    'ROOMS_FOLDER o el archivo de la copia no se puede abrir o escribir: compruebe la ruta y los permisos.',
    'ROOMS_FOLDER or the file of the back-up cannot be opened or written: check the path and the rights.',
  ],
  nothing: ['En ROOMS_FOLDER no hay salas.', 'There are no rooms in ROOMS_FOLDER.'],
  copied: (rooms: number): Words => [`Copia hecha: ${rooms} salas.`, `Back-up made: ${rooms} rooms.`],
  restored: (rooms: number): Words => [
    `Salas restauradas: ${rooms}. Las anteriores quedan al lado, en rooms.db.before-restore.`,
    `Rooms restored: ${rooms}. Those before stand beside, in rooms.db.before-restore.`,
  ],
  clock: (seconds: number): Words => [
    `El reloj de este equipo difiere ${seconds} s del de Microsoft: las sesiones fallarán; active la sincronización de la hora (NTP).`,
    `This machine's clock is ${seconds} s off Microsoft's: sign-ins will fail; switch time synchronisation (NTP) on.`,
  ],
  certificate: (days: number): Words => [
    `El certificado de TLS_CERT_FILE caduca en ${days} días: renuévelo; el archivo nuevo se lee solo.`,
    `The certificate in TLS_CERT_FILE expires in ${days} days: renew it; the new file is read by itself.`,
  ],
  badCertificate: [
    'El certificado nuevo no sirve; sigue en uso el anterior. Compruébelo con --check-config.',
    'The new certificate is no good; the one before stays in use. Check it with --check-config.',
  ],
} as const satisfies Record<string, Words | Record<string, Words> | ((count: number) => Words)>;
