const MINUTE = 60_000;

/** «04:10», over-time «+1:20»; a second that has begun counts until it is over. Whole hours stay minutes. */
export function clockText(milliseconds: number): string {
  const over = milliseconds < 0;
  const seconds = over ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')];
  return over ? `+${minutes}:${rest}` : `${String(minutes).padStart(2, '0')}:${rest}`;
}

/** Minutes as people say them: one that has begun counts. */
export const wholeMinutes = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / MINUTE));
