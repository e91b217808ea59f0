import type { Question } from '#src/content/question-schema.ts';
import type { Rating } from '#src/scenarios/engine/judgement.ts';

/**
 * What a learner answered, as one line of text that an event can hold: an option's id, a step of the scale, ids joined
 * by dots in the order that the learner gave (order) or the author wrote (multiple), or `pair:target` joined by dots.
 */
export type Answer = string;

export interface Judgement {
  /** Null where there is no right answer. */
  readonly rating: Rating | null;
  /** Shown to others: true when all of it is right. */
  readonly isRight: boolean;
}

/** The five steps of "Hvor bekymret er du?". */
export const CONCERN_STEPS = ['1', '2', '3', '4', '5'] as const;

/** @returns undefined when the question has no such answer */
export function judgeAnswer(question: Question, answer: Answer): Judgement | undefined {
  switch (question.kind) {
    case 'single':
    case 'truth': {
      const option = question.options.find(({ id }) => id === answer);
      if (!option) return undefined;
      const isOpen = question.kind === 'single' && question.contestable;
      return judged(isOpen ? null : option.rating);
    }
    case 'multiple': {
      const ticked = ids(answer);
      if (!isSelection(ticked, question.options)) return undefined;
      const wrong = question.options.filter(({ id, rating }) => ticked.includes(id) !== (rating === 'best')).length;
      return judged(wrong === 0 ? 'best' : wrong === 1 ? 'acceptable' : 'poor');
    }
    case 'order': {
      const given = ids(answer);
      if (given.length !== question.items.length || !isSelection(given, question.items)) return undefined;
      return judged(misplaced(given, question.items));
    }
    case 'match': {
      const given = pairsOf(answer);
      const targets = new Set(question.targets.map(({ id }) => id));
      if (given.size !== question.pairs.length) return undefined;
      if (question.pairs.some(({ id }) => !targets.has(given.get(id) ?? ''))) return undefined;
      const wrong = question.pairs.filter(({ id, target }) => given.get(id) !== target).length;
      return judged(wrong === 0 ? 'best' : wrong === 1 ? 'acceptable' : 'poor');
    }
    case 'calibration':
      return (CONCERN_STEPS as readonly string[]).includes(answer) ? judged(null) : undefined;
  }
}

/** A question as it may be shown before it is answered: nothing in it says what is right, not even an id or an order. */
export type AskedQuestion =
  | { readonly kind: 'choice'; readonly options: readonly { readonly id: string; readonly text: string }[] }
  | {
      readonly kind: 'claim';
      readonly options: readonly { readonly id: string; readonly text: string; readonly holds: boolean }[];
    }
  | { readonly kind: 'concern' }
  | { readonly kind: 'ticks'; readonly rows: readonly Row[] }
  | { readonly kind: 'places'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'targets';
      readonly rows: readonly Row[];
      readonly targets: readonly { readonly id: string; readonly text: string }[];
    };

/** A line of a form with the name of its field. */
interface Row {
  readonly field: string;
  readonly text: string;
}

/**
 * @param seed who is asked, and where the same question is met more than once also when: the order of the options is this
 *   learner's own and the same on reload, so that no place on the page is the right one and none can be told to a colleague
 */
export function asked(question: Question, seed = ''): AskedQuestion {
  switch (question.kind) {
    case 'single':
      return { kind: 'choice', options: optionsFor(question, seed).map(({ id, text }) => ({ id, text })) };
    case 'truth':
      return { kind: 'claim', options: optionsFor(question, seed).map(({ id, text, holds }) => ({ id, text, holds })) };
    case 'calibration':
      return { kind: 'concern' };
    case 'multiple':
      return { kind: 'ticks', rows: rowsOf(question.options, question.id) };
    case 'order':
      return { kind: 'places', rows: rowsOf(question.items, question.id) };
    case 'match':
      return {
        kind: 'targets',
        rows: rowsOf(question.pairs, question.id),
        targets: question.targets.map(({ id, text }) => ({ id, text })),
      };
  }
}

/** What a form sent by name (answerFields). */
export type AnswerForm = Readonly<Partial<Record<'option' | `linje-${number}`, string>>>;

/** The names of the fields that a form of this question sends. */
export function answerFields(question: Question): string[] {
  const one = asked(question);
  return 'rows' in one ? one.rows.map(({ field }) => field) : ['option'];
}

/**
 * The answer that a form's fields make.
 * @returns undefined when something is missing, or two lines have the same place
 */
