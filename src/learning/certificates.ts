import { createHash } from 'node:crypto';
import type { AttemptRow } from '#db/learning/attempts.ts';
import type { CertificateRun } from './attempt.ts';
import { codeFrom } from './code.ts';
import type { LearningEvent } from './events.ts';
import type { Library } from './library.ts';
import { moduleStates, scenarioStates } from './overview.ts';
import { pathProgress } from './paths.ts';

/** A refresher of the whole is due after two years (indicator I06); so long a certificate holds. */
const VALID_MONTHS = 24;

/** A certificate as anybody may see it who has its code. */
export interface Certificate extends CertificateRun {
  readonly path: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

/**
 * The event that a complete path earns.
 * @param id of the command, so that a repeated post earns the same code
 * @returns undefined while something of the path is missing
 */
export function certificateEvent(
  id: string,
  learner: string,
  path: string,
  runs: readonly AttemptRow[],
  library: Library,
  now: number,
): LearningEvent | undefined {
  const wanted = library.path(path);
  if (!wanted) return undefined;
  const progress = pathProgress(wanted, null, {
    modules: moduleStates(library, runs),
    scenarios: scenarioStates(runs),
  });
  if (!progress.isComplete) return undefined;
  const modules = progress.modules.flatMap((module) => {
    const run = runs.find(
      ({ kind, subject, finished_at }) => kind === 'module' && subject === module && finished_at !== null,
    );
    return run ? [{ id: module, version: run.version }] : [];
  });
  const reviews = progress.modules.flatMap((module) => library.module(module)?.reviewed ?? []).toSorted();
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + VALID_MONTHS);
  return {
    type: 'certificate.issued',
    body: {
      path,
      code: codeFrom(createHash('sha256').update(`certificate:${learner}:${id}`).digest().subarray(0, 16)),
      modules,
      cases: progress.casesPlayed,
      lawDate: reviews[0] ?? '',
      validUntil: until.getTime(),
    },
  };
}

export function certificateOf({
  subject,
  state,
  started_at,
}: Pick<AttemptRow, 'subject' | 'state' | 'started_at'>): Certificate {
  return { path: subject, issuedAt: started_at, ...(JSON.parse(state) as CertificateRun) };
}
