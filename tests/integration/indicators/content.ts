import { questionSchema } from '#src/content/question-schema.ts';
import { type Content, indicatorFileSchema, moduleSchema } from '#src/content/schema.ts';
import { parseScenario, scenarioHash } from '#src/scenarios/engine/index.ts';

/** Small content of the tests' own: two obligatory modules, a voluntary one, a case with two seats, and the four indicators. */
export type TestContent = Pick<Content, 'modules' | 'questions' | 'scenarios' | 'indicators' | 'catalogueVersion'>;

const CASE = `
schema: psp-scenario/1
id: proeve
version: 1.0.0
lang: da
title: Prøven
summary: En konstrueret sag til test.
minutes: 5
lawDate: 2026-01-01
competences: [videregivelse]
roles:
  politi: { authority: politi, playable: true, intro: Du er betjent. }
  kommune: { authority: kommune, playable: true, intro: Du er sagsbehandler. }
facts: {}
start: moede
nodes:
  moede:
    type: decision
    seat: table
    title: Mødet
    question: Hvad gør du?
    choices:
      - { id: staerkt, text: Jeg spørger., rating: best, why: Fordi., follows: Hun svarer., evidence: { videregivelse: 1 }, goto: igen }
      - { id: delvist, text: Jeg venter lidt., rating: acceptable, why: Fordi., missing: Et spørgsmål., follows: Hun venter., goto: igen }
      - { id: svagt, text: Jeg lader det ligge., rating: poor, fault: passivitet, why: Fordi., follows: Hun går., goto: slut }
  igen:
    type: decision
    seat: table
    title: Bagefter
    question: Hvem følger op?
    choices:
      - { id: staerkt, text: Det gør jeg., rating: best, why: Fordi., follows: Det er aftalt., goto: slut }
      - { id: svagt, text: Det finder vi ud af., rating: poor, fault: ansvarsspredning, why: Fordi., follows: Ingen gør det., goto: slut }
  slut: { type: outcome, valence: good, title: Slut, text: Sagen er slut. }
`;

/** @throws when the tests' own content breaks the rules of content */
export function testContent(): TestContent {
  const questions: Content['questions'] extends Readonly<Record<string, infer Q>> ? Record<string, Q> : never = {};
  const modules = ['et', 'to', 'ekstra'].map((id, index) => {
    for (const name of ['a1', 'a2', 'c1', 's1', 's2']) {
      const question = questionSchema.parse({
        id: `${id}-${name}`,
        prompt: 'Hvad gør du?',
        options: [
          { id: 'a', text: 'Spørger', rating: 'best', why: 'Fordi.' },
          { id: 'b', text: 'Venter', rating: 'acceptable', why: 'Fordi.', missing: 'Et spørgsmål.' },
          { id: 'c', text: 'Går', rating: 'poor', why: 'Fordi.' },
        ],
        provisions: [],
        competence: 'videregivelse',
      });
      questions[question.id] = { ...question, module: id };
    }
    return moduleSchema.parse({
      ...{
        id,
        order: index + 1,
        title: id,
        goal: 'Du kan det.',
        minutes: 5,
        version: '1.0.0',
        reviewed: '2026-11-01',
        lawyer: null,
        competences: [],
      },
      obligatory: id !== 'ekstra',
      sources: [{ title: 'Prøve' }],
      opening: [`${id}-a1`, `${id}-a2`],
      parts: [{ id: 'del', title: 'Del', minutes: 5, provisions: [], checks: [`${id}-c1`] }],
      closing: [`${id}-s1`, `${id}-s2`],
      plan: [
        { when: 'Når det sker', will: 'spørger jeg' },
        { when: 'Når det ikke sker', will: 'venter jeg' },
      ],
    });
  });
  const parsed = parseScenario(CASE, 'proeve.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return {
    modules,
    questions,
    scenarios: {
      [parsed.scenario.id]: {
        scenario: parsed.scenario,
        editions: [{ variant: null, hash: scenarioHash(parsed.scenario) }],
      },
    },
    indicators: indicators(),
    catalogueVersion: '1.0.0',
  };
}

function indicators(): Content['indicators'] {
  const plain = {
    purpose: 'Formål',
    level: 'R',
    numerator: 'Tæller',
    denominator: 'Nævner',
    source: 'Hændelser',
    frequency: 'Månedligt',
    pitfalls: 'Faldgruber',
    question: 'Hvad?',
    version: '1.0.0',
    constructed: true,
  };
  const all = ['nation', 'authority', 'district', 'group'];
  return indicatorFileSchema.parse({
    version: '1.0.0',
    indicators: [
      {
        ...plain,
        id: 'i01',
        code: 'I01',
        name: 'Til tiden',
        unit: 'share',
        breakdown: all,
        threshold: 5,
        target: { value: 80, direction: 'at-least', text: '80 procent' },
        pairedWith: ['i13'],
      },
      {
        ...plain,
        id: 'i02',
        code: 'I02',
        name: 'Tid',
        unit: 'days',
        breakdown: all,
        threshold: 5,
        target: { value: 45, direction: 'at-most', text: '45 dage' },
      },
      {
        ...plain,
        id: 'i04',
        code: 'I04',
        name: 'Hele bordet',
        unit: 'share',
        breakdown: ['nation', 'district'],
        threshold: 5,
        minimumUnits: 5,
      },
      {
        ...plain,
        id: 'i13',
        code: 'I13',
        name: 'Beslutninger',
        unit: 'share',
        breakdown: ['nation', 'authority'],
        threshold: 10,
        pairedWith: ['i01'],
      },
    ],
  }).indicators;
}
