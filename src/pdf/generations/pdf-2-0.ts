import type { PdfGeneration, StructureType, WrittenRole } from './pdf-generation.js';

/** The namespaces of structure types (ISO 32000-2, 14.8.6). */
const PDF_1_7 = 'http://iso.org/pdf/ssn';
const PDF_2_0 = 'http://iso.org/pdf2/ssn';

/**
 * The type of each role. PDF 2.0 has a type for the title, so headings count from there. It has no contents list, reference
 * or block quotation: those keep their types of PDF 1.7, which ISO/TS 32005 allows beside the new ones.
 */
const TYPES: Record<WrittenRole, StructureType> = {
  Document: inPdf20('Document'),
  H1: inPdf20('Title'),
  H2: inPdf20('H1'),
  H3: inPdf20('H2'),
  H4: inPdf20('H3'),
  H5: inPdf20('H4'),
  P: inPdf20('P'),
  L: inPdf20('L'),
  LI: inPdf20('LI'),
  Lbl: inPdf20('Lbl'),
  LBody: inPdf20('LBody'),
  Table: inPdf20('Table'),
  THead: inPdf20('THead'),
  TBody: inPdf20('TBody'),
  TR: inPdf20('TR'),
  TH: inPdf20('TH'),
  TD: inPdf20('TD'),
  Caption: inPdf20('Caption'),
  Figure: inPdf20('Figure'),
  Note: { ...inPdf20('FENote'), attributes: [{ O: 'FENote', NoteType: 'Footnote' }] },
  Link: inPdf20('Link'),
  BlockQuote: inPdf17('BlockQuote'),
  TOC: inPdf17('TOC'),
  TOCI: inPdf17('TOCI'),
  Reference: inPdf17('Reference'),
};

function inPdf20(name: string): StructureType {
  return { name, namespace: PDF_2_0 };
}

function inPdf17(name: string): StructureType {
  return { name, namespace: PDF_1_7 };
}

/**
 * PDF/UA-2 (ISO 14289-2), PDF/A-4f (ISO 19005-4) and Well-Tagged PDF 1.0 of the PDF Association, on PDF 2.0 (ISO 32000-2). A named
 * destination has the page for readers that know no others, and the element for those that do.
 */
export const pdf20: PdfGeneration = {
  fileVersion: '2.0',
  identification: `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>4</pdfaid:part>
<pdfaid:rev>2020</pdfaid:rev>
<pdfaid:conformance>F</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/">
<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>
</rdf:Description>`,
  hasInformation: false,
  deprecatedKeys: ['ProcSet'],
  nameType: ({ role, properties }) => {
    if (role === 'Slot') throw new Error('internal error: a slot has no type');
    // Only text that something refers to is a note.
    return TYPES[role === 'Note' && !properties.refs ? 'P' : role];
  },
  fallbackTypes: { Title: 'H1', FENote: 'Note' },
  hasReferences: true,
  createDestination: ({ page, left, top, findElement }) => ({
    D: [page, 'XYZ', left, top, null],
    SD: [findElement(), 'XYZ', left, top, null],
  }),
  chooseOutlineTarget: (_page, name) => name,
};
