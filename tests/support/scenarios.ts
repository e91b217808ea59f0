import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  advance,
  askedBy,
  type CheckContext,
  type CompiledScenario,
  editionsOf,
  type Move,
  movesFrom,
  type OpenMove,
  type PlayState,
  type SceneView,
  startPlay,
} from '#src/scenarios/engine/index.ts';
import { parseScenario } from '#src/scenarios/engine/parse.ts';
import { type Scenario, scenarioSchema } from '#src/scenarios/engine/schema.ts';
import { openingPlace, type Place, placeKey, waysFrom } from '#src/scenarios/engine/walk.ts';
import { projectRoot } from './imports.ts';

/** What a test changes of the small case: objects are merged, all else is replaced, `undefined` takes a field away. */
export interface Overrides {
  readonly [field: string]: unknown;
}

/** Provisions and competences that the small case refers to. */
export const knownElsewhere: CheckContext = {
  provisions: new Map([
    ['rpl-115-2', { validFrom: '2009-04-01', validTo: null, isFirm: true }],
    ['rpl-115-4', { validFrom: null, validTo: null, isFirm: true }],
    ['ophaevet', { validFrom: null, validTo: '2020-12-31', isFirm: true }],
    ['usikker', { validFrom: null, validTo: null, isFirm: false }],
  ]),
  competences: new Set(['videregivelse']),
};

/**
 * A small case without faults. Kommune decides in `fortael`, psykiatri in `spoerg`, politi in `udrykning`, and whoever plays in
 * `bordet`. Choices stand by id here, so that a test can change one of them.
 */
