import { capitalised, danishDateOf, danishNumber } from '#src/components/look/danish.ts';

export const text = {
  title: 'Kursusbevis',
  site: 'PSP Akademi',
  has: 'har gennemført forløbet',
  trained: 'Det har deltageren gennemført',
  module: (title: string, version: string) => `${title} (version ${version})`,
  cases: (count: number) =>
    count === 1
      ? 'Én konstrueret sag, spillet til ende'
      : `${capitalised(danishNumber(count))} konstruerede sager, spillet til ende`,
  dates: (issued: number, until: number) => `Udstedt ${danishDateOf(issued)}. Gyldigt til ${danishDateOf(until)}.`,
  law: (at: string) => `Reglerne er gennemgået, som de var ${at}. En jurist har ikke set indholdet.`,
  verify: 'Beviset kan efterprøves her, uden at navnet vises:',
  code: (code: string) => `Kode: ${code}`,
  meaning: 'Beviset siger, hvad der er gennemført. Det siger ikke, hvordan der er svaret.',
  qr: (address: string) => `QR-kode, der fører til ${address}`,
} as const;
