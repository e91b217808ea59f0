// The search index as the browser loads it, when the search field is first used.
import { file } from 'virtual:psp-search';

export const prerender = true;

export const GET = () => new Response(file, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
