export const text = {
  title: 'Åbne spørgsmål til en jurist',
  description: 'Det, som vi ikke ved, og som kun en jurist kan svare på.',
  lead: 'Her er det, vi ikke ved. En jurist skal svare, før noget af det kan blive et rigtigt svar hos os.',
  meanwhile: 'Så længe er »jeg spørger en jurist« et godt svar på hvert af dem.',
  howSure: 'Sådan mærker vi, hvor sikre vi er',
} as const;
