import type { Question } from '#src/content/question-schema.ts';
import { type Answer, asked, ids, pairsOf, sampleAnswers } from '#src/learning/answers.ts';

/** The strongest and the weakest answer that a question has. */
export function extremes(question: Question): { readonly strong: Answer; readonly weak: Answer } {
  const samples = sampleAnswers(question);
  const of = (rating: string) => samples.find((one) => one.rating === rating)?.id;
  return {
    strong: of('best') ?? samples[0]?.id ?? '',
    weak: of('poor') ?? of('acceptable') ?? samples.at(-1)?.id ?? '',
  };
}

/** What a browser sends for an answer: the fields as the page names them. */
export function fieldsFor(question: Question, answer: Answer): Record<string, string> {
  const shown = asked(question);
  if (!('rows' in shown)) return { option: answer };
  const given = ids(answer);
  const idOf = (text: string) => {
    const lines = question.kind === 'multiple' ? question.options : question.kind === 'order' ? question.items : [];
    return lines.find((one) => one.text === text)?.id ?? '';
  };
  return Object.fromEntries(
    shown.rows.flatMap(({ field, text }): [string, string][] => {
      if (question.kind === 'match') {
        const pair = question.pairs.find((one) => one.text === text);
        return [[field, pairsOf(answer).get(pair?.id ?? '') ?? '']];
      }
      const place = given.indexOf(idOf(text));
      if (question.kind === 'order') return [[field, String(place + 1)]];
      return place < 0 ? [] : [[field, 'ja']];
    }),
  );
}

/** Why each line of a question is as it is: what the page must say after the answer. */
export function reasonsOf(question: Question): string[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ why }) => why);
    case 'match':
      return question.pairs.map(({ why }) => why);
    case 'calibration':
      return question.weigh.map(({ why }) => why);
    default:
      return question.options.map(({ why }) => why);
  }
}
