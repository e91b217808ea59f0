import type { AttemptRow, DecisionRow, EvidenceRow, ModuleProgressRow } from '#db/learning/attempts.ts';

/** An event with what the server adds to it. */
export interface Receipt {
  readonly id: string;
  readonly attempt: string;
  readonly sequence: number;
  readonly receivedAt: number;
}

/** Everything that follows from an event: the run after it, and the rows for progress, indicators and competence. */
export interface Consequence {
  readonly attempt: AttemptRow;
  readonly moduleProgress: ModuleProgressRow | null;
  readonly decision: DecisionRow | null;
  readonly evidence: readonly EvidenceRow[];
}

/** `taken`: the step is done already. `order`: it is not its turn. `version`: the content that the run is pinned to is gone. */
export type Refusal = 'taken' | 'order' | 'unknown' | 'version';
export type Judged =
  | { readonly kind: 'follows'; readonly consequence: Consequence }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export const refused = (reason: Refusal): Judged => ({ kind: 'refused', reason });

/** The row of a run after an event. */
export function moved(
  before: AttemptRow | undefined,
  pin: Pick<AttemptRow, 'kind' | 'subject' | 'version' | 'hash' | 'seat'>,
  state: object,
  finishedAt: number | null,
  { attempt, sequence, receivedAt }: Receipt,
): AttemptRow {
  const { kind, subject, version, hash, seat } = pin;
  return {
    id: attempt,
    kind,
    subject,
    version: before?.version ?? version,
    hash,
    seat,
    state: JSON.stringify(state),
    last_sequence: sequence,
    started_at: before?.started_at ?? receivedAt,
    changed_at: receivedAt,
    finished_at: finishedAt,
  };
}
