import type { Rating } from './judgement.ts';
import { isDeciding, isDecision, type Option, optionsOf } from './options.ts';
import type { Move, PlayState } from './play.ts';
import { fairRound, hearersIn, roundOption, shareablesIn } from './round.ts';
import type { Choice, Condition, Scenario, SharingNode } from './schema.ts';
import { type Sharing, shareText } from './share-text.ts';
import {
  type Answers,
  afterEffect,
  autoChoiceIn,
  effectOf,
  effectOfScene,
  holds,
  isAwaiting,
  isTold,
  openingSituation,
  questionsIn,
  type Situation,
  targetIn,
} from './state.ts';

/** A place in the state space: a scene and the situation in it. Walked over our own data, without the machine: it is some twenty times faster. */
export interface Place {
  readonly node: string;
  readonly situation: Situation;
}

/** What can happen at a place. `choice` is null for a scene without a decision. */
export interface Way {
  readonly choice: Option | null;
  readonly own: boolean;
  readonly to: Place | null;
}

export function openingPlace(scenario: Scenario): Place {
  return { node: scenario.start, situation: openingSituation(scenario) };
}

/**
 * The ways on from a place for who plays a seat; empty at an outcome and at a dead end.
 * @param asked of a free round only what some condition reads is told or kept apart
 * @param played a round that was really played, walked besides
 */
export function waysFrom(
  scenario: Scenario,
  seat: string,
  { node: id, situation }: Place,
  asked: Asked,
  played?: string | undefined,
): Way[] {
  const node = scenario.nodes[id];
  if (!node || node.type === 'outcome') return [];
  const arrive = (goto: Choice['goto'], next: Situation): Place | null => {
    const target = targetIn(goto, next);
    return target !== undefined && scenario.nodes[target] ? { node: target, situation: next } : null;
  };
  if (!isDeciding(node)) {
    const effect = isTold(node, situation) ? effectOfScene(scenario, id) : null;
    return [{ choice: null, own: false, to: arrive(node.goto, afterEffect(situation, effect, seat, false)) }];
  }
  const own = node.seat === seat || node.seat === 'table';
  const by = node.seat === 'table' ? seat : node.seat;
  const auto = own ? undefined : autoChoiceIn(node, situation);
  const options =
    node.type === 'sharing'
      ? (own ? [...roundsIn(scenario, { id, node }, situation, by, asked), ...(played ? [played] : [])] : [auto ?? ''])
          .map((text) => roundOption(scenario, { id, node }, situation, by, text))
          .filter((option) => option !== undefined)
      : [...optionsOf(node).values()].filter((option) => holds(option.when, situation) && (own || option.id === auto));
  return options.map((option) => ({
    choice: option,
    own,
    to: arrive(
      option.goto,
      remembered(situation, afterEffect(situation, effectOf(id, option), by, own), id, option.id, asked),
    ),
  }));
}

/**
 * Of a trail and of visits a walk keeps what some condition asks about: two hundred thousand whole trails would fill the
 * memory. A choice that is taken again is kept once, or a circle of decisions would never come back to where it was; what
 * is answered is the last that was asked (state.ts).
 */
function remembered(before: Situation, after: Situation, node: string, choice: string, asked: Asked): Situation {
  const isRead = (one: string) => asked.chose.has(`${node}/${one}`);
  const others = before.trail.filter((step) => step.node !== node || (step.choice !== choice && isRead(step.choice)));
  return {
    ...after,
    trail: isRead(choice) || asked.answers.has(node) ? [...others, ...after.trail.slice(-1)] : before.trail,
    visited: asked.visited.has(node) ? after.visited : before.visited,
  };
}

/** Up to this many pairs of fact and hearer are told apart in a round; with more, one at a time is told or kept. */
const MOST_PAIRS = 8;

/**
 * The rounds that a walk must try: the fair one, and every way to tell or keep what a condition reads, each with all else
 * told fairly, so that a poor judgement there comes from those pairs alone. Where it is fair to ask a lawyer first, nothing
 * is told by that, so the ways to tell are tried on the best of the other grounds.
 */
