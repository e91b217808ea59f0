import { checkLaw } from './check-law.ts';
import { checkPlays } from './check-plays.ts';
import { checkPresence } from './check-presence.ts';
import { checkReferences } from './check-references.ts';
import { BUDGET, type CheckContext, type CheckFinding, type CheckReport } from './check-report.ts';
import { checkTime } from './check-time.ts';
import { checkUse } from './check-use.ts';
import { checkWords } from './check-words.ts';
import { checkWriting } from './check-writing.ts';
import { type Draft, MISSING_ID, MISSING_TEXT } from './draft.ts';
import { helpAnchor, notes, type Path, ruleOf } from './findings.ts';
import { ringOnce, seatsThatNobodyPlays } from './play-findings.ts';
import type { Scenario } from './schema.ts';
import { editionsOf } from './variants.ts';

/**
 * Checks a scenario that keeps the format: what it refers to, what it says, every play from every seat of its editions,
 * and how it is written. Where references are broken, plays are told as far as they do not pass a broken place.
 * @param budget how many places are walked per seat
 */
export function checkScenario(scenario: Scenario, context: CheckContext, budget = BUDGET): CheckReport {
  return checkDraft({ scenario, damaged: [] }, context, budget);
}

/** The same of a file that breaks the format: what follows from its gaps is not told. */
export function checkDraft({ scenario, damaged }: Draft, context: CheckContext, budget = BUDGET): CheckReport {
  const isOwnFault = (finding: CheckFinding) => !followsFrom(finding, damaged);
  // What a choice may tell is read from the facts.
  const isGroundBroken = damaged.some(([top]) => GROUND.has(String(top)));
  const references = checkReferences(scenario, context).filter(
    (one) => isOwnFault(one) && !(isGroundBroken && ruleOf(one.code)?.needsWhole),
  );
  const said = notes();
  for (const check of [checkWords, checkTime, checkUse, checkPresence]) check(scenario, said);
  checkLaw(scenario, context, said);
  const broken = [...damaged, ...references.flatMap(({ code, at }) => (ruleOf(code)?.breaks && at ? [at] : []))];
  const told = said.findings.filter((one) => isOwnFault(one) && !(broken.length > 0 && ruleOf(one.code)?.needsWhole));
  if (!canBePlayed(scenario, broken))
    return { findings: [...references, ...told].map(whole), coverage: [], played: 'none' };
  // Editions differ in words alone, so one of them is played for all.
  const [edition] = editionsOf(scenario);
  const played = checkPlays(safe(edition?.scenario ?? scenario), budget);
  const plays = ringOnce(scenario, seatsThatNobodyPlays(scenario, played.findings));
  const writing = checkWriting(scenario, context, played.coverage);
  const isPart = broken.length > 0;
  const scenes = new Set(broken.flatMap(([top, id]) => (top === 'nodes' ? [String(id)] : [])));
  const isBrokenPromise = broken.some(([top]) => top === 'assert');
  const kept = [...plays, ...writing.filter((one) => isOfWrittenWords(one, scenario))].filter(
    (one) =>
      !isPart || (stillHolds(one, scenes) && !(isBrokenPromise && one.code === 'brudt-loefte') && isOwnFault(one)),
  );
  return {
    findings: [...references, ...told, ...kept].map(whole),
    coverage: played.coverage,
    played: isPart ? 'part' : 'all',
  };
}

/** Whether a finding follows from a gap in the file and says nothing of its own. */
function followsFrom({ at, message }: CheckFinding, damaged: readonly Path[]): boolean {
  if (message.includes(MISSING_ID)) return true;
  if (!at) return false;
  // What is found at a scene as a whole stands, though a field of it is broken.
  const isWithin = at.length > (at[0] === 'nodes' ? 2 : 1);
  return damaged.some((gap) => startsWith(at, gap) || (isWithin && startsWith(gap, at)));
}

/** Whether a finding of how a case is written is about words that are there. */
function isOfWrittenWords({ node }: CheckFinding, { nodes }: Scenario): boolean {
  const judged = node === null ? nodes : nodes[node];
  return !(JSON.stringify(judged) ?? '').includes(MISSING_TEXT);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}

/** Plays need seats, facts and variables as they are meant, and a first scene; a broken scene can be walked round. */
function canBePlayed({ nodes, roles, start }: Scenario, broken: readonly Path[]): boolean {
  const isSeated = Object.values(roles).some(({ playable }) => playable);
  return (
    isSeated &&
    Object.hasOwn(nodes, start) &&
    !broken.some(([top, ...rest]) => GROUND.has(String(top)) || (top === 'nodes' && rest.length === 0))
  );
}

const GROUND = new Set(['start', 'roles', 'vars', 'facts']);

/** Whether what a walk found is so, though it could not go everywhere: it was met on a way that passes no broken scene. */
function stillHolds({ code, node, path }: CheckFinding, scenes: ReadonlySet<string>): boolean {
  if (!ruleOf(code)?.onWay) return false;
  const passed = path.map((step) => step.split('/')[0] ?? '');
  return ![...passed, node ?? ''].some((id) => scenes.has(id));
}

/** Names that every object has are no scenes, seats or facts of a case whose references are broken. */
function safe(scenario: Scenario): Scenario {
  const own = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.assign(Object.create(null), record);
  const { roles, vars, facts, nodes } = scenario;
  return { ...scenario, roles: own(roles), vars: own(vars), facts: own(facts), nodes: own(nodes) };
}

/** With kind and help, whoever found it. */
function whole(finding: CheckFinding): CheckFinding {
  const isMissing = finding.severity === 'error' && ruleOf(finding.code)?.missing === true;
  return {
    ...finding,
    kind: finding.kind ?? (isMissing ? 'missing' : finding.severity),
    help: finding.help ?? helpAnchor(finding.code),
  };
}
