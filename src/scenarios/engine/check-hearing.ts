import type { CheckFinding } from './check-report.ts';
import { nameIn } from './check-voice.ts';
import type { Explored } from './explore.ts';
import { isDeciding, type Option, optionsOf } from './options.ts';
import type { Passage, Scenario } from './schema.ts';
import { autoOptionAt, isPresent, passagesAt, textOf } from './shown.ts';
import { type Situation, situationTold } from './state.ts';
import { factReader, quotedIn } from './utterance.ts';

/** A fact that a text gives away, and whether somebody says it or the story does. */
interface GivenAway {
  readonly fact: string;
  readonly said: boolean;
}

interface Sayings {
  /** By `scene/number`. */
  readonly passages: ReadonlyMap<string, readonly GivenAway[]>;
  /** What is told after a decision: by `scene/choice`, and by scene where it is the same for all choices. */
  readonly follows: ReadonlyMap<string, readonly GivenAway[]>;
  /** What another seat is heard to choose, by `scene/choice`. */
  readonly chosen: ReadonlyMap<string, readonly GivenAway[]>;
}

/** What the texts of a case give away. */
export function sayingsOf(scenario: Scenario): Sayings {
  const factsIn = factReader(scenario);
  const given = (text: string, isSay = false): GivenAway[] => {
    const { quoted, narrated } = quotedIn(text);
    const said = factsIn(isSay ? text : quoted);
    const told = isSay ? [] : factsIn(narrated).filter((fact) => !said.includes(fact));
    return [...said.map((fact) => ({ fact, said: true })), ...told.map((fact) => ({ fact, said: false }))];
  };
  const passages = new Map<string, GivenAway[]>();
  const follows = new Map<string, GivenAway[]>();
  const chosen = new Map<string, GivenAway[]>();
  for (const [id, node] of Object.entries(scenario.nodes)) {
    if (node.type === 'outcome') continue;
    for (const [index, passage] of node.passages.entries())
      passages.set(`${id}/${index}`, 'say' in passage ? given(passage.say.text, true) : given(passage.text));
    if (!isDeciding(node)) continue;
    if ('choices' in node)
      for (const { id: choice, text, follows: next } of node.choices) {
        follows.set(`${id}/${choice}`, given(next));
        if (node.seat !== 'table') chosen.set(`${id}/${choice}`, given(text));
      }
    else follows.set(id, given(node.follows));
  }
  return { passages, follows, chosen };
}

