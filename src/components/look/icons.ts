/**
 * The house's own drawings on a 24 px grid. Kept as data rather than as an SVG sprite: each place inlines only the icon it
 * shows, in Astro and in React alike, with no extra request and nothing for the content policy to allow.
 */
export type Shape =
  // `cut` draws in the page's colour upon a filled shape
  | { readonly d: string; readonly fill?: 'currentColor'; readonly dashes?: string; readonly cut?: true }
  | {
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly fill?: 'currentColor';
      readonly dashes?: string;
    };

const disc = (r: number, more: { fill?: 'currentColor'; dashes?: string } = {}) => ({ cx: 12, cy: 12, r, ...more });

export const ICONS = {
  // authorities: a shield, a house, a plus in a circle, an open door
  politi: [{ d: 'M12 3l7.2 2.6v5.2c0 4.7-2.9 8.2-7.2 10.2-4.3-2-7.2-5.5-7.2-10.2V5.6z' }, { d: 'M8.6 11.8h6.8' }],
  kommune: [{ d: 'M3.5 11.2L12 4l8.5 7.2M6 9.3V20h12V9.3' }, { d: 'M10 20v-5.5h4V20' }],
  psykiatri: [disc(8.8), { d: 'M12 8v8M8 12h8' }],
  kif: [{ d: 'M5.5 20.5v-16h8.2M18.5 20.5H3.5M13.7 4.5l4.8-1.6v18.2l-4.8-1.6zM16 11.4v1.4' }],
  people: [{ d: 'M8 8h8v8H8zM9 4.5h6M9 19.5h6M4.5 9v6M19.5 9v6' }],
  // ways
  arrow: [{ d: 'M4 12h15M13 6l6 6-6 6' }],
  back: [{ d: 'M20 12H5M11 6l-6 6 6 6' }],
  menu: [{ d: 'M3.5 7h17M3.5 12h17M3.5 17h17' }],
  replay: [{ d: 'M4.5 12a7.5 7.5 0 102.4-5.5L4 9M4 4v5h5' }],
  print: [{ d: 'M7 9V3.5h10V9M7 17.5H3.5V9h17v8.5H17M7 14h10v6.5H7z' }],
  unsent: [{ d: 'M12 16V5M7.5 9L12 4.5 16.5 9' }, { d: 'M4 20h16', dashes: '2.5 3' }],
  // judgements and notes
  check: [{ d: 'M4.5 12.8l5 5L19.5 7' }],
  half: [disc(8.5), { d: 'M12 3.5a8.5 8.5 0 010 17z', fill: 'currentColor' }],
  stop: [disc(8.5), { d: 'M6 18L18 6' }],
  gap: [disc(8.8), { d: 'M12 7.5V13M12 16.3v.1' }],
  over: [{ d: 'M12 3l9 9-9 9-9-9zM12 8.5v7M8.5 12h7' }],
  warn: [{ d: 'M12 4l9 16H3z' }, { d: 'M12 10v5M12 17.4v.1' }],
  info: [disc(8.8), { d: 'M12 11v5.5M12 7.6v.1' }],
  lock: [{ d: 'M5 11h14v9.5H5zM8 11V8a4 4 0 018 0v3' }],
  clock: [disc(8.5), { d: 'M12 7v5.2l3.4 2' }],
  flag: [{ d: 'M6 21V4h12l-2.5 4.5L18 13H6' }],
  news: [{ d: 'M5 4h14v16H5zM8.5 9h7M8.5 13h7' }],
  // who knew what
  dot: [disc(5.5, { fill: 'currentColor' })],
  ring: [disc(5.5), disc(1.6, { fill: 'currentColor' })],
  told: [{ d: 'M2.5 12h9M8.5 8.5L12 12l-3.5 3.5' }, { cx: 17, cy: 12, r: 4.5 }],
  'told-short': [{ d: 'M2.5 12h9M8.5 8.5L12 12l-3.5 3.5' }, { cx: 17, cy: 12, r: 4.5, dashes: '2.2 2.5' }],
  dash: [{ d: 'M8 12h8' }],
  // levels of a competence
  'level-none': [disc(9, { dashes: '2.5 3.2' })],
  'level-under-way': [disc(9), { d: 'M12 3a9 9 0 010 18z', fill: 'currentColor' }],
  'level-shown': [disc(9, { fill: 'currentColor' }), { d: 'M7.5 12.3l3.2 3.2 6-6.5', cut: true }],
  'level-refresh': [disc(9), { d: 'M12 7v5.2l3.4 2' }],
} as const satisfies Record<string, readonly Shape[]>;

export type IconName = keyof typeof ICONS;
