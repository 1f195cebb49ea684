import { type Bed, type Json, openBed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, live, valuesOf } from './teamsBed';

let bed: Bed;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

const SENT = '/me/mailFolders/sentitems/messages';
const mailTo = (addresses: readonly string[], more: Json = {}): Json => ({
  message: {
    subject: 'Acta',
    body: { contentType: 'html', content: '<p>Acta</p>' },
    toRecipients: addresses.map((address) => ({ emailAddress: { address } })),
  },
  ...more,
});

test('EM31 a mail stands among what its sender has sent, and nobody else reads it there', async () => {
  const { mail, name } = bed.person('m01');
  const first = await live(bed, 'm01', 'POST', '/me/sendMail', mailTo([bed.person('m03').mail]));
  expect(first.status).toBe(202);
  const two = [bed.person('m03').mail, 'fuera@otra.example'];
  await live(bed, 'm01', 'POST', '/me/sendMail', mailTo(two, { saveToSentItems: true }));
  await live(bed, 'm01', 'POST', '/me/sendMail', mailTo(two, { saveToSentItems: false }));
  const mails = valuesOf((await live(bed, 'm01', 'GET', SENT)).body);
  expect(mails).toHaveLength(2);
  expect(mails[0]).toMatchObject({
    subject: 'Acta',
    from: { emailAddress: { address: mail, name } },
    body: { contentType: 'html', content: '<p>Acta</p>' },
    toRecipients: two.map((address) => ({ emailAddress: { address } })),
  });
  expect(valuesOf((await live(bed, 'm03', 'GET', SENT)).body)).toEqual([]);
  const other = `/users/${bed.person('m01').id}`;
  expect((await live(bed, 'm03', 'GET', SENT.replace('/me', other))).status).toBe(403);
  expect((await live(bed, 'm03', 'POST', `${other}/sendMail`, mailTo(two))).status).toBe(403);
  expect((await live(bed, 'm01', 'GET', SENT.replace('sentitems', 'elsewhere'))).status).toBe(404);
});

test('EM31 without the scope, or without an address, nothing is sent', async () => {
  const send = (body: Json, scopes: readonly string[]) =>
    bed.call(bed.token('m01', scopes), 'POST', '/me/sendMail', body);
  const to = [bed.person('m03').mail];
  const denied = await send(mailTo(to), ['User.Read', 'Calendars.ReadWrite']);
  expect([denied.status, errorOf(denied.body)['code']]).toEqual([403, 'ErrorAccessDenied']);
  for (const addresses of [[], ['nobody'], ['a b@c.example']]) {
    const refused = await send(mailTo(addresses), ['Mail.Send']);
    expect([refused.status, errorOf(refused.body)['code']]).toEqual([400, 'ErrorInvalidRecipients']);
  }
  expect((await send({}, ['Mail.Send'])).status).toBe(400);
  expect((await send(mailTo(to, { extra: 1 }), ['Mail.Send'])).status).toBe(400);
  expect(valuesOf((await live(bed, 'm01', 'GET', SENT)).body)).toEqual([]);
});

schemaCheck('wrong on purpose');
