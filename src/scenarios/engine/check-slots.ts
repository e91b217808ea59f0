import type { Names } from './check-names.ts';
import type { Notes } from './findings.ts';
import type { Scenario } from './schema.ts';
import { slotsIn } from './variants.ts';

/** Every `{{slot}}` is filled in by every edition, and no word of an edition stands for nothing. */
export function checkSlots(scenario: Scenario, { unique }: Names, { fail }: Notes): void {
  const { variants, ...rest } = scenario;
  const used = slotsIn(rest);
  const intros = Object.values(scenario.roles).map(({ intro }) => intro);
  for (const slot of variants ? slotsIn([scenario.title, scenario.summary, intros]) : [])
    fail('aaben-plads-i-hovedet', [], { slot });
  if (!variants) {
    for (const slot of used) fail('aaben-plads-i-teksten', [], { slot });
    return;
  }
  unique(
    ['variants'],
    variants.map(({ id }) => id),
    'udgaver',
  );
  for (const [index, { id, slots }] of variants.entries()) {
    for (const slot of used)
      if (!Object.hasOwn(slots, slot)) fail('aaben-plads-i-teksten', ['variants', index], { slot, edition: id });
    for (const name of Object.keys(slots))
      if (!used.includes(name)) fail('ubrugt-ord', ['variants', index, 'slots', name], { name });
  }
}
