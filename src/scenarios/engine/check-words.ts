import type { Notes } from './findings.ts';
import { contactIn, fullNameIn, looksLikeCpr } from './personal-data.ts';
import type { Scenario } from './schema.ts';
import { leaves, textsIn } from './texts.ts';

/** A word that was to be changed for another before anybody read it. */
const LEFT_STANDING =
  /\{\{(?![a-z0-9-]+\}\})[^}]*\}?\}?|\[[A-ZÆØÅ][A-ZÆØÅ _-]+\]|(?<!\p{L})(?:X{3,}|TODO|TBD|FIXME|NAVN|STED|DATO|TEKST)(?!\p{L})/u;

/** What must not stand in any text of a case: who somebody is, and what was to be filled in. */
export function checkWords(scenario: Scenario, { fail }: Notes): void {
  for (const { at, text } of leaves(scenario, [])) if (looksLikeCpr(text)) fail('cpr-nummer', at, {});
  for (const { at, text } of textsIn(scenario)) {
    const contact = looksLikeCpr(text) ? undefined : contactIn(text);
    if (contact) fail('kontaktoplysning', at, contact);
    const name = fullNameIn(text);
    if (name !== undefined) fail('fuldt-navn', at, { found: name });
    const slot = LEFT_STANDING.exec(text)?.[0];
    if (slot !== undefined) fail('staar-til-udfyldning', at, { found: slot });
  }
}
