import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The prose of a module, a file per part: `<module>/<part>`. Everything about it stands in module.yaml. */
const parts = defineCollection({
  loader: glob({ pattern: '*/*.mdx', base: './src/content/modules' }),
  schema: z.strictObject({}),
});

/** Texts that stand alone: how sure we are, privacy, accessibility, small numbers. */
const pages = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/pages' }),
  schema: z.strictObject({
    title: z.string(),
    /** One or two sentences under the title. */
    lead: z.string(),
  }),
});

export const collections = { parts, pages };