export function answerOf(question: Question, fields: AnswerForm): Answer | undefined {
  switch (question.kind) {
    case 'multiple': {
      const ticked = new Set(
        fieldsBy(question.options, question.id, fields).flatMap(({ id, value }) => (value ? [id] : [])),
      );
      return question.options.flatMap(({ id }) => (ticked.has(id) ? [id] : [])).join('.') || undefined;
    }
    case 'order': {
      const sorted = fieldsBy(question.items, question.id, fields)
        .map(({ id, value }) => ({ id, place: Number(value) }))
        .toSorted((a, b) => a.place - b.place);
      return sorted.every(({ place }, index) => place === index + 1) ? sorted.map(({ id }) => id).join('.') : undefined;
    }
    case 'match': {
      const given = new Map(fieldsBy(question.pairs, question.id, fields).map(({ id, value }) => [id, value]));
      const isWhole = question.pairs.every(({ id }) => given.get(id));
      return isWhole ? question.pairs.map(({ id }) => `${id}:${given.get(id)}`).join('.') : undefined;
    }
    default:
      return fields.option;
  }
}

/** The options in the order in which this learner meets them; as authored without a seed, and where the order means something. */
export function optionsFor<Option extends { readonly id: string }>(
  question: { readonly id: string; readonly options: readonly Option[]; readonly keepOrder?: boolean },
  seed: string,
): readonly Option[] {
  if (seed === '' || question.keepOrder) return question.options;
  return mixed(question.options, `${seed}/${question.id}`);
}

/** Lines in an order of their own, each with a field named by its place on the screen. */
function rowsOf(items: readonly { readonly id: string; readonly text: string }[], salt: string): Row[] {
  return shuffled(items, salt).map(({ text }, index) => ({ field: `linje-${index + 1}`, text }));
}

function fieldsBy(
  items: readonly { readonly id: string }[],
  salt: string,
  fields: AnswerForm,
): { readonly id: string; readonly value: string | undefined }[] {
  return shuffled(items, salt).map(({ id }, index) => ({ id, value: fields[`linje-${index + 1}`] }));
}

/** Answers from strong to weak with their rating, for invented runs. */
export function sampleAnswers(question: Question): { readonly id: Answer; readonly rating: Rating }[] {
  const rated = (answers: readonly Answer[]) =>
    answers.map((id) => ({ id, rating: judgeAnswer(question, id)?.rating ?? 'acceptable' }));
  switch (question.kind) {
    case 'single':
    case 'truth':
      return question.options.map(({ id, rating }) => ({ id, rating }));
    case 'multiple': {
      const right = question.options.filter(({ rating }) => rating === 'best').map(({ id }) => id);
      const wrong = question.options.filter(({ rating }) => rating === 'poor').map(({ id }) => id);
      return rated([right.join('.'), right.slice(1).join('.'), wrong.join('.')]);
    }
    case 'order': {
      const [first = '', second = '', ...rest] = question.items.map(({ id }) => id);
      return rated(
        [
          [first, second, ...rest],
          [second, first, ...rest],
          [...rest, second, first],
        ].map((one) => one.join('.')),
      );
    }
    case 'match': {
      const { pairs, targets } = question;
      const other = (target: string) => targets.find(({ id }) => id !== target)?.id ?? target;
      const answer = (wrong: number) =>
        pairs.map(({ id, target }, index) => `${id}:${index < wrong ? other(target) : target}`).join('.');
      return rated([answer(0), answer(1), answer(pairs.length)]);
    }
    case 'calibration':
      return rated(CONCERN_STEPS);
  }
}

/** The target that an answer gives each pair. */
export function pairsOf(answer: Answer): ReadonlyMap<string, string> {
  return new Map(
    answer.split('.').map((one): [string, string] => {
      const [pair = '', target = ''] = one.split(':');
      return [pair, target];
    }),
  );
}

/** The ids that an answer names, in its order. */
export function ids(answer: Answer): string[] {
  return answer.split('.');
}

/** The same order each time, and never the authored one. */
function shuffled<Item extends { readonly id: string }>(items: readonly Item[], salt: string): Item[] {
  const order = mixed(items, salt);
  return order.every(({ id }, index) => items[index]?.id === id) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

function mixed<Item extends { readonly id: string }>(items: readonly Item[], salt: string): Item[] {
  return items
    .map((item) => ({ item, key: hash(`${salt}/${item.id}`) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function judged(rating: Rating | null): Judgement {
  return { rating, isRight: rating === 'best' };
}

/** Right; one neighbouring pair exchanged; or worse. */
function misplaced(given: readonly string[], items: readonly { readonly id: string }[]): Rating {
  const wrong = given.flatMap((id, index) => (id === items[index]?.id ? [] : [index]));
  const [first, second] = wrong;
  if (first === undefined) return 'best';
  return wrong.length === 2 && second === first + 1 ? 'acceptable' : 'poor';
}

function isSelection(given: readonly string[], all: readonly { readonly id: string }[]): boolean {
  return new Set(given).size === given.length && given.every((id) => all.some((one) => one.id === id));
}

/** FNV-1a, 32 bits, and a last stir: without it texts that differ in their last letter alone keep the order of that letter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}
