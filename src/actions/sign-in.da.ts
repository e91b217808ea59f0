export default {
  signedOut: 'Du er blevet logget ud. Log ind igen, så kan du fortsætte her.',
  noDemo: 'Den måde at logge ind på findes ikke her. Gå tilbage til siden Log ind.',
  choosePerson: 'Vælg en af personerne på listen',
  noMail: 'Skriv din arbejdsmail, fx navn@myndighed.dk',
  wrongCode: 'Koden passer ikke, eller den er for gammel. Skriv de otte tal fra mailen, eller bed om en ny kode.',
} as const;
