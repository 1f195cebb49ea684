import * as v from 'valibot';
import type { MyBalance } from '../domain/balance/types';

// What the server tells is read like anything from outside: a later version, or another server, may say something else.
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const instant = v.pipe(v.number(), v.finite());
/** Of areas and people; they become keys, and a key that every object has would be none. */
const byId = <T extends v.GenericSchema>(value: T) =>
  v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(400)), value),
    v.check((all) => Object.keys(all).length <= 500),
  );
const share = v.object({ milliseconds: count, share: count, fair: count });
const steps = byId(v.pipe(v.array(count), v.maxLength(2000)));
const talk = v.object({
  source: v.picklist(['measured', 'estimate']),
  areas: byId(count),
  fair: v.exactOptional(byId(count)),
  unattributed: v.exactOptional(count),
  split: v.exactOptional(count),
  off: v.exactOptional(count),
  rough: v.exactOptional(v.literal(true)),
  picture: v.exactOptional(
    v.object({
      start: instant,
      step: count,
      areas: steps,
      shared: v.exactOptional(steps),
      items: v.pipe(
        v.array(v.object({ item: v.pipe(v.string(), v.maxLength(400)), from: instant })),
        v.maxLength(500),
      ),
    }),
  ),
});
const turn = v.object({
  person: v.pipe(v.string(), v.maxLength(320)),
  from: instant,
  until: instant,
  source: v.picklist(['chair', 'self', 'round', 'queue', 'owner']),
  open: v.exactOptional(v.literal(true)),
});

/** What one person is told of who had the floor. */
export const MY_BALANCE = v.object({
  mode: v.picklist(['areas', 'persons']),
  as: v.picklist(['declined', 'counted', 'shown']),
  counted: v.object({ is: count, of: count }),
  speech: count,
  attributed: v.nullable(count),
  areas: v.nullable(byId(share)),
  own: v.nullable(v.object({ share: v.nullable(share), turns: v.pipe(v.array(turn), v.maxLength(100)) })),
  people: v.nullable(byId(share)),
  quiet: v.nullable(v.pipe(v.string(), v.maxLength(400))),
  talk: v.nullable(talk),
}) satisfies v.GenericSchema<unknown, MyBalance>;
