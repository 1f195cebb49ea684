import type { Frame, Page } from 'playwright-core';

/** Waits until an expression is true; pages whose policy forbids evaluating text are asked from outside. */
export async function until(where: Frame | Page, expression: string): Promise<void> {
  for (let i = 0; i < 1_600; i++) {
    if ((await where.evaluate(expression).catch(() => undefined)) === true) return;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error(`never true: ${expression}`);
}
