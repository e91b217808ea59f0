import { CERTAINTIES, type Certainty, FIRM } from './primitives.ts';
import type { Provision } from './schema.ts';
import { ALL_CELLS, cellsOf, type Party, type SharingCell, type SharingRule } from './sharing-schema.ts';

/** Not named in the number of PSP, or not an authority in it: nothing under it is certain about them (retsgrundlag 2.5). */
const OUTSIDE_PSP: readonly Party[] = ['kif', 'laege', 'bolig', 'skole'];

/** Of § 115, what is not one of the other two numbers is taken for PSP's. */
const OTHER_NUMBERS = ['rpl-115-1-1', 'rpl-115-1-3'];

/**
 * What is wrong with the matrix of sharing: a cell that is empty or answered twice, an id that is not in the register, a
 * firm answer on what nobody has verified, and a firm answer under § 115 no. 2 about one who does not stand there.
 */
export function checkSharing(
  rules: readonly SharingRule[],
  provisions: Readonly<Record<string, Provision>>,
): { readonly rule: number; readonly message: string }[] {
  const found: { rule: number; message: string }[] = [];
  const answered = new Map<string, number>();
  for (const [rule, one] of rules.entries()) {
    const fail = (message: string) => found.push({ rule, message });
    for (const cell of cellsOf(one)) {
      if (answered.has(nameOf(cell))) fail(`Feltet ${nameOf(cell)} er besvaret to gange. Fjern det ene svar`);
      answered.set(nameOf(cell), rule);
    }
    if (cellsOf(one).length === 0) fail('Reglen dækker intet felt. Ingen deler med sig selv');
    for (const id of one.provisions)
      if (!Object.hasOwn(provisions, id)) fail(`Bestemmelsen ${id} findes ikke. Ret id'et, eller opret den`);
    if (!one.open) for (const message of firmFaults(one, provisions)) fail(message);
  }
  for (const cell of ALL_CELLS)
    if (!answered.has(nameOf(cell)))
      found.push({ rule: 0, message: `Feltet ${nameOf(cell)} er tomt. Skriv svaret, eller sæt open: true med do` });
  return found;
}

function firmFaults(
  rule: Extract<SharingRule, { open: false }>,
  provisions: Readonly<Record<string, Provision>>,
): string[] {
  const cited = rule.provisions.flatMap((id) => provisions[id] ?? []);
  const unfirm = cited.filter(({ certainty, redField }) => redField || !FIRM.includes(certainty));
  const weakest = weakestOf(cited.map(({ certainty }) => certainty));
  const isOutside = [...rule.from, ...rule.to].some((party) => OUTSIDE_PSP.includes(party));
  const psp = rule.provisions.filter((id) => id.startsWith('rpl-115') && !OTHER_NUMBERS.includes(id));
  return [
    ...unfirm.map(({ id }) => `Bestemmelsen ${id} er ikke sikker. Sæt open: true, eller find en anden`),
    ...(weakest !== undefined && weakest !== rule.certainty
      ? [`Den svageste bestemmelse er ${weakest}, men feltet siger ${rule.certainty}. Ret certainty`]
      : []),
    ...(isOutside
      ? psp.map((id) => `${id} er ikke sikker for KiF, læge, boligorganisation eller skole. Sæt open: true`)
      : []),
  ];
}

function weakestOf(all: readonly Certainty[]): Certainty | undefined {
  return CERTAINTIES.findLast((certainty) => all.includes(certainty));
}

function nameOf({ from, to, kind }: SharingCell): string {
  return `${from} → ${to}, ${kind}`;
}
