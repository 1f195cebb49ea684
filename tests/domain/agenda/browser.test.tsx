// A browser's own parser between writing and reading: what Outlook on the web does with every body.
import fc from 'fast-check';
import { agendaFromHtml, agendaToHtml, insertAgenda } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { anyAgenda } from './anAgenda';
import { SPANISH_JOIN_BLOCK } from './joinBlocks';
import { MANGLERS } from './manglers';

function reparsed(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
}

const chosen = fc.array(fc.constantFrom(...Object.keys(MANGLERS)), { maxLength: 5 });
const mangled = (html: string, names: readonly string[]) =>
  names.reduce((body, name) => (MANGLERS[name] as (body: string) => string)(body), html);

test('AG4 an agenda reads the same before and after a browser parsed its body', () => {
  fc.assert(
    fc.property(anyAgenda, chosen, (agenda, names) => {
      const body = mangled(agendaToHtml(agenda), names);
      const read = agendaFromHtml(body);
      expect(read).toBeDefined();
      expect(agendaFromHtml(reparsed(body))).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

test('AG9 a browser shows a replaced block once, and the join block as it was', () => {
  const fresh = agendaToHtml(agendaTemplate('monthly', 'en'));
  const shown = (html: string) =>
    new DOMParser().parseFromString(html, 'text/html').body.textContent?.replace(/\s+/g, '');
  fc.assert(
    fc.property(
      anyAgenda,
      fc.subarray(['word', 'tableInDiv', 'headingInDiv', 'fonts', 'bodies', 'rtf', 'indented']),
      (agenda, names) => {
        const body = `<p>Hola</p>${mangled(agendaToHtml(agenda), names)}${SPANISH_JOIN_BLOCK}`;
        const result = insertAgenda(reparsed(body), fresh);
        expect(shown(result)).toBe(shown(`<p>Hola</p>${fresh}${SPANISH_JOIN_BLOCK}`));
        expect(insertAgenda(reparsed(result), fresh)).toContain(fresh);
      },
    ),
    { numRuns: 200 },
  );
});
