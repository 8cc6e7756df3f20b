import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { listTextBands, type Band } from './list-text-bands.js';
import type { ParsedPdf } from './parsed-pdf.js';
import { UnjoinablePdf } from './unjoinable-pdf.js';

/** The size of a page in points, and where a stamp covers no text. */
export interface PageSpace {
  width: number;
  height: number;
  /** The baseline of the stamp, in points from the top of the page. */
  baseline: number;
}

/** The room of a stamp above and below its baseline, in points. */
const ABOVE = 10;
const BELOW = 4;
/** Distances of the baseline from the edge of the page, in points. Printers leave out the outermost ten or so. */
const FROM_EDGE = [18, 13, 24];

/**
 * Finds a place for one line in the margin at the foot of a page, or else at its head, that has no text. A page whose margins are both
 * full gets it at the foot.
 */
export function findStampPlace({ context }: ParsedPdf, ref: PDFRef): PageSpace {
  const page = context.lookup(ref, PDFDict);
  const [left, bottom, right, top] = readBox(page);
  if (left !== 0 || bottom !== 0 || page.has(PDFName.of('Rotate')))
    throw new UnjoinablePdf('has pages in another shape than those of this program');
  const bands = listTextBands(readContent(page));
  const isFree = (baseline: number): boolean =>
    !bands.some((band) => overlaps(band, { bottom: baseline - BELOW, top: baseline + ABOVE }));
  const places = [...FROM_EDGE, ...FROM_EDGE.map((distance) => top - distance - ABOVE + BELOW)];
  const baseline = places.find(isFree) ?? FROM_EDGE[0] ?? 0;
  return { width: right, height: top, baseline: top - baseline };
}

function overlaps(a: Band, b: Band): boolean {
  return a.bottom < b.top && b.bottom < a.top;
}

function readBox(page: PDFDict): [left: number, bottom: number, right: number, top: number] {
  const box = page.lookup(PDFName.of('MediaBox'), PDFArray);
  const read = (index: number): number => box.lookup(index, PDFNumber).asNumber();
  return [read(0), read(1), read(2), read(3)];
}

/** Returns the operators of a page. Each character is one byte. */
function readContent(page: PDFDict): string {
  const stream = page.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new UnjoinablePdf('has a page without content');
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return Buffer.from(stream.contents).toString('latin1');
  if (filter !== PDFName.FlateDecode) throw new UnjoinablePdf('has pages that this program cannot unpack');
  return inflateSync(stream.contents).toString('latin1');
}
