/** The scenario engine's public face. Pure: no request, clock, database or React. */
export { type CheckContext, type CheckFinding, checkScenario } from './check.ts';
export { type CompiledScenario, compileScenario } from './compile.ts';
export { type Debrief, type DebriefDecision, debrief, type Knowledge } from './debrief.ts';
export { scenarioHash } from './hash.ts';
export { type FormatFinding, type Located, readLocatedYaml } from './located-yaml.ts';
export { type Parsed, parseScenario } from './parse.ts';
export {
  type Advanced,
  advance,
  type Happening,
  type Move,
  type PlayState,
  type Refusal,
  replay,
  startPlay,
} from './play.ts';
export { type KnownFact, type SceneView, type SharedFact, view } from './view.ts';
