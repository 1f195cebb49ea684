import type { DemoLanguage } from './words';

const es = {
  title: 'Cadencia: inquilino de demostración',
  other: 'English',
  what: 'Cadencia busca un horario para las reuniones de Marketing y Ventas, escribe la agenda en la invitación y las mantiene vivas. Aquí funciona entera, con Outlook y los calendarios emulados en este equipo. Nada sale de él.',
  company: (name: string, people: number) => `La empresa es ${name}: ${people} personas con su calendario.`,
  yours: 'la de los calendarios propios',
  tryTitle: 'Planificar la primera reunión',
  tryPlan: (name: string) =>
    `Abrir Outlook como ${name}, pulsar «Nueva reunión» y después «Cadencia»: el panel propone horarios para toda la serie y rellena la invitación.`,
  open: (name: string) => `Abrir Outlook como ${name}`,
  meetTitle: 'Celebrar la reunión',
  meet: 'Abrir Teams con varias personas, cada una con su panel: un cronómetro, una agenda, ideas, decisiones y tareas en común.',
  openTeams: 'Abrir Teams',
  adminTitle: 'Administrar',
  admin: (name: string) =>
    `${name} administra el inquilino: qué permisos funcionan, qué falta, qué se guarda y cómo salir.`,
  openAdmin: 'Abrir la página de administración',
  othersTitle: 'Ver el calendario de otra persona',
  area: (area: string) => ({ marketing: 'Marketing', sales: 'Ventas', '': 'Otras personas' })[area] ?? area,
  ownTitle: 'Con calendarios propios',
  own: 'npm start -- --calendars CARPETA usa archivos .ics exportados: una carpeta para cada área y un archivo para cada persona.',
};

const en: typeof es = {
  title: 'Cadencia: demo tenant',
  other: 'Español',
  what: 'Cadencia finds a time for the meetings of Marketing and Sales, writes the agenda into the invitation and keeps them alive. Here all of it runs, with Outlook and the calendars emulated on this machine. Nothing leaves it.',
  company: (name, people) => `The company is ${name}: ${people} people with their calendars.`,
  yours: 'the one of your own calendars',
  tryTitle: 'Plan the first meeting',
  tryPlan: (name) =>
    `Open Outlook as ${name}, press “New meeting”, then “Cadencia”: the pane proposes times for the whole series and fills in the invitation.`,
  open: (name) => `Open Outlook as ${name}`,
  meetTitle: 'Hold the meeting',
  meet: 'Open Teams with several people, each with a panel of their own: one timer, one agenda, shared ideas, decisions and tasks.',
  openTeams: 'Open Teams',
  adminTitle: 'Administer',
  admin: (name) =>
    `${name} administers the tenant: which permissions work, what is missing, what is kept, and how to leave.`,
  openAdmin: 'Open the administrator’s page',
  othersTitle: 'See somebody else’s calendar',
  area: (area) => ({ marketing: 'Marketing', sales: 'Sales', '': 'Other people' })[area] ?? area,
  ownTitle: 'With your own calendars',
  own: 'npm start -- --calendars FOLDER uses exported .ics files: a folder for each area and a file for each person.',
};

export const HOME_WORDS: Readonly<Record<DemoLanguage, typeof es>> = { es, en };
