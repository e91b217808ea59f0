import type { CheckFinding } from './check-report.ts';
import type { Explored } from './explore.ts';
import type { Condition, Scenario, ScenarioNode } from './schema.ts';
import { isPresent, passagesAt, shortened, textOf } from './shown.ts';
import { holds, isTold, situationTold } from './state.ts';

/** A text with what it claims, as it is told at a place. */
interface Told {
  readonly where: readonly (string | number)[];
  readonly text: string;
  readonly claims?: Condition | undefined;
}

/** The texts that are told at a place of the story, whoever hears them. */
function toldAt(scenario: Scenario, place: Explored['places'][number]): Told[] {
  const node = scenario.nodes[place.node];
  if (node?.type !== 'outcome')
    return passagesAt(scenario, place).map(({ index, passage }) => ({
      where: ['passages', index],
      text: textOf(passage),
      claims: passage.claims,
    }));
  const lines = (node.lines ?? []).flatMap(({ text, when, claims }, index): Told[] =>
    holds(when, place.situation) ? [{ where: ['lines', index], text, claims }] : [],
  );
  return [{ where: ['text'], text: node.text, claims: node.claims }, ...lines];
}

/** A text that says something has happened is told only where it has. */
export function checkClaims(scenario: Scenario, explored: readonly Explored[]): CheckFinding[] {
  const found = new Map<string, CheckFinding>();
  for (const { seat, places, path } of explored)
    for (const [number, place] of places.entries())
      for (const { where, text, claims } of toldAt(scenario, place)) {
        const key = `${place.node}/${where.join('/')}`;
        const situation = situationTold(scenario, place.node, place.situation);
        if (claims === undefined || holds(claims, situation) || found.has(key)) continue;
        found.set(key, {
          code: 'paastand-holder-ikke',
          severity: 'error',
          node: place.node,
          message: `Teksten »${shortened(text)}« fortæller noget, som ikke er sket på denne vej.`,
          path: path(number),
          suggestion:
            'Skriv en betingelse (when), så den kun fortælles, hvor det er sket, eller ret teksten og claims.',
          seat,
          at: ['nodes', place.node, ...where],
        });
      }
  return [...found.values()];
}

/** News, passages and lines of an ending that never come, or come only where nobody who plays is there to read them. */
export function checkNeverTold(scenario: Scenario, explored: readonly Explored[]): CheckFinding[] {
  const comes = new Set<string>();
  const shown = new Set<string>();
  const met = new Set<string>();
  for (const { seat, places } of explored)
    for (const place of places) {
      const node = scenario.nodes[place.node];
      if (!node) continue;
      met.add(place.node);
      if (isTold(node, place.situation)) comes.add(place.node);
      for (const { where } of toldAt(scenario, place)) {
        const key = `${place.node}/${where.join('/')}`;
        comes.add(key);
        if (isPresent(node, seat)) shown.add(key);
      }
    }
  const isSure = explored.every(({ isWhole }) => isWhole);
  return Object.entries(scenario.nodes).flatMap(([id, node]): CheckFinding[] => {
    // A scene that nothing leads to has a finding of its own.
    if (!met.has(id)) return [];
    const never = (message: string, where: readonly (string | number)[], isError = isSure): CheckFinding => ({
      code: 'aldrig-fortalt',
      severity: isError ? 'error' : 'warning',
      node: id,
      message,
      path: [],
      suggestion: 'Ret betingelsen (when) eller present, eller fjern teksten.',
      at: ['nodes', id, ...where],
    });
    if (!comes.has(id)) return [never('Nyheden kommer aldrig, hvordan sagen end spilles.', [])];
    return textsOf(node).flatMap(({ text, where }) => {
      const key = `${id}/${where.join('/')}`;
      if (!comes.has(key))
        return [never(`Teksten »${shortened(text)}« kommer aldrig, hvordan sagen end spilles.`, where)];
      if (shown.has(key)) return [];
      const message = `Teksten »${shortened(text)}« kommer kun, når den plads, der spilles, ikke er til stede. Ingen læser den.`;
      return [never(message, where, false)];
    });
  });
}

/** The passages of a scene, or the lines of an ending. */
function textsOf(node: ScenarioNode): Told[] {
  return node.type === 'outcome'
    ? (node.lines ?? []).map(({ text }, index) => ({ text, where: ['lines', index] }))
    : node.passages.map((one, index) => ({ text: textOf(one), where: ['passages', index] }));
}
