import { error, warning } from './finding-rule.ts';

interface Named {
  readonly name: string;
}
const breaks = { breaks: true } as const;
const CREATE = "Ret id'et, eller opret den.";

/** What a case refers to, and whether its parts fit together. */
export const REFERENCE_RULES = {
  'ukendt-scene': error<Named>(
    'En scene findes ikke',
    ({ name }) => `Scenen ${name} findes ikke.`,
    "Ret id'et, eller opret den.",
    breaks,
  ),
  'ukendt-plads': error<Named>('En plads findes ikke', ({ name }) => `Pladsen ${name} findes ikke.`, CREATE, breaks),
  'ukendt-oplysning': error<Named>(
    'En oplysning findes ikke',
    ({ name }) => `Oplysningen ${name} findes ikke.`,
    CREATE,
    breaks,
  ),
  'ukendt-variabel': error<Named>(
    'En variabel findes ikke',
    ({ name }) => `Variablen ${name} findes ikke.`,
    'Ret navnet, eller opret den under vars.',
    breaks,
  ),
  'ukendt-valg': error<Named>(
    'Et valg findes ikke',
    ({ name }) => `Valget ${name} findes ikke.`,
    "Ret id'et. Ved et mødes slutning skrives et id for hver af de fire dele med punktum mellem.",
    breaks,
  ),
  'ukendt-bestemmelse': error<Named>(
    'En bestemmelse findes ikke i registret',
    ({ name }) => `Bestemmelsen ${name} findes ikke.`,
    "Ret id'et, eller skriv bestemmelsen i registret.",
  ),
  'ukendt-kompetence': error<Named>(
    'En kompetence findes ikke',
    ({ name }) => `Kompetencen ${name} findes ikke.`,
    CREATE,
  ),
  'ukendt-tvilling': error<Named>(
    'Sagen, som denne spejler, findes ikke',
    ({ name }) => `Sagen ${name}, som denne spejler, findes ikke.`,
    "Ret id'et.",
  ),
  'ingen-plads': error(
    'Ingen plads kan spilles',
    () => 'Ingen plads kan spilles.',
    'Skriv playable: true ved mindst én rolle.',
    breaks,
  ),
  'uden-intro': error<Named>(
    'En plads siger ikke, hvem man er',
    ({ name }) => `Pladsen ${name} siger ikke, hvem man er.`,
    'Skriv intro.',
    { missing: true },
  ),
  'uden-valg': error<Named>(
    'En plads har intet at bestemme',
    ({ name }) => `Pladsen ${name} kan spilles, men bestemmer ikke noget.`,
    'Giv pladsen en scene, eller fjern playable.',
    { needsWhole: true },
  ),
  vaerdi: error<{ what: string }>(
    'En variabel kan ikke have værdien',
    ({ what }) => what,
    'Ret værdien, eller ret variablens grænser. Kun et tal kan være større eller mindre.',
    breaks,
  ),
  'kort-form': error<{ name: string; choice?: string | undefined }>(
    'En oplysning har ingen kort form',
    ({ name, choice }) =>
      choice
        ? `Valget ${choice} deler ${name} i kort form, men der er ingen.`
        : `Oplysningen ${name} skal kun deles delvist, men har ingen kort form.`,
    'Skriv short.',
    { missing: true, needsWhole: true },
  ),
  'uden-modtager': error<Named>(
    'Ingen skal have en nødvendig oplysning',
    ({ name }) => `Oplysningen ${name} er nødvendig, men ingen skal have den.`,
    'Skriv recipients.',
    { missing: true },
  ),
  'uden-behov': error<Named>(
    'En unødvendig oplysning har modtagere',
    ({ name }) => `Oplysningen ${name} har modtagere, men need er no.`,
    'Ret need, eller fjern recipients.',
  ),
  'ikke-til-stede': error<Named>(
    'Den, der bestemmer, er der ikke',
    ({ name }) => `Pladsen ${name} bestemmer i en scene, hvor den ikke er.`,
    'Ret present.',
  ),
  'modtager-ikke-i-rummet': error<Named>(
    'Den, der skal høre en runde, er der ikke',
    ({ name }) => `Pladsen ${name} skal høre runden, men er ikke til stede.`,
    'Ret present eller recipients, eller skriv i scenen, at det sker i telefonen eller på skrift.',
  ),
  'deler-med-fravaerende': warning<{ choice: string; name: string }>(
    'Et valg deler med en, der ikke er der',
    ({ choice, name }) => `Valget ${choice} deler noget med ${name}, som ikke er til stede.`,
    'Ret present, eller skriv i valget, at det sker i telefonen eller på skrift.',
  ),
  'uden-auto': error(
    'Scenen siger ikke, hvad sagen selv vælger',
    () => 'Scenen hører til en plads, men siger ikke, hvad sagen vælger, når en anden plads spilles.',
    'Skriv auto.',
    { breaks: true, missing: true },
  ),
  'ikke-i-kraft': error<{ name: string; day: string }>(
    'En bestemmelse gælder ikke på sagens retsdato',
    ({ name, day }) => `Bestemmelsen ${name} gælder ikke på sagens retsdato ${day}.`,
    'Brug den bestemmelse, der gælder, eller ret lawDate.',
  ),
  'usikkert-grundlag': error<Named>(
    'Et stærkt valg bygger på noget usikkert',
    ({ name }) => `Et stærkt valg bygger på ${name}, som ikke er verificeret i en kilde eller står i det røde felt.`,
    'Skriv contestable: true, eller lad valget bygge på en sikker bestemmelse.',
  ),
  'intet-ellers': error<{ list: string }>(
    'Den sidste linje har en betingelse',
    ({ list }) => `Den sidste linje i ${list} har en betingelse, så vejen kan ende blindt.`,
    'Lad den sidste linje stå uden when.',
    breaks,
  ),
  'linje-uden-virkning': error<{ list: string; count: number }>(
    'En linje skjuler dem efter sig',
    ({ list, count }) =>
      `En linje i ${list} har ingen betingelse, så ${count === 1 ? 'linjen efter den bliver' : `de ${count} linjer efter den bliver`} aldrig brugt.`,
    'Giv linjen en when, eller flyt den ned som den sidste.',
    breaks,
  ),
  'dobbelt-valg': error<{ what: string }>(
    'To har samme id',
    ({ what }) => `To ${what} har samme id.`,
    'Giv hver sit id.',
    breaks,
  ),
  'kun-svage-valg': error<{ kind: 'scene' | 'part' | 'here' }>(
    'Kun svage valg',
    ({ kind }) =>
      kind === 'scene'
        ? 'Alle valg i scenen er svage.'
        : kind === 'part'
          ? 'Alle svar er svage.'
          : 'Her er kun svage valg åbne.',
    'Giv mindst ét rimeligt valg, og lad det være åbent her.',
    { onWay: true },
  ),
  begrundelser: error(
    'Kun nogle valg spørger hvorfor',
    () => 'Kun nogle af valgene spørger hvorfor, og det røber dem.',
    'Giv alle valg reasons, eller ingen.',
  ),
  panel: error('Panelet har ingen svar', () => 'Panelet har ingen svar.', 'Fjern panelet, eller skriv svarene.'),
  'staerkt-deler-for-meget': error<{ choice: string; name: string }>(
    'Et stærkt valg deler for meget',
    ({ choice, name }) => `Valget ${choice} er stærkt, men deler ${name} med nogen, som ikke skal bruge det hele.`,
    'Del mindre eller med færre, eller ret need og recipients på oplysningen.',
    { needsWhole: true },
  ),
  'pligt-ikke-opfyldt': error<{ choice: string; name: string }>(
    'Et rimeligt valg lader en pligt ligge',
    ({ choice, name }) =>
      `Valget ${choice} er ikke svagt, men giver ikke ${name} videre, som loven siger skal gives, og som et andet valg i scenen giver.`,
    'Skriv rating: poor, eller lad valget opfylde pligten.',
    { needsWhole: true },
  ),
  'intet-at-svare-paa': error<{ name: string }>(
    'Et svar, ingen har bedt om',
    ({ name }) => `Scenen svarer på ${name}, men dér kan ingen spørge en jurist, og intet valg udskyder noget.`,
    'Ret answers.scene, eller skriv later: true i den scene.',
  ),
  fejlkode: error<{ choice: string }>(
    'Et stærkt valg har en fejlkode',
    ({ choice }) => `Valget ${choice} er stærkt og har en fejlkode.`,
    'Fjern fault, eller ret rating.',
  ),
  samtykke: error(
    'Samtykket gælder noget, der ikke er i scenen',
    () => 'Samtykket gælder noget eller nogen, som ikke er med i scenen.',
    'Brug oplysninger fra facts og pladser fra recipients.',
  ),
  'auto-delinger': error(
    'Sagen deler noget, som scenen ikke har',
    () => 'Sagen deler noget, som scenen ikke byder på.',
    'Ret auto, facts eller recipients.',
    breaks,
  ),
  'aaben-plads-i-hovedet': error<{ slot: string }>(
    'Et ord fra udgaverne står, før udgaven er valgt',
    ({ slot }) => `{{${slot}}} står i title, summary eller intro, som vises, før en udgave er valgt.`,
    'Skriv det uden ordet.',
  ),
  'aaben-plads-i-teksten': error<{ slot: string; edition?: string | undefined }>(
    'Et ord bliver ikke fyldt ud',
    ({ slot, edition }) =>
      edition ? `Udgaven ${edition} fylder ikke {{${slot}}} ud.` : `{{${slot}}} bliver aldrig fyldt ud.`,
    'Skriv ordet under slots i hver udgave, eller skriv det i teksten.',
  ),
  'ubrugt-ord': error<Named>(
    'Et ord står ikke i sagen',
    ({ name }) => `Ordet ${name} står ikke i sagen.`,
    'Fjern det, eller brug det.',
  ),
};
