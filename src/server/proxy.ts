import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether an address is one of those networks'. */
export function within(networks: readonly string[]): (address: string) => boolean {
  const all = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    const family = isIP(base) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) all.addAddress(base, family);
    else all.addSubnet(base, Number(bits), family);
  }
  return (address) => {
    const plain = withoutPrefix(address);
    const family = isIP(plain);
    return family !== 0 && all.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * Who asks: the last address in X-Forwarded-For that no trusted proxy has. What stands before it anybody may have written.
 */
export function addressBehind(trusted: (address: string) => boolean): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const told = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = socket.remoteAddress ?? '';
    while (trusted(address)) {
      const before = told.pop()?.trim() ?? '';
      if (isIP(before) === 0) break;
      address = before;
    }
    return withoutPrefix(address);
  };
}

/** A socket that listens for both families names an old address in the new family's form. */
const withoutPrefix = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