const small = {
  schema: 'psp-scenario/1',
  id: 'lille-sag',
  version: '1.0.0',
  lang: 'da',
  title: 'En lille sag',
  summary: 'Ole skal flytte. Tre myndigheder ved hver noget.',
  minutes: 5,
  lawDate: '2026-11-22',
  competences: ['videregivelse'],
  roles: {
    politi: { authority: 'politi', playable: true, intro: 'Du er Henrik.' },
    kommune: { authority: 'kommune', playable: true, intro: 'Du er Mette.' },
    psykiatri: { authority: 'psykiatri', playable: true, intro: 'Du er Karin.' },
    kif: { authority: 'kif' },
  },
  vars: {
    ansvar: { type: 'enum', values: ['ingen', 'kommune'], init: 'ingen' },
    tillid: { type: 'int', min: 0, max: 2, init: 1 },
  },
  facts: {
    ture: {
      holder: 'politi',
      kind: 'strafbart',
      text: 'To ture til opgangen og en anmeldelse.',
      short: 'To ture med datoer.',
      need: 'part',
      recipients: ['psykiatri'],
    },
    vidne: { holder: 'politi', kind: 'strafbart', text: 'Det, vidnet har forklaret.', need: 'no' },
    frist: {
      holder: 'kommune',
      kind: 'socialt',
      text: 'Ole skal ud på dag 30.',
      need: 'yes',
      recipients: ['politi', 'psykiatri'],
    },
    notater: { holder: 'kommune', kind: 'socialt', text: 'Gamle notater om hans bror.', need: 'later' },
    kendt: {
      holder: 'psykiatri',
      kind: 'helbred',
      text: 'Har en diagnose og var indlagt i foråret.',
      short: 'Kendt i psykiatrien.',
      need: 'part',
      recipients: ['kommune', 'politi'],
    },
  },
  start: 'brevet',
  nodes: {
    brevet: {
      type: 'brief',
      title: 'Brevet',
      day: 'Dag 1',
      present: ['kommune'],
      passages: [{ text: 'Et brev ligger på bordet i kommunen.' }],
      goto: 'fortael',
    },
    fortael: {
      type: 'disclosure',
      title: 'Hvad siger kommunen?',
      day: 'Dag 2',
      seat: 'kommune',
      auto: 'noedvendigt',
      passages: [{ say: { seat: 'kif', name: 'Bent', text: '»Hvad har I brug for?«' } }],
      question: 'Hvad siger du om Ole?',
      choices: {
        alt: {
          text: 'Jeg fortæller det hele om Ole.',
          discloses: [
            { fact: 'frist', to: ['politi', 'psykiatri'] },
            { fact: 'notater', to: ['politi', 'psykiatri', 'kif'] },
          ],
          verdict: 'unlawful',
          basis: ['rpl-115-2'],
          rating: 'poor',
          fault: 'overdeling',
          set: { tillid: 0 },
          why: 'Begrundelsen for alt.',
          follows: 'Der bliver stille.',
          goto: 'spoerg',
        },
        noedvendigt: {
          text: 'Jeg siger fristen.',
          discloses: [{ fact: 'frist', to: ['politi', 'psykiatri'] }],
          verdict: 'lawful',
          basis: ['rpl-115-2'],
          rating: 'best',
          evidence: { videregivelse: 2 },
          why: 'Begrundelsen for fristen.',
          follows: 'De skriver datoen ned.',
          goto: 'spoerg',
        },
        intet: {
          text: 'Jeg siger ikke noget endnu.',
          rating: 'poor',
          fault: 'underdeling',
          why: 'Begrundelsen for tavshed.',
          follows: 'Ingen ved, at det haster.',
          goto: 'spoerg',
        },
      },
    },
    spoerg: {
      type: 'disclosure',
      title: 'Hvad siger psykiatrien?',
      day: 'Dag 2',
      seat: 'psykiatri',
      auto: [{ when: { knows: { seat: 'psykiatri', fact: 'frist' } }, choice: 'kort' }, { choice: 'tier' }],
      question: 'Hvad svarer du?',
      choices: {
        kort: {
          text: 'Jeg siger, at vi kender ham, og ikke mere end det.',
          when: { knows: { seat: 'psykiatri', fact: 'frist' } },
          discloses: [{ fact: 'kendt', to: ['kommune', 'politi'], form: 'short' }],
          verdict: 'lawful',
          basis: ['rpl-115-2'],
          reliesOn: ['frist'],
          rating: 'best',
          why: 'Begrundelsen for kort.',
          follows: 'Kommunen nikker.',
          goto: 'udrykning',
        },
        journal: {
          text: 'Jeg læser op af journalen.',
          discloses: [{ fact: 'kendt', to: ['kommune', 'politi'] }],
          verdict: 'unlawful',
          basis: ['rpl-115-2'],
          rating: 'poor',
          fault: 'overdeling',
          why: 'Begrundelsen for journalen.',
          follows: 'Alle skriver diagnosen ned.',
          goto: 'udrykning',
        },
        tier: {
          text: 'Jeg venter på, at de spørger.',
          rating: 'acceptable',
          missing: 'Hvad mangler der? At han er kendt.',
          why: 'Begrundelsen for at vente.',
          follows: 'Ingen spørger.',
          goto: 'udrykning',
        },
      },
    },
    udrykning: {
      type: 'disclosure',
      title: 'Hvad siger politiet?',
      day: 'Dag 3',
      present: ['politi', 'psykiatri'],
      seat: 'politi',
      auto: 'datoer',
      question: 'Hvad siger du om turene?',
      choices: {
        forklaring: {
          text: 'Jeg siger, hvad vidnet så.',
          discloses: [{ fact: 'vidne', to: ['psykiatri'] }],
          verdict: 'unlawful',
          basis: ['rpl-115-2'],
          rating: 'poor',
          why: 'Begrundelsen for forklaringen.',
          follows: 'Vidnet hører om det.',
          goto: 'bordet',
        },
        datoer: {
          text: 'Jeg siger datoerne.',
          discloses: [{ fact: 'ture', to: ['psykiatri'], form: 'short' }],
          verdict: 'lawful',
          basis: ['rpl-115-2'],
          rating: 'best',
          why: 'Begrundelsen for datoerne.',
          follows: 'Datoerne står på tavlen.',
          goto: 'bordet',
        },
      },
    },
    bordet: {
      type: 'decision',
      title: 'Hvem gør det?',
      day: 'Dag 4',
      seat: 'table',
      rationale: 'optional',
      hint: 'Tænk på hans frist.',
      passages: [{ text: 'Stemningen er dårlig.', when: { var: 'tillid', lte: 0 } }],
      question: 'Hvem tager ansvaret for Ole?',
      choices: {
        venter: {
          text: 'Vi venter og ser.',
          rating: 'poor',
          fault: 'passivitet',
          why: 'Begrundelsen for at se tiden an.',
          follows: 'Der sker ingenting.',
          goto: 'skidt',
        },
        kommunen: {
          text: 'Kommunen gør det.',
          set: { ansvar: 'kommune' },
          rating: 'best',
          why: 'Begrundelsen for kommunen.',
          follows: 'Mette skriver sit navn på tavlen.',
          goto: [
            {
              when: {
                all: [
                  { var: 'ansvar', is: 'kommune' },
                  { var: 'tillid', gte: 1 },
                  { knows: { seat: 'psykiatri', fact: 'frist' } },
                ],
              },
              goto: 'godt',
            },
            { goto: 'blandet' },
          ],
        },
        alle: {
          text: 'Vi gør det alle sammen i fællesskab.',
          rating: 'acceptable',
          missing: 'Hvad mangler der? Et navn.',
          why: 'Begrundelsen for fællesskabet.',
          follows: 'Alle nikker.',
          goto: 'blandet',
        },
      },
    },
    godt: {
      type: 'outcome',
      title: 'Han bliver boende',
      day: 'Dag 30',
      valence: 'good',
      text: 'Ole bor der stadig.',
      lines: [
        { text: 'Vidnet siger ikke mere til nogen.', when: { chose: 'udrykning/forklaring' } },
        { text: 'Diagnosen står nu tre steder.', when: { chose: 'spoerg/journal' } },
      ],
    },
    blandet: { type: 'outcome', title: 'Han flytter', day: 'Dag 30', valence: 'mixed', text: 'Ole får et værelse.' },
    skidt: { type: 'outcome', title: 'Han forsvinder', day: 'Dag 30', valence: 'bad', text: 'Ingen ved, hvor Ole er.' },
  },
  assert: [{ at: 'outcome-good', that: { var: 'ansvar', is: 'kommune' } }],
};

