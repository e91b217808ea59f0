import { z } from 'zod';

/** Authored, permanent ids: kebab-case, no æøå, as they stand in addresses and in learning events. */
export const contentId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Et id må kun bestå af a-z, 0-9 og bindestreg');

/** A calendar day. YAML gives a string because the loader reads with the core schema, which knows no dates. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Skriv datoen som ÅÅÅÅ-MM-DD');
export const semver = z.string().regex(/^\d+\.\d+\.\d+$/, 'Skriv versionen som 1.0.0');
export const prose = z.string().trim().min(1, 'Teksten mangler');

/** How sure we are, as the fact base marks it (retsgrundlag 0.1). */
export const CERTAINTIES = ['two-sources', 'one-source', 'general-knowledge', 'interpretation'] as const;
export const certainty = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof certainty>;

/** Claims that may carry a right answer (retsgrundlag 0.1, product.md "Truthfulness"). */
export const FIRM: readonly Certainty[] = ['two-sources', 'one-source'];

export const authorityId = z.enum(['politi', 'kommune', 'psykiatri', 'kif']);
