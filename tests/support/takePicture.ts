import type { Locator, Page } from 'playwright-core';

const TRIES = 4;

/**
 * Takes the picture of a page, or of a part of it, into a file. Chromium without a GPU now and then answers "Unable to
 * capture screenshot" when two browsers draw at once (seen in 147): that is asked again, everything else fails.
 */
export async function takePicture(
  what: Page | Locator,
  path: string,
  how: { readonly fullPage?: boolean } = {},
): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await what.screenshot({ path, ...how });
      return;
    } catch (error) {
      if (tried === TRIES || !/Unable to capture screenshot/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
