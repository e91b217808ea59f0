import { checkConsequences } from './check-consequences.ts';
import type { CheckFinding, Coverage } from './check-report.ts';
import { readAhead } from './explore.ts';
import { decisionCounts, ringsIn } from './leads.ts';
import { isDeciding, isDecision } from './options.ts';
import { randomFrom } from './random.ts';
import type { Condition, Passage, Scenario, SharingNode } from './schema.ts';
import { autoChoiceIn, holds, questionsIn } from './state.ts';
import { type Asked, askedBy, openingPlace, type Place, placeKey, type Way, waysFrom } from './walk.ts';

/** How many plays are drawn where the walk is not finished, and with which seed: the same report every time. */
const RANDOM_PLAYS = 10_000;
const SEED = 115;
/** Longer than any play that ends; a ring is not followed further. */
const LONGEST_PLAY = 500;

/** A place that has been come to, and from where. */
interface Visit {
  readonly place: Place;
  /** Whether a poor choice has been made on the way, by anyone. */
  readonly poor: boolean;
  readonly before: Visit | null;
  /** `scene/choice` that led here; null after a scene without a decision. */
  readonly via: string | null;
}

/** What all walks of a scenario find together. */
interface Found {
  readonly findings: Map<string, CheckFinding>;
  readonly scenes: Set<string>;
  /** `scene/choice` that were open somewhere. */
  readonly open: Set<string>;
  /** `seat:fact` that somebody was told. */
  readonly told: Set<string>;
}

/** Walks every play from every playable seat, breadth first, so that the path of a finding is the shortest one. */
export function checkPlays(
  scenario: Scenario,
  budget: number,
): { readonly findings: readonly CheckFinding[]; readonly coverage: readonly Coverage[] } {
  const asked = askedBy(scenario);
  const found: Found = { findings: new Map(), scenes: new Set(), open: new Set(), told: new Set() };
  const seats = Object.entries(scenario.roles).flatMap(([id, { playable }]) => (playable ? [id] : []));
  const coverage = seats.map((seat) => walkSeat(scenario, seat, asked, budget, found));
  const isWhole = coverage.every(({ kind }) => kind === 'all');
  const never = (code: string, node: string | null, message: string, suggestion: string, isSure = true) =>
    add(found, { code, severity: isSure && isWhole ? 'error' : 'warning', node, message, path: [], suggestion });
  for (const [id, node] of Object.entries(scenario.nodes)) {
    if (!found.scenes.has(id)) {
      never('uden-vej', id, 'Ingen vej fører til scenen.', 'Lad et valg føre hertil, eller fjern den.');
      continue;
    }
    if (!isDecision(node)) continue;
    for (const { id: choice } of node.choices)
      if (!found.open.has(`${id}/${choice}`))
        never('aldrig-aabent', id, `Valget ${choice} er aldrig åbent.`, 'Ret betingelsen, eller fjern valget.');
  }
  for (const [id, { need, recipients, holder }] of Object.entries(scenario.facts))
    for (const seat of need === 'yes' || need === 'part' ? recipients : [])
      if (seat !== holder && !found.told.has(`${seat}:${id}`))
        never(
          'naar-aldrig-frem',
          null,
          `Pladsen ${seat} har brug for ${id}, men kan aldrig få det at vide.`,
          'Lad et valg dele det, eller ret recipients.',
          false,
        );
  // What a passage says differently counts as well: the reader sees it.
  const read = new Set([...asked.knows, ...passagesOf(scenario).flatMap(({ when }) => knowsIn(when))]);
  for (const [id, node] of Object.entries(scenario.nodes))
    if (node.type === 'sharing' && scenario.roles[node.seat]?.playable && !isHeardOf(scenario, node, read))
      add(found, {
        code: 'runden-er-ligegyldig',
        severity: 'warning',
        node: id,
        message: 'Sagen går ens, hvad enten det nødvendige bliver sagt i runden eller ej.',
        path: [],
        suggestion: 'Lad en vej, en slutning eller en passage spørge (knows), om nogen fik det at vide.',
      });
  return { findings: [...found.findings.values(), ...checkConsequences(scenario, budget)], coverage };
}

function passagesOf({ nodes }: Scenario): readonly Passage[] {
  return Object.values(nodes).flatMap((node) => (node.type === 'outcome' ? [] : (node.passages ?? [])));
}

/** The `seat:fact` that a condition asks about. */
function knowsIn(condition: Condition | undefined): string[] {
  return questionsIn(condition).flatMap((one) => ('knows' in one ? [`${one.knows.seat}:${one.knows.fact}`] : []));
}

