// Office.js (1.1.110) does not start without Microsoft's Ajax library of 2008, which it loads from Microsoft's network
// unless it is there already. This is what it looks for and uses of it, written for the demo: it runs offline.

type Anything = Record<string, unknown>;
type Page = Window & typeof globalThis & Anything;

const ERRORS = [
  'argument',
  'argumentNull',
  'argumentOutOfRange',
  'argumentType',
  'parameterCount',
  'invalidOperation',
] as const;

/** Puts the names that Office.js looks for into the page; leaves them when they are there. */
export function shimAjax(page: Page): void {
  if (page['Sys'] !== undefined) return;
  page['Sys'] = {
    StringBuilder: function StringBuilder() {},
    Debug: { trace: () => undefined },
    Browser: {},
    Serialization: {
      JavaScriptSerializer: {
        serialize: JSON.stringify,
        deserialize: (text: string): unknown => JSON.parse(text),
      },
    },
  };
  const functions = page.Function as unknown as Anything;
  page['Type'] = functions;
  // Where Office.js declares classes it sets their prototypes itself.
  functions['registerClass'] = () => undefined;
  (page.Function.prototype as unknown as Anything)['registerClass'] = () => undefined;
  functions['_validateParams'] = () => null;
  functions['createDelegate'] = (instance: unknown, method: (...args: unknown[]) => unknown) =>
    method.bind(instance);
  functions['registerNamespace'] = (name: string) =>
    void name.split('.').reduce<Anything>((at, part) => (at[part] ??= {}) as Anything, page);
  const errors = page.Error as unknown as Anything;
  for (const name of ERRORS) {
    errors[name] = (parameter: unknown, message: unknown) =>
      Object.assign(new Error(String(message ?? parameter)), { name: `Sys.${name}` });
  }
}
