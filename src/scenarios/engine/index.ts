/** The scenario engine's public face. Pure: no request, clock, database or React. */
export { checkScenario } from './check.ts';
export { checkReferences } from './check-references.ts';
export type { CheckContext, CheckFinding, CheckReport, Coverage, KnownProvision } from './check-report.ts';
export {
  type ContextFor,
  checkText,
  type LocatedFinding,
  type MissingPart,
  notUtf8,
  type TextReport,
} from './check-text.ts';
export { type CompiledScenario, compileScenario } from './compile.ts';
export type { Counterfactual, Instead } from './counterfactual.ts';
export { type Debrief, type DebriefDecision, debrief, type Judged, type Knowledge } from './debrief.ts';
export { type Duty, dutiesLeft, unmetDuties } from './duties.ts';
export { FINDINGS, type FindingCode, type ListedFinding, listFindings } from './findings.ts';
export { scenarioHash } from './hash.ts';
export type { Aim, Fault, Ground, Rating } from './judgement.ts';
export { type FormatFinding, type Located, readLocatedYaml } from './located-yaml.ts';
export { isDeciding, isDecision, optionsOf } from './options.ts';
export { type Parsed, parseScenario } from './parse.ts';
export {
  type Advanced,
  advance,
  type Happening,
  type Move,
  movesOf,
  optionAt,
  type PlayState,
  type Refusal,
  replay,
  startPlay,
} from './play.ts';
export { rereadShare } from './reading.ts';
export { checkRobots, type RobotScore, scoreRobots } from './robots.ts';
export { COMMIT_PARTS, type CommitPart, type Scenario } from './schema.ts';
export { foldSeen, type Stretch, seenPassages } from './seen.ts';
export { readShareText, type Sharing, shareText } from './share-text.ts';
export { decodeUtf8 } from './utf8.ts';
export { type Edition, editionsOf } from './variants.ts';
export { type Asked, type KnownFact, type SceneView, type SharedFact, view } from './view.ts';
export { askedBy, movesFrom, type OpenMove } from './walk.ts';