function roundsIn(
  scenario: Scenario,
  at: { readonly id: string; readonly node: SharingNode },
  situation: Situation,
  by: string,
  asked: Asked,
): string[] {
  const fair = fairRound(scenario, at, situation, by);
  const pairs = shareablesIn(scenario, at, situation, by).flatMap(({ fact, full, short }) =>
    hearersIn(at.node, by)
      .filter((to) => asked.knows.has(`${to}:${fact}`) && !situation.knows.includes(`${to}:${fact}`))
      .map((to) => ({ fact, to, form: fairForm(fair, fact) ?? (full === null && short !== null ? 'short' : 'full') })),
  );
  const without = fair.shares.flatMap((share) => {
    const to = share.to.filter((one) => !pairs.some((pair) => pair.fact === share.fact && pair.to === one));
    return to.length > 0 ? [{ ...share, to }] : [];
  });
  const telling = fair.ground === 'ask-lawyer' ? fairRound(scenario, at, situation, by, ['ask-lawyer']) : fair;
  const round = (told: typeof pairs, said: Sharing) =>
    shareText({ ...said, shares: [...without, ...told.map(({ fact, to, form }) => ({ fact, to: [to], form }))] });
  const isFair = ({ fact, to }: (typeof pairs)[number]) =>
    fair.shares.some((share) => share.fact === fact && share.to.includes(to));
  const ways =
    pairs.length > MOST_PAIRS
      ? [pairs.filter(isFair), [], pairs, ...pairs.map((pair) => pairs.filter((one) => isFair(one) !== (one === pair)))]
      : Array.from({ length: 2 ** pairs.length }, (_, bits) =>
          pairs.filter((_pair, index) => (bits >> index) % 2 === 1),
        );
  const isAnswered = asked.answers.has(at.id);
  const isOffered = at.node.grounds.some(({ ground }) => ground === 'ask-lawyer');
  return [
    ...(fair.ground === 'ask-lawyer' ? [shareText(fair)] : []),
    ...ways.map((told) => round(told, telling)),
    // Elsewhere asking first tells as little as silence does.
    ...(isOffered && isAnswered ? ways.map((told) => round(told, { ...fair, ground: 'ask-lawyer' })) : []),
  ];
}

function fairForm(fair: Sharing, fact: string): 'full' | 'short' | undefined {
  return fair.shares.find((share) => share.fact === fact)?.form;
}

/** What the scenario's conditions ask about; the rest need not tell states apart. */
export interface Asked {
  readonly vars: ReadonlySet<string>;
  readonly knows: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly chose: ReadonlySet<string>;
  /** `seat:fact` whose form matters: the seat may pass it on in a round. */
  readonly forms: ReadonlySet<string>;
  /** Scenes that some later scene answers, with what each of their choices puts off. */
  readonly answers: ReadonlyMap<string, Answers['later']>;
}

