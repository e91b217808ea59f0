// Writes .br and .gz beside each text file of the built site, so that server.mjs sends them without work.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

let before = 0;
let after = 0;
for (const file of globSync('dist/client/**/*.{html,css,js,svg,json,txt,xml}')) {
  const text = readFileSync(file);
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  before += text.length;
  after += brotli.length;
}
console.log(`Pakket: ${Math.round(before / 1024)} kB er blevet til ${Math.round(after / 1024)} kB (brotli)`);
