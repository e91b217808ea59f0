import type { Attempts } from '#db/learning/attempts.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import type { Competence } from '#src/content/schema.ts';
import { type Debrief, debrief, movesOf, type SceneView, view } from '#src/scenarios/engine/index.ts';
import type { RefresherRun } from './attempt.ts';
import { type Certificate, certificateOf } from './certificates.ts';
import { type CompetenceState, competenceState } from './competence.ts';
import type { Library } from './library.ts';
import { type MeasurementRun, POINTS, type Point, resultOf, setOf } from './measurements.ts';
import { type ModuleProgress, progressOf } from './module-steps.ts';
import {
  answersOf,
  type ModuleState,
  moduleStates,
  openPointOf,
  planOf,
  type ScenarioState,
  scenarioStates,
} from './overview.ts';
import type { OwnLines } from './own-lines.ts';
import { createRecord } from './record.ts';
import type { RefresherPlan } from './refreshers.ts';
import { type ScenarioRun, seenBefore } from './scenario-run.ts';

export interface Overview {
  readonly modules: readonly ModuleState[];
  readonly scenarios: readonly ScenarioState[];
  readonly competences: readonly CompetenceState[];
  readonly refreshers: RefresherPlan;
  /** The measurement that is open now. */
  readonly measurement: Point | null;
}

/** Where a learner is in a measurement. Nothing of the answers is judged before the course is over. */
export interface MeasuringPlace {
  readonly attempt: string | null;
  readonly answered: number;
  readonly total: number;
  /** The question to answer now; null when only the statements are left, or nothing. */
  readonly next: string | null;
  readonly isFinished: boolean;
  readonly results: readonly ({ readonly point: Point } & ReturnType<typeof resultOf>)[];
}

