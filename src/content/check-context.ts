import type { CheckContext, Scenario } from '#src/scenarios/engine/index.ts';
import { FIRM } from './primitives.ts';
import type { Content } from './schema.ts';

/** What a scenario may refer to, as the checker asks for it. */
export function checkContext(
  { provisions, competences, scenarios }: Pick<Content, 'provisions' | 'competences' | 'scenarios'>,
  { twinOf }: Pick<Scenario, 'twinOf'>,
): CheckContext {
  return {
    provisions: new Map(
      Object.values(provisions).map(({ id, validFrom, validTo, redField, certainty }) => [
        id,
        { validFrom, validTo, isFirm: !redField && FIRM.includes(certainty) },
      ]),
    ),
    competences: new Set(competences.map(({ id }) => id)),
    twin: twinOf !== undefined && Object.hasOwn(scenarios, twinOf) ? scenarios[twinOf]?.scenario : undefined,
  };
}
