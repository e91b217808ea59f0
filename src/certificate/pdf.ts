import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { danishDate } from '#src/components/look/danish.ts';
import { text } from './certificate.da.ts';
import type { Faces } from './faces.ts';

/** What stands on a course certificate. */
export interface CertificateContent {
  /** The person's name as the organisation knows it; on the paper only, never on the page that verifies. */
  readonly name: string;
  readonly pathTitle: string;
  readonly modules: readonly { readonly title: string; readonly version: string }[];
  readonly cases: number;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  readonly validUntil: number;
  /** `YYYY-MM-DD`: the oldest review of what was trained. */
  readonly lawDate: string;
  /** As it is shown: in groups. */
  readonly code: string;
  /** Where the code is verified. */
  readonly address: string;
}

const MARGIN = 64;
const INK = '#17211E';
const QUIET = '#48544E';
const ACCENT = '#14534A';
const QR_SIZE = 88;
const LIST_SIZE = 10.5;

/**
 * The certificate as a tagged PDF on A4: Danish, embedded letters, a reading order for screen readers.
 * @returns the file
 */
export function certificatePdf(content: CertificateContent, faces: Faces): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'da-DK',
    displayTitle: true,
    info: {
      Title: `${text.title} – ${content.pathTitle}`,
      Author: text.site,
      CreationDate: new Date(content.issuedAt),
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (
    tag: 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody',
    line: string,
    size: number,
    style: { strong?: true; colour?: string; x?: number } = {},
  ) =>
    doc.struct(tag, {}, () => {
      const runs = faces.runsOf(line, style.strong === true);
      doc.x = style.x ?? MARGIN;
      doc.fontSize(size).fillColor(style.colour ?? INK);
      for (const [index, run] of runs.entries())
        doc.font(run.face).text(run.text, { continued: index < runs.length - 1, lineGap: size * 0.25 });
    });
  const space = (height: number) =>
    doc.struct('NonStruct', {}, () => {
      doc.y += height;
    });

  doc.rect(0, 0, doc.page.width, 10).fill(ACCENT);
  doc.y = MARGIN;
  const head = [
    write('P', text.site, 13, { strong: true, colour: ACCENT }),
    space(14),
    write('H1', text.title, 34, { strong: true }),
    space(10),
    write('P', content.name, 22, { strong: true }),
    write('P', text.has, 13),
    write('P', content.pathTitle, 22, { strong: true }),
    space(14),
    write('H2', text.trained, 13, { strong: true }),
  ];
  for (const part of head) root.add(part);
  const list = doc.struct('L');
  root.add(list);
  const items = content.modules.map(({ title, version }) => text.module(title, version));
  if (content.cases > 0) items.push(text.cases(content.cases));
  for (const item of items) {
    const row = doc.struct('LI');
    list.add(row);
    const line = doc.y;
    row.add(write('Lbl', '•', LIST_SIZE));
    doc.y = line;
    row.add(write('LBody', item, LIST_SIZE, { x: MARGIN + 12 }));
    row.end();
  }
  list.end();
  for (const part of [
    space(12),
    write('P', text.dates(content.issuedAt, content.validUntil), 12, { strong: true }),
    write('P', text.law(danishDate(content.lawDate)), LIST_SIZE, { colour: QUIET }),
    write('P', text.meaning, LIST_SIZE, { colour: QUIET }),
    space(14),
  ])
    root.add(part);
  // The code and what it is for stay on one page, beside each other.
  if (doc.y + QR_SIZE > doc.page.height - MARGIN) doc.addPage();
  const top = doc.y;
  const beside = { x: MARGIN + QR_SIZE + 18 };
  for (const part of [
    doc.struct('Figure', { alt: text.qr(content.address) }, () => drawCode(doc, content.address)),
    write('P', text.verify, LIST_SIZE, { ...beside, colour: QUIET }),
    write('P', content.address, LIST_SIZE, beside),
    write('P', text.code(content.code), LIST_SIZE, beside),
  ])
    root.add(part);
  doc.y = top + QR_SIZE;
  root.end();
  doc.end();
  return done;
}

function drawCode(doc: PDFKit.PDFDocument, address: string): void {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const cell = QR_SIZE / size;
  doc.fillColor(INK);
  for (const [row, cells] of data.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) doc.rect(MARGIN + column * cell, doc.y + row * cell, cell, cell);
  doc.fill();
}
