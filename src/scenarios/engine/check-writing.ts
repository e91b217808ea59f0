import type { CheckContext, CheckFinding, Coverage } from './check-report.ts';
import type { Rating } from './judgement.ts';
import { isDeciding, isDecision } from './options.ts';
import type { DecisionNode, Scenario } from './schema.ts';
import { wordsOf } from './shown.ts';

/** More decisions than a person keeps in mind in one sitting (scenario-format.md). */
const MOST_DECISIONS = 12;
const LEAST_EVIDENCE = 2;
/** Fewer differing words than this, and two choices are read as the same. */
const LEAST_DIFFERENCE = 3;

/** How the case is written: what can be guessed, what nobody can earn. Warnings alone. How long it takes stands in reading.ts. */
export function checkWriting(
  scenario: Scenario,
  { twin }: CheckContext,
  coverage: readonly Coverage[],
): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const warn = (code: string, node: string | null, message: string, suggestion: string) =>
    findings.push({
      code,
      severity: 'warning',
      node,
      message,
      path: [],
      suggestion,
      at: node === null ? [] : ['nodes', node],
    });
  const decisions = Object.entries(scenario.nodes).filter((entry): entry is [string, DecisionNode] =>
    isDecision(entry[1]),
  );

  for (const { seat, decisions: count } of coverage)
    if (count && count.most > MOST_DECISIONS)
      warn(
        'for-mange-valg',
        null,
        `Pladsen ${seat} kan komme til at træffe ${count.most} valg.`,
        `Hold en vej på højst ${MOST_DECISIONS}.`,
      );

  const guessed = (code: string, message: string, suggestion: string, share: (sets: readonly Rated[][]) => number) => {
    const sets = decisions
      .map(([, { choices }]) => choices)
      .filter((set) => set.some(({ rating }) => rating === 'best'));
    if (sets.length >= 4 && share(sets) > sets.length / 2) warn(code, null, message, suggestion);
  };
  guessed(
    'altid-foerst',
    'Det stærke valg står først i over halvdelen af scenerne.',
    'Flyt rundt på valgene.',
    (sets) => sets.filter(([first]) => first?.rating === 'best').length,
  );
  guessed(
    'altid-laengst',
    'Det stærke valg er det længste i over halvdelen af scenerne.',
    'Skriv valgene lige lange.',
    (sets) => sets.filter((set) => longest(set)?.rating === 'best').length,
  );

  for (const [id, { choices }] of decisions)
    for (const [index, one] of choices.entries())
      for (const other of choices.slice(index + 1))
        if (difference(one.text, other.text) < LEAST_DIFFERENCE)
          warn(
            'naesten-ens',
            id,
            `Valgene ${one.id} og ${other.id} har næsten samme ordlyd.`,
            'Lad dem adskille sig tydeligt.',
          );

  for (const competence of scenario.competences)
    if (evidenceFor(scenario, competence) < LEAST_EVIDENCE)
      warn(
        'for-faa-point',
        null,
        `Ingen plads kan vise ${competence} med mindst ${LEAST_EVIDENCE} point.`,
        'Skriv evidence ved flere stærke valg, eller fjern kompetencen fra sagen.',
      );

  for (const [id, { choices }] of decisions) {
    const mirror = twin?.nodes[id];
    if (!isDecision(mirror)) continue;
    for (const choice of choices) {
      const same = mirror.choices.find(({ text }) => text === choice.text);
      if (same && same.rating !== choice.rating)
        warn(
          'tvilling-bedoemt-anderledes',
          id,
          `Valget ${choice.id} er bedømt anderledes end i tvillingen.`,
          'Bedøm ens, eller skriv, hvad der er forskelligt.',
        );
    }
  }
  return findings;
}

interface Rated {
  readonly text: string;
  readonly rating: Rating;
}

function longest(set: readonly Rated[]): Rated | undefined {
  return set.toSorted((a, b) => b.text.length - a.text.length)[0];
}

/** How many words stand in only one of two texts. */
function difference(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  return [...a].filter((word) => !b.has(word)).length + [...b].filter((word) => !a.has(word)).length;
}

/** The most points that one seat can earn: the best choices of its own scenes together. */
function evidenceFor({ nodes, roles }: Scenario, competence: string): number {
  const seats = Object.entries(roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
  const earned = seats.map((seat) =>
    Object.values(nodes)
      .filter(isDeciding)
      .filter((node) => node.seat === seat || node.seat === 'table')
      .reduce((sum, node) => {
        if (node.type === 'sharing') return sum + (node.evidence[competence] ?? 0);
        if (node.type === 'commit')
          return (
            sum +
            Math.max(
              0,
              ...Object.values(node.parts)
                .flat()
                .map(({ evidence }) => evidence[competence] ?? 0),
            )
          );
        return sum + Math.max(0, ...node.choices.map(({ evidence }) => evidence[competence] ?? 0));
      }, 0),
  );
  return Math.max(0, ...earned);
}
