const MICROSOFT = 'https://graph.microsoft.com';
const THIS_MACHINE = /^https?:\/\/(127\.|\[::1\]|([\w-]+\.)*localhost(:|$))/;

/**
 * How the sign-in service calls the Graph at this base address: by its origin, another one in each national cloud. A Graph
 * that this machine plays has no name there; it stands in for Microsoft's worldwide one.
 */
export function graphResource(base: string): string {
  const origin = /^https?:\/\/[^/?#]+/i.exec(base)?.[0].toLowerCase() ?? MICROSOFT;
  return THIS_MACHINE.test(origin) ? MICROSOFT : origin;
}
