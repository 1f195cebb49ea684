import { signal } from '@preact/signals-core';
import { startOf } from '../../domain/balance/joining';
import { measuredTalk, type UnknownSpeaker } from '../../domain/balance/measuring';
import type { NameMeans, Share, Speech, Talk } from '../../domain/balance/types';
import { Refusal } from '../../domain/refusal';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { skipFirst } from '../planning/planState';
import type { Readable } from '../ports/composeHost';
import { type Failure, PortFailure } from '../ports/failure';
import type { Attended } from '../ports/transcripts';
import { whatFailed } from '../whatFailed';
import type { TalkKeeping, TalkPorts } from './talkPorts';
import type { TalkReading, TalkReadingView, UnknownName } from './talkReadingView';
import type { TalkSession } from './talkSession';

const MINUTE = 60_000;
/** A transcription may have been started before the meeting and stopped after it. */
const AROUND = 15 * MINUTE;
const FIRST_WAIT = 2 * MINUTE;
const LONGEST_WAIT = 30 * MINUTE;
/** Nobody has seen a transcript come later than that. */
const COMES_UNTIL = 72 * 60 * MINUTE;
/** More than any transcript holds; nothing of such a file is read. */
const MOST_BYTES = 16 * 1024 * 1024;
/** A service that fails while it is asked by itself is asked again later. */
const TEMPORARY: readonly Failure['kind'][] = ['offline', 'unavailable', 'throttled'];

export type OpenTalkReading = TalkReading & {
  readonly view: Readable<TalkReadingView>;
  /** The record has it now, by somebody else: what was measured there needs no waiting here. */
  keptIs(talk: Talk | null): void;
  /** Nothing is asked any more, and nothing told. */
  end(): void;
};

/** What was read, until it is known whose names stand in it. */
type Heard = {
  readonly speeches: readonly { readonly speech: Speech; readonly from: Instant }[];
  readonly attended: readonly Attended[];
};

type State = TalkReadingView['state'];
type Run = ReturnType<typeof cancellable>;

