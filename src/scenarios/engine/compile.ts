import { assign, setup } from 'xstate';
import { type Option, optionsOf } from './options.ts';
import type { Choice, Condition, Scenario, ScenarioNode } from './schema.ts';
import { afterEffect, type Effect, effectOf, effectOfScene, holds, openingSituation, type Situation } from './state.ts';

/** `continue` leaves a scene without a decision, `share` a free round; every other type is the id of an option. */
export interface MoveEvent {
  readonly type: string;
  /** The seat that moves. */
  readonly by: string;
  readonly own: boolean;
  readonly reason?: string | undefined;
  /** What a free round tells; only with `share`. */
  readonly round?: Pick<Option, 'id' | 'discloses'> | undefined;
}

/** Parameters of the one guard: open now, and where it leads seen from after the effect. */
interface GuardParams {
  readonly now: Condition | null;
  readonly after: Condition | null;
  readonly effect: Effect | null;
}

/**
 * psp-scenario/1 to XState 5: a state a node, an event an option, one generic guard and one generic action whose
 * parameters are data, so that the configuration survives JSON. Pure: the server and the studio play alike.
 * Expects a validated scenario; @throws when a goto leads to nothing.
 */
export function compileScenario(scenario: Scenario) {
  const machine = setup({
    types: { context: {} as Situation, events: {} as MoveEvent },
    guards: {
      expr: ({ context, event }, { now, after, effect }: GuardParams) =>
        holds(now ?? undefined, context) && (after === null || holds(after, afterEvent(context, effect, event))),
    },
    actions: {
      apply: assign(({ context, event }, { effect }: { effect: Effect | null }) => afterEvent(context, effect, event)),
    },
  }).createMachine({
    id: `${scenario.id}@${scenario.version}`,
    context: openingSituation(scenario),
    initial: scenario.start,
    states: Object.fromEntries(Object.entries(scenario.nodes).map(([id, node]) => [id, toState(scenario, id, node)])),
  });
  return { scenario, machine };
}
export type CompiledScenario = ReturnType<typeof compileScenario>;

function afterEvent(context: Situation, effect: Effect | null, { by, own, reason, round }: MoveEvent): Situation {
  return afterEffect(context, effect && round ? { ...effect, ...round } : effect, by, own, reason);
}

function toState(scenario: Scenario, id: string, node: ScenarioNode) {
  const effect = effectOfScene(scenario, id);
  switch (node.type) {
    case 'outcome':
      return { type: 'final' as const };
    case 'brief':
      return { on: { continue: transitionsOf(effect, node.goto) } };
    case 'inject':
      return {
        on: {
          continue: [
            ...transitionsOf(effect, node.goto, node.when),
            ...transitionsOf(null, node.goto, { not: node.when }),
          ],
        },
      };
    case 'sharing':
      return { on: { share: transitionsOf({ id: '', node: id, set: {}, discloses: [] }, node.goto) } };
    default:
      return {
        on: Object.fromEntries(
          [...optionsOf(node).values()].map((option) => [
            option.id,
            transitionsOf(effectOf(id, option), option.goto, option.when),
          ]),
        ),
      };
  }
}

function transitionsOf(effect: Effect | null, goto: Choice['goto'], now?: Condition | undefined) {
  const lines: { when?: Condition | undefined; goto: string }[] = typeof goto === 'string' ? [{ goto }] : goto;
  return lines.map((line) => ({
    target: line.goto,
    guard: { type: 'expr' as const, params: { now: now ?? null, after: line.when ?? null, effect } },
    actions: { type: 'apply' as const, params: { effect } },
  }));
}
