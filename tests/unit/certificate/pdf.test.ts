import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { loadFaces } from '#src/certificate/faces.ts';
import { type CertificateContent, certificatePdf } from '#src/certificate/pdf.ts';
import { sfntOf } from '#src/certificate/sfnt.ts';
import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';

const faces = loadFaces(projectRoot);
const content: CertificateContent = {
  name: 'Søren Łukasz Ærøskøbing Ñandú',
  pathTitle: 'Fast medlem',
  modules: [
    { title: 'Må jeg dele oplysningen?', version: '1.0.0' },
    { title: 'Børn og unge', version: '1.2.0' },
  ],
  cases: 2,
  issuedAt: Date.parse('2026-11-23T10:00:00Z'),
  validUntil: Date.parse('2028-11-23T10:00:00Z'),
  lawDate: '2026-11-22',
  code: '000000-111111-222222-333333-44',
  address: 'https://eksempel.test/bevis/00000011111122222233333344',
};

test('the text of a certificate can be read out again, letter by letter', async () => {
  const file = await certificatePdf(content, faces);
  const proxy = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(proxy, { mergePages: true });
  expect(totalPages).toBe(1);
  for (const line of [
    'Søren Łukasz Ærøskøbing Ñandú',
    'Fast medlem',
    'Må jeg dele oplysningen? (version 1.0.0)',
    'To konstruerede sager, spillet til ende',
    'Udstedt 23. november 2026. Gyldigt til 23. november 2028.',
    content.address,
    content.code,
  ])
    expect(text).toContain(line);
});

test('everything there is to complete stands on one page, the code too', async () => {
  const loaded = loadContent(projectRoot, '2026-11-23');
  if (!loaded.ok) throw new Error('The content breaks its rules');
  const modules = Object.values(loaded.content.modules).map(({ title, version }) => ({ title, version }));
  expect(modules.length).toBeGreaterThan(15);
  const file = await certificatePdf({ ...content, modules }, faces);
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
  expect(totalPages).toBe(1);
  for (const { title } of modules) expect(text).toContain(title);
});

test('it is tagged, in Danish, and its letters are in it', async () => {
  const file = await certificatePdf(content, faces);
  const raw = file.toString('latin1');
  expect(raw).toMatch(/\/Marked true/);
  expect(raw).toContain('/StructTreeRoot');
  expect(raw).toContain('da-DK');
  expect(raw).toContain('/FontFile2');
  const proxy = await getDocumentProxy(new Uint8Array(file));
  const tree = JSON.stringify(await (await proxy.getPage(1)).getStructTree());
  for (const role of ['Document', 'H1', 'H2', 'LI', 'Figure']) expect(tree).toContain(`"role":"${role}"`);
  expect(tree).toContain('QR-kode');
});

test('more than one page holds goes on to the next, and nothing is lost', async () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ title: `Modul nummer ${index + 1}`, version: '1.0.0' }));
  const proxy = await getDocumentProxy(new Uint8Array(await certificatePdf({ ...content, modules: many }, faces)));
  const { text } = await extractText(proxy, { mergePages: true });
  for (const { title } of many) expect(text).toContain(title);
  expect(text).toContain(content.code);
});

test('what is no WOFF file is refused', () => {
  expect(() => sfntOf(Buffer.from('not a font at all'))).toThrow(RangeError);
});