/** The transcript of one session, by Graph or from a file, until the record has what it tells (TL2 to TL14). */
export function createTalkReading(
  ports: TalkPorts,
  session: TalkSession,
  keeping: TalkKeeping,
): OpenTalkReading {
  const view = signal<TalkReadingView>({ kept: session.kept, state: { kind: 'offered' }, own: null });
  let run: Run | undefined;
  let forget = (): void => undefined;
  let heard: Heard | undefined;
  let said: Readonly<Record<string, NameMeans>> = {};
  let wait = FIRST_WAIT;
  let ended = false;

  const go = (state: State): void => {
    const { consentLink: _, ...rest } = view.value;
    const consent = state.kind === 'failed' && state.failure.kind === 'consent';
    if (!ended) view.value = { ...rest, state, ...(consent && { consentLink: ports.consentLink() }) };
  };
  const stop = (): void => {
    forget();
    forget = () => undefined;
    run?.cancel();
    run = undefined;
    heard = undefined;
  };
  const isAt = (...kinds: readonly State['kind'][]): boolean => kinds.includes(view.value.state.kind);

  /** Runs one way to the transcript; what goes wrong in it is told, and a newer one takes its place. */
  async function begin(way: (mine: Run) => Promise<void>, silently: boolean): Promise<void> {
    stop();
    const mine = cancellable();
    run = mine;
    try {
      await way(mine);
    } catch (error) {
      if (run !== mine) return;
      run = undefined;
      const what = whatFailed(error, ports.report);
      if (what === undefined) return go({ kind: 'offered' });
      if (silently && what.kind === 'failed' && TEMPORARY.includes(what.failure.kind)) return askLater();
      go(what);
    }
  }

  async function readAll(mine: Run, interactive: boolean): Promise<void> {
    const { joinUrl, time } = session;
    if (joinUrl === undefined) throw new PortFailure({ kind: 'notFound' });
    go({ kind: 'reading', done: 0, of: null });
    await ports.identity.token('transcripts', { interactive });
    const around = { from: time.from - AROUND, until: time.until + AROUND };
    const files = await ports.transcripts.list(joinUrl, around, mine);
    if (run !== mine) return;
    if (files.length === 0) return askLater();
    const speeches: Heard['speeches'][number][] = [];
    let nothing: Refusal | undefined;
    for (const [done, file] of files.entries()) {
      go({ kind: 'reading', done, of: files.length });
      const text = await ports.transcripts.read(file, mine);
      try {
        speeches.push({ speech: await ports.reader.text(text, mine), from: text.from });
      } catch (error) {
        if (!tellsNothing(error)) throw error;
        nothing = error;
      }
      if (run !== mine) return;
    }
    if (speeches.length === 0 && nothing !== undefined) throw nothing;
    go({ kind: 'reading', done: files.length, of: files.length });
    const attended = await ports.transcripts.attendance(joinUrl, around, mine);
    if (run === mine) await settle({ speeches, attended });
  }

  /** Not there yet: asked again by itself, less and less often, and no more once none can come. */
  function askLater(): void {
    run = undefined;
    const now = ports.clock.now();
    if (now >= session.time.until + COMES_UNTIL) return go({ kind: 'none' });
    go({ kind: 'waiting', again: now + wait });
    forget = ports.after(wait, () => void begin((mine) => readAll(mine, false), true));
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }

  async function readFile(file: Parameters<TalkReading['drop']>[0], mine: Run): Promise<void> {
    if (file.size > MOST_BYTES) throw new Refusal('talk/too-large', { longest: MOST_BYTES });
    go({ kind: 'reading', done: 0, of: 1 });
    const bytes = await bytesOf(file);
    if (run !== mine) return;
    const speech = await ports.reader.file({ name: file.name, bytes }, mine);
    if (run !== mine) return;
    await settle({ speeches: [{ speech, from: startOf(speech, session.time) }], attended: [] });
  }

  /** Measures what was read; names that nobody has explained are asked first. */
  async function settle(read: Heard): Promise<void> {
    heard = read;
    const mine = run;
    const since = await keeping.declined();
    if (run !== mine) return;
    const { kept } = view.value;
    const { talk, people, unknown } = measuredTalk({
      ...read,
      session: session.time,
      people: session.people,
      names: { ...session.names, ...said },
      declined: [...session.declined, ...since],
      ...(kept !== null && { estimate: kept }),
    });
    if (unknown.length > 0) {
      run = undefined;
      return go({ kind: 'names', names: askedOf(unknown) });
    }
    go({ kind: 'keeping' });
    const told = measuredAnew(talk, kept);
    await keeping.keep(told);
    const own = Object.hasOwn(people, session.me) ? (people[session.me] ?? null) : null;
    if (!ended) view.value = { ...view.value, kept: told, own };
    const missed = await remember(own, told.source);
    stop();
    go({ kind: 'done', ...(missed.length > 0 && { missed }) });
  }

  /** What is not the record's: it may fail, and the record stands all the same. */
  async function remember(own: Share | null, source: Talk['source']) {
    const { series, title, start } = session;
    const names = said;
    const missed: ('names' | 'own')[] = [];
    const tried = async (what: 'names' | 'own', doing: () => Promise<void>): Promise<void> => {
      try {
        await doing();
      } catch (error) {
        whatFailed(error, ports.report);
        // Who has no place of their own there has not asked for anything to be kept in it.
        if (what !== 'own' || !isClosedToUs(error)) missed.push(what);
      }
    };
    if (Object.keys(names).length > 0) await tried('names', () => keeping.learn(names));
    if (own !== null) await tried('own', () => ports.rememberOwn({ series, title, start, source, ...own }));
    return missed;
  }

  /** My own estimate is kept where I want it, until a transcript says better; nobody pressed, so nothing is told. */
  async function rememberEstimate(own: Share): Promise<void> {
    const { series, title, start } = session;
    try {
      await ports.rememberOwn({ series, title, start, source: 'estimate', ...own });
    } catch (error) {
      whatFailed(error, ports.report);
    }
  }
  if (session.own !== undefined && session.kept?.source !== 'measured') void rememberEstimate(session.own);

  return {
    view: { get: () => view.value, subscribe: (told) => skipFirst(view.subscribe.bind(view), told) },
    read() {
      if (isAt('reading', 'keeping')) return;
      const read = heard;
      // Only the keeping failed: what was read is still here.
      if (isAt('failed') && read !== undefined) return void begin(() => settle(read), false);
      wait = FIRST_WAIT;
      void begin((mine) => readAll(mine, true), false);
    },
    drop(file) {
      if (!isAt('keeping')) void begin((mine) => readFile(file, mine), false);
    },
    name(name, means) {
      const { state } = view.value;
      if (state.kind !== 'names') return;
      go({ ...state, names: state.names.map((one) => (one.name === name ? { ...one, means } : one)) });
    },
    goOn() {
      const { state } = view.value;
      const read = heard;
      if (state.kind !== 'names' || read === undefined || !state.names.every(isSaid)) return;
      const now = Object.fromEntries(state.names.filter(isSaid).map(({ name, means }) => [name, means]));
      said = { ...said, ...now };
      void begin(() => settle(read), false);
    },
    cancel() {
      if (isAt('keeping')) return;
      stop();
      go({ kind: 'offered' });
    },
    keptIs(talk) {
      if (!isAt('offered', 'waiting', 'failed', 'refused', 'none')) return;
      if (talk?.source === 'measured') {
        stop();
        go({ kind: 'offered' });
      }
      if (!ended) view.value = { ...view.value, kept: talk };
    },
    end() {
      ended = true;
      stop();
    },
  };
}

/** One transcript in which nobody said anything, or nobody by name: the others of the session may tell all the same. */
const tellsNothing = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'talk/empty' || error.code === 'talk/no-speakers');

/** By name: their order tells nothing of who spoke how much, and nor does anything else of them. */
const askedOf = (unknown: readonly UnknownSpeaker[]): readonly UnknownName[] =>
  unknown
    .map(({ name, guesses }) => ({ name, guesses, means: null }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

const isSaid = (one: UnknownName): one is UnknownName & { readonly means: NameMeans } => one.means !== null;

/** How far the estimate was off stays said: what was measured before is none. */
function measuredAnew(talk: Talk, before: Talk | null): Talk {
  if (before?.source !== 'measured') return talk;
  const { off: _, ...rest } = talk;
  return { ...rest, ...(before.off !== undefined && { off: before.off }) };
}

/** A file that its owner moved or changed meanwhile cannot be read any more. */
async function bytesOf(file: Parameters<TalkReading['drop']>[0]): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new PortFailure({ kind: 'notFound' });
  }
}
