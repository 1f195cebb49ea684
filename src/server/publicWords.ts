/**
 * What the public pages say. They are read by whoever looks up an app before they trust it, signed in or not, so nothing in
 * them is of a tenant. What is said of data stands in docs/privacy.md with its source; a test holds both together.
 */
export type PublicLanguage = 'es' | 'en';
export type PublicName = 'home' | 'privacy' | 'terms';

type Section = { readonly title: string; readonly says: readonly string[] };
export type PublicText = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
};

export const PUBLIC_TEXTS: Readonly<Record<PublicLanguage, Readonly<Record<PublicName, PublicText>>>> = {
  es: {
    home: {
      title: 'Reuniones de marketing y ventas que duran',
      lead: 'Cadencia es una app de Microsoft Teams y un complemento de Outlook para las reuniones fijas entre dos áreas de una organización.',
      sections: [
        {
          title: 'Para qué sirve',
          says: [
            'Encuentra un horario que sirve para toda la serie en los calendarios de las dos áreas, con sus razones a la vista.',
            'Pone en la invitación una agenda con minutos, de 35 por defecto y nunca más de 60.',
            'En la reunión muestra a todas las personas una agenda, un tiempo y una lista de ideas, decisiones y tareas.',
            'Después sigue en el canal del equipo lo prometido y cómo va el ritmo.',
          ],
        },
        {
          title: 'Cómo se abre',
          says: [
            'En Outlook: nuevo evento, y en la cinta «Planificar con las dos áreas».',
            'En Teams: «Aplicaciones», buscar «Cadencia»; o «Añadir una aplicación» en la reunión o en el canal.',
            'Si no aparece, la persona que administra Microsoft 365 todavía no la ha dado. No hace falta otra cuenta: se entra con la de la organización.',
          ],
        },
        {
          title: 'Quién la gestiona',
          says: [
            'Este servidor es de la organización que lo gestiona. Las series, las actas y las tareas quedan en su propio Microsoft 365.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacidad',
      lead: 'El responsable de los datos es la organización que gestiona este servidor. Quien desarrolla Cadencia no recibe ninguno.',
      sections: [
        {
          title: 'Qué se guarda en el Microsoft 365 de la organización',
          says: [
            'Ajustes de cada serie: nombre, correo, área y papel de sus integrantes, horarios y fechas. Archivos en el sitio del equipo; sin sitio, en el OneDrive o el buzón de quien organiza.',
            'Actas: quién estaba, agenda, problemas con quien los trajo, decisiones con quien decidió y tareas con responsable. No dicen quién propuso cada idea ni quién votó.',
            'Lo que se crea con un clic: eventos, tareas de Planner, mensajes de Teams y correos. Son de quien los envía, como si los hubiera escrito a mano.',
            'La parte propia al hablar de cada persona, solo si esa persona lo pide, en su OneDrive.',
          ],
        },
        {
          title: 'Qué se guarda en este servidor',
          says: [
            'Lo escrito en cada reunión en vivo, con quien lo escribió, quién estaba y los votos: hasta 7 días después de guardar el acta; si nadie la guarda, 90 días después de la reunión.',
            'Donde el equipo acordó medir cuánto habla cada área: quién tuvo la palabra y cuándo, el mismo tiempo. Cada persona ve lo suyo; lo de otra, solo si esa persona pidió mostrarlo.',
            'Lo que Microsoft 365 respondió sobre quién puede entrar en cada reunión: un día.',
            'El registro del servidor tiene códigos y cantidades: ningún nombre, dirección, texto ni contraseña.',
          ],
        },
        {
          title: 'Qué se guarda en el navegador',
          says: [
            'Lo de una reunión que el servidor aún no tiene: hasta que lo tenga, como mucho 7 días.',
            'Qué avisos ya se leyeron, y la sesión de Microsoft mientras la ventana está abierta. Cadencia no pone cookies.',
          ],
        },
        {
          title: 'Qué no hace',
          says: [
            'No graba, no usa el micrófono ni la cámara, no entra en la llamada y no lee lo dicho: de una transcripción toma nombres y horas, y descarta el texto.',
            'No envía datos a nadie fuera de Microsoft 365 y de este servidor. No hay publicidad ni análisis de uso. Las páginas cargan un script de Microsoft, Office.js.',
            'Hace solo lo que la persona que ha entrado podría hacer, y nada cuando nadie la usa.',
          ],
        },
        {
          title: 'Ver, llevarse y borrar',
          says: [
            'En la pestaña del canal, en los ajustes de la serie: «Exportar todo», «Borrar a una persona», «Borrar lo medido». En «Lo mío»: la parte propia.',
            'Lo demás lo borra la organización como cualquier archivo suyo. La papelera y las versiones anteriores de Microsoft 365 lo conservan un tiempo.',
            'Para cualquier derecho sobre los datos, la organización es a quien dirigirse.',
          ],
        },
      ],
    },
    terms: {
      title: 'Condiciones de uso',
      lead: 'Esta página vale mientras la organización que gestiona este servidor no publique otra.',
      sections: [
        {
          title: 'El programa',
          says: [
            'Cadencia es software libre con licencia MIT. Se entrega tal cual, sin garantía de ningún tipo.',
            'Usarla no cuesta nada y no crea ningún contrato con quien la desarrolla.',
          ],
        },
        {
          title: 'El servicio',
          says: [
            'La organización que gestiona este servidor decide quién la usa y responde del servicio ante sus integrantes.',
            'Microsoft 365, Teams y Outlook tienen las condiciones de Microsoft.',
          ],
        },
        {
          title: 'Qué se espera',
          says: [
            'Se usa con la cuenta propia y para las reuniones de la organización.',
            'Lo que mide no sirve para evaluar, comparar ni sancionar a ninguna persona.',
          ],
        },
      ],
    },
  },
  en: {
    home: {
      title: 'Marketing and sales meetings that last',
      lead: 'Cadencia is a Microsoft Teams app and an Outlook add-in for the standing meetings between two areas of an organisation.',
      sections: [
        {
          title: 'What it is for',
          says: [
            'It finds a time that holds for the whole series over the calendars of both areas, with every reason shown.',
            'It puts an agenda with minutes into the invitation, 35 unless another length is chosen and never more than 60.',
            'In the meeting it shows everybody one agenda, one timer and one list of ideas, decisions and tasks.',
            "Afterwards it follows up in the team's channel what was promised and how the rhythm is doing.",
          ],
        },
        {
          title: 'How to open it',
          says: [
            'In Outlook: new event, then “Plan with both areas” in the ribbon.',
            'In Teams: “Apps”, search for “Cadencia”; or “Add an app” in the meeting or the channel.',
            'Where it does not appear, whoever administers Microsoft 365 has not handed it out yet. No other account is needed: people sign in with the one of their organisation.',
          ],
        },
        {
          title: 'Who runs it',
          says: [
            'This server belongs to the organisation that runs it. Series, minutes and tasks stay in its own Microsoft 365.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacy',
      lead: 'Responsible for the data is the organisation that runs this server. Whoever develops Cadencia receives none of it.',
      sections: [
        {
          title: "What is kept in the organisation's Microsoft 365",
          says: [
            "Settings of each series: name, mail, area and role of its people, hours and dates. Files on the team's site; without a site, in the organiser's OneDrive or mailbox.",
            'Minutes: who was there, the agenda, problems with who brought them, decisions with who decided, and tasks with their owners. They do not say who had which idea, nor who voted.',
            'What is made by a press: events, Planner tasks, Teams messages and mails. They are of whoever sends them, as if written by hand.',
            "Each person's own share of talking, only if that person asks for it, in their OneDrive.",
          ],
        },
        {
          title: 'What is kept on this server',
          says: [
            'What was written in each live meeting, with who wrote it, who was there and the votes: up to 7 days after the minutes are kept; where nobody keeps them, 90 days after the meeting.',
            'Where the team agreed to measure how much each area speaks: who had the floor and when, for the same time. Each person sees their own, and those of others only where these asked to be shown.',
            'What Microsoft 365 answered on who may come into each meeting: one day.',
            'The log of the server has codes and counts: no name, address, text or password.',
          ],
        },
        {
          title: 'What is kept in the browser',
          says: [
            'What of a meeting the server does not have yet: until it has it, 7 days at most.',
            'Which notices were read, and the sign-in with Microsoft while the window is open. Cadencia sets no cookies.',
          ],
        },
        {
          title: 'What it does not do',
          says: [
            'It does not record, uses neither microphone nor camera, does not join the call and does not read what was said: of a transcript it takes names and times, and drops the text.',
            'It sends data to nobody outside Microsoft 365 and this server. There is no advertising and no analysis of use. The pages load a script from Microsoft, Office.js.',
            'It does only what the person who has signed in could do, and nothing while nobody uses it.',
          ],
        },
        {
          title: 'Seeing, taking along, erasing',
          says: [
            "In the channel's tab, in the settings of the series: “Export everything”, “Erase a person”, “Erase what was measured”. In “Mine”: one's own share.",
            'The organisation erases the rest like any file of its own. The recycle bin and earlier versions of Microsoft 365 keep it for a while.',
            'For any right concerning the data, the organisation is whom to ask.',
          ],
        },
      ],
    },
    terms: {
      title: 'Terms of use',
      lead: 'This page holds as long as the organisation that runs this server has published no other.',
      sections: [
        {
          title: 'The program',
          says: [
            'Cadencia is free software under the MIT licence. It comes as it is, without warranty of any kind.',
            'Using it costs nothing and makes no contract with whoever develops it.',
          ],
        },
        {
          title: 'The service',
          says: [
            'The organisation that runs this server decides who uses it, and answers for the service to its people.',
            'Microsoft 365, Teams and Outlook have the terms of Microsoft.',
          ],
        },
        {
          title: 'What is expected',
          says: [
            "It is used with one's own account and for the meetings of the organisation.",
            'What it measures is not for judging, comparing or sanctioning anybody.',
          ],
        },
      ],
    },
  },
};

export const PUBLIC_LABELS: Readonly<
  Record<
    PublicLanguage,
    Readonly<Record<PublicName | 'imprint' | 'other' | 'version', string>> & { readonly other: string }
  >
> = {
  es: {
    home: 'Inicio',
    privacy: 'Privacidad',
    terms: 'Condiciones de uso',
    imprint: 'Quién gestiona este servidor',
    other: 'English',
    version: 'Versión',
  },
  en: {
    home: 'Home',
    privacy: 'Privacy',
    terms: 'Terms of use',
    imprint: 'Who runs this server',
    other: 'Español',
    version: 'Version',
  },
};
