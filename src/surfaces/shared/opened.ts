import type { MouseEvent } from 'react';

/** A press on a link goes through the host, which opens Teams' own links in Teams; the address stays for who copies it. */
export const opened =
  (desk: { openLink(url: string): void }, url: string) =>
  (event: MouseEvent): void => {
    event.preventDefault();
    desk.openLink(url);
  };
