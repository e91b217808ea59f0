import type { IconName } from '../look/icons.ts';

/** The five steps of the scale, the mildest first. */
export const CONCERN = ['Slet ikke', 'Lidt', 'Noget', 'Meget', 'Handl straks'] as const;

export const text = {
  youAnswered: 'Du svarede:',
  holds: (reason: string) => `Ja, ${reason}`,
  fails: (reason: string) => `Nej, ${reason}`,
  claimHint: 'Passer det? Vælg den begrundelse, du selv ville give.',
  ticksHint: 'Sæt kryds ved alle, der passer.',
  placesHint: 'Vælg en plads til hver linje. Vælger du en plads, der er taget, bytter de to linjer.',
  targetsHint: 'Vælg ét svar til hver linje.',
  concernHint:
    'Der er ikke ét rigtigt svar. Bagefter ser du, hvor forfatterne er uenige, og hvad man kan lægge vægt på.',
  choose: 'Vælg …',
  place: (place: number) => `Nr. ${place}`,
  tickOne: 'Sæt mindst ét kryds, før du går videre',
  fillAll: 'Vælg et svar til hver linje, før du går videre',
  belongs: 'Skulle med',
  belongsNot: 'Skulle ikke med',
  ticked: 'Du satte kryds',
  rightOrder: 'Den rigtige rækkefølge',
  yourPlace: (place: number) => `Du satte den som nr. ${place}`,
  youChose: (target: string) => `Du valgte: ${target}`,
  yours: 'dit svar',
  weighs: 'Det kan man lægge vægt på',
  spread: 'Forfatternes uenighed',
  votes: (votes: number, all: number) => `${votes} af ${all}`,
  constructed:
    'Tallene er forfatternes bud og ikke svar fra fagfolk. Når ti fagfolk fra de fire myndigheder har svaret, står deres svar her i stedet.',
  result: {
    best: { label: 'Alt er rigtigt', icon: 'check', kind: 'full' },
    acceptable: { label: 'Næsten: én ting er byttet om eller mangler', icon: 'half', kind: undefined },
    poor: { label: 'Flere ting er anderledes', icon: undefined, kind: 'dash' },
  } satisfies Record<string, { label: string; icon: IconName | undefined; kind: 'full' | 'dash' | undefined }>,
} as const;
