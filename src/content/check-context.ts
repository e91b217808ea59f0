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
      Object.values(provisions).map(({ id, statute, section, validFrom, validTo, redField, certainty }) => [
        id,
        { statute: statute.title, section, validFrom, validTo, isFirm: !redField && FIRM.includes(certainty) },
      ]),
    ),
    competences: new Set(competences.map(({ id }) => id)),
    twin: twinOf !== undefined && Object.hasOwn(scenarios, twinOf) ? scenarios[twinOf]?.scenario : undefined,
  };
}
