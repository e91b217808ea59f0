import { checkDeciding } from './check-deciding.ts';
import { type Names, namesOf } from './check-names.ts';
import type { CheckContext, CheckFinding } from './check-report.ts';
import { checkSlots } from './check-slots.ts';
import { type Notes, notes } from './findings.ts';
import { isDeciding } from './options.ts';
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
    if (node.type === 'outcome') continue;
    names.known('ukendt-plads', at, node.present ?? [], names.seats);
    for (const [index, passage] of node.passages.entries()) {
      const here = [...at, 'passages', index];
      names.condition(here, passage.when);
      if ('say' in passage) names.known('ukendt-plads', here, [passage.say.seat], names.seats);
    }
    if (isDeciding(node)) {
      checkDeciding(scenario, context.competences, names, found, [id, node]);
      continue;
    }
    names.goto(at, node.goto);
    if (node.type !== 'inject') continue;
    names.condition([...at, 'when'], node.when);
    names.sets(at, node.set);
  }
  return found.findings;
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
