import type { BalanceMode, TakesPart } from '../../domain/balance/types';
import type { Format } from '../format';

/** What is told of the measuring as it stands; names and days as people read them. */
export type MeasuringTold = {
  readonly mode: BalanceMode;
  /** The day since when; null where nobody knows it, or nothing is measured. */
  readonly since: string | null;
  /** The most that the organisation allows; null where the surface does not know. */
  readonly cap: BalanceMode | null;
  /** Areas of which only one person is counted. */
  readonly alone: readonly string[];
};

export type MeasuringSection = { readonly title: string; readonly lines: readonly string[] };

/** The measuring of talk in Spanish: what it is, what it never is; the English file must have the same words. */
export function balanceWordsEs(f: Format) {
  const modes: Readonly<Record<BalanceMode, string>> = {
    off: 'Apagado',
    areas: 'Por áreas',
    persons: 'Por áreas, y por persona de quien lo acepte',
  };
  const takes: Readonly<Record<TakesPart, string>> = {
    declined: 'No participo',
    counted: 'Cuento en mi área',
    shown: 'Cuento, y mi parte se ve con mi nombre',
  };
  const takesText: Readonly<Record<TakesPart, string>> = {
    declined: 'Lo que hablas no se apunta a nadie, tampoco a tu área: queda sin atribuir.',
    counted: 'Tu parte la ves solo tú.',
    shown: 'Tu parte la ven también las demás personas de la reunión.',
  };
  const now = ({ mode, since, cap, alone }: MeasuringTold): readonly string[] => [
    mode === 'off'
      ? 'Ahora no se mide nada en esta serie.'
      : `Ahora se mide: ${modes[mode].toLowerCase()}${since === null ? '' : `, desde el ${since}`}.`,
    ...(cap === null
      ? []
      : cap === 'off'
        ? ['La organización no permite medir.']
        : [`Lo más que permite la organización: ${modes[cap].toLowerCase()}.`]),
    ...(mode === 'off' || alone.length === 0
      ? []
      : [
          `De ${f.list(alone)} se cuenta ahora a una sola persona: la parte del área es la parte de esa persona.`,
        ]),
  ];
  return {
    title: 'Qué se mide y qué no',
    open: 'Qué se mide',
    close: 'Cerrar',
    copy: 'Copiar el texto',
    copied: 'Copiado.',
    notCopied: 'No se pudo copiar. El texto se puede seleccionar y copiar a mano.',
    modes,
    takes,
    takesText,
    sections: (told: MeasuringTold): readonly MeasuringSection[] => [
      { title: 'Ahora', lines: now(told) },
      {
        title: 'Qué se mide',
        lines: [
          'En la reunión: quién tiene la palabra, porque alguien lo marca con un toque, y si hay voz o silencio, que es lo único que dice Teams. Por eso se llama estimación.',
          'Después, si hay transcripción: los minutos de cada área. De ella se leen nombres y horas, y se dice en cuánto se desvió la estimación.',
          'La parte equitativa cuenta el tiempo que cada persona estuvo presente, también si no habló.',
        ],
      },
      {
        title: 'Qué no se hace nunca',
        lines: [
          'No se graba, no se usa el micrófono y nadie entra en la llamada.',
          'No se guarda ni se analiza nada de lo que se dijo.',
          'Nadie se compara con nadie: ni clasificación de personas, ni avisos con nombres, ni informes para evaluar a alguien.',
        ],
      },
      {
        title: 'Quién ve qué',
        lines: [
          `Las personas de la reunión: la parte de cada área, después de ${f.minutes(10)} hablados.`,
          'Cada persona: su parte y sus turnos. No llegan a nadie más, tampoco a quien modera, organiza o dirige.',
          ...(told.mode === 'areas'
            ? []
            : [
                'La parte de una persona con su nombre: solo si esa persona lo pidió en su propio panel, y solo en la reunión.',
              ]),
          'El acta y la pestaña del canal: solo áreas.',
        ],
      },
      {
        title: 'Cuánto se guarda',
        lines: [
          'Los turnos: en el servidor de la organización, con la reunión en vivo. Se borran con ella: 7 días después de guardar el acta, y como mucho a los 90 días.',
          'En el acta: el total de cada área y un dibujo de la reunión por áreas. Se borra en Ajustes, en «Borrar lo medido».',
          'La parte propia: solo en la carpeta de OneDrive de cada persona, y solo si esa persona la quiere guardar.',
        ],
      },
      {
        title: 'Qué se puede deducir',
        lines: [
          'Si de un área se cuenta a una sola persona, la parte del área es la de esa persona.',
          'Si se cuenta a dos, cada una puede deducir la parte de la otra.',
          ...(told.mode === 'areas'
            ? []
            : ['Si en un área se ven con nombre todas menos una, la parte de esa última se puede deducir.']),
          'Si una sola persona no participa, casi todo lo que queda «sin atribuir» puede ser suyo.',
        ],
      },
      {
        title: 'Cómo no participar y cómo parar',
        lines: [
          'No participar: en el panel o en Ajustes, cuando se quiera. Lo hablado pasa a «sin atribuir», y de lo contado en esa reunión se olvida de quién era. Quién no participa queda en los ajustes de la serie, que el equipo puede leer.',
          'Medir más: hace falta el sí de alguien de cada área. Medir menos: basta con que lo diga una persona.',
          'Un cambio vale para las reuniones que empiezan después, nunca hacia atrás. En la que ya empezó, cada persona puede no participar.',
        ],
      },
    ],
  };
}

export type BalanceWords = ReturnType<typeof balanceWordsEs>;
