import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { tableLabels } from './src/content/table-labels.ts';
import { signsAfterTerms, unbrokenCitations } from './src/content/unbroken.ts';
import { pspContent } from './src/content/vite-plugin.ts';
import { pspSearch } from './src/search/vite-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  integrations: [mdx(), react()],
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'never' },
  // Sessions are ours (security.md SESS-1); Astro's write a file for every visitor without a cookie.
  session: false,
  security: {
    // server.mjs pins the host to the public origin before Astro sees the request; the origin check is CSRF-1 in our middleware.
    checkOrigin: false,
    allowedDomains: [{}],
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
      ],
    },
  },
  markdown: {
    syntaxHighlight: false,
    // Danish quotation marks are written by the author; English ones would be put in for him.
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [tableLabels, signsAfterTerms, unbrokenCitations],
    }),
  },
  devToolbar: { enabled: false },
  vite: {
    plugins: [pspContent(root), pspSearch(root)],
    ssr: { external: ['better-sqlite3', 'pg', 'pdfkit'] },
  },
});
