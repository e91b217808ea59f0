import { isUnder, type RestsOn, restsOn } from './rests-on.ts';
import type { Content, LawChange } from './schema.ts';

/** What a change of the law leaves to be looked at, as `kind:id`. */
export function toReview(content: Content, change: Pick<LawChange, 'provision' | 'reviewed'>): string[] {
  return keysOf(restsOn(content, isUnder(change.provision))).filter((key) => !change.reviewed.includes(key));
}

/** The changes of the law that a page has not been reviewed for. @param key `module:…`, `scenario:…` or another of `toReview` */
export function openChanges(content: Content, key: string): LawChange[] {
  return content.lawChanges.filter((change) => toReview(content, change).includes(key));
}

export function keysOf({ modules, questions, scenarios, terms, steps, mandates, sharing }: RestsOn): string[] {
  return [
    ...modules.map(({ id }) => `module:${id}`),
    ...questions.flatMap(({ ids }) => ids.map((id) => `question:${id}`)),
    ...scenarios.map(({ id }) => `scenario:${id}`),
    ...terms.map(({ id }) => `term:${id}`),
    ...steps.map(({ id }) => `step:${id}`),
    ...mandates.map(({ id }) => `mandate:${id}`),
    ...sharing.map(({ id }) => `sharing:${id}`),
  ];
}