/** The small case with what a test changes; the format is kept, whatever else is broken. */
export function buildScenario(overrides: Overrides = {}): Scenario {
  return scenarioSchema.parse(withChoiceLists(merged(small, overrides)));
}

/** The small case in which every decision is the table's, so that nothing is chosen by the case. */
export function buildTableScenario(overrides: Overrides = {}): Scenario {
  const table = { seat: 'table', auto: undefined };
  return buildScenario(merged({ nodes: { fortael: table, spoerg: table, udrykning: table } }, overrides) as Overrides);
}

/** `moves('fortael/alt', 'bordet/venter')` */
export function moves(...taken: readonly string[]): Move[] {
  return taken.map((one) => {
    const [node = '', choice = ''] = one.split('/');
    return { node, choice };
  });
}

export function playableSeats({ roles }: Scenario): string[] {
  return Object.entries(roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
}

/** What is picked at each decision in turn, counted round the open choices; after the last one, the first open choice. */
export const anyPicks: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 11 }), { maxLength: 24 });

/** Most decisions that a random play takes: more than any case has, so that a play that never ends fails instead of hanging. */
const MOST_DECISIONS = 60;

/** A play by random picks among the open choices: each state that a learner meets, and the moves between them. */
export function randomPlay(
  compiled: CompiledScenario,
  seat: string,
  picks: readonly number[],
): { readonly states: readonly PlayState[]; readonly moves: readonly Move[] } {
  let state = startPlay(compiled, seat);
  const states = [state];
  const taken: Move[] = [];
  while (taken.length < MOST_DECISIONS) {
    const open = movesFrom(compiled.scenario, state, askedBy(compiled.scenario));
    if (open.length === 0) break;
    const { move } = open[(picks[taken.length] ?? 0) % open.length] as OpenMove;
    const advanced = advance(compiled, state, move);
    if (advanced.kind === 'refused') throw new Error(`${advanced.reason}: ${move.node}/${move.choice}`);
    state = advanced.state;
    states.push(state);
    taken.push(move);
  }
  return { states, moves: taken };
}

