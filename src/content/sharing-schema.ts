import { z } from 'zod';
import { certainty, contentId, prose } from './primitives.ts';

/** Who gives and who receives: the four around the table, and the three that are asked about most. */
export const PARTIES = ['politi', 'kommune', 'psykiatri', 'kif', 'laege', 'bolig', 'skole'] as const;
export type Party = (typeof PARTIES)[number];

/** What a piece of information is about. */
export const KINDS = ['helbred', 'strafbart', 'socialt', 'almindelig'] as const;
export type Kind = (typeof KINDS)[number];

const cells = {
  from: z.array(z.enum(PARTIES)).min(1),
  to: z.array(z.enum(PARTIES)).min(1),
  kinds: z.array(z.enum(KINDS)).min(1),
  text: prose,
};

const firmRule = z.strictObject({
  ...cells,
  open: z.literal(false).default(false),
  provisions: z.array(contentId).min(1, 'Skriv, hvilken bestemmelse svaret bygger på, eller sæt open: true'),
  /** That of the weakest provision. */
  certainty,
  /** What of it is our reading. */
  note: prose.optional(),
});

const openRule = z.strictObject({
  ...cells,
  open: z.literal(true),
  text: prose.regex(/^Uafklaret/, 'Et åbent felt begynder med ordet Uafklaret'),
  /** What to do meanwhile. */
  do: prose,
  /** Where to look; none of them settles it. */
  provisions: z.array(contentId).default([]),
});

export const sharingFileSchema = z.strictObject({ rules: z.array(z.union([openRule, firmRule])).min(1) });
export type SharingRule = z.infer<typeof sharingFileSchema>['rules'][number];

/** One cell of the matrix. */
export interface SharingCell {
  readonly from: Party;
  readonly to: Party;
  readonly kind: Kind;
}

/** The cells that a rule covers. Nobody gives to himself. */
export function cellsOf({ from, to, kinds }: Pick<SharingRule, 'from' | 'to' | 'kinds'>): SharingCell[] {
  return from.flatMap((giver) =>
    to
      .filter((recipient) => recipient !== giver)
      .flatMap((recipient) => kinds.map((kind) => ({ from: giver, to: recipient, kind }))),
  );
}

/** Every cell that there is. */
export const ALL_CELLS: readonly SharingCell[] = cellsOf({
  from: [...PARTIES],
  to: [...PARTIES],
  kinds: [...KINDS],
});