/** A refresher that has been answered, or as much of its case as has been. */
export interface AnsweredRefresher {
  /** The steps answered so far, at least one. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly isFinished: boolean;
}

/** Where a learner is in a module, with the answers given so far and no others' keys. */
export interface ModulePlace {
  /** Null before the first step, and after the last one of a completed run there is still that run's. */
  readonly attempt: string | null;
  readonly progress: ModuleProgress;
  /** The chosen option by question. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface ScenarioPlace {
  readonly scene: SceneView;
  /** What was read in the learner's other runs of the case, for `foldSeen`. */
  readonly seen: ReadonlySet<string>;
  readonly seat: string;
  readonly isAssessed: boolean;
  /** Own decisions behind, oldest first: where practice can go back to. */
  readonly behind: readonly { readonly node: string; readonly title: string }[];
}

export interface PlayedScenario {
  readonly scenario: { readonly id: string; readonly title: string; readonly version: string };
  readonly seat: string;
  /** Null until the case has ended: before that nobody sees a judgement. */
  readonly debrief: Debrief | null;
  /** The learner's own words by scene. */
  readonly ownLines: Readonly<Record<string, string>>;
  /** The learner's own if-then plan. */
  readonly plan: string | null;
}

/** Where the plan stands among a run's own texts; no scene can be called so. */
const PLAN = '#plan';

/** Everything that learners' pages ask for and do. Reads are scoped to the learner; writing goes through `record` alone. */
export function createLearning(
  attempts: Attempts,
  library: Library,
  competences: readonly Competence[],
  ownLines: OwnLines,
  now: () => Date,
) {
  const pinned = ({ subject, version, hash }: { subject: string; version: string; hash: string }) =>
    library.pinned(subject, version, hash);
  return {
    record: createRecord(attempts, library, ownLines, now),

    async overview(principal: LearnerPrincipal): Promise<Overview> {
      const runs = await attempts.all(principal);
      const evidence = await attempts.evidence(principal);
      return {
        modules: moduleStates(library, runs),
        scenarios: scenarioStates(runs),
        competences: competences.map((competence) => competenceState(competence, evidence, now().getTime())),
        refreshers: planOf(library, runs, now().getTime()),
        measurement: openPointOf(library, runs, now().getTime()),
      };
    },

    async refreshers(principal: LearnerPrincipal): Promise<RefresherPlan> {
      return planOf(library, await attempts.all(principal), now().getTime());
    },

    /** The learner's own certificates, the newest first. */
    async certificates(principal: LearnerPrincipal): Promise<(Certificate & { attempt: string; code: string })[]> {
      const runs = (await attempts.all(principal)).filter(({ kind }) => kind === 'certificate');
      return runs.map((run) => ({ attempt: run.id, code: run.hash, ...certificateOf(run) })).toReversed();
    },

    /** A certificate by its code, for anybody who holds it; without whose it is. */
    async verifiedCertificate(code: string): Promise<Certificate | undefined> {
      const run = await attempts.certificate(code);
      return run && certificateOf(run);
    },

    /** The measurement that is open, or one that is done; null for one that is neither. */
    async measuring(principal: LearnerPrincipal, point: Point): Promise<MeasuringPlace | null> {
      const runs = await attempts.all(principal);
      const run = runs.find(({ kind, subject }) => kind === 'measurement' && subject === point);
      if (!run && openPointOf(library, runs, now().getTime()) !== point) return null;
      const state = run ? (JSON.parse(run.state) as MeasurementRun) : null;
      const set = state?.set ?? setOf(principal.learner, point);
      const { questions } = library.measurement(set);
      return {
        attempt: run?.id ?? null,
        answered: state ? Object.keys(state.answers).length : 0,
        total: questions.length,
        next: questions.find((id) => !state?.answers[id]) ?? null,
        isFinished: run?.finished_at !== null && run !== undefined,
        results: POINTS.flatMap((one) => {
          const other = runs.find(
            ({ kind, subject, finished_at }) => kind === 'measurement' && subject === one && finished_at !== null,
          );
          return other ? [{ point: one, ...resultOf(JSON.parse(other.state) as MeasurementRun) }] : [];
        }),
      };
    },

    /** An answered refresher, to read its reasons; undefined for an unknown or foreign one. */
    async answeredRefresher(principal: LearnerPrincipal, id: string): Promise<AnsweredRefresher | undefined> {
      const run = await attempts.attempt(principal, id);
      if (run?.kind !== 'refresher') return undefined;
      const { answers } = JSON.parse(run.state) as RefresherRun;
      const steps = library.stepsOf(run.subject, answers[0]?.question ?? '');
      return { answers, isFinished: run.finished_at !== null || steps.length <= answers.length };
    },

    /** @throws {RangeError} for a module that does not exist; pages ask the content first */
    async moduleProgress(principal: LearnerPrincipal, id: string): Promise<ModulePlace> {
      const courseModule = library.module(id);
      if (!courseModule) throw new RangeError(`No module ${id}`);
      const run = await attempts.newestOf(principal, 'module', id);
      const done = run ? answersOf(run) : { answers: {}, read: [] };
      return { attempt: run?.id ?? null, progress: progressOf(courseModule, done), answers: done.answers };
    },

    async scenarioAttempts(principal: LearnerPrincipal, scenario: string): Promise<ScenarioState[]> {
      return scenarioStates(await attempts.allOf(principal, 'scenario', scenario));
    },

    /** The scene of a run; undefined for an unknown or foreign run, and for one whose scenario version is gone. */
    async scene(principal: LearnerPrincipal, id: string): Promise<ScenarioPlace | undefined> {
      const run = await attempts.attempt(principal, id);
      const compiled = run?.kind === 'scenario' ? pinned(run) : undefined;
      if (!run || !compiled) return undefined;
      const state = JSON.parse(run.state) as ScenarioRun;
      const others = (await attempts.allOf(principal, 'scenario', run.subject)).filter((one) => one.id !== id);
      return {
        scene: view(compiled, state, run.seat),
        seen: seenBefore(others, pinned),
        seat: run.seat,
        isAssessed: state.isAssessed === true,
        behind: state.trail
          .filter(({ own }) => own)
          .map(({ node }) => ({ node, title: compiled.scenario.nodes[node]?.title ?? node })),
      };
    },

    /** The look back on a run; undefined as for `scene`. */
    async debrief(principal: LearnerPrincipal, id: string): Promise<PlayedScenario | undefined> {
      const run = await attempts.attempt(principal, id);
      const compiled = run?.kind === 'scenario' ? pinned(run) : undefined;
      if (!run || !compiled) return undefined;
      const { id: scenario, title, version } = compiled.scenario;
      const head = { scenario: { id: scenario, title, version }, seat: run.seat };
      if (run.finished_at === null) return { ...head, debrief: null, ownLines: {}, plan: null };
      const moves = movesOf(JSON.parse(run.state) as ScenarioRun);
      const ownTexts = await attempts.ownTexts(principal, id);
      const lines: Record<string, string> = Object.fromEntries(
        ownTexts.flatMap(({ place, text }) => {
          const line = ownLines.open(text, principal.learner, id);
          return line === null ? [] : [[place, line]];
        }),
      );
      return {
        ...head,
        debrief: debrief(compiled, run.seat, moves),
        ownLines: lines,
        plan: lines[PLAN] ?? null,
      };
    },

    /** Keeps the learner's if-then plan to a run, in place of an earlier one; an empty one deletes it. Nothing for a foreign run. */
    async keepPlan(principal: LearnerPrincipal, attempt: string, plan: string): Promise<void> {
      const sealed = plan === '' ? null : ownLines.seal(plan, principal.learner, attempt);
      await attempts.replaceOwnText(principal, attempt, PLAN, sealed, now());
    },

    /** The learner's own if-then plan to a run; null without one. */
    async plan(principal: LearnerPrincipal, attempt: string): Promise<string | null> {
      const kept = (await attempts.ownTexts(principal, attempt)).find(({ place }) => place === PLAN);
      return kept ? ownLines.open(kept.text, principal.learner, attempt) : null;
    },

    /** All plans of the learner, the newest first: to be read again before the next meeting. */
    async plans(principal: LearnerPrincipal): Promise<string[]> {
      const kept = await attempts.ownTextsAt(principal, PLAN);
      return kept.flatMap(({ attempt, text }) => ownLines.open(text, principal.learner, attempt) ?? []);
    },

    /** Takes back the learner's own words to a decision. */
    async deleteOwnLine(principal: LearnerPrincipal, attempt: string, node: string): Promise<void> {
      await attempts.deleteOwnText(principal, attempt, node);
    },
  };
}
export type Learning = ReturnType<typeof createLearning>;
