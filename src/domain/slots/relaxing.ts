import type { Breach } from './breaches';
import type { Relax } from './types';

/** The single rules whose relaxing alone would win a candidate with these breaches (SPEC SL12, SL13). */
export function relaxesFor(breaches: readonly Breach[]): readonly Relax[] {
  const [breach] = breaches;
  if (breach === undefined || breaches.length > 1) return [];
  const { area, short, keys } = breach;
  const [key] = keys;
  if (short === 0) return key && keys.length === 1 ? [{ kind: 'keyPerson', person: key.person.id }] : [];
  const to = Math.ceil(area.quorum - short);
  return keys.length === 0 && to >= 1 ? [{ kind: 'quorum', area: area.area.id, to }] : [];
}

/** A name for a relaxation, to count by. */
export function relaxKey(relax: Relax): string {
  if (relax.kind === 'quorum') return `quorum ${relax.to} ${relax.area}`;
  return relax.kind === 'keyPerson' ? `key ${relax.person}` : `time ${relax.time}`;
}

/** Whether relaxing one thing covers what another needs: a lower quorum covers every higher one of its area. */
export function covers(one: Relax, other: Relax): boolean {
  if (one.kind === 'quorum' && other.kind === 'quorum') return one.area === other.area && one.to <= other.to;
  return relaxKey(one) === relaxKey(other);
}
