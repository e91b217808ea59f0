import type { Choice, Condition, Scenario } from './schema.ts';
import { holds } from './state.ts';
import { askedBy, openingPlace, type Place, placeKey, waysFrom } from './walk.ts';

/** What a scenario may refer to outside itself. */
export interface CheckContext {
  readonly provisions: ReadonlySet<string>;
  readonly competences: ReadonlySet<string>;
}

/** A fault in a scenario: where, what, the shortest way there, and what to do. */
export interface CheckFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly node: string | null;
  readonly message: string;
  /** `scene/choice` of each decision on the shortest way there. */
  readonly path: readonly string[];
  readonly suggestion: string | null;
}

/** How many places of the state space are walked per seat before the checker says that it did not see all. */
const BUDGET = 200_000;

/**
 * Checks a scenario that keeps the format: first what it refers to, then, when that holds, every play from every seat.
 * @param budget how many places are walked per seat
 */
export function checkScenario(scenario: Scenario, context: CheckContext, budget = BUDGET): CheckFinding[] {
  const references = checkReferences(scenario, context);
  if (references.some(({ severity }) => severity === 'error')) return references;
  return [...references, ...checkPlays(scenario, budget)];
}

function checkReferences(scenario: Scenario, { provisions, competences }: CheckContext): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const fail = (code: string, node: string | null, message: string, suggestion: string | null = null) =>
    findings.push({ code, severity: 'error', node, message, path: [], suggestion });
  const seats = new Set(Object.keys(scenario.roles));
  const facts = new Set(Object.keys(scenario.facts));
  const nodes = new Set(Object.keys(scenario.nodes));
  const known = (
    kind: string,
    code: string,
    node: string | null,
    names: Iterable<string>,
    all: ReadonlySet<string>,
  ) => {
    for (const name of names)
      if (!all.has(name)) fail(code, node, `${kind} ${name} findes ikke.`, "Ret id'et, eller opret den.");
  };
  const conditions = (node: string | null, condition: Condition | undefined): void => {
    if (!condition) return;
    if ('var' in condition) {
      if (!Object.hasOwn(scenario.vars, condition.var))
        fail('ukendt-variabel', node, `Variablen ${condition.var} findes ikke.`);
      else if ('is' in condition && !isInRange(scenario, condition.var, condition.is))
        fail('vaerdi', node, `Variablen ${condition.var} kan aldrig være ${String(condition.is)}.`);
    } else if ('knows' in condition) {
      known('Pladsen', 'ukendt-plads', node, [condition.knows.seat], seats);
      known('Oplysningen', 'ukendt-oplysning', node, [condition.knows.fact], facts);
    } else if ('visited' in condition) known('Scenen', 'ukendt-scene', node, [condition.visited], nodes);
    else if ('chose' in condition) {
      const [scene = '', choice = ''] = condition.chose.split('/');
      if (!choicesOf(scenario, scene).some(({ id }) => id === choice))
        fail('ukendt-valg', node, `Valget ${condition.chose} findes ikke.`);
    } else if ('all' in condition) for (const one of condition.all) conditions(node, one);
    else if ('any' in condition) for (const one of condition.any) conditions(node, one);
    else conditions(node, condition.not);
  };
  const gotos = (node: string, goto: Choice['goto']) => {
    const lines = typeof goto === 'string' ? [{ goto }] : goto;
    known(
      'Scenen',
      'ukendt-scene',
      node,
      lines.map((line) => line.goto),
      nodes,
    );
    for (const line of lines) if ('when' in line) conditions(node, line.when);
    if (typeof goto !== 'string' && goto.at(-1)?.when)
      fail(
        'intet-ellers',
        node,
        'Den sidste linje i goto har en betingelse, så vejen kan ende blindt.',
        'Lad den sidste linje stå uden when.',
      );
  };

  known('Scenen', 'ukendt-scene', null, [scenario.start], nodes);
  known('Kompetencen', 'ukendt-kompetence', null, scenario.competences, competences);
  if (!Object.values(scenario.roles).some(({ playable }) => playable))
    fail('ingen-plads', null, 'Ingen plads kan spilles.', 'Skriv playable: true ved mindst én rolle.');
  for (const [name, variable] of Object.entries(scenario.vars))
    if (!isInRange(scenario, name, variable.init))
      fail('vaerdi', null, `Variablen ${name} begynder uden for sine grænser.`);
  for (const [name, fact] of Object.entries(scenario.facts)) {
    known('Pladsen', 'ukendt-plads', null, [fact.holder, ...fact.recipients], seats);
    known('Scenen', 'ukendt-scene', null, fact.arises ?? [], nodes);
    if (fact.need === 'part' && !fact.short)
      fail('kort-form', null, `Oplysningen ${name} skal kun deles delvist, men har ingen kort form.`, 'Skriv short.');
  }
  for (const { that } of scenario.assert) conditions(null, that);
  for (const [id, node] of Object.entries(scenario.nodes)) {
    if (node.type === 'outcome') continue;
    known('Pladsen', 'ukendt-plads', id, node.present ?? [], seats);
    for (const passage of node.passages) {
      conditions(id, passage.when);
      if ('say' in passage) known('Pladsen', 'ukendt-plads', id, [passage.say.seat], seats);
    }
    if (node.type === 'brief') {
      gotos(id, node.goto);
      continue;
    }
    if (node.seat !== 'table') known('Pladsen', 'ukendt-plads', id, [node.seat], seats);
    const ids = new Set(node.choices.map((choice) => choice.id));
    if (ids.size !== node.choices.length) fail('dobbelt-valg', id, 'To valg har samme id.');
    const others = Object.entries(scenario.roles).some(([seat, { playable }]) => playable && seat !== node.seat);
    if (node.seat !== 'table' && others && node.auto === undefined)
      fail(
        'uden-auto',
        id,
        'Scenen hører til en plads, men siger ikke, hvad sagen vælger, når en anden plads spilles.',
        'Skriv auto.',
      );
    const autos = typeof node.auto === 'string' ? [{ choice: node.auto }] : (node.auto ?? []);
    known(
      'Valget',
      'ukendt-valg',
      id,
      autos.map(({ choice }) => choice),
      ids,
    );
    for (const line of autos) if ('when' in line) conditions(id, line.when);
    if (Array.isArray(node.auto) && node.auto.at(-1)?.when)
      fail('intet-ellers', id, 'Den sidste linje i auto har en betingelse.', 'Lad den sidste linje stå uden when.');
    if (node.choices.every(({ rating }) => rating === 'poor'))
      fail('kun-svage-valg', id, 'Alle valg i scenen er svage.', 'Giv mindst ét rimeligt valg.');
    for (const choice of node.choices) {
      conditions(id, choice.when);
      gotos(id, choice.goto);
      known(
        'Oplysningen',
        'ukendt-oplysning',
        id,
        [...choice.reliesOn, ...choice.discloses.map(({ fact }) => fact)],
        facts,
      );
      known(
        'Pladsen',
        'ukendt-plads',
        id,
        choice.discloses.flatMap(({ to }) => to),
        seats,
      );
      for (const { fact, form } of choice.discloses)
        if (form === 'short' && scenario.facts[fact] && !scenario.facts[fact].short)
          fail('kort-form', id, `Valget ${choice.id} deler ${fact} i kort form, men der er ingen.`, 'Skriv short.');
      known('Bestemmelsen', 'ukendt-bestemmelse', id, choice.basis, provisions);
      known('Kompetencen', 'ukendt-kompetence', id, Object.keys(choice.evidence), competences);
      for (const [name, value] of Object.entries(choice.set)) {
        if (!Object.hasOwn(scenario.vars, name)) fail('ukendt-variabel', id, `Variablen ${name} findes ikke.`);
        else if (!isInRange(scenario, name, value))
          fail(
            'vaerdi',
            id,
            `Valget ${choice.id} sætter ${name} til ${String(value)}, som ligger uden for variablens grænser.`,
          );
      }
    }
  }
  return findings;
}

