export const text = {
  title: 'Ordliste',
  lead: 'Ordene fra mødebordet. Hvor myndighederne mener noget forskelligt med det samme ord, står det her.',
  description: 'Ord og begreber i PSP-samarbejdet, med kilder, og hvad de enkelte myndigheder mener med dem.',
  letters: 'Bogstaver',
  toLetter: (letter: string) => `Ord på ${letter}`,
  avoid: 'Undgå',
  source: 'Kilde',
  related: 'Se også',
  provisions: 'Bestemmelser',
  differs: 'Hvad de fire mener med ordet',
} as const;
