import { openPeers, ownAddress } from '../../../src/server/scale/peers';
import { until } from './client';

const loopback = [
  { family: 'IPv4' as const, internal: true, address: '127.0.0.1' },
  { family: 'IPv6' as const, internal: true, address: '::1' },
];
const four = { family: 'IPv4' as const, internal: false, address: '10.0.0.7' };
const six = { family: 'IPv6' as const, internal: false, address: 'fd00::7' };
const ofOneLink = { family: 'IPv6' as const, internal: false, address: 'fe80::7' };

test.each([
  ['of both kinds', { lo: loopback, eth0: [ofOneLink, six, four] }, '10.0.0.7'],
  ['of IPv6 alone', { lo: loopback, eth0: [ofOneLink, six] }, 'fd00::7'],
  ['of one link alone', { lo: loopback, eth0: [ofOneLink] }, '127.0.0.1'],
  ['that nobody reaches', { lo: loopback }, '127.0.0.1'],
])('SC14 a machine with addresses %s', (_of, interfaces, address) => {
  expect(ownAddress(interfaces)).toBe(address);
});

test('SC14 a process at an address of IPv6 is reached by the name it gives itself', async () => {
  const peers = await openPeers({ address: '[::1]:0', secret: Buffer.alloc(32, 7) }).catch(() => undefined);
  if (peers === undefined) return void process.stderr.write('!!! this machine has no IPv6: not tried\n');
  expect(peers.self).toMatch(/^\[::1\]:[1-9]\d*$/);
  let came: string | undefined;
  peers.answerWith(({ address, socket }) => {
    came = address;
    socket.close();
  });
  const socket = peers.open(peers.self, '10.0.0.9', 'an-id');
  await until(() => socket.readyState === socket.CLOSED);
  peers.close();
  expect(came).toBe('10.0.0.9');
});
