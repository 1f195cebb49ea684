import type { Cue } from '../../../src/domain/balance/types';
import { speechFromLines } from '../../../src/domain/balance/wordLines';

/** Mulberry32: the same meetings on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const normalOf = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const NAMES = ['Ana', 'Eva', 'Noa', 'Luis', 'Gil', 'Pío'];
const areaOf = (name: string | null): string => (NAMES.indexOf(name ?? '') < 3 ? 'marketing' : 'sales');

type Said = Cue & { readonly words: number };

/** 35 minutes of six people: turns lognormal (median 12 s, σ 0.8), pauses, others' interjections, and each one's own pace. */
function meetingOf(seed: number): readonly Said[] {
  const random = randomOf(seed);
  const weights = NAMES.map(() => 0.3 + random());
  const pace = NAMES.map(() => 2.7 + 0.35 * normalOf(random));
  const someone = (): number => {
    let left = random() * weights.reduce((sum, one) => sum + one, 0);
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    return at < 0 ? 0 : at;
  };
  const say = (at: number, from: number, until: number): Said => {
    const words = Math.max(1, Math.round(((until - from) / 1000) * (pace[at] ?? 2.7)));
    return { speaker: NAMES[at] ?? '', from, until, words };
  };
  const said: Said[] = [];
  for (let now = 3000; now < 35 * 60_000;) {
    const at = someone();
    const lasts = 12_000 * Math.exp(0.8 * normalOf(random));
    said.push(say(at, now, now + lasts));
    for (
      let inside = now + 6000 * (0.5 + random());
      inside < now + lasts - 2000;
      inside += 10_000 * (0.5 + random())
    ) {
      const other = someone();
      if (other !== at) said.push(say(other, inside, inside + 400 + 1200 * random()));
    }
    // Every eighth pause is a silence of up to half a minute, somebody shares a screen.
    now += lasts + (random() < 0.125 ? 30_000 * random() : 1200 * random());
  }
  return said.sort((one, other) => one.from - other.from);
}

/** As the newer Word file tells it: whole seconds of the beginnings, and the words. */
function wordFileOf(said: readonly Said[]): readonly string[] {
  return said.map(({ speaker, from, words }) => {
    const seconds = Math.floor(from / 1000);
    const at = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return `\n${speaker}   ${at}\n${Array.from({ length: words }, () => 'palabra').join(' ')}`;
  });
}

function sharesOf(cues: readonly Cue[], keyOf: (name: string | null) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let all = 0;
  for (const { speaker, from, until } of cues) {
    sums.set(keyOf(speaker), (sums.get(keyOf(speaker)) ?? 0) + until - from);
    all += until - from;
  }
  return new Map([...sums].map(([key, sum]) => [key, sum / all]));
}

/** Mean absolute error of the shares, in percentage points, and that of all speech, in percent. */
function errors(): { readonly area: number; readonly person: number; readonly speech: number } {
  const off: { area: number[]; person: number[]; speech: number[] } = { area: [], person: [], speech: [] };
  const lengthOf = (cues: readonly Cue[]) => cues.reduce((sum, { from, until }) => sum + until - from, 0);
  for (let seed = 1; seed <= 60; seed++) {
    const said = meetingOf(seed);
    const { cues } = speechFromLines(wordFileOf(said));
    const compare = (keyOf: (name: string | null) => string, into: number[]): void => {
      const [truth, read] = [sharesOf(said, keyOf), sharesOf(cues, keyOf)];
      for (const [key, share] of truth) into.push(100 * Math.abs(share - (read.get(key) ?? 0)));
    };
    compare(areaOf, off.area);
    compare((name) => name ?? '', off.person);
    off.speech.push(100 * Math.abs(lengthOf(cues) / lengthOf(said) - 1));
  }
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  return { area: mean(off.area), person: mean(off.person), speech: mean(off.speech) };
}

test('TR7 in simulated meetings beginnings and words alone miss a share by less than two points', () => {
  const { area, person, speech } = errors();
  expect(area).toBeLessThan(2);
  expect(person).toBeLessThan(1.6);
  expect(speech).toBeLessThan(8);
});
