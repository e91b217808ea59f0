export const text = {
  notFound: 'Siden findes ikke',
  notFoundLead: 'Måske er den flyttet, eller måske kræver den, at du er logget ind.',
  serverError: 'Noget gik galt hos os',
  serverErrorLead: 'Vi kunne ikke vise siden. Det, du har gemt, er der stadig. Prøv igen om lidt.',
  ways: 'Herfra kan du gå til',
} as const;

export const WAYS: readonly { href: string; label: string; line: string }[] = [
  { href: '/moduler', label: 'Moduler', line: 'Læs om deling, ansvar og de fire ved bordet' },
  { href: '/bestemmelser', label: 'Bestemmelser', line: 'Slå en regel op' },
  { href: '/ordliste', label: 'Ordliste', line: 'Find et ord' },
  { href: '/min-laering', label: 'Min læring', line: 'Fortsæt, hvor du slap' },
];
