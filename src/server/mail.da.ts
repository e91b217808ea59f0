export const codeMail = {
  subject: 'Din kode til PSP Akademi',
  text: (code: string, origin: string) => `Din kode er ${code.slice(0, 4)} ${code.slice(4)}

Skriv den på siden, hvor du bad om den. Den virker én gang og i 10 minutter.

Har du ikke bedt om en kode, kan du se bort fra denne mail.

${origin}
`,
} as const;

export const reminderMail = {
  subject: 'Et minut på PSP Akademi',
  text: (origin: string) => `Der er et spørgsmål klar til dig. Det tager et minut:

${origin}/genopfriskning

Du får højst én mail om ugen. På siden kan du slå dem fra.
`,
} as const;
