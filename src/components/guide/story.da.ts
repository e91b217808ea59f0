export const text = {
  guide: 'Må jeg dele?',
  constructed: 'Konstrueret historie',
  description:
    'En opdigtet uge set af seks fagfolk: læge, politi, KiF, boligrådgiver, sygeplejerske og socialrådgiver. Åbn guiden ved det spørgsmål, de står med.',
  asked: (name: string) => `det, ${name} er i tvivl om`,
  after: 'Da ugen var gået',
  own: 'Tag din egen oplysning',
  cases: 'Prøv en hel sag',
} as const;
