import type { MeetingWording, Understood } from '../../app/ports/meetingWording';
import { createDayFinder } from './dayIn';
import { folded, oneLine } from './fold';
import { createNameReader, type Meant, type NameReader } from './names';

const IDEA = /^idea ?(?::|[-–—] ) ?/;
const DECISION =
  /^(?:(?:decision|decidido|decidimos|decided|acordado|acuerdo|agreed|agreement|we agreed?|se acuerda) ?(?::|[-–—] )|se acuerda (?:que )?|we agreed? (?:that )?) ?/;
const TASK = /^(?:tarea|task|todo|to-do|accion|action) ?(?::|[-–—] ) ?/;
const BULLET = /^(?:[-*•·–—]|\[[ x]?\])+ /i;
const SEPARATOR = /^ ?(?::|,|[-–—](?= )) ?/;
/** "Hugo to send", «Hugo debe enviar», and «Hugo enviar». */
const HAS_TO = /^ (?:to|will|should|must|needs to|has to|debe|tiene que|va a|a) (?=\p{L})/u;
const INFINITIVE = /^ (?=\p{L}+[aei]r(?:se|l[aeo]s?|nos|me|te)?(?![\p{L}]))/u;
const AND = / ?(?:,|&| y | e | and ) ?/;
const EDGE = /^[ ,;:–—-]+|[ ,;:–—-]+$/g;
const NOTHING = /^[ .,;:!?)\]]*$/;
/** Nobody types it, and it is refused when saved. */
const LONGEST = 20_000;

type Head = { readonly owner: Meant; readonly rest: string };

/** Reads one line as a task, an idea or a decision; no word is lost but the name, the day and what joins them. */
export function createUnderstand(monthFirst: boolean): MeetingWording['understand'] {
  const find = createDayFinder(monthFirst);
  return (said, people, today): Understood => {
    if (said.length > LONGEST) return { kind: 'idea', text: said };
    const line = oneLine(said).replace(BULLET, '');
    const plain = folded(line);
    const idea = IDEA.exec(plain);
    if (idea) return { kind: 'idea', text: line.slice(idea[0].length) };
    const decision = DECISION.exec(plain);
    if (decision) return { kind: 'decision', text: line.slice(decision[0].length) };
    const task = TASK.exec(plain);
    const names = createNameReader(people);
    const body = line.slice(task?.[0].length ?? 0);
    const head = headOf(body, names) ?? { owner: null, rest: body };
    const tail = head.owner === null ? (tailOf(head.rest, names) ?? head) : head;
    const ends = (rest: string) =>
      NOTHING.test(rest) || (tail.owner === null && rest.length < 100 && names.read(rest) !== null);
    const found = find(tail.rest, today, ends);
    const cut = found === null ? tail.rest : without(tail.rest, found.from, found.until);
    const late = tail.owner === null && found !== null ? lateName(tail.rest, found, cut, names) : null;
    const { owner, rest } = late ?? { owner: tail.owner, rest: cut };
    if (task === null && owner === null && found === null) return { kind: 'idea', text: line };
    return {
      kind: 'task',
      draft: {
        text: rest.replace(EDGE, ''),
        ...(owner !== null && owner !== 'several' && { owner }),
        ...(found !== null && { due: found.day }),
      },
    };
  };
}

/** «Hugo: …», «@Hugo …», "Hugo to …"; of several names none is the owner, and they stay in the text. */
function headOf(line: string, names: NameReader): Head | null {
  if (line.startsWith('@')) {
    const { words, meant } = names.head(line.slice(1));
    const rest = line.slice(1).split(' ').slice(words).join(' ');
    return words === 0 ? null : { owner: meant, rest };
  }
  const colon = line.slice(0, 120).search(/[:]| [-–—] /);
  if (colon > 0) {
    const before = line.slice(0, colon);
    const meant = names.read(before);
    if (meant !== null && SEPARATOR.test(line.slice(colon)))
      return { owner: meant, rest: line.slice(colon).replace(SEPARATOR, '') };
    const all = before.split(AND);
    if (all.length > 1 && all.every((one) => names.read(one) !== null))
      return { owner: 'several', rest: line };
  }
  const { words, meant } = names.head(line);
  if (words === 0) return null;
  const rest = line.split(' ').slice(words).join(' ');
  const spaced = ` ${rest}`;
  const joined = HAS_TO.exec(folded(spaced)) ?? INFINITIVE.exec(folded(spaced));
  if (joined) return { owner: meant, rest: spaced.slice(joined[0].length) };
  const named = line.slice(0, line.length - rest.length).trimEnd();
  return named.endsWith(',') && rest !== '' ? { owner: meant, rest } : null;
}

/** «… @Hugo», «… (Hugo)», «… – Hugo»: at the end, or behind an @ anywhere. */
function tailOf(line: string, names: NameReader): Head | null {
  const closed = /^(.+?) (?:\((?<inside>[^()]{1,80})\)|[-–—] (?<behind>[^-–—]{1,80}))[.!]?$/.exec(line);
  const name = closed?.groups?.['inside'] ?? closed?.groups?.['behind'] ?? '';
  const meant = names.read(name);
  if (closed && meant !== null) return { owner: meant, rest: closed[1] ?? '' };
  for (const { index } of line.matchAll(/(?<=[ (])@(?=\p{L})/gu)) {
    const behind = line.slice(index + 1);
    const { words, meant: who } = names.head(behind);
    if (words === 0) continue;
    const length = 1 + behind.split(' ').slice(0, words).join(' ').length;
    return { owner: who, rest: without(line, index, index + length) };
  }
  return null;
}

/** «… el 4 dic Hugo», and «el viernes, Hugo: …». */
function lateName(
  line: string,
  { from, until }: { readonly from: number; readonly until: number },
  cut: string,
  names: NameReader,
): Head | null {
  const last = line.slice(until).replace(EDGE, '');
  const meant = last.length < 100 ? names.read(last) : null;
  if (meant !== null) return { owner: meant, rest: line.slice(0, from).trim() };
  return from === 0 ? headOf(cut.replace(EDGE, ''), names) : null;
}

/** Without that stretch, and without the brackets or the full stop that only it needed. */
function without(line: string, from: number, until: number): string {
  const [before, behind] = [line.slice(0, from), line.slice(until)];
  if (before.endsWith('(') && behind.startsWith(')'))
    return oneLine(`${before.slice(0, -1)}${behind.slice(1)}`);
  return NOTHING.test(behind) ? before.trim() : oneLine(`${before}${behind}`).replace(/ (?=[,;.])/g, '');
}
