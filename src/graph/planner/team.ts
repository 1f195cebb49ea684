import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Graph, Operation } from '../client/call';
import { ask } from '../client/json';
import { driveOf } from '../home/place';

/** The id of the group whose plans count; null without a team. */
export type FindTeam = (operation: Operation) => Promise<string | null>;

const DRIVE = v.object({
  owner: v.nullish(v.object({ group: v.nullish(v.object({ id: v.nullish(v.string()) })) })),
});

/** The group that somebody named, else the one to which the library of the home's site belongs; asked once. */
export function findTeam(graph: Graph, named: string | undefined, homeSite: string | undefined): FindTeam {
  let found = named;
  return async (operation) => {
    if (found !== undefined) return found;
    if (homeSite === undefined) return null;
    try {
      const { owner } = await ask(graph, DRIVE, driveOf(homeSite, 'owner'), operation);
      found = owner?.group?.id ?? undefined;
      return found ?? null;
    } catch (error) {
      // Whoever does not see the site sees no team; everything else says itself.
      if (error instanceof PortFailure && error.failure.kind === 'notFound') return null;
      throw error;
    }
  };
}
