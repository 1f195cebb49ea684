// RY12: src/domain/SPEC.md
import { chairOf, chairsAhead } from '../../../src/domain/rhythm/chairing';
import { FOLLOW_UP, type FollowUp } from '../../../src/domain/rhythm/followUp';
import { sessionsOf } from '../../../src/domain/rhythm/sessions';
import { aLink, aMember, aSeries } from '../../support/aSeries';
import { aDigest, weekly } from './aRhythm';

const STARTS = weekly('2026-12-01T17:15', 12);
const at = (nth: number): number => STARTS[nth] ?? 0;
const series = aSeries({ pauses: [], chain: [aLink({ organiser: 's01', starts: STARTS })] });
const chairing = (kind: FollowUp['chairing']) => ({ ...series, followUp: { ...FOLLOW_UP, chairing: kind } });

test('RY12 the first session is its organiser’s, then the other area has its turn', () => {
  expect(chairOf(series, [], at(0))).toBe('s01');
  expect(chairOf(series, [aDigest(at(0), { chair: 's01' })], at(1))).toBe('m01');
  expect(chairOf(series, [aDigest(at(0), { chair: 's01' })], at(0))).toBe('s01');
});

test('RY12 a named person or the organiser chairs always; somebody who has left makes room for turns', () => {
  const digests = [aDigest(at(0), { chair: 's01' })];
  expect(chairOf(chairing({ kind: 'person', person: 'm02' }), digests, at(1))).toBe('m02');
  expect(chairOf(chairing({ kind: 'organiser' }), digests, at(1))).toBe('s01');
  expect(chairOf(chairing({ kind: 'person', person: 'gone' }), digests, at(1))).toBe('m01');
});

test('RY12 after a handing over each session is organised by whose calendar it stands in', () => {
  const handed = {
    ...chairing({ kind: 'organiser' }),
    chain: [
      aLink({ organiser: 's01', starts: STARTS.slice(0, 5) }),
      aLink({ organiser: 'm01', starts: STARTS.slice(5) }),
    ],
  };
  expect([at(4), at(5)].map((start) => chairOf(handed, [], start))).toEqual(['s01', 'm01']);
});

test('RY12 ahead, everybody of a turn comes once before anybody comes again', () => {
  const digests = [aDigest(at(0), { chair: 's01' }), aDigest(at(1), { chair: 'm01' })];
  const ahead = chairsAhead(series, digests, sessionsOf(series, digests, at(1) + 4 * 3_600_000));
  expect([...ahead.keys()]).toEqual(STARTS.slice(2));
  expect([...ahead.values()].slice(0, 4)).toEqual(['s02', 'm02', 's01', 'm01']);
  const nobody = { ...series, people: [aMember('x', 'sales', { outsider: true })] };
  expect([...chairsAhead(nobody, digests, sessionsOf(nobody, [], at(0))).values()]).toContain(null);
});
