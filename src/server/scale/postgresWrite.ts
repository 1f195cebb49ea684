import type { ClientBase } from 'pg';
import { outcomeOf, type Change } from './changes';

/**
 * Writes the changes of the rooms that are still this process's, as `fences` has them, in the caller's transaction. Answers
 * the rooms that are another's by now, or gone: nothing of them is written.
 */
export async function writeChanges(
  client: ClientBase,
  changes: readonly Change[],
  fences: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const fenced = [...new Set(changes.flatMap((one) => (one.kind === 'visit' ? [] : [one.room])))].sort();
  const lost = new Set(fenced);
  if (fenced.length > 0) {
    // The order keeps two processes from waiting for each other.
    const { rows } = await client.query<{ room: string; fence: string }>(
      'SELECT room, fence::text FROM rooms WHERE room = ANY($1) ORDER BY room FOR NO KEY UPDATE',
      [fenced],
    );
    for (const { room, fence } of rows) if (fences.get(room) === fence) lost.delete(room);
  }
  const outcome = outcomeOf(changes.filter((one) => one.kind === 'visit' || !lost.has(one.room)));
  const { clears, appends, privates, recorded, cuts, logs, visits } = outcome;
  const run = async (text: string, ...columns: (readonly unknown[])[]) => {
    if ((columns[0] ?? []).length > 0) await client.query(text, columns);
  };
  await run(
    'DELETE FROM updates u USING unnest($1::text[], $2::text[]) AS c (room, part) WHERE u.room = c.room AND u.part = c.part',
    clears.map(({ room }) => room),
    clears.map(({ part }) => part),
  );
  await run(
    'INSERT INTO updates (room, part, data) SELECT room, part, data FROM unnest($1::text[], $2::text[], $3::bytea[]) WITH ORDINALITY AS a (room, part, data, at) ORDER BY at',
    appends.map(({ room }) => room),
    appends.map(({ part }) => part),
    appends.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  );
  await run(
    'UPDATE rooms r SET private = p.text FROM unnest($1::text[], $2::text[]) AS p (room, text) WHERE r.room = p.room',
    privates.map(({ room }) => room),
    privates.map(({ text }) => text),
  );
  await run(
    'UPDATE rooms r SET recorded = p.at FROM unnest($1::text[], $2::float8[]) AS p (room, at) WHERE r.room = p.room AND r.recorded IS NULL',
    recorded.map(({ room }) => room),
    recorded.map(({ at }) => at),
  );
  await run(
    'DELETE FROM logs l USING unnest($1::text[], $2::int[]) AS c (room, part) WHERE l.room = c.room AND l.part >= c.part',
    cuts.map(({ room }) => room),
    cuts.map(({ from }) => from),
  );
  await run(
    'INSERT INTO logs (room, part, data) SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) ON CONFLICT (room, part) DO UPDATE SET data = excluded.data',
    logs.map(({ room }) => room),
    logs.map(({ part }) => part),
    logs.map(({ text }) => text),
  );
  const came = visits.flatMap(({ room, person, visit }) =>
    visit === null ? [] : [{ room, person, ...visit }],
  );
  const left = visits.filter(({ visit }) => visit === null);
  await run(
    'INSERT INTO visits (room, person, at, outsider, inside) SELECT * FROM unnest($1::text[], $2::text[], $3::float8[], $4::bool[], $5::bool[]) ON CONFLICT (room, person) DO UPDATE SET at = excluded.at, outsider = excluded.outsider, inside = excluded.inside',
    came.map(({ room }) => room),
    came.map(({ person }) => person),
    came.map(({ at }) => at),
    came.map(({ outsider }) => outsider),
    came.map(({ inside }) => inside),
  );
  await run(
    'DELETE FROM visits v USING unnest($1::text[], $2::text[]) AS g (room, person) WHERE v.room = g.room AND v.person = g.person',
    left.map(({ room }) => room),
    left.map(({ person }) => person),
  );
  return lost;
}
