import { MISSING_TEXT } from './draft.ts';
import { isDecision } from './options.ts';
import type { Scenario } from './schema.ts';

const MOST_LETTERS = 50;

/** A way as an author reads it: each scene by its title, and what was chosen there in the choice's own words, cut short. */
export function wayInWords({ nodes }: Scenario, path: readonly string[]): string[] {
  return path.map((step) => {
    const slash = step.indexOf('/');
    const [scene, choice] = [step.slice(0, slash), step.slice(slash + 1)];
    const node = Object.hasOwn(nodes, scene) ? nodes[scene] : undefined;
    if (!node) return step;
    const text = isDecision(node) ? node.choices.find(({ id }) => id === choice)?.text : undefined;
    return text === undefined ? `»${plain(node.title)}«` : `»${plain(node.title)}«: ${short(plain(text))}`;
  });
}

/** A title or a choice within quotation marks: many are speech, and stand within some already. A missing one is three dots. */
export function plain(text: string): string {
  return text === MISSING_TEXT ? '…' : text.replace(/[»«]/g, '');
}

function short(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const cut = text.slice(0, MOST_LETTERS);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : MOST_LETTERS)} …`;
}
