import type { Scenario } from './schema.ts';

/** A case as it is played: one edition of it, or the case itself when it has no editions. */
export interface Edition {
  /** Null for a case without editions. */
  readonly variant: string | null;
  readonly scenario: Scenario;
}

const SLOT = /\{\{([a-z0-9-]+)\}\}/g;

/**
 * Every edition of a case with its words filled in. Each is a scenario of its own with its own hash, so that a run stays
 * with the edition that was drawn. A slot that an edition lacks stays as it is; `openSlots` names it.
 */
export function editionsOf(scenario: Scenario): Edition[] {
  const { variants } = scenario;
  if (!variants) return [{ variant: null, scenario }];
  return variants.map(({ id, slots }) => {
    const fill = (value: unknown): unknown => {
      if (typeof value === 'string')
        return value.replace(SLOT, (all, slot: string) => (Object.hasOwn(slots, slot) ? (slots[slot] ?? all) : all));
      if (Array.isArray(value)) return value.map(fill);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
      return value;
    };
    const { variants: _, ...rest } = scenario;
    return { variant: id, scenario: fill(rest) as Scenario };
  });
}

/** The slots that stand in a text, each once. */
export function slotsIn(value: unknown): string[] {
  return [...new Set([...(JSON.stringify(value) ?? '').matchAll(SLOT)].map(([, slot = '']) => slot))];
}
