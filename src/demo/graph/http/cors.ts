import type { IncomingMessage, ServerResponse } from 'node:http';

const METHODS = 'GET, POST, PATCH, PUT, DELETE, OPTIONS';
const EXPOSED = [
  ...['ETag', 'Location', 'Preference-Applied', 'Content-Range', 'request-id', 'client-request-id'],
  ...['ReadWriteConsistencyToken', 'Retry-After', 'SdkVersion', 'WWW-Authenticate'],
].join(', ');

/** Any page may call the service: the token says who it is, no cookie does. */
export function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', EXPOSED);
}

/** Answers the question a browser asks before it sends a token. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  allowAnyOrigin(response);
  response.setHeader('Access-Control-Allow-Methods', METHODS);
  response.setHeader(
    'Access-Control-Allow-Headers',
    request.headers['access-control-request-headers'] ?? 'Authorization',
  );
  response.setHeader('Access-Control-Max-Age', '3600');
  response.statusCode = 200;
  response.end();
}
