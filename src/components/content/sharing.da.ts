import { KINDS, type Kind, PARTIES, type Party, type SharingRule } from '#src/content/sharing-schema.ts';

const parties: Record<Party, string> = {
  politi: 'Politi',
  kommune: 'Kommune',
  psykiatri: 'Psykiatri',
  kif: 'KiF',
  laege: 'Praktiserende læge',
  bolig: 'Boligorganisation',
  skole: 'Skole',
};

const kinds: Record<Kind, string> = {
  helbred: 'helbred',
  strafbart: 'strafbare forhold',
  socialt: 'sociale forhold',
  almindelig: 'almindelige oplysninger, fx en adresse',
};

export const text = {
  from: 'Jeg er fra',
  to: 'Jeg vil give det til',
  anybody: 'Alle, der giver',
  anyone: 'Alle, der får',
  before:
    'Er der fare lige nu, så handl først. Har du en pligt til at underrette, kommer den også før skemaet. Siger borgeren ja, kan du dele det, I har aftalt.',
  caption: 'Hvem må give hvilke oplysninger til hvem, og hvad det bygger på',
  pair: 'Fra og til',
  kind: 'Oplysningen handler om',
  answer: 'Må du?',
  fromTo: (from: Party, to: Party) =>
    `${parties[from]} til ${parties[to].replace(/^(?!KiF)./, (sign) => sign.toLowerCase())}`,
  settled: 'På betingelser',
  unsettled: 'Uafklaret',
  parties,
} as const;

/** One row of the table: a giver, a recipient and the kinds of facts that have the same answer. */
export interface SharingRow {
  readonly from: Party;
  readonly to: Party;
  /** Named in a line, with a capital. */
  readonly kinds: string;
  readonly rule: SharingRule;
}

/** The rules as rows: by giver, by recipient, and within them by kind, always in the same order. */
export function sharingRows(rules: readonly SharingRule[]): SharingRow[] {
  const firstKind = ({ kinds: some }: SharingRule) => KINDS.findIndex((kind) => some.includes(kind));
  return PARTIES.flatMap((from) =>
    PARTIES.filter((to) => to !== from).flatMap((to) =>
      rules
        .filter((rule) => rule.from.includes(from) && rule.to.includes(to))
        .toSorted((a, b) => firstKind(a) - firstKind(b))
        .map((rule) => ({ from, to, kinds: lineOf(KINDS.filter((kind) => rule.kinds.includes(kind))), rule })),
    ),
  );
}

function lineOf(some: readonly Kind[]): string {
  const names = some.map((kind) => kinds[kind]);
  const last = names.at(-1) ?? '';
  const line = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} og ${last}`;
  return line.replace(/^./, (sign) => sign.toUpperCase());
}
