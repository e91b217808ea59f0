import { isDeciding, isDecision, optionsOf } from './options.ts';
import type { Happening, PlayState } from './play.ts';
import type { Scenario } from './schema.ts';
import { isPresent, textOf, wordsOf } from './shown.ts';

/** An earlier play of a case, ended or only begun, in the edition it was played in. */
export interface EarlierPlay {
  readonly scenario: Scenario;
  readonly state: PlayState;
}

/** Fewer words than this are read faster than they are unfolded. */
const LEAST_FOLDED = 20;

/**
 * What a learner has read in earlier plays of a case, as keys that `foldSeen` knows again. The words themselves are the key:
 * a text that another edition or version words otherwise has not been read. What only some plays tell (a passage with a
 * condition) is never among it, since it says what came of the choices this time.
 */
export function seenPassages(plays: readonly EarlierPlay[]): ReadonlySet<string> {
  return new Set(
    plays.flatMap(({ scenario, state }) => [
      ...[...new Set([...state.visited, state.node])].flatMap((id) => {
        const node = scenario.nodes[id];
        if (!node || node.type === 'outcome' || !isPresent(node, state.seat)) return [];
        return node.passages.flatMap((passage) => (passage.when === undefined ? [textOf(passage)] : []));
      }),
      ...state.trail.flatMap(({ node: id, choice, own }) => {
        const node = scenario.nodes[id];
        if (own || !isDeciding(node) || node.type === 'sharing' || !isPresent(node, state.seat)) return [];
        const option = optionsOf(node).get(choice);
        return option && isDecision(node) ? [otherKey(option)] : [];
      }),
    ]),
  );
}

function otherKey({ text, follows }: { readonly text: string; readonly follows: string }): string {
  return `${text}\n${follows}`;
}

function keyOf(one: Happening): string | null {
  if (one.kind === 'follows') return null;
  return one.kind === 'other' ? otherKey(one) : one.text;
}

/** Some of what has happened, in order; folded when the learner has read it all before. */
export interface Stretch {
  readonly isFolded: boolean;
  readonly happened: readonly Happening[];
}

/** Parts what has happened into stretches, so that a page can fold what was read before into one line each. */
export function foldSeen(happened: readonly Happening[], seen: ReadonlySet<string>): Stretch[] {
  const stretches: { isFolded: boolean; happened: Happening[] }[] = [];
  const add = (isFolded: boolean, list: readonly Happening[]) => {
    const last = stretches.at(-1);
    if (last?.isFolded === isFolded) last.happened.push(...list);
    else if (list.length > 0) stretches.push({ isFolded, happened: [...list] });
  };
  let read: Happening[] = [];
  const close = () => {
    add(read.reduce((sum, one) => sum + lengthOf(one), 0) >= LEAST_FOLDED, read);
    read = [];
  };
  for (const one of happened) {
    const key = keyOf(one);
    if (key !== null && seen.has(key)) read.push(one);
    else {
      close();
      add(false, [one]);
    }
  }
  close();
  return stretches;
}

function lengthOf(one: Happening): number {
  return wordsOf(one.kind === 'other' ? otherKey(one) : one.text).length;
}
