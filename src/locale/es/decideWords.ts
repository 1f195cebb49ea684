/** What a task that was carried over too often asks for, in Spanish; the English file must have the same words. */
export function decideWordsEs() {
  return {
    cutDown: 'Recortar',
    split: 'Dividir',
    of: {
      cutDown: (text: string) => `Recortar: ${text}`,
      split: (text: string) => `Dividir: ${text}`,
    },
    part: (n: number) => `Parte ${n}`,
    text: 'Qué se hará',
    owner: 'Responsable',
    due: 'Fecha',
    save: 'Guardar',
    lacks: 'Falta el texto o la fecha.',
  };
}

export type DecideWords = ReturnType<typeof decideWordsEs>;