/** Every place that a seat can come to, by its key: told apart by all that some condition of the case reads. */
export function reachable(scenario: Scenario, seat: string): Map<string, Place> {
  const asked = askedBy(scenario);
  const places = new Map<string, Place>();
  const queue = [openingPlace(scenario)];
  for (const place of queue) {
    const key = placeKey(place, asked);
    if (places.has(key)) continue;
    places.set(key, place);
    for (const { to } of waysFrom(scenario, seat, place, asked)) if (to) queue.push(to);
  }
  return places;
}

/** A seat's own choices, by scene, that lead to an end of a kind; the best rated or the poorest first. Undefined where there is none. */
export function choicesTo(
  scenario: Scenario,
  seat: string,
  valence: 'good' | 'bad',
): ReadonlyMap<string, string> | undefined {
  const asked = askedBy(scenario);
  const order = valence === 'good' ? ['best', 'acceptable', 'poor'] : ['poor', 'acceptable', 'best'];
  const seen = new Set<string>();
  const search = (place: Place, chosen: ReadonlyMap<string, string>): ReadonlyMap<string, string> | undefined => {
    const key = placeKey(place, asked);
    if (seen.has(key)) return undefined;
    seen.add(key);
    const node = scenario.nodes[place.node];
    if (node?.type === 'outcome') return node.valence === valence ? chosen : undefined;
    const ways = waysFrom(scenario, seat, place, asked).toSorted(
      (a, b) => order.indexOf(a.choice?.rating ?? '') - order.indexOf(b.choice?.rating ?? ''),
    );
    for (const { choice, own, to } of ways) {
      const after = choice && own ? new Map([...chosen, [place.node, choice.id]]) : chosen;
      const found = to && search(to, after);
      if (found) return found;
    }
    return undefined;
  };
  return search(openingPlace(scenario), new Map());
}

const libraryFolder = join(projectRoot, 'src/scenarios/library');

/** What a scene offers as choices or reasons; empty where it asks for something else. */
export function offered({ asked }: SceneView): readonly { readonly id: string; readonly text: string }[] {
  return asked?.kind === 'choice' || asked?.kind === 'reason' ? asked.options : [];
}

/** Every case that the site offers as it is played: its first edition. @throws when one breaks the format */
export function libraryEditions(): Scenario[] {
  return libraryScenarios()
    .flatMap((scenario) => editionsOf(scenario).slice(0, 1))
    .map(({ scenario }) => scenario);
}

/** Every case that the site offers, as its file stands. @throws when one breaks the format */
export function libraryScenarios(): Scenario[] {
  return readdirSync(libraryFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const parsed = parseScenario(readFileSync(join(libraryFolder, name), 'utf8'), name);
      if (!parsed.ok) throw new Error(parsed.findings.map(({ line, message }) => `${name}:${line}: ${message}`).join());
      return parsed.scenario;
    });
}

function isObject(value: unknown): value is Overrides {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects merged field by field; a field that is `undefined` in the change is taken away. */
export function merged(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change)) return change;
  const all = { ...base };
  for (const [key, value] of Object.entries(change)) {
    // An absent field in the base keeps the `undefined`, so that two layers of changes can be merged first.
    if (value === undefined && key in base) delete all[key];
    else all[key] = merged(base[key], value);
  }
  return all;
}

function withChoiceLists(scenario: unknown): unknown {
  if (!isObject(scenario)) return scenario;
  const { nodes, ...rest } = scenario;
  if (!isObject(nodes)) return scenario;
  const listed = Object.entries(nodes).map(([name, node]) => {
    if (!isObject(node)) return [name, node];
    const { choices } = node;
    if (!isObject(choices)) return [name, node];
    const list = Object.entries(choices).map(([id, fields]) => (isObject(fields) ? { id, ...fields } : fields));
    return [name, { ...node, choices: list }];
  });
  return { ...rest, nodes: Object.fromEntries(listed) };
}
