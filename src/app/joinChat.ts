/** In any of Microsoft's clouds; also inside of an address with which a mail system has replaced it. */
const THREAD =
  /(?:\/|%2f)meetup-join(?:\/|%2f)(19(?::|%3a|%253a)meeting_[\w-]{1,200}(?:@|%40|%2540)thread\.v2)(?![\w.-])/i;

/**
 * The chat that the first address of a meeting in Teams names, in a text or an address that anybody may have written: a
 * hint. Undefined where none names one, as those of the short form.
 */
export function chatIn(text: string): string | undefined {
  const [, thread] = THREAD.exec(text) ?? [];
  // Twice: an address that stands inside of another one is encoded once more.
  return thread === undefined ? undefined : decodeURIComponent(decodeURIComponent(thread));
}
