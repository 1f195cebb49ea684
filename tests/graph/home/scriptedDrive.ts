import { graphError, json, type Script, type Scripted, type Seen } from '../../support/scriptedFetch';

type File = { id: string; name: string; content: string; eTag: string; signature: number };

export type ScriptedDrive = {
  readonly script: Script;
  readonly files: Map<string, File>;
  put(name: string, content: string): void;
  /** What happens before the drive sees a request; an answer given here is the answer. */
  before: (seen: Seen) => Scripted | undefined;
  /** What happens after the drive did its work; lets an answer be lost. */
  after: (seen: Seen, answer: Response) => Scripted;
  folder: boolean;
  /** Addresses handed out before are no longer good. */
  expireDownloads(): void;
};

const FILES = 'https://files.example/';

/** A drive with one folder as the service describes it: fail on a second create, 412 on an old version, files elsewhere. */
export function scriptedDrive(): ScriptedDrive {
  const files: ScriptedDrive['files'] = new Map();
  let count = 0;
  let valid = 0;
  const itemOf = ({ id, name, eTag, content, signature }: File) => ({
    id,
    name,
    eTag,
    size: content.length,
    file: { mimeType: 'application/json' },
    '@microsoft.graph.downloadUrl': `${FILES}${id}?sig=${signature}`,
  });
  const put = (name: string, content: string): File => {
    const id = files.get(name)?.id ?? `ITEM${files.size + 1}`;
    const file = { id, name, content, eTag: `"{${id}},${++count}"`, signature: valid };
    files.set(name, file);
    return file;
  };
  const byId = (id: string) => [...files.values()].find((file) => file.id === id);

  const answer = (seen: Seen): Response => {
    const [path = '', query = ''] = seen.path.split('?');
    if (seen.url.startsWith(FILES)) {
      const { pathname, searchParams } = new URL(seen.url);
      const file = byId(pathname.slice(1));
      if (Number(searchParams.get('sig')) !== valid) return new Response('expired', { status: 401 });
      return file === undefined ? new Response('', { status: 404 }) : new Response(file.content);
    }
    if (path.endsWith('/drive')) return json({ id: 'd' });
    if (path.endsWith('/root/children') && seen.method === 'POST') {
      if (drive.folder) return graphError(409, 'nameAlreadyExists');
      drive.folder = true;
      return json({ id: 'F' }, 201);
    }
    if (path.endsWith('/children')) {
      if (!drive.folder) return graphError(404, 'itemNotFound');
      return json({ value: [...files.values()].map((file) => ({ ...itemOf(file), signature: undefined })) });
    }
    const item = /\/items\/([^/]+)(\/content)?$/.exec(path);
    const file = item === null ? files.get(nameIn(path)) : byId(item[1] ?? '');
    if (seen.method === 'GET')
      return file === undefined ? graphError(404, 'itemNotFound') : json(itemOf(file));
    if (item === null) {
      if (!drive.folder) return graphError(404, 'itemNotFound');
      if (file !== undefined && query.includes('conflictBehavior=fail'))
        return graphError(409, 'nameAlreadyExists');
      return json(itemOf(put(nameIn(path), seen.body)), 201);
    }
    if (file === undefined) return graphError(404, 'itemNotFound');
    if (seen.headers.get('if-match') !== file.eTag) return graphError(412, 'preconditionFailed');
    return json(itemOf(put(file.name, seen.body)));
  };

  const drive: ScriptedDrive = {
    files,
    put,
    folder: true,
    before: () => undefined,
    after: (_, response) => response,
    expireDownloads() {
      valid++;
    },
    script: (seen) => drive.before(seen) ?? drive.after(seen, answer(seen)),
  };
  return drive;
}

function nameIn(path: string): string {
  return (
    path
      .replace(/:\/content$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}
