import { assign, setup } from 'xstate';
import type { Choice, Condition, Scenario, ScenarioNode } from './schema.ts';
import { afterBrief, afterChoice, type Effect, effectOf, holds, openingSituation, type Situation } from './state.ts';

/** `continue` leaves a scene without a decision; every other type is the id of a choice. */
export interface MoveEvent {
  readonly type: string;
  /** The seat that moves. */
  readonly by: string;
  readonly own: boolean;
}

/** Parameters of the one guard: open now, and where it leads seen from after the choice. */
interface GuardParams {
  readonly now: Condition | null;
  readonly after: Condition | null;
  readonly effect: Effect | null;
}

/**
 * psp-scenario/1 to XState 5: a state a node, an event a choice, one generic guard and one generic action whose
 * parameters are data, so that the configuration survives JSON. Pure: the server and the studio play alike.
 * Expects a validated scenario; @throws when a goto leads to nothing.
 */
export function compileScenario(scenario: Scenario) {
  const machine = setup({
    types: { context: {} as Situation, events: {} as MoveEvent },
    guards: {
      expr: ({ context, event }, { now, after, effect }: GuardParams) =>
        holds(now ?? undefined, context) &&
        holds(after ?? undefined, effect ? afterChoice(context, effect, event.by, event.own) : context),
    },
    actions: {
      apply: assign(({ context, event }, effect: Effect) => afterChoice(context, effect, event.by, event.own)),
      leave: assign(({ context }, { node }: { node: string }) => afterBrief(context, node)),
    },
  }).createMachine({
    id: `${scenario.id}@${scenario.version}`,
    context: openingSituation(scenario),
    initial: scenario.start,
    states: Object.fromEntries(Object.entries(scenario.nodes).map(([id, node]) => [id, toState(id, node)])),
  });
  return { scenario, machine };
}
export type CompiledScenario = ReturnType<typeof compileScenario>;

function toState(id: string, node: ScenarioNode) {
  if (node.type === 'outcome') return { type: 'final' as const };
  if (node.type === 'brief')
    return {
      on: {
        continue: lines(node.goto).map(({ when, goto }) => ({
          target: goto,
          guard: { type: 'expr' as const, params: { now: when ?? null, after: null, effect: null } },
          actions: { type: 'leave' as const, params: { node: id } },
        })),
      },
    };
  return {
    on: Object.fromEntries(
      node.choices.map((choice) => [choice.id, transitionsOf(effectOf(id, node.seat, choice), choice)]),
    ),
  };
}

function transitionsOf(effect: Effect, { when, goto }: Choice) {
  return lines(goto).map((line) => ({
    target: line.goto,
    guard: {
      type: 'expr' as const,
      params: { now: when ?? null, after: line.when ?? null, effect: line.when ? effect : null },
    },
    actions: { type: 'apply' as const, params: effect },
  }));
}

function lines(goto: Choice['goto']): { when?: Condition | undefined; goto: string }[] {
  return typeof goto === 'string' ? [{ goto }] : goto;
}
