import type { Company } from '../../company/types';
import { itemNotFound } from '../http/errors';
import { deniedBy } from '../http/router';
import { pageOf } from '../odata/page';
import type { GraphRequest, Params, Route } from '../types';
import { type Mail, mailInputOf, mailJson } from './mailInput';

type Mailing = { readonly company: Company; readonly base: string; readonly now: () => number };

/** Mails that people send in their own name, and the folder in which they stand afterwards. */
export function mailRoutes({ company, base, now }: Mailing): readonly Route[] {
  const sent = new Map<string, Mail[]>();
  let last = 0;
  const ownerOf = ({ caller }: GraphRequest, { user = '' }: Params) => {
    const owner = company.people.find(({ id, upn }) => [id, upn.toLowerCase()].includes(user.toLowerCase()));
    if (owner === undefined || owner.id !== caller.personId) throw deniedBy('outlook');
    return owner;
  };
  return [
    {
      method: 'POST',
      pattern: 'users/{user}/sendmail',
      scopes: ['Mail.Send'],
      denied: 'outlook',
      handle(request, params) {
        const { id } = ownerOf(request, params);
        const { kept, ...mail } = mailInputOf(request.body);
        if (kept) sent.set(id, [{ ...mail, id: `AAMkMail${++last}`, at: now() }, ...(sent.get(id) ?? [])]);
        return { status: 202 };
      },
    },
    {
      method: 'GET',
      pattern: 'users/{user}/mailfolders/{folder}/messages',
      scopes: ['Mail.Read', 'Mail.ReadWrite'],
      denied: 'outlook',
      handle(request, params) {
        const { id, name, mail: address } = ownerOf(request, params);
        if (params['folder']?.toLowerCase() !== 'sentitems') throw itemNotFound();
        const page = pageOf(request, sent.get(id) ?? [], { base, size: 10, most: 1000, by: '$skip' });
        return {
          status: 200,
          body: {
            '@odata.context': `${base}/$metadata#users('${encodeURIComponent(id)}')/mailFolders('sentitems')/messages`,
            ...page.next,
            value: page.items.map((mail) => mailJson(mail, { name, address })),
          },
        };
      },
    },
  ];
}
