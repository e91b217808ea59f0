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
const QR_SIZE = 96;

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
    tag: 'H1' | 'H2' | 'P' | 'LI',
    line: string,
    size: number,
    style: { strong?: true; colour?: string } = {},
  ) =>
    doc.struct(tag, {}, () => {
      const runs = faces.runsOf(line, style.strong === true);
      doc.fontSize(size).fillColor(style.colour ?? INK);
      for (const [index, run] of runs.entries())
        doc.font(run.face).text(run.text, { continued: index < runs.length - 1, lineGap: size * 0.3 });
    });
  const space = (height: number) => doc.struct('NonStruct', {}, () => void doc.moveDown(height));

  doc.rect(0, 0, doc.page.width, 10).fill(ACCENT);
  doc.y = MARGIN + 20;
  const head = [
    write('P', text.site, 13, { strong: true, colour: ACCENT }),
    space(1.2),
    write('H1', text.title, 34, { strong: true }),
    space(0.6),
    write('P', content.name, 22, { strong: true }),
    write('P', text.has, 13),
    write('P', text.path(content.pathTitle), 22, { strong: true }),
    space(0.8),
    write('H2', text.trained, 14, { strong: true }),
  ];
  for (const part of head) root.add(part);
  const list = doc.struct('L');
  root.add(list);
  for (const { title, version } of content.modules) list.add(write('LI', `• ${text.module(title, version)}`, 12));
  if (content.cases > 0) list.add(write('LI', `• ${text.cases(content.cases)}`, 12));
  list.end();
  for (const part of [
    space(1),
    write('P', text.issued(content.issuedAt), 12, { strong: true }),
    write('P', text.valid(content.validUntil), 12, { strong: true }),
    write('P', text.law(danishDate(content.lawDate)), 11, { colour: QUIET }),
    write('P', text.meaning, 11, { colour: QUIET }),
    space(1),
    write('P', text.verify, 11, { colour: QUIET }),
    write('P', content.address, 11),
    write('P', text.code(content.code), 11),
    space(0.5),
    doc.struct('Figure', { alt: text.qr(content.address) }, () => drawCode(doc, content.address)),
  ])
    root.add(part);
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
