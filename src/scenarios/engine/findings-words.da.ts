import { error, warning } from './finding-rule.ts';

/** What the texts of a case must not hold, and what the law asks of them. */
export const WORD_RULES = {
  'cpr-nummer': error(
    'Teksten har noget, der ligner et cpr-nummer',
    () => 'Her står noget, der ligner et cpr-nummer.',
    'Fjern tallet. En sag må ikke have personnumre, heller ikke opdigtede.',
  ),
  kontaktoplysning: error<{ what: string; found: string }>(
    'Teksten har et telefonnummer, en mailadresse eller en gadeadresse',
    ({ what, found }) => `Her står ${what}: ${found}.`,
    'Skriv det uden, for eksempel »hans nummer« eller »i Nordgade«.',
  ),
  'fuldt-navn': error<{ found: string }>(
    'En person har både fornavn og efternavn',
    ({ found }) => `Her står både fornavn og efternavn: ${found}.`,
    'Skriv kun fornavnet.',
  ),
  'staar-til-udfyldning': error<{ found: string }>(
    'Et ord skulle være skiftet ud',
    ({ found }) => `»${found}« er ikke blevet skiftet ud med det, der skulle stå.`,
    'Skriv det rigtige ord. Et ord fra slots skrives med små bogstaver: {{navn}}.',
  ),
  'verdict-uden-basis': error<{ choice: string }>(
    'Et valg har lovens svar uden bestemmelse',
    ({ choice }) => `Valget ${choice} siger, hvad loven siger, men ikke hvor det står.`,
    'Skriv basis, eller fjern verdict.',
    { missing: true },
  ),
  'kif-efter-115': error<{ choice: string; giver: string; receiver: string }>(
    'KiF deler eller får noget efter § 115, som om det var afklaret',
    ({ choice, giver, receiver }) =>
      `Valget ${choice} lader ${giver} give noget til ${receiver} efter § 115 som klart lovligt. Det er ikke afklaret, når KiF giver eller får.`,
    'Skriv verdict: contestable, eller lad valget bygge på samtykke eller en anden regel.',
  ),
  'lov-uden-basis': error<{ found: string; what: string }>(
    'En begrundelse nævner en lov, der ikke står i basis',
    ({ found, what }) => `${what} nævner ${found}, men basis har ingen bestemmelse derfra.`,
    'Skriv bestemmelsen i basis, eller sig det uden loven.',
  ),
  'ja-uden-samtykke': warning<{ what: string }>(
    'Et ja bliver nævnt, men tæller ikke',
    ({ what }) => `${what} taler om et ja, men det står ikke som samtykke.`,
    'Skriv consent i runden, eller lad valget have samtykkets bestemmelse i basis.',
  ),
};
