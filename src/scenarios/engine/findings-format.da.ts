import { error } from './finding-rule.ts';

interface Field {
  readonly field: string;
}

/** What keeps a file from being read: its letters, its YAML, its shape. */
export const FORMAT_RULES = {
  'ikke-utf8': error<{ line: number }>(
    'Filen er ikke gemt som UTF-8',
    ({ line }) => `Filen er ikke gemt som UTF-8. I linje ${line} står der tegn, som ikke kan læses.`,
    'Gem filen igen med tegnsættet UTF-8, og ret de bogstaver, der er gået tabt.',
  ),
  'for-stor-fil': error<{ size: number; most: number; scenes: number }>(
    'Filen er for stor',
    ({ size, most, scenes }) =>
      `Filen fylder ${size.toLocaleString('da-DK')} kB. En sag må fylde ${most} kB og have ${scenes} scener.`,
    'Del sagen i flere.',
  ),
  'for-mange-scener': error<{ count: number; scenes: number }>(
    'Sagen har for mange scener',
    ({ count, scenes }) => `Sagen har ${count.toLocaleString('da-DK')} scener. Der må være ${scenes}.`,
    'Del sagen i flere.',
  ),
  'yaml-kolon': error(
    'Et kolon deler teksten',
    () => 'Her står et kolon midt i en tekst uden anførselstegn.',
    'Sæt hele teksten i anførselstegn. Står der allerede et navn før, så ret linjens indrykning.',
  ),
  'yaml-tabulator': error(
    'Der er rykket ind med tabulator',
    () => 'Her er rykket ind med tabulator, og det kan filen ikke læses med.',
    'Ryk ind med mellemrum.',
  ),
  'yaml-indrykning': error(
    'Indrykningen passer ikke',
    () => 'Linjens indrykning passer ikke til linjerne over den.',
    'Ryk linjen lige så langt ind som de andre på samme trin. Luk også parenteser, der er åbnet før.',
  ),
  'yaml-uafsluttet': error(
    'Noget bliver aldrig lukket',
    () => 'Et anførselstegn, en parentes eller et komma mangler.',
    'Find det sted, hvor det begynder, og luk det.',
  ),
  'yaml-dobbelt-navn': error(
    'Et navn står to gange',
    () => 'Det samme navn står to gange under det samme trin.',
    'Giv det ene et andet navn, eller læg de to sammen.',
  ),
  'yaml-tegn': error(
    'Et tegn må ikke stå her',
    () => 'Her står et tegn, som en tekst uden anførselstegn ikke må begynde med eller have i sig.',
    'Sæt teksten i anførselstegn. En omvendt skråstreg skal skrives to gange.',
  ),
  'yaml-alias': error(
    'En henvisning med stjerne peger på ingenting',
    () => 'Her står en henvisning med * eller &, som ikke kan følges.',
    'Sæt teksten i anførselstegn, eller skriv det ud i stedet for at henvise.',
  ),
  'yaml-flere': error(
    'Der er flere dokumenter i filen',
    () => 'Filen er delt i flere dokumenter med tre streger.',
    'Skriv én sag i hver fil, og fjern stregerne.',
  ),
  'yaml-ulaeselig': error(
    'Filen kan ikke læses',
    () => 'Linjen kan ikke læses som YAML.',
    'Se på indrykning, kolon, streger og anførselstegn i linjen og i den over.',
  ),
  'afkortet-tekst': error<{ read: string }>(
    'En tekst er skåret af ved tegnet #',
    ({ read }) => `Teksten slutter ved tegnet #, så kun »${read}« bliver læst.`,
    'Sæt teksten i anførselstegn. Er det en bemærkning til filen, så skriv den på sin egen linje.',
  ),
  mangler: error<Field>('Et felt mangler', ({ field }) => `Feltet ${field} mangler.`, 'Skriv det.', { missing: true }),
  'tom-tekst': error<Field>(
    'En tekst er tom',
    ({ field }) => `Teksten mangler: feltet ${field} er tomt.`,
    'Skriv teksten.',
    { missing: true },
  ),
  'mangler-her': error<{ message: string }>(
    'Noget skal stå, når noget andet står',
    ({ message }) => `${message}.`,
    'Skriv det, der mangler.',
    { missing: true },
  ),
  'ukendt-felt': error<Field>(
    'Et felt findes ikke i formatet',
    ({ field }) => `Feltet ${field} findes ikke i formatet.`,
    'Ret navnet, eller fjern det.',
  ),
  'uden-anfoerselstegn': error<{ words: string }>(
    'En tekst er delt, fordi den ikke står i anførselstegn',
    ({ words }) => `»${words}« er skilt fra teksten før, fordi den ikke står i anførselstegn.`,
    'Sæt hele teksten i anførselstegn. Inde i { } deler et komma eller et kolon ellers teksten.',
  ),
  'forkert-type': error<Field & { expected: string }>(
    'En værdi har en forkert type',
    ({ field, expected }) => `Feltet ${field} har en forkert type. Det skal være ${expected}.`,
    'Ret værdien.',
  ),
  'ikke-paa-listen': error<Field & { values: string }>(
    'En værdi er ikke en af dem, der kan bruges',
    ({ field, values }) => `Feltet ${field} har en værdi, der ikke kan bruges. Skriv en af: ${values}.`,
    'Ret værdien til en af dem.',
  ),
  'et-af-felterne': error<Field & { fields: string }>(
    'Ingen af de felter, der kan stå her, er skrevet',
    ({ field, fields }) => `${field} kan ikke læses. Der skal stå et af felterne ${fields}.`,
    'Ret navnet på feltet, eller skriv et af dem.',
  ),
  'for-lidt': error<Field & { limit: number }>(
    'Der er for lidt',
    ({ field, limit }) => `I feltet ${field} skal der være mindst ${limit}.`,
    'Skriv mere, eller ret tallet.',
  ),
  'for-meget': error<Field & { limit: number }>(
    'Der er for meget',
    ({ field, limit }) => `I feltet ${field} må der højst være ${limit}.`,
    'Skriv mindre, eller ret tallet.',
  ),
  'forkert-form': error<Field>(
    'En værdi har en forkert form',
    ({ field }) => `Feltet ${field} har en forkert form.`,
    'Se, hvordan det skrives, i formatets beskrivelse.',
  ),
  formregel: error<{ message: string }>(
    'En regel i formatet er ikke fulgt',
    ({ message }) => `${message}.`,
    'Ret det her.',
  ),
};