/** Who hears a passage: those who are there, or every seat that can be played. */
function listenersOf(scenario: Scenario, scene: string, passage: Passage | undefined): string[] {
  const node = scenario.nodes[scene];
  const present =
    node && node.type !== 'outcome' && node.present
      ? node.present
      : Object.entries(scenario.roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
  return passage && 'say' in passage ? present.filter((seat) => seat !== passage.say.seat) : [...present];
}

/** `seat:fact` that the walk must tell apart, by scene, to know who had been told what is said there. */
export function heardOf(
  scenario: Scenario,
  { passages, follows, chosen }: Sayings,
): ReadonlyMap<string, readonly string[]> {
  const byScene = new Map<string, string[]>();
  for (const [key, given] of [...passages, ...follows, ...chosen]) {
    const [scene = ''] = key.split('/');
    const pairs = given.flatMap(({ fact }) => listenersOf(scenario, scene, undefined).map((seat) => `${seat}:${fact}`));
    byScene.set(scene, [...(byScene.get(scene) ?? []), ...pairs]);
  }
  return byScene;
}

/**
 * What is told to somebody who has not been told it (security.md P1): a scene without `present` tells every seat, and what
 * a person says on the screen is heard by all who are there. The judgement and the matrix would say that they do not know it.
 */
export function checkHearing(scenario: Scenario, explored: readonly Explored[], sayings: Sayings): CheckFinding[] {
  const found = new Map<string, { readonly finding: CheckFinding; readonly hearers: Set<string> }>();
  const hear = (
    walked: Explored,
    place: number,
    scene: string,
    where: readonly (string | number)[],
    { fact, said }: GivenAway,
    hearers: readonly string[],
  ) => {
    if (hearers.length === 0) return;
    const code = said ? 'sagt-men-ikke-fortalt' : 'fortaeller-for-meget';
    const key = `${code}:${scene}:${where.join('/')}:${fact}`;
    const known = found.get(key);
    if (known) for (const seat of hearers) known.hearers.add(seat);
    else {
      const at = ['nodes', scene, ...where];
      const finding = {
        code,
        severity: 'error' as const,
        node: scene,
        message: fact,
        path: walked.path(place),
        suggestion: null,
        seat: walked.seat,
        at,
      };
      found.set(key, { finding, hearers: new Set(hearers) });
    }
  };
  for (const walked of explored)
    for (const [number, place] of walked.places.entries()) {
      const told = situationTold(scenario, place.node, place.situation);
      for (const { index, passage } of passagesAt(scenario, place))
        for (const given of sayings.passages.get(`${place.node}/${index}`) ?? []) {
          const hearers = listenersOf(scenario, place.node, passage).filter((seat) => !knows(told, seat, given.fact));
          hear(walked, number, place.node, ['passages', index], given, hearers);
        }
      for (const { where, option, given: list } of followsAt(scenario, walked, number, sayings))
        for (const given of list) {
          const isTold =
            knows(place.situation, walked.seat, given.fact) ||
            option.discloses.some(({ fact, to }) => fact === given.fact && to.includes(walked.seat));
          hear(walked, number, place.node, where, given, isTold ? [] : [walked.seat]);
        }
    }
  return [
    ...[...found.values()].map(({ finding, hearers }) => worded(scenario, finding, [...hearers])),
    ...checkOpenScenes(scenario),
  ];
}

/** What shows in a scene without `present` that not all can be there: a seat learns something in it, or is called from it. */
function checkOpenScenes(scenario: Scenario): CheckFinding[] {
  const seats = Object.entries(scenario.roles).filter(([, { playable }]) => playable);
  const warn = (node: string, where: readonly (string | number)[], message: string): CheckFinding => ({
    code: 'fortaeller-for-meget',
    severity: 'warning',
    node,
    message,
    path: [],
    suggestion: 'Skriv present, så kun de, der er der, læser scenen.',
    at: ['nodes', node, ...where],
  });
  return Object.entries(scenario.nodes).flatMap(([id, node]): CheckFinding[] => {
    if (node.type === 'outcome' || node.present || node.passages.length === 0) return [];
    const learned = Object.entries(scenario.facts).filter(
      ([, { holder, arises }]) => arises?.includes(id) && seats.some(([seat]) => seat !== holder),
    );
    const called = node.passages.flatMap((passage, index) =>
      seats.flatMap(([seat, { intro }]) => {
        const name = nameIn(intro);
        return index > 0 && name && isCalled(name, textOf(passage)) ? [{ index, seat, name }] : [];
      }),
    );
    return [
      ...learned.map(([fact, { holder }]) =>
        warn(id, [], `Her får pladsen ${holder} ${fact} at vide, men scenen har ingen present, så alle læser den.`),
      ),
      ...called.map(({ index, seat, name }) =>
        warn(
          id,
          ['passages', index],
          `${name} (${seat}) bliver ringet op herfra og er altså et andet sted, men scenen har ingen present, så ${seat} læser det hele.`,
        ),
      ),
    ];
  });
}

/** Whether somebody of that name is called in a text, and so is elsewhere. */
function isCalled(name: string, text: string): boolean {
  return new RegExp(`(?:ringer|skriver|sender)[^.»«]{0,40} til ${name}(?!\\p{L})`, 'u').test(text);
}

function knows({ knows: known }: Pick<Situation, 'knows'>, seat: string, fact: string): boolean {
  return known.includes(`${seat}:${fact}`);
}

/** What follows at a place and is shown to the seat: from its own choices, and from another's that it hears. */
function followsAt(scenario: Scenario, { seat, places, edges }: Explored, number: number, sayings: Sayings) {
  const place = places[number];
  const node = place && scenario.nodes[place.node];
  if (!place || !isDeciding(node)) return [];
  const list = 'choices' in node ? node.choices : [];
  const where = (id: string) =>
    'choices' in node ? ['choices', list.findIndex((one) => one.id === id), 'follows'] : ['follows'];
  const shown = (option: Option, isHeard: boolean) => {
    const key = 'choices' in node ? `${place.node}/${option.id}` : place.node;
    const said = (isHeard && sayings.chosen.get(key)) || [];
    return { where: where(option.id), option, given: [...said, ...(sayings.follows.get(key) ?? [])] };
  };
  if (node.seat !== seat && node.seat !== 'table') {
    const option = isPresent(node, seat) ? autoOptionAt(scenario, seat, place) : undefined;
    return option ? [shown(option, true)] : [];
  }
  // A round's follows is the same whatever is told, and what it tells others is not what the seat hears.
  if (node.type === 'sharing') return [];
  const open = new Set((edges[number] ?? []).map(({ choice }) => choice));
  return [...optionsOf(node).values()].filter(({ id }) => open.has(id)).map((option) => shown(option, false));
}

function worded({ facts }: Scenario, finding: CheckFinding, hearers: readonly string[]): CheckFinding {
  const fact = finding.message;
  const who = `${hearers.length > 1 ? 'Pladserne' : 'Pladsen'} ${hearers.join(', ')}`;
  const have = 'har ikke fået det at vide';
  const text = facts[fact]?.short ?? facts[fact]?.text ?? fact;
  return finding.code === 'sagt-men-ikke-fortalt'
    ? {
        ...finding,
        message: `Her bliver ${fact} sagt højt (»${text}«). ${who} hører det, men ${have} efter reglerne.`,
        suggestion:
          'Lad et valg dele oplysningen før, skriv i present, hvem der er til stede, eller lad replikken sige mindre.',
      }
    : {
        ...finding,
        message: `Fortællingen røber ${fact} (»${text}«). ${who} læser det, men ${have} efter reglerne.`,
        suggestion: 'Skriv present, så kun de, der ved det, læser scenen, eller skriv teksten uden oplysningen.',
      };
}
