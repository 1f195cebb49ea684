import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

type Found = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};
type Axe = { run(where: object, how: object): Promise<Found> };

/**
 * What axe says against a page, or a frame of one, as it stands; nothing where all is well. Frames inside are pages with
 * tests of their own. `but` is left out: selectors.
 */
export async function axeSays(at: Page | Frame, but?: readonly string[]): Promise<readonly string[]> {
  // Half a megabyte: a page that is looked at again has it already.
  if (!(await at.evaluate(() => 'axe' in globalThis)))
    await at.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
  return at.evaluate(
    async (out) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(out.length === 0 ? document : { exclude: out }, {
        iframes: false,
        resultTypes: ['violations'],
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`,
      );
    },
    [...(but ?? [])],
  );
}
