import { badRequest } from '../http/errors';
import { isObject, Reader } from '../http/body';
import type { Expand } from '../odata/options';

/** The set in which Outlook keeps what add-ins store with an item. */
const ADD_INS = '00020329-0000-0000-c000-000000000046';
const ID =
  /^(String|Integer|Boolean|Double|Long|Short|Float|Currency|SystemTime|Binary|CLSID|StringArray|IntegerArray) \{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}? (?:Name (.{1,250})|(?:Prop)?Id (0x[0-9a-f]+|\d+))$/i;

/** The id under which an add-in's custom properties stand on an item. */
export function addInPropertyId(appId: string): string {
  return `String {${ADD_INS}} Name cecp-${appId}`;
}

/** One spelling for each id: the set's GUID in lower case, names as they are. */
function canonicalId(id: string): string {
  const match = ID.exec(id.trim());
  if (match === null)
    throw badRequest(`The extended property ID '${id}' is invalid.`, 'ErrorInvalidExtendedProperty');
  const [, type = '', set = '', name, number] = match;
  const kind = type.charAt(0).toUpperCase() + type.slice(1);
  return `${kind} {${set.toLowerCase()}} ${name === undefined ? `Id ${number ?? ''}` : `Name ${name}`}`;
}

export function propertiesOf(list: readonly unknown[] | undefined): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const one of list ?? []) {
    if (!isObject(one)) throw badRequest('Invalid extended property.', 'RequestBodyRead');
    const reader = new Reader(one, 'singleValueLegacyExtendedProperty', ['id', 'value']);
    const id = reader.text('id');
    const value = reader.text('value');
    if (id === undefined || value === undefined)
      throw badRequest('An extended property needs an id and a value.', 'ErrorInvalidExtendedProperty');
    properties.set(canonicalId(id), value);
  }
  return properties;
}

/** What `$expand=singleValueExtendedProperties($filter=id eq '…')` shows; nothing without the inner filter. */
export function expandedProperties(
  properties: ReadonlyMap<string, string>,
  expand: readonly Expand[],
): Readonly<Record<string, unknown>> {
  const asked = expand.find(({ name }) => name.toLowerCase() === 'singlevalueextendedproperties');
  if (asked?.filter === undefined) return {};
  const ids = [...asked.filter.matchAll(/\bid\s+eq\s+'((?:[^']|'')*)'/gi)].map(([, id = '']) =>
    id.replaceAll("''", "'"),
  );
  const found = ids.flatMap((id) => {
    const value = properties.get(canonicalId(id));
    return value === undefined ? [] : [{ id: canonicalId(id), value }];
  });
  return found.length === 0 ? {} : { singleValueExtendedProperties: found };
}
