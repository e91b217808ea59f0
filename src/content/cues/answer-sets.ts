import { COMMIT_PARTS, type DecisionNode } from '#src/scenarios/engine/schema.ts';
import type { Content } from '../schema.ts';

/** A question or scene as somebody meets it who reads nothing but the options. */
export interface AnswerSet {
  /** Question id, `case/scene`, or `case/scene/part` of a meeting's end. */
  readonly id: string;
  /** Module or case: a reader is never trained on the group it is tried on. */
  readonly group: string;
  readonly bank: Bank;
  /** What is told and asked before the options. */
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly isKey: boolean }[];
  /** `best/acceptable/poor/poor`, sorted: the pattern of a set's ratings is a cue of its own. */
  readonly pattern: string;
}
export type Bank = 'question' | 'scene' | 'meeting-end';

type Rated = { readonly id: string; readonly text: string; readonly rating: string };

/**
 * The sets with exactly one key: single-answer questions that are not contestable and claims with reasons (`question`),
 * the scenes of choices (`scene`) and the four parts of each meeting's end (`meeting-end`). Slots of editions read as a name.
 * Editions of a twin with the same words are the same set: a case that mirrors another shares its group.
 */
export function answerSets({ questions, scenarios }: Pick<Content, 'questions' | 'scenarios'>): AnswerSet[] {
  const asked = Object.values(questions).flatMap((one) =>
    (one.kind === 'single' && !one.contestable) || one.kind === 'truth'
      ? toSet(one.id, one.module, 'question', `${one.story ?? ''} ${one.prompt}`, one.options)
      : [],
  );
  const played = Object.values(scenarios).flatMap(({ scenario: { id, twinOf, nodes } }) =>
    Object.entries(nodes).flatMap(([scene, node]) => {
      if (node.type === 'commit')
        return COMMIT_PARTS.flatMap((part) =>
          toSet(`${id}/${scene}/${part}`, twinOf ?? id, 'meeting-end', stemOf(node), node.parts[part]),
        );
      if (node.type !== 'decision' && node.type !== 'disclosure') return [];
      return toSet(`${id}/${scene}`, twinOf ?? id, 'scene', stemOf(node), node.choices);
    }),
  );
  return [...asked, ...played];
}

function stemOf({ passages, question }: Pick<DecisionNode, 'passages' | 'question'>): string {
  const told = passages.map((passage) => ('say' in passage ? passage.say.text : passage.text));
  return unslotted([...told, question].join(' '));
}

function toSet(id: string, group: string, bank: Bank, stem: string, rated: readonly Rated[]): AnswerSet[] {
  const keys = rated.filter(({ rating }) => rating === 'best');
  if (keys.length !== 1) return [];
  return [
    {
      id,
      group,
      bank,
      stem,
      options: rated.map((one) => ({ id: one.id, text: unslotted(one.text), isKey: one.rating === 'best' })),
      pattern: rated
        .map(({ rating }) => rating)
        .toSorted()
        .join('/'),
    },
  ];
}

function unslotted(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, 'hun');
}
