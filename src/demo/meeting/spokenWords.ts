/** Nobody says anything in the demo, and a transcript has words all the same: these, over and over. */
const SENTENCES = {
  es: [
    'Empiezo con lo que dejamos pendiente la semana pasada.',
    'Las listas llegaron el lunes y ya están repartidas.',
    'Falta cerrar quién llama a los contactos de la feria.',
    'A mí me encaja, pero hay que mirarlo con los números delante.',
    'Lo apunto como tarea y lo vemos el martes que viene.',
  ],
  en: [
    'I will begin with what we left open last week.',
    'The lists came on Monday and have been handed out.',
    'We still have to say who calls the contacts from the fair.',
    'It works for me, but we should look at it with the figures.',
    'I will note it as a task and we look at it next Tuesday.',
  ],
} as const;
const WORDS_A_SECOND = 2.5;

/** So many words as somebody says in that time; the same for the same turn. */
export function spokenWords(language: string, milliseconds: number, turn: number): string {
  const sentences = SENTENCES[language.startsWith('en') ? 'en' : 'es'];
  const words = sentences.flatMap((_, at) => (sentences[(at + turn) % sentences.length] ?? '').split(' '));
  const count = Math.max(1, Math.round((milliseconds / 1000) * WORDS_A_SECOND));
  return Array.from({ length: count }, (_, at) => words[at % words.length]).join(' ');
}
