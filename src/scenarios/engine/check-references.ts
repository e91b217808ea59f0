import { checkDeciding } from './check-deciding.ts';
import { type Names, namesOf } from './check-names.ts';
import type { CheckContext, CheckFinding } from './check-report.ts';
import { checkSlots } from './check-slots.ts';
import { type Notes, notes } from './findings.ts';
import { isDeciding, isDecision } from './options.ts';
import type { Scenario } from './schema.ts';

/** Everything that a scenario names exists, is in force, and can have the value it is given. */
export function checkReferences(scenario: Scenario, context: CheckContext): CheckFinding[] {
  const found = notes();
  const names = namesOf(scenario, context, found);
  names.known('ukendt-scene', ['start'], [scenario.start], names.nodes);
  names.known('ukendt-kompetence', ['competences'], scenario.competences, context.competences);
  checkRoles(scenario, found);
  checkVariables(scenario, names, found);
  checkFacts(scenario, names, found);
  for (const [index, { that }] of scenario.assert.entries()) names.condition(['assert', index], that);
  checkSlots(scenario, names, found);
  if (scenario.twinOf && !context.twin) found.fail('ukendt-tvilling', ['twinOf'], { name: scenario.twinOf });
  for (const [id, node] of Object.entries(scenario.nodes)) {
    const at = ['nodes', id];
    if (node.type === 'outcome') {
      names.condition([...at, 'claims'], node.claims);
      for (const [index, { when, claims }] of (node.lines ?? []).entries()) {
        names.condition([...at, 'lines', index], when);
        names.condition([...at, 'lines', index], claims);
      }
      continue;
    }
    names.known('ukendt-plads', at, node.present ?? [], names.seats);
    for (const [index, passage] of node.passages.entries()) {
      const here = [...at, 'passages', index];
      names.condition(here, passage.when);
      names.condition(here, passage.claims);
      if ('say' in passage) names.known('ukendt-plads', here, [passage.say.seat], names.seats);
    }
    if (isDeciding(node)) {
      checkDeciding(scenario, context.competences, names, found, [id, node]);
      continue;
    }
    names.goto(at, node.goto);
    if (node.answers) checkAnswers(scenario, names, found, [...at, 'answers'], node.answers);
    if (node.type !== 'inject') continue;
    names.condition([...at, 'when'], node.when);
    names.sets(at, node.set);
  }
  return found.findings;
}

/** An answer is to a scene in which something was put off, and allows what was on the table there. */
function checkAnswers(
  { nodes }: Scenario,
  { known, nodes: all, facts, seats }: Names,
  { fail }: Notes,
  at: readonly (string | number)[],
  { scene, allows = [] }: { readonly scene: string; readonly allows?: { facts: string[]; to: string[] }[] | undefined },
) {
  known('ukendt-scene', at, [scene], all);
  for (const { facts: told, to } of allows) {
    known('ukendt-oplysning', at, told, facts);
    known('ukendt-plads', at, to, seats);
  }
  const asked = Object.hasOwn(nodes, scene) ? nodes[scene] : undefined;
  if (!asked) return;
  const canWait =
    asked.type === 'sharing'
      ? asked.grounds.some(({ ground }) => ground === 'ask-lawyer')
      : isDecision(asked) && asked.choices.some(({ discloses }) => discloses.some(({ later }) => later));
  if (!canWait) fail('intet-at-svare-paa', at, { name: scene });
}

function checkRoles({ roles }: Scenario, { fail }: Notes) {
  if (!Object.values(roles).some(({ playable }) => playable)) fail('ingen-plads', ['roles'], {});
  for (const [name, { playable, intro }] of Object.entries(roles))
    if (playable && !intro) fail('uden-intro', ['roles', name], { name });
}

function checkVariables({ vars }: Scenario, { isInRange }: Names, { fail }: Notes) {
  for (const [name, variable] of Object.entries(vars)) {
    if (variable.type === 'int' && variable.min > variable.max)
      fail('vaerdi', ['vars', name], { what: `Variablen ${name} har en nedre grænse over den øvre.` });
    else if (!isInRange(name, variable.init))
      fail('vaerdi', ['vars', name, 'init'], { what: `Variablen ${name} begynder uden for sine grænser.` });
  }
}

function checkFacts({ facts }: Scenario, { known, rests, seats, nodes }: Names, { fail }: Notes) {
  for (const [name, fact] of Object.entries(facts)) {
    const at = ['facts', name];
    known('ukendt-plads', at, [fact.holder, ...fact.recipients], seats);
    known('ukendt-scene', at, fact.arises ?? [], nodes);
    for (const ground of [fact.duty, fact.otherGround]) {
      known('ukendt-plads', at, ground?.to ?? [], seats);
      rests(at, ground?.basis ?? [], false);
    }
    if (fact.need === 'part' && !fact.short) fail('kort-form', at, { name });
    if ((fact.need === 'yes' || fact.need === 'part') && fact.recipients.length === 0)
      fail('uden-modtager', at, { name });
    if (fact.need === 'no' && fact.recipients.length > 0) fail('uden-behov', at, { name });
  }
}
