/**
 * One kind of finding, as the catalogue (findings.ts) holds it. `P` is what its sentence must be told.
 * Every text ends with a full stop, so that sentence and remedy can stand after one another.
 */
export interface Rule<P = object> {
  readonly severity: 'error' | 'warning';
  /** Something that is not there yet, rather than something wrong. It blocks publication as an error does. */
  readonly missing?: true;
  /** Where it stands, plays cannot be told in full: what a walk did not find there proves nothing. */
  readonly breaks?: true;
  /** Met on a way that can be played: true also where other parts of the file are broken. */
  readonly onWay?: true;
  /** Says that something is never so, or reads it elsewhere in the file: true only where that is read as it is meant. */
  readonly needsWhole?: true;
  /** What kind of thing it is, for the list of findings. */
  readonly title: string;
  readonly say: (params: P) => string;
  /** What to do. */
  readonly remedy: string;
}

type Marks = Pick<Rule, 'breaks' | 'onWay' | 'missing' | 'needsWhole'>;

export function error<P = object>(title: string, say: (params: P) => string, remedy: string, marks: Marks = {}) {
  return { severity: 'error', title, say, remedy, ...marks } as const satisfies Rule<P>;
}

export function warning<P = object>(title: string, say: (params: P) => string, remedy: string, marks: Marks = {}) {
  return { severity: 'warning', title, say, remedy, ...marks } as const satisfies Rule<P>;
}
