import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Drive, Item } from './drives';

/** How long an address that authorises itself is good for. */
const LIFE_MS = 60 * 60_000;

/** Addresses from which files come without a token, for a while. */
export class Downloads {
  private readonly secret = randomBytes(32);

  constructor(
    private readonly origin: string,
    private readonly now: () => number,
    private readonly drives: ReadonlyMap<string, Drive>,
  ) {}

  urlOf(item: Item): string {
    const until = this.now() + LIFE_MS;
    const at = `${encodeURIComponent(item.drive.id)}/${item.id}`;
    return `${this.origin}/download/${at}?until=${until}&tempauth=${this.signatureOf(item.drive.id, item.id, until)}`;
  }

  /** Answers a GET of such an address with the file as it is now; a token is no help here, and none may come. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Length, Content-Disposition');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // No answer to a preflight: a page that wants to send more than a plain GET is refused by the browser.
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    if (request.headers.authorization !== undefined) return end(response, 401);
    const match = /^\/download\/([^/]+)\/([^/]+)$/.exec(url.pathname);
    const [driveId, itemId] = [decodeURIComponent(match?.[1] ?? ''), match?.[2] ?? ''];
    const until = Number(url.searchParams.get('until'));
    if (!this.isOurs(driveId, itemId, until, url.searchParams.get('tempauth') ?? ''))
      return end(response, 401);
    if (until <= this.now()) return end(response, 401);
    const item = this.drives.get(driveId)?.items.get(itemId);
    if (item?.content === undefined) return end(response, 404);
    response.setHeader('Content-Type', item.mimeType);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`,
    );
    response.setHeader('Content-Length', item.content.byteLength);
    response.statusCode = 200;
    response.end(request.method === 'HEAD' ? undefined : item.content);
  }

  private isOurs(driveId: string, itemId: string, until: number, given: string): boolean {
    const wanted = Buffer.from(this.signatureOf(driveId, itemId, until));
    const got = Buffer.from(given);
    return wanted.length === got.length && timingSafeEqual(wanted, got);
  }

  private signatureOf(driveId: string, itemId: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${driveId}\n${itemId}\n${until}`).digest('base64url');
  }
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
