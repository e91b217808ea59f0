import { error } from './finding-rule.ts';

interface Named {
  readonly name: string;
}

/** What stands in a case without doing anything, or can never come. */
export const USE_RULES = {
  'ubrugt-oplysning': error<Named>(
    'En oplysning bliver ikke brugt',
    ({ name }) =>
      `Oplysningen ${name} ligger ikke i nogen runde, bliver ikke delt, og ingen betingelse spørger til den.`,
    'Brug den, eller fjern den.',
    { needsWhole: true },
  ),
  'ubrugt-variabel': error<Named>(
    'En variabel bliver ikke læst',
    ({ name }) => `Ingen betingelse spørger til variablen ${name}.`,
    'Lad en tekst eller en vej afhænge af den, eller fjern den.',
    { needsWhole: true },
  ),
  'fast-variabel': error<Named>(
    'En variabel bliver aldrig ændret',
    ({ name }) => `Variablen ${name} bliver aldrig sat til andet end det, den begynder med.`,
    'Sæt den med set, eller fjern den og dens betingelser.',
    { needsWhole: true },
  ),
  'aldrig-opfyldt': error<{ what: string }>(
    'En betingelse kan aldrig holde',
    ({ what }) => `Betingelsen ved ${what} kan aldrig holde, uanset hvad der bliver valgt.`,
    'Ret betingelsen, eller fjern det, den står ved.',
    { needsWhole: true },
  ),
  'valg-til-sig-selv': error<{ choice: string }>(
    'Et valg fører tilbage til sin egen scene',
    ({ choice }) => `Valget ${choice} fører tilbage til scenen selv og ændrer ikke noget.`,
    'Lad valget føre videre, eller lad det sætte eller dele noget.',
  ),
  'valg-uden-spiller': error<Named>(
    'Ingen kan spille pladsen, der skal vælge',
    ({ name }) => `Scenen hører til ${name}, som ingen kan spille, så kun sagens eget valg bliver taget.`,
    'Skriv playable: true ved pladsen, eller fortæl scenen som en brief.',
  ),
  'kort-er-laengst': error<Named>(
    'Den korte form er længere end hele teksten',
    ({ name }) => `Den korte form af ${name} er ikke kortere end hele teksten.`,
    'Skriv short kortere, eller byt om.',
  ),
  'citerer-uhoert': error<Named & { seat: string; words: string }>(
    'En scene gengiver det, en til stede ikke må vide',
    ({ name, seat, words }) =>
      `Scenen gengiver »${words}« af ${name}, som pladsen ${seat} er til stede og aldrig får at vide.`,
    'Fortæl det uden oplysningens ord, ret present, eller lad nogen dele den.',
    { needsWhole: true },
  ),
  'dagen-gaar-tilbage': error<{ from: number; to: number; scene: string }>(
    'Dagene går baglæns',
    ({ from, to, scene }) => `Vejen går fra dag ${from} tilbage til dag ${to} i scenen ${scene}.`,
    'Ret day, eller skriv i teksten, at fortællingen går tilbage i tid.',
  ),
  'forkert-ugedag': error<{ day: number; name: string; right: string }>(
    'Ugedagen passer ikke til dagens tal',
    ({ day, name, right }) => `Dag ${day} er her en ${name}, men efter sagens andre dage er den en ${right}.`,
    'Ret ugedagen eller tallet.',
  ),
  'umulig-dato': error<Named>(
    'En dato findes ikke',
    ({ name }) => `Datoen ${name} findes ikke i kalenderen.`,
    'Ret datoen.',
  ),
};
