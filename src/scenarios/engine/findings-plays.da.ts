import { error, warning } from './finding-rule.ts';

interface AtSeat {
  readonly seat: string;
}

/** What is met when a case is played in every way, and how it is written as a whole. */
export const PLAY_RULES = {
  'ingen-slutning': error<AtSeat>(
    'Ingen slutning kan nås',
    ({ seat }) => `Ingen slutning kan nås fra pladsen ${seat}.`,
    'Lad en vej føre til en slutning.',
  ),
  rundgang: error<{ scenes: string }>(
    'Sagen går i ring',
    ({ scenes }) => `Herfra går sagen i ring uden en slutning. Ringen går gennem ${scenes}.`,
    'Lad en vej føre ud af ringen.',
    { onWay: true },
  ),
  'uretfaerdig-slutning': error(
    'En dårlig slutning uden et svagt valg',
    () => 'Den dårlige slutning kan nås uden et eneste svagt valg.',
    'Lad et svagt valg føre hertil, eller skriv unlucky: true.',
    { onWay: true },
  ),
  'brudt-loefte': error<{ number: number }>(
    'Et løfte i assert holder ikke',
    ({ number }) => `Forfatterens løfte nr. ${number} i assert holder ikke ved denne slutning.`,
    'Ret vejen hertil, eller ret løftet.',
    { onWay: true },
  ),
  'blind-vej': error<AtSeat>(
    'Intet valg er åbent',
    ({ seat }) => `Intet valg er åbent her, når pladsen ${seat} spilles.`,
    'Lad mindst ét valg stå uden betingelse.',
    { onWay: true },
  ),
  'ved-det-ikke': error<{ choice: string; fact: string; seat: string }>(
    'Et valg bygger på noget, pladsen ikke ved',
    ({ choice, fact, seat }) => `Valget ${choice} bygger på ${fact}, som pladsen ${seat} ikke ved her.`,
    'Skriv en betingelse (knows), eller lad oplysningen komme før.',
    { onWay: true },
  ),
  'uden-vej': error(
    'Ingen vej fører til scenen',
    () => 'Ingen vej fører til scenen.',
    'Lad et valg føre hertil, eller fjern den.',
  ),
  'aldrig-aabent': error<{ choice: string }>(
    'Et valg er aldrig åbent',
    ({ choice }) => `Valget ${choice} er aldrig åbent.`,
    'Ret betingelsen, eller fjern valget.',
  ),
  'naar-aldrig-frem': warning<{ seat: string; fact: string }>(
    'En nødvendig oplysning når aldrig frem',
    ({ seat, fact }) => `Pladsen ${seat} har brug for ${fact}, men kan aldrig få det at vide.`,
    'Lad et valg dele det, eller ret recipients.',
  ),
  'runden-er-ligegyldig': warning(
    'En runde ændrer ikke noget',
    () => 'Sagen går ens, hvad enten det nødvendige bliver sagt i runden eller ej.',
    'Lad en vej, en slutning eller en passage spørge (knows), om nogen fik det at vide.',
  ),
  'for-stor': warning<{ budget: number; plays: number; seat: string }>(
    'Sagen er for stor til at blive spillet helt',
    ({ budget, plays, seat }) =>
      `Sagen har over ${budget.toLocaleString('da-DK')} tilstande fra pladsen ${seat}. Resten er spillet tilfældigt ${plays.toLocaleString('da-DK')} gange.`,
    'Brug færre variabler.',
  ),
  'for-mange-valg': warning<{ seat: string; most: number; limit: number }>(
    'En vej har for mange valg',
    ({ seat, most, limit }) => `Pladsen ${seat} kan komme til at træffe ${most} valg. En vej bør højst have ${limit}.`,
    'Gør vejen kortere.',
  ),
  'altid-foerst': warning(
    'Det stærke valg står tit først',
    () => 'Det stærke valg står først i over halvdelen af scenerne.',
    'Flyt rundt på valgene.',
  ),
  'altid-laengst': warning(
    'Det stærke valg er tit det længste',
    () => 'Det stærke valg er det længste i over halvdelen af scenerne.',
    'Skriv valgene lige lange.',
  ),
  'naesten-ens': warning<{ one: string; other: string }>(
    'To valg har næsten samme ordlyd',
    ({ one, other }) => `Valgene ${one} og ${other} har næsten samme ordlyd.`,
    'Lad dem adskille sig tydeligt.',
  ),
  'for-faa-point': warning<{ competence: string; least: number }>(
    'En kompetence kan ikke vises',
    ({ competence, least }) => `Ingen plads kan vise ${competence} med mindst ${least} point.`,
    'Skriv evidence ved flere stærke valg, eller fjern kompetencen fra sagen.',
  ),
  laesetid: warning<{ minutes: number; claimed: number }>(
    'Sagen tager længere tid, end den siger',
    ({ minutes, claimed }) => `Sagen tager omkring ${minutes} minutter at læse, men siger ${claimed}.`,
    'Ret minutes, eller skriv kortere.',
  ),
  'tvilling-bedoemt-anderledes': warning<{ choice: string }>(
    'De samme ord er bedømt anderledes i tvillingen',
    ({ choice }) => `Valget ${choice} er bedømt anderledes end i tvillingen.`,
    'Bedøm ens, eller skriv, hvad der er forskelligt.',
  ),
};