/** Whether something asks after what others need and could be told in a round; true when nobody needs anything. */
function isHeardOf({ facts }: Scenario, node: SharingNode, read: ReadonlySet<string>): boolean {
  const needed = node.facts.flatMap((name) => {
    const { need, recipients = [] } = facts[name] ?? {};
    return need === 'yes' || need === 'part'
      ? recipients.filter((to) => to !== node.seat && node.recipients.includes(to)).map((to) => `${to}:${name}`)
      : [];
  });
  return needed.length === 0 || needed.some((one) => read.has(one));
}

function add({ findings }: Found, finding: CheckFinding) {
  const key = `${finding.code}:${finding.node}:${finding.message}`;
  if (!findings.has(key)) findings.set(key, finding);
}

function pathOf(visit: Visit): string[] {
  const path: string[] = [];
  for (let one: Visit | null = visit; one; one = one.before) if (one.via !== null) path.push(one.via);
  return path.reverse();
}

function walkSeat(scenario: Scenario, seat: string, asked: Asked, budget: number, found: Found): Coverage {
  const ahead = readAhead(scenario);
  const ids = new Map<string, number>();
  const queue: Visit[] = [];
  /** For each place: where it leads, doubled, and one more for an own decision. Numbers, since there may be a million. */
  const leads: number[][] = [];
  const ends: number[] = [];
  const reach = (visit: Visit): number => {
    const key = `${visit.poor ? '!' : ''}${placeKey(visit.place, ahead.get(visit.place.node) ?? asked)}`;
    const id = ids.get(key);
    if (id !== undefined) return id;
    ids.set(key, queue.length);
    return queue.push(visit) - 1;
  };
  reach({ place: openingPlace(scenario), poor: false, before: null, via: null });
  for (let index = 0; index < queue.length && index < budget; index += 1) {
    const visit = queue[index] as Visit;
    const next = visitPlace(scenario, seat, visit, asked, found);
    if (next === 'end') ends.push(index);
    leads[index] = next === 'end' ? [] : next.map((one) => reach(one.visit) * 2 + Number(one.own));
  }
  if (queue.length > budget) return sample(scenario, seat, asked, budget, found);
  if (ends.length === 0)
    add(found, {
      code: 'ingen-slutning',
      severity: 'error',
      node: null,
      message: `Ingen slutning kan nås fra pladsen ${seat}.`,
      path: [],
      suggestion: 'Lad en vej føre til en slutning.',
      seat,
    });
  if (ends.length > 0)
    for (const { entry, scenes } of ringsIn(leads, ends, (place) => queue[place]?.place.node ?? '')) {
      const titles = scenes.map((id) => `»${scenario.nodes[id]?.title ?? id}«`);
      add(found, {
        code: 'rundgang',
        severity: 'error',
        node: [...scenes].sort()[0] ?? null,
        // Without the seat: a ring is one finding, however many seats come to it.
        message: `Scenerne ${titles.join(' → ')} går i ring, og ingen vej fører ud til en slutning.`,
        path: pathOf(queue[entry] as Visit),
        suggestion: 'Lad et valg eller en betingelse føre ud af ringen.',
        seat,
      });
    }
  return { kind: 'all', seat, places: queue.length, decisions: decisionCounts(leads, ends) };
}

/** Looks at one place; gives the visits that follow, or says that the play ends here. */
function visitPlace(
  scenario: Scenario,
  seat: string,
  visit: Visit,
  asked: Asked,
  found: Found,
): { readonly visit: Visit; readonly own: boolean }[] | 'end' {
  const { node: id, situation } = visit.place;
  const node = scenario.nodes[id];
  const fail = (code: string, message: string, suggestion: string) =>
    add(found, { code, severity: 'error', node: id, message, path: pathOf(visit), suggestion, seat });
  found.scenes.add(id);
  if (!node) return 'end';
  if (node.type === 'outcome') {
    if (node.valence === 'bad' && !node.unlucky && !visit.poor)
      fail(
        'uretfaerdig-slutning',
        'Den dårlige slutning kan nås uden et eneste svagt valg.',
        'Lad et svagt valg føre hertil, eller skriv unlucky: true.',
      );
    for (const [index, { at, that }] of scenario.assert.entries())
      if ((at === 'outcome' || at === `outcome-${node.valence}`) && !holds(that, situation))
        fail(
          'brudt-loefte',
          `Forfatterens løfte nr. ${index + 1} i assert holder ikke ved denne slutning.`,
          'Ret vejen hertil, eller ret løftet.',
        );
    return 'end';
  }
  const ways = waysFrom(scenario, seat, visit.place, asked);
  if (ways.length === 0) fail('blind-vej', ...closedWay(scenario, seat, visit.place));
  const own = ways.filter((way) => way.own);
  if (own.length > 0 && own.every(({ choice }) => choice?.rating === 'poor'))
    fail('kun-svage-valg', 'Her er kun svage valg åbne.', 'Lad et rimeligt valg være åbent her.');
  return ways.flatMap((way) => {
    if (isDeciding(node)) note(scenario, seat, visit, way, found);
    return way.to ? [{ visit: after(visit, way, way.to), own: way.own }] : [];
  });
}

