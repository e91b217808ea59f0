import { capitalised, danishDateOf, danishNumber } from '../look/danish.ts';

export const text = {
  title: 'Kursusbevis',
  valid: 'Beviset er ægte og gyldigt',
  expired: 'Beviset er ægte, men gælder ikke længere',
  path: (title: string) => `Stien »${title}« er gennemført.`,
  issued: 'Udstedt',
  until: 'Gyldigt til',
  law: 'Reglerne, som de var',
  noLawyer: 'En jurist har ikke set indholdet.',
  code: 'Kode',
  trained: 'Det er gennemført',
  module: (title: string, version: string) => `${title} (version ${version})`,
  cases: (count: number) =>
    count === 1
      ? 'Én konstrueret sag, spillet til ende'
      : `${capitalised(danishNumber(count))} konstruerede sager, spillet til ende`,
  noName: 'Navnet står kun på papiret. Denne side ved ikke, hvem beviset tilhører.',
  unknown: 'Der er ikke noget bevis med den kode',
  unknownText:
    'Se efter, om alle tegn er med. Står koden på et papir, og findes beviset ikke her, er det ikke udstedt af os.',
  own: 'Kursusbeviser',
  earn: 'Stien er gennemført. Du kan få et bevis, som din leder kan efterprøve uden at se dine svar.',
  get: 'Få kursusbevis',
  download: 'Hent som PDF',
  verify: 'Se, hvad andre ser',
  mail: 'Send linket i en mail',
  mailSubject: 'Kursusbevis fra PSP Akademi',
  line: (title: string, until: number) => `${title}, gyldigt til ${danishDateOf(until)}`,
} as const;
