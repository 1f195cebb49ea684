import type { Interval } from '../time/types';
import { lengthOf, unionOf } from './unions';
import { eachVoice } from './vtt';

/**
 * Speaker to whole milliseconds: the union of the speaker's cues; overlap counts for each speaker (TR1). Nobody's cues
 * count for nobody; a text that names nobody gives nothing. Refuses only what is too large.
 */
export function talkTimeFromVtt(text: string): Readonly<Record<string, number>> {
  const said = new Map<string, Interval[]>();
  eachVoice(text, (speaker, from, until) => {
    if (speaker === null) return;
    const own = said.get(speaker);
    if (own === undefined) said.set(speaker, [{ from, until }]);
    else own.push({ from, until });
  });
  // Own keys, whatever somebody is called.
  return Object.fromEntries([...said].map(([speaker, cues]) => [speaker, lengthOf(unionOf(cues))]));
}
