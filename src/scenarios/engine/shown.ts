import { endingOf } from './ending.ts';
import { isDeciding, isDecision, type Option, optionsOf } from './options.ts';
import { heardIn, roundOption, shareablesIn } from './round.ts';
import { COMMIT_PARTS, type Passage, type Scenario, type ScenarioNode } from './schema.ts';
import { autoChoiceIn, holds, isTold, situationTold } from './state.ts';
import type { Place } from './walk.ts';

/** A text that a seat is shown in a play. */
export interface Line {
  readonly kind: 'passage' | 'other' | 'asked' | 'ending';
  readonly text: string;
  readonly node: string;
  /** Of a passage: its place in the scene. */
  readonly index: number | null;
}

/** Whether a seat hears what is said in a scene. */
export function isPresent(node: ScenarioNode, seat: string): boolean {
  return node.type === 'outcome' || node.present === undefined || node.present.includes(seat);
}

export function textOf(passage: Passage): string {
  return 'say' in passage ? passage.say.text : passage.text;
}

/** The passages of a scene that are told at a place, whoever hears them. */
export function passagesAt(
  scenario: Scenario,
  { node: id, situation }: Place,
): { readonly index: number; readonly passage: Passage }[] {
  const node = scenario.nodes[id];
  if (!node || node.type === 'outcome' || !isTold(node, situation)) return [];
  const told = situationTold(scenario, id, situation);
  return node.passages.flatMap((passage, index) => (holds(passage.when, told) ? [{ index, passage }] : []));
}

/** What the case chooses at a place for a seat that is not played; undefined where the played seat decides, or nobody. */
export function autoOptionAt(scenario: Scenario, seat: string, { node: id, situation }: Place): Option | undefined {
  const node = scenario.nodes[id];
  if (!isDeciding(node) || node.seat === seat || node.seat === 'table') return undefined;
  const auto = autoChoiceIn(node, situation);
  if (auto === undefined) return undefined;
  return node.type === 'sharing'
    ? roundOption(scenario, { id, node }, situation, node.seat, auto)
    : optionsOf(node).get(auto);
}

/** All that a seat is shown at a place: as play.ts tells it and view.ts asks, and at an end the ending. */
export function linesAt(scenario: Scenario, seat: string, place: Place): Line[] {
  const { node: id, situation } = place;
  const node = scenario.nodes[id];
  if (!node) return [];
  if (node.type === 'outcome')
    return endingOf(node, situation).map((text) => ({ kind: 'ending', text, node: id, index: null }));
  if (!isPresent(node, seat)) return ownQuestion(scenario, seat, place);
  const passages = passagesAt(scenario, place).map(
    ({ index, passage }): Line => ({ kind: 'passage', text: textOf(passage), node: id, index }),
  );
  const option = autoOptionAt(scenario, seat, place);
  const other = option ? [node.type === 'sharing' ? heardIn(scenario, option, seat) : option.text, option.follows] : [];
  return [
    ...passages,
    ...other.filter((text) => text !== '').map((text): Line => ({ kind: 'other', text, node: id, index: null })),
    ...ownQuestion(scenario, seat, place),
  ];
}

function ownQuestion(scenario: Scenario, seat: string, { node: id, situation }: Place): Line[] {
  const node = scenario.nodes[id];
  if (!isDeciding(node) || (node.seat !== seat && node.seat !== 'table')) return [];
  const offered = isDecision(node)
    ? node.choices.filter(({ when }) => holds(when, situation)).map(({ text }) => text)
    : node.type === 'commit'
      ? COMMIT_PARTS.flatMap((part) => node.parts[part].map(({ text }) => text))
      : [
          ...shareablesIn(scenario, { id, node }, situation, seat).flatMap(({ full, short }) => [full, short]),
          ...[...node.aims, ...node.grounds].map(({ text }) => text),
        ];
  return [node.question, node.hint, ...offered].flatMap((text): Line[] =>
    text ? [{ kind: 'asked', text, node: id, index: null }] : [],
  );
}

/** The words of a text, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as a finding names it: without quotation marks, and its beginning alone. */
export function shortened(text: string): string {
  const plain = text.replace(/[»«]/g, '').replace(/\s+/g, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 77)} …` : plain;
}
