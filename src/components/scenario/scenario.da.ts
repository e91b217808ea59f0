import type { Fact } from '#src/scenarios/engine/schema.ts';
import { uncapitalised } from '../look/danish.ts';

export const KINDS: Record<Fact['kind'], string> = {
  helbred: 'Helbred',
  strafbart: 'Strafbart forhold',
  socialt: 'Socialt',
  almindelig: 'Almindelig',
};

export const text = {
  leave: 'Forlad sagen. Dine valg er gemt',
  constructed: 'Konstrueret',
  decision: (number: number) => `Beslutning ${number}`,
  seatedAs: 'Du sidder som',
  youAre: (intro: string) => `${intro} I fortællingen står du ved navn.`,
  readBefore: 'Det har du læst før. Vis det igen',
  toCaseFile: 'Gå til sagsmappen',
  says: (name: string, seat: string) => `${name}, ${seat}`,
  chooses: (seat: string) => `${seat} vælger`,

  caseFile: 'Din sagsmappe',
  known: 'Det ved jeg',
  knowNothing: 'Intet endnu.',
  shared: 'Det har jeg delt',
  sharedNothing: 'Intet endnu. Når du deler noget, står det her, og hvem der fik det.',
  ownRecords: 'Egne oplysninger',
  from: (seat: string, day: string | null) => (day ? `Fra ${seat}, ${uncapitalised(day)}` : `Fra ${seat}`),
  sharedWith: 'Delt med',
  count: (count: number) => (count === 1 ? 'Én oplysning' : `${count} oplysninger`),
} as const;