/** Collects what any condition of the scenario reads, so that facts that nothing later reads stay out of the state space. @param nodes whose conditions are read */
export function askedBy(scenario: Scenario, nodes: Scenario['nodes'] = scenario.nodes): Asked {
  const asked = {
    vars: new Set<string>(),
    knows: new Set<string>(),
    visited: new Set<string>(),
    chose: new Set<string>(),
    forms: new Set<string>(),
    answers: new Map<string, Answers['later']>(),
  };
  const playable = Object.entries(scenario.roles).flatMap(([seat, role]) => (role.playable ? [seat] : []));
  const collect = (condition: Condition | undefined): void => {
    for (const one of questionsIn(condition))
      if ('var' in one) asked.vars.add(one.var);
      else if ('knows' in one) asked.knows.add(`${one.knows.seat}:${one.knows.fact}`);
      else if ('visited' in one) asked.visited.add(one.visited);
      else asked.chose.add(one.chose);
  };
  const gotos = (goto: Choice['goto']) =>
    typeof goto !== 'string' &&
    goto.forEach(({ when }) => {
      collect(when);
    });
  for (const [id, node] of Object.entries(nodes)) {
    if (node.type === 'outcome') continue;
    if (!isDeciding(node)) {
      const answers = effectOfScene(scenario, id)?.answers;
      if (answers) asked.answers.set(answers.scene, answers.later);
      if (node.type === 'inject') collect(node.when);
      gotos(node.goto);
    } else if (node.type === 'commit') gotos(node.goto);
    else if (node.type === 'sharing') {
      gotos(node.goto);
      collect(node.consent?.when);
      collect(node.danger);
      // What can be told depends on what has arisen, and on what the seat has been told itself.
      for (const name of node.facts) {
        const fact = scenario.facts[name];
        for (const scene of fact?.arises ?? []) asked.visited.add(scene);
        for (const seat of node.seat === 'table' ? playable : [node.seat])
          if (fact && fact.holder !== seat) {
            asked.knows.add(`${seat}:${name}`);
            asked.forms.add(`${seat}:${name}`);
          }
      }
    } else {
      if (node.auto && typeof node.auto !== 'string')
        node.auto.forEach(({ when }) => {
          collect(when);
        });
      // Epistemic check: a choice may only rely on, and tell, what its seat knows.
      const seats = node.seat === 'table' ? playable : [node.seat];
      for (const choice of node.choices) {
        collect(choice.when);
        gotos(choice.goto);
        for (const fact of [...choice.reliesOn, ...choice.discloses.map((one) => one.fact)])
          for (const seat of seats) if (scenario.facts[fact]?.holder !== seat) asked.knows.add(`${seat}:${fact}`);
      }
    }
  }
  for (const { that } of scenario.assert) collect(that);
  return asked;
}

/** Places with the same key behave alike from here on. */
export function placeKey({ node, situation }: Place, asked: Asked): string {
  const vars = [...asked.vars].map((name) => situation.vars[name]).join(',');
  const knows = situation.knows
    .filter((one) => asked.knows.has(one))
    .toSorted()
    .join(',');
  const visited = situation.visited
    .filter((one) => asked.visited.has(one))
    .toSorted()
    .join(',');
  const chose = situation.trail
    .map((step) => `${step.node}/${step.choice}`)
    .filter((one) => asked.chose.has(one))
    .toSorted()
    .join(',');
  const awaited = [...asked.answers]
    .map(([scene, later]) => {
      const last = situation.trail.findLast((step) => step.node === scene);
      return last && isAwaiting(last, later) ? last.choice : '';
    })
    .join(',');
  const whole = situation.told
    .filter(({ to, fact, form }) => form === 'full' && asked.forms.has(`${to}:${fact}`))
    .map(({ to, fact }) => `${to}:${fact}`)
    .toSorted()
    .join(',');
  return `${node}|${vars}|${knows}|${visited}|${chose}|${awaited}|${whole}`;
}

/** A move that is open where a play stands, and how it is judged. */
export interface OpenMove {
  readonly move: Move;
  readonly rating: Rating;
}

/** What the played seat can do next: every option or reason; of a free round those that a walk tries. Empty at the end. */
export function movesFrom(scenario: Scenario, state: PlayState, asked: Asked): OpenMove[] {
  const node = scenario.nodes[state.node];
  if (isDecision(node) && state.pending !== undefined) {
    const { pending } = state;
    const reasons = node.choices.find(({ id }) => id === pending)?.reasons ?? [];
    return reasons.map(({ id, rating }) => ({ move: { node: state.node, choice: pending, reason: id }, rating }));
  }
  return waysFrom(scenario, state.seat, { node: state.node, situation: state }, asked).flatMap(({ choice, own }) =>
    choice && own ? [{ move: { node: state.node, choice: choice.id }, rating: choice.rating }] : [],
  );
}
