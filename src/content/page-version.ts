import type { Content } from './schema.ts';

/** What a public page shows: which version of the content, and which provision where it is one's own page. */
export interface PageVersion {
  readonly version: string;
  readonly provision: string | null;
}

/**
 * @param path within the site, with or without fragment
 * @returns version '' for pages that have none of their own
 */
export function pageVersion({ modules, provisions, scenarios }: Content, path: string): PageVersion {
  const [, section = '', id = ''] = path.split(/[#?]/, 1)[0]?.split('/') ?? [];
  if (section === 'moduler') return { version: modules.find((one) => one.id === id)?.version ?? '', provision: null };
  if (section === 'scenarier' && Object.hasOwn(scenarios, id))
    return { version: scenarios[id]?.scenario.version ?? '', provision: null };
  if (section === 'bestemmelser' && Object.hasOwn(provisions, id)) return { version: '', provision: id };
  return { version: '', provision: null };
}