/** Why there is no way on from a place, and what to do. */
function closedWay(
  scenario: Scenario,
  seat: string,
  { node: id, situation }: Place,
): [message: string, suggestion: string] {
  const node = scenario.nodes[id];
  if (isDeciding(node) && node.seat !== seat && node.seat !== 'table') {
    const auto = autoChoiceIn(node, situation);
    if (isDecision(node) && auto !== undefined)
      return [
        `Når pladsen ${seat} spilles, vælger auto her ${auto}, men det valg er lukket på denne vej.`,
        'Lad auto vælge et andet valg her (en linje med when), eller åbn valget.',
      ];
    return [
      `Når pladsen ${seat} spilles, siger auto her noget, som pladsen ${node.seat} ikke kan sige på denne vej.`,
      'Lad auto kun dele det, som pladsen ved her, eller ret scenens mål og grundlag.',
    ];
  }
  return [`Intet valg er åbent her, når pladsen ${seat} spilles.`, 'Lad mindst ét valg stå uden betingelse.'];
}

function after(visit: Visit, { choice }: Way, to: Place): Visit {
  return {
    place: to,
    poor: visit.poor || choice?.rating === 'poor',
    before: visit,
    via: choice ? `${visit.place.node}/${choice.id}` : null,
  };
}

/** What a choice builds on and tells: only what its seat knows there. */
function note(scenario: Scenario, seat: string, visit: Visit, { choice }: Way, found: Found) {
  const { node: id, situation } = visit.place;
  const node = scenario.nodes[id];
  if (!choice || !isDeciding(node)) return;
  found.open.add(`${id}/${choice.id}`);
  const by = node.seat === 'table' ? seat : node.seat;
  for (const { fact, to } of choice.discloses) for (const one of to) found.told.add(`${one}:${fact}`);
  for (const fact of [...choice.reliesOn, ...choice.discloses.map((one) => one.fact)])
    if (!situation.knows.includes(`${by}:${fact}`))
      add(found, {
        code: 'ved-det-ikke',
        severity: 'error',
        node: id,
        message: `Valget ${choice.id} bygger på ${fact}, som pladsen ${by} ikke ved her.`,
        path: pathOf(visit),
        suggestion: 'Skriv en betingelse (knows), eller lad oplysningen komme før.',
        seat,
      });
}

/** Plays at random with a fixed seed, as many as fit a report, and counts what was met. */
function sample(scenario: Scenario, seat: string, asked: Asked, budget: number, found: Found): Coverage {
  add(found, {
    code: 'for-stor',
    severity: 'warning',
    node: null,
    message: `Sagen har over ${budget.toLocaleString('da-DK')} tilstande fra pladsen ${seat}. Resten er spillet tilfældigt ${RANDOM_PLAYS.toLocaleString('da-DK')} gange.`,
    path: [],
    suggestion: 'Brug færre variabler.',
    seat,
  });
  const random = randomFrom(SEED);
  const hits: Record<string, number> = {};
  for (let play = 0; play < RANDOM_PLAYS; play += 1) {
    let visit: Visit = { place: openingPlace(scenario), poor: false, before: null, via: null };
    const met = new Set<string>();
    for (let step = 0; step < LONGEST_PLAY; step += 1) {
      met.add(visit.place.node);
      const next = visitPlace(scenario, seat, visit, asked, found);
      if (next === 'end') break;
      const drawn = next[Math.floor(random() * next.length)];
      if (!drawn) break;
      visit = drawn.visit;
    }
    for (const id of met) hits[id] = (hits[id] ?? 0) + 1;
  }
  return { kind: 'sampled', seat, places: budget, plays: RANDOM_PLAYS, hits, decisions: null };
}
