// The texts of what can be found, for the lines under each hit; the browser loads them after the index.
import { texts } from 'virtual:psp-search';

export const prerender = true;

export const GET = () => new Response(texts, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
