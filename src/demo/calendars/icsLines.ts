/** A content line of RFC 5545, unfolded. */
export interface ContentLine {
  readonly text: string;
  /** Of its first physical line, from 1. */
  readonly line: number;
}

/** Joins folded lines and drops blank ones; any of the three line ends will do. */
export function contentLines(text: string): readonly ContentLine[] {
  const lines: { text: string; line: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((physical, index) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(physical) && last !== undefined) last.text += physical.slice(1);
    else if (physical.trim() !== '') lines.push({ text: physical, line: index + 1 });
  });
  return lines;
}

/** UTF-8 as the standard wants it, else Windows-1252 as old Outlooks wrote it; never fails. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
