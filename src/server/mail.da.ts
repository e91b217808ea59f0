export const codeMail = {
  subject: 'Din kode til PSP Akademi',
  text: (code: string, origin: string) => `Din kode er ${code.slice(0, 4)} ${code.slice(4)}

Skriv den på siden, hvor du bad om den. Den virker én gang og i 10 minutter.

Har du ikke bedt om en kode, kan du se bort fra denne mail.

${origin}
`,
} as const;
