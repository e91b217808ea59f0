import { type Scenario, scenarioSchema } from '#src/scenarios/engine/schema.ts';
import { merged, type Overrides } from './scenarios.ts';

/**
 * A small case with every kind of scene: reasons to a choice, an inject, a free round, a meeting's end, a panel, and two
 * editions, and an ending that says what happened in the play. Mette (kommune) tells in `runden`; whoever plays decides in `valget` and `slut`.
 */
const rich = {
  schema: 'psp-scenario/1',
  id: 'rig-sag',
  version: '1.0.0',
  lang: 'da',
  title: 'En rig sag',
  summary: 'Alle slags scener i én sag.',
  minutes: 5,
  lawDate: '2026-11-22',
  competences: ['videregivelse'],
  variants: [
    { id: 'nord', label: 'Nord', slots: { navn: 'Bo' } },
    { id: 'syd', label: 'Syd', slots: { navn: 'Ali' } },
  ],
  roles: {
    politi: { authority: 'politi', playable: true, intro: 'Du er Henrik.' },
    kommune: { authority: 'kommune', playable: true, intro: 'Du er Mette.' },
    psykiatri: { authority: 'psykiatri', playable: false },
    kif: { authority: 'kif' },
  },
  vars: {
    grundigt: { type: 'bool', init: false },
    nyt: { type: 'bool', init: false },
    reserve: { type: 'bool', init: true },
    ansvar: { type: 'enum', values: ['ingen', 'kommune', 'politi'], init: 'ingen' },
  },
  facts: {
    frist: {
      holder: 'kommune',
      kind: 'socialt',
      text: '{{navn}} skal ud på dag 30.',
      need: 'yes',
      recipients: ['politi', 'psykiatri'],
    },
    helbred: {
      holder: 'kommune',
      kind: 'helbred',
      text: 'Han har fået bostøtte, siden han blev syg i foråret.',
      short: 'Han har bostøtte.',
      need: 'part',
      recipients: ['politi', 'kif'],
    },
    bror: { holder: 'kommune', kind: 'socialt', text: 'Gamle notater om hans bror.', need: 'no' },
    barn: {
      holder: 'kommune',
      kind: 'socialt',
      text: 'Han har en datter på otte, som ikke får mad.',
      need: 'no',
      duty: { to: ['psykiatri'], basis: ['rpl-115-4'] },
    },
  },
  start: 'valget',
  nodes: {
    valget: {
      type: 'decision',
      title: 'Hvad gør I først?',
      day: 'Dag 1',
      seat: 'table',
      question: 'Hvad gør du?',
      panel: { constructed: true, votes: { spoerger: 9, venter: 3 } },
      choices: [
        {
          id: 'venter',
          text: 'Jeg venter en uge på, at {{navn}} selv ringer.',
          rating: 'poor',
          fault: 'passivitet',
          why: 'Begrundelsen for at vente.',
          follows: 'Der går en uge.',
          reasons: [
            { id: 'tid', text: 'Det giver ham tid.', rating: 'acceptable', why: 'Grunden er god nok i sig selv.' },
            { id: 'travlt', text: 'Vi har travlt.', rating: 'poor', fault: 'passivitet', why: 'Det er ikke hans sag.' },
            { id: 'andre', text: 'Andre har det værre.', rating: 'poor', why: 'Det ved vi ikke.' },
          ],
          goto: 'brevet',
        },
        {
          id: 'spoerger',
          text: 'Jeg ringer og spørger ham, hvad han selv vil.',
          set: { grundigt: true },
          rating: 'best',
          evidence: { videregivelse: 2 },
          why: 'Begrundelsen for at spørge.',
          follows: '{{navn}} tager den.',
          reasons: [
            { id: 'hans', text: 'Det er hans liv.', rating: 'best', why: 'Ja.' },
            { id: 'nemt', text: 'Det er nemmest.', rating: 'poor', why: 'Nej.' },
            { id: 'bedst', text: 'Så ved vi mere.', rating: 'acceptable', why: 'Også det.' },
          ],
          goto: 'brevet',
        },
      ],
    },
    brevet: {
      type: 'inject',
      title: 'Et brev',
      day: 'Dag 8',
      when: { var: 'grundigt', is: false },
      set: { nyt: true },
      passages: [{ text: 'Der kommer et brev fra fogeden.' }],
      goto: 'runden',
    },
    runden: {
      type: 'sharing',
      title: 'Runden',
      day: 'Dag 9',
      passages: [{ text: 'Fogedens brev ligger på bordet.', when: { var: 'nyt', is: true } }],
      seat: 'kommune',
      auto: {
        aim: 'help',
        ground: 'psp',
        shares: [
          { fact: 'frist', to: ['politi', 'psykiatri'] },
          { fact: 'helbred', to: ['politi'], form: 'short' },
        ],
      },
      question: 'Hvad siger du til hvem?',
      facts: ['frist', 'helbred', 'bror', 'barn'],
      recipients: ['politi', 'psykiatri', 'kif'],
      aims: [
        { aim: 'help', text: 'Så {{navn}} kan blive boende' },
        { aim: 'investigate', text: 'Så politiet kan bruge det i sagen om hærværk' },
      ],
      grounds: [
        { ground: 'psp', text: '§ 115' },
        { ground: 'duty', text: 'En pligt' },
      ],
      basis: ['rpl-115-2'],
      evidence: { videregivelse: 1 },
      follows: 'De skriver det ned.',
      goto: 'slut',
    },
    slut: {
      type: 'commit',
      title: 'Inden I går',
      day: 'Dag 9',
      seat: 'table',
      question: 'Hvordan slutter I?',
      parts: {
        responsible: [
          { id: 'alle', text: 'Alle tre.', rating: 'poor', fault: 'ansvarsspredning', why: 'Så er det ingen.' },
          { id: 'kommune', text: 'Kommunen.', set: { ansvar: 'kommune' }, rating: 'best', why: 'Fristen er deres.' },
        ],
        next: [
          { id: 'torsdag', text: 'Besøg torsdag.', rating: 'best', why: 'Der er en dato.' },
          {
            id: 'snart',
            text: 'Besøg snart.',
            rating: 'acceptable',
            missing: 'Hvad mangler der? En dato.',
            why: 'Uden dato.',
          },
        ],
        fallback: [
          { id: 'ring', text: 'Mette ringer.', rating: 'best', why: 'Nogen gør noget.' },
          {
            id: 'se',
            text: 'Vi ser.',
            set: { reserve: false },
            rating: 'poor',
            fault: 'passivitet',
            why: 'Ingen gør noget.',
          },
        ],
        citizen: [
          {
            id: 'brev',
            text: 'Et brev.',
            rating: 'acceptable',
            missing: 'Hvad mangler der? Et svar.',
            why: 'Han læser dem ikke.',
          },
          {
            id: 'spoerg',
            text: 'Vi spørger ham.',
            rating: 'best',
            evidence: { videregivelse: 1 },
            why: 'Det er ham, det handler om.',
          },
        ],
      },
      follows: 'Mødet slutter.',
      goto: [
        {
          when: { all: [{ var: 'ansvar', is: 'kommune' }, { knows: { seat: 'politi', fact: 'frist' } }] },
          goto: 'godt',
        },
        { when: { var: 'ansvar', is: 'ingen' }, goto: 'skidt' },
        { goto: 'blandet' },
      ],
    },
    godt: {
      type: 'outcome',
      title: 'Han bliver',
      valence: 'good',
      text: '{{navn}} bor der stadig.',
      claims: { var: 'ansvar', is: 'kommune' },
      lines: [
        {
          text: 'Politiet ringede på uden at vide, at {{navn}} har bostøtte.',
          when: { not: { knows: { seat: 'politi', fact: 'helbred' } } },
          claims: { knows: { seat: 'politi', fact: 'frist' } },
        },
        {
          text: 'Datteren spiste hos naboen i tre uger.',
          when: { not: { knows: { seat: 'psykiatri', fact: 'barn' } } },
        },
        { text: 'Da planen skred, ringede ingen.', when: { var: 'reserve', is: false } },
      ],
    },
    blandet: { type: 'outcome', title: 'Han flytter', valence: 'mixed', text: 'Et værelse.' },
    skidt: { type: 'outcome', title: 'Han forsvinder', valence: 'bad', text: 'Ingen ved hvorhen.' },
  },
  assert: [{ at: 'outcome-good', that: { var: 'ansvar', is: 'kommune' } }],
};

/** The case with what a test changes: objects are merged, lists and all else replaced. */
export function buildRichScenario(overrides: Overrides = {}): Scenario {
  return scenarioSchema.parse(merged(rich, overrides));
}
