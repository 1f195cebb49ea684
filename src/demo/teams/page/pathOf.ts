/** The tab's address names the origin of whoever added it; here everybody opens it on their own. */
export function pathOf(contentUrl: string): string {
  const { pathname, search, hash } = new URL(contentUrl);
  return pathname + search + hash;
}
