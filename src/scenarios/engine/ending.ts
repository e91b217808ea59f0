import type { OutcomeNode } from './schema.ts';
import { holds, questionsIn, type Situation } from './state.ts';

/** How a play ended, a paragraph a line: what is true of every such end, then what happened in this play. */
export function endingOf({ text, lines = [] }: OutcomeNode, situation: Situation): string[] {
  return [text, ...lines.filter(({ when }) => holds(when, situation)).map((line) => line.text)];
}

/** The lines of this play's ending that are told because of a choice (`chose`), by that choice's scene: what it led to. */
export function traced({ lines = [] }: OutcomeNode, situation: Situation): Readonly<Record<string, readonly string[]>> {
  const traces = situation.trail.flatMap(({ node, choice, own }) => {
    const told = lines.filter(
      ({ when }) =>
        holds(when, situation) && questionsIn(when).some((one) => 'chose' in one && one.chose === `${node}/${choice}`),
    );
    return own && told.length > 0 ? [[node, told.map(({ text }) => text)] as const] : [];
  });
  return Object.fromEntries(traces);
}
