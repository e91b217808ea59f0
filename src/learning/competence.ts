import type { EvidenceRow } from '#db/learning/attempts.ts';
import type { Competence } from '#src/content/schema.ts';

export type CompetenceStatus = 'not-started' | 'under-way' | 'shown' | 'needs-refresh';

export interface CompetenceState {
  readonly id: string;
  readonly status: CompetenceStatus;
  /** Different situations with evidence. */
  readonly situations: number;
  /** Epoch milliseconds of the newest evidence; null without any. */
  readonly lastAt: number | null;
}

/** Fewest different situations (framework: "mindst to forskellige situationer"). */
const SITUATIONS = 2;
/** Evidence at least this long after the second situation counts as a refresher. */
const REFRESHER_AFTER = 28 * 86_400_000;
const MONTH = 30.44 * 86_400_000;

/**
 * Where a learner stands in a competence: shown by at least two independent situations and a refresher later on, with no
 * evidence older than its validity counted; the same rule as the sentence in src/content/competences.yaml.
 * @param evidence all of the learner's evidence, any order
 * @param now epoch milliseconds
 */
export function competenceState(
  { id, validityMonths }: Pick<Competence, 'id' | 'validityMonths'>,
  evidence: readonly EvidenceRow[],
  now: number,
): CompetenceState {
  const all = evidence
    .filter(({ competence, points }) => competence === id && points > 0)
    .toSorted((a, b) => a.received_at - b.received_at);
  const lastAt = all.at(-1)?.received_at ?? null;
  if (lastAt === null) return { id, status: 'not-started', situations: 0, lastAt };
  const situations = new Set(all.map(({ situation }) => situation)).size;
  const hasShown = isShown(all);
  const valid = all.filter(({ received_at }) => received_at > now - validityMonths * MONTH);
  // What was shown once and has grown old is to be refreshed, not lost.
  const status = isShown(valid) ? 'shown' : hasShown ? 'needs-refresh' : 'under-way';
  return { id, status, situations, lastAt };
}

/** @param evidence oldest first */
function isShown(evidence: readonly EvidenceRow[]): boolean {
  const seen = new Set<string>();
  let secondAt: number | undefined;
  for (const { situation, received_at } of evidence) {
    seen.add(situation);
    if (secondAt === undefined && seen.size >= SITUATIONS) secondAt = received_at;
    if (secondAt !== undefined && received_at >= secondAt + REFRESHER_AFTER) return true;
  }
  return false;
}
