import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createAttempts } from '#db/learning/attempts.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import { loadContent } from '#src/content/load.ts';
import type { Content } from '#src/content/schema.ts';
import { sampleAnswers } from '#src/learning/answers.ts';
import { createLearning, type Learning } from '#src/learning/learning.ts';
import { createLibrary, type Library } from '#src/learning/library.ts';
import { stepsOf } from '#src/learning/module-steps.ts';
import { createOwnLines } from '#src/learning/own-lines.ts';
import type { Command } from '#src/learning/record.ts';
import type { SceneView } from '#src/scenarios/engine/index.ts';
import { projectRoot } from './imports.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok)
  throw new Error(loaded.findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
/** The content as it stands: rules are tested on what people really meet. */
export const content: Content = loaded.content;
export const library: Library = createLibrary(content);
export const ownLines = createOwnLines('en hemmelighed til prøver');

/** A learner that nobody has heard of before. */
export function aLearner(): LearnerPrincipal {
  return {
    person: uuidv7(),
    learner: uuidv7(),
    session: 'f'.repeat(64),
    grants: [{ role: 'learner', scope: { kind: 'group', id: 'eksempelby' } }],
  };
}

/** The service on a real store, with a clock that stands still unless it is moved. */
export function learningOn(
  db: Kysely<LearningStore>,
  now = new Date('2026-11-23T12:00:00Z'),
): Learning & { at(moment: Date): void } {
  let clock = now;
  const learning = createLearning(createAttempts(db), library, content.competences, ownLines, () => clock);
  return {
    ...learning,
    at(moment) {
      clock = moment;
    },
  };
}

/** The commands that take a learner through a whole module, with the nth option of each question. */
export function moduleCommands(module: string, attempt = uuidv7(), option = 0): Command[] {
  const courseModule = library.module(module);
  if (!courseModule) throw new Error(`No module ${module}`);
  return stepsOf(courseModule).map((step): Command => {
    if (step.kind === 'part') return { type: 'module.read', id: uuidv7(), attempt, module, part: step.part };
    const question = library.question(step.question);
    const options = question ? sampleAnswers(question) : [];
    return {
      type: 'module.answer',
      id: uuidv7(),
      attempt,
      module,
      question: step.question,
      option: options[Math.min(option, options.length - 1)]?.id ?? '',
    };
  });
}

/** The command that answers what a scene asks, with the first or the last of what it offers; a round tells nothing. */
export function sceneCommand({ node, asked }: SceneView, attempt: string, place: 0 | -1 = 0): Command {
  const head = { id: uuidv7(), attempt, node };
  const pick = (options: readonly { readonly id: string }[]) => options.at(place)?.id ?? '';
  switch (asked?.kind) {
    case 'reason':
      return { ...head, type: 'scenario.reason', choice: asked.chosen.id, reason: pick(asked.options) };
    case 'commitment':
      return { ...head, type: 'scenario.choose', choice: asked.parts.map(({ options }) => pick(options)).join('.') };
    case 'round':
      return {
        ...head,
        type: 'scenario.choose',
        choice: `${asked.aims[0]?.aim}:${asked.grounds[0]?.ground}:`,
      };
    default:
      return { ...head, type: 'scenario.choose', choice: pick(asked?.options ?? []) };
  }
}
