export default {
  unreadable: 'Formularen kunne ikke læses. Hent siden igen, og prøv en gang til. Der er ikke gemt noget.',
  chooseOne: 'Vælg et svar, før du går videre',
  incomplete: {
    single: 'Vælg et svar, før du går videre',
    truth: 'Vælg et svar, før du går videre',
    calibration: 'Vælg et svar, før du går videre',
    multiple: 'Sæt mindst ét kryds, før du går videre',
    order: 'To linjer har fået samme plads. Giv hver linje sin egen',
    match: 'Vælg et svar til hver linje, før du går videre',
  },
  signedOut: 'Du er blevet logget ud. Log ind igen, så kan du fortsætte her. Dit seneste svar er ikke gemt.',
  unknownAttempt: 'Forløbet findes ikke. Måske er det slettet, eller også hører det til en anden.',
  conflict:
    'Du har allerede svaret her, måske i et andet vindue. Her ser du, hvor du er nu. Det nye svar er ikke gemt.',
  notPossible: 'Det valg er ikke muligt her. Siden viser, hvor du er nu. Der er ikke gemt noget.',
  otherVersion:
    'Sagen er ændret, siden du begyndte, og kan ikke fortsættes. Begynd forfra. Dine tidligere valg er gemt.',
  emptyMessage: 'Skriv, hvad der er galt, før du sender',
  messageTooLong: 'Beskeden er for lang. Skriv højst 1.000 tegn.',
  tooManyMessages: 'Der er sendt mange beskeder herfra. Vent en time. Din tekst står her endnu.',
  tooLong: 'Din begrundelse er for lang. Skriv højst 1.000 tegn.',
  planTooLong: 'Din plan er for lang. Skriv højst 400 tegn.',
  tooManyVisitors: 'Der er begyndt mange sager uden konto herfra. Vent en time, eller log ind.',
  tooManyCodes: 'Der er prøvet mange koder herfra. Vent et kvarter, og prøv igen.',
  unknownCode: 'Koden passer ikke, eller den er over 30 dage gammel. Se efter, om alle tegn er med.',
  looksLikeCpr: 'Teksten ligner et CPR-nummer. Fjern det, før du sender. Der er ikke gemt noget.',
} as const;