function choicesOf(scenario: Scenario, id: string): readonly Choice[] {
  const node = scenario.nodes[id];
  return node && node.type !== 'brief' && node.type !== 'outcome' ? node.choices : [];
}

function isInRange(scenario: Scenario, name: string, value: string | number | boolean): boolean {
  const variable = scenario.vars[name];
  if (!variable) return false;
  if (variable.type === 'bool') return typeof value === 'boolean';
  if (variable.type === 'enum') return typeof value === 'string' && variable.values.includes(value);
  return typeof value === 'number' && value >= variable.min && value <= variable.max;
}

interface Reached {
  readonly place: Place;
  readonly path: readonly string[];
  /** Whether a poor choice has been made on the way, by anyone. */
  readonly poor: boolean;
}

/** Walks every play from every playable seat, breadth first, so that the path of a finding is the shortest one. */
function checkPlays(scenario: Scenario, budget: number): CheckFinding[] {
  const findings = new Map<string, CheckFinding>();
  const add = (
    code: string,
    node: string | null,
    message: string,
    path: readonly string[],
    suggestion: string | null = null,
    severity: 'error' | 'warning' = 'error',
  ) => {
    const key = `${code}:${node}:${message}`;
    if (!findings.has(key)) findings.set(key, { code, severity, node, message, path, suggestion });
  };
  const asked = askedBy(scenario);
  const reached = new Set<string>();
  const open = new Set<string>();
  for (const seat of Object.entries(scenario.roles).flatMap(([id, { playable }]) => (playable ? [id] : []))) {
    const seen = new Set<string>();
    const queue: Reached[] = [{ place: openingPlace(scenario), path: [], poor: false }];
    const ends = new Set<string>();
    const stops: string[] = [];
    const cameFrom = new Map<string, string[]>();
    for (let index = 0; index < queue.length && seen.size < budget; index += 1) {
      const visit = queue[index] as Reached;
      const key = `${placeKey(visit.place, asked)}|${visit.poor}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { node: id, situation } = visit.place;
      reached.add(id);
      const node = scenario.nodes[id];
      if (!node) continue;
      if (node.type === 'outcome') {
        ends.add(id);
        stops.push(key);
        if (node.valence === 'bad' && !node.unlucky && !visit.poor)
          add(
            'uretfaerdig-slutning',
            id,
            'Den dårlige slutning kan nås uden et eneste svagt valg.',
            visit.path,
            'Lad et svagt valg føre hertil, eller skriv unlucky: true.',
          );
        for (const { at, that } of scenario.assert)
          if ((at === 'outcome' || at === `outcome-${node.valence}`) && !holds(that, situation))
            add('brudt-loefte', id, 'Forfatterens løfte i assert holder ikke ved denne slutning.', visit.path);
        continue;
      }
      const ways = waysFrom(scenario, seat, visit.place);
      if (!ways.some(({ to }) => to)) stops.push(key);
      if (ways.length === 0)
        add(
          'blind-vej',
          id,
          `Intet valg er åbent her, når pladsen ${seat} spilles.`,
          visit.path,
          'Lad mindst ét valg stå uden betingelse.',
        );
      for (const { choice, to } of ways) {
        if (!to) continue;
        if (choice) {
          open.add(`${id}/${choice.id}`);
          const by = node.type !== 'brief' && node.seat !== 'table' ? node.seat : seat;
          for (const fact of [...choice.reliesOn, ...choice.discloses.map((one) => one.fact)])
            if (!situation.knows.includes(`${by}:${fact}`))
              add(
                'ved-det-ikke',
                id,
                `Valget ${choice.id} bygger på ${fact}, som pladsen ${by} ikke ved her.`,
                visit.path,
                'Skriv en betingelse (knows), eller lad oplysningen komme før.',
              );
        }
        const next: Reached = {
          place: to,
          path: choice ? [...visit.path, `${id}/${choice.id}`] : visit.path,
          poor: visit.poor || choice?.rating === 'poor',
        };
        const nextKey = `${placeKey(to, asked)}|${next.poor}`;
        cameFrom.set(nextKey, [...(cameFrom.get(nextKey) ?? []), key]);
        queue.push(next);
      }
    }
    if (seen.size < budget) {
      const leaving = new Set(stops);
      for (const key of leaving) for (const before of cameFrom.get(key) ?? []) leaving.add(before);
      const circle = queue.find(({ place, poor }) => !leaving.has(`${placeKey(place, asked)}|${poor}`));
      if (circle)
        add(
          'rundgang',
          circle.place.node,
          `Herfra går sagen i ring uden en slutning, når pladsen ${seat} spilles.`,
          circle.path,
          'Lad en vej føre ud af ringen.',
        );
    }
    if (seen.size >= budget)
      add(
        'for-stor',
        null,
        `Sagen har over ${budget.toLocaleString('da-DK')} tilstande fra pladsen ${seat}. Resten er ikke gennemgået.`,
        [],
        'Brug færre variabler.',
        'warning',
      );
    if (ends.size === 0) add('ingen-slutning', null, `Ingen slutning kan nås fra pladsen ${seat}.`, []);
  }
  for (const id of Object.keys(scenario.nodes))
    if (!reached.has(id))
      add('uden-vej', id, 'Ingen vej fører til scenen.', [], 'Lad et valg føre hertil, eller fjern den.');
  for (const [id] of Object.entries(scenario.nodes))
    for (const { id: choice } of choicesOf(scenario, id))
      if (reached.has(id) && !open.has(`${id}/${choice}`))
        add('aldrig-aabent', id, `Valget ${choice} er aldrig åbent.`, [], 'Ret betingelsen.');
  const texts = Object.entries(scenario.nodes).flatMap(([id]) =>
    choicesOf(scenario, id).length > 0 ? [choicesOf(scenario, id)] : [],
  );
  const share = (count: number) => count / Math.max(texts.length, 1);
  const isBest = (choice: Choice | undefined) => choice?.rating === 'best';
  if (texts.length >= 4 && share(texts.filter((choices) => isBest(choices[0])).length) > 0.5)
    add(
      'altid-foerst',
      null,
      'Det stærke valg står først i over halvdelen af scenerne.',
      [],
      'Flyt rundt på valgene.',
      'warning',
    );
  if (
    texts.length >= 4 &&
    share(texts.filter((choices) => isBest(choices.toSorted((a, b) => b.text.length - a.text.length)[0])).length) > 0.5
  )
    add(
      'altid-laengst',
      null,
      'Det stærke valg er det længste i over halvdelen af scenerne.',
      [],
      'Skriv valgene lige lange.',
      'warning',
    );
  return [...findings.values()];
}
