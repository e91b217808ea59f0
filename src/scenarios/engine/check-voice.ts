import type { CheckFinding } from './check-report.ts';
import { isDecision } from './options.ts';
import type { Condition, DecisionNode, Scenario } from './schema.ts';
import { isPresent, shortened } from './shown.ts';
import { questionsIn } from './state.ts';

const SAYS =
  '(?:siger|spørger|svarer|sagde|spurgte|svarede|råber|hvisker|mumler|gentager|tilføjer|indvender|foreslår|fortsætter|forklarer|lover|begynder)';

/** The name that a seat goes by: "Du er Birgitte, …". Undefined when the intro gives none. */
export function nameIn(intro: string | undefined): string | undefined {
  return /^Du (?:er|hedder) (\p{Lu}\p{L}+)/u.exec(intro ?? '')?.[1];
}

/** Whether a text lets somebody of that name speak: »…« siger Samira, or Samira siger: »…« */
function speaks(name: string, text: string): boolean {
  const after = new RegExp(`«,?\\s+${SAYS}\\s+${name}(?!\\p{L})`, 'u');
  const before = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})\\s+${SAYS}[^.»«]{0,40}[:,]\\s*»`, 'u');
  return after.test(text) || before.test(text);
}

/**
 * Lines that the story puts into the mouth of the very person whom the learner plays. What one says is for the choices;
 * what follows from an own choice, or is told because of one, is left alone.
 */
export function checkVoice(scenario: Scenario): CheckFinding[] {
  const found: CheckFinding[] = [];
  for (const [seat, { playable, intro }] of Object.entries(scenario.roles)) {
    const name = nameIn(intro);
    if (!playable || !name) continue;
    const warn = (node: string, where: readonly (string | number)[], text: string) =>
      found.push({
        code: 'taler-for-laereren',
        severity: 'warning',
        node,
        message: `Teksten lader ${name} tale, når pladsen ${seat} spilles: »${shortened(text)}«.`,
        path: [],
        suggestion: 'Lad en anden sige det, skriv det ind i spørgsmålet, eller fortæl det uden replik.',
        seat,
        at: ['nodes', node, ...where],
      });
    for (const [id, node] of Object.entries(scenario.nodes)) {
      if (node.type === 'outcome' || !isPresent(node, seat)) continue;
      for (const [index, passage] of node.passages.entries()) {
        if (comesOfChoice(scenario, seat, passage.when)) continue;
        const isOwn =
          'say' in passage
            ? passage.say.seat === seat && passage.say.name.split(/\s|,/)[0] === name
            : speaks(name, passage.text);
        if (isOwn) warn(id, ['passages', index], 'say' in passage ? passage.say.text : passage.text);
      }
      if (isDecision(node) && node.seat !== seat && node.seat !== 'table')
        for (const [index, { id: choice, follows }] of node.choices.entries())
          if (takenByCase(node).includes(choice) && speaks(name, follows))
            warn(id, ['choices', index, 'follows'], follows);
    }
  }
  return found;
}

/** The choices that the case itself can take in a scene: the others are seen by their own seat alone. */
function takenByCase({ auto }: DecisionNode): string[] {
  if (auto === undefined) return [];
  return typeof auto === 'string' ? [auto] : auto.map(({ choice }) => choice);
}

/** Whether a passage is told because the seat itself chose something. */
function comesOfChoice({ nodes }: Scenario, seat: string, when: Condition | undefined): boolean {
  return questionsIn(when).some((one) => {
    if (!('chose' in one)) return false;
    const node = nodes[one.chose.split('/')[0] ?? ''];
    return node !== undefined && 'seat' in node && (node.seat === seat || node.seat === 'table');
  });
}
