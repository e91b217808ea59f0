import type { Notes } from './findings.ts';
import { isDecision } from './options.ts';
import type { Choice, DecisionNode, Scenario, SharingNode } from './schema.ts';

/** Words that say that somebody is told without being in the room. */
const FROM_AFAR =
  /(?<!\p{L})(?:ring(?:e|er|ede)?|opring\p{L}*|telefon\p{L}*|skriv\p{L}*|skrev|brev\p{L}*|mail\p{L}*|besked\p{L}*|sende?r?|sms\p{L}*|opkald\p{L}*|videomøde\p{L}*|skærm\p{L}*|notat\p{L}*|underret\p{L}*|112|114)(?!\p{L})/iu;

/** Who is told something is there to hear it, or is told from afar in so many words. */
export function checkPresence(scenario: Scenario, { fail }: Notes): void {
  for (const [id, node] of Object.entries(scenario.nodes)) {
    const at = ['nodes', id];
    if (node.type === 'outcome' || !node.present) continue;
    const gone = (seats: readonly string[]) =>
      [...new Set(seats)].filter((seat) => Object.hasOwn(scenario.roles, seat) && !node.present?.includes(seat));
    if (node.type === 'sharing' && !FROM_AFAR.test(roundText(node)))
      for (const name of gone(node.recipients)) fail('modtager-ikke-i-rummet', [...at, 'recipients'], { name });
    // Who is alone with a matter can only tell it from afar, and need not say so.
    const isAlone = node.present.every((seat) => !isDecision(node) || seat === node.seat);
    if (!isDecision(node) || isAlone) continue;
    for (const [index, choice] of node.choices.entries())
      if (!FROM_AFAR.test(choiceText(node, choice)))
        for (const name of gone(choice.discloses.flatMap(({ to }) => to)))
          fail('deler-med-fravaerende', [...at, 'choices', index], { choice: choice.id, name });
  }
}

function choiceText({ question, title }: DecisionNode, { text }: Choice): string {
  return [title, question, text].join(' ');
}

function roundText({ passages, question, title, hint }: SharingNode): string {
  const told = passages.map((passage) => ('say' in passage ? passage.say.text : passage.text));
  return [title, ...told, question, hint].join(' ');
}
