/** The standards that a PDF can claim, by the names that authors write. */
export const PDF_STANDARDS = ['ua-1', 'a-3a', 'ua-2', 'a-4f', 'wtpdf'] as const;

export type PdfStandard = (typeof PDF_STANDARDS)[number];

/**
 * The standards that one file can claim together. PDF/UA-1 and PDF/A-3 build on PDF 1.7; PDF/UA-2, PDF/A-4 and Well-Tagged PDF
 * build on PDF 2.0. So no file can be both.
 */
export const STANDARD_SETS = {
  'PDF 1.7': ['ua-1', 'a-3a'],
  'PDF 2.0': ['ua-2', 'a-4f', 'wtpdf'],
} as const satisfies Record<string, readonly PdfStandard[]>;

/** The version of PDF that a set of standards builds on. */
export type PdfVersion = keyof typeof STANDARD_SETS;

/** The names that the standards have in print, with the document that defines each. */
export const STANDARD_NAMES: Record<PdfStandard, { name: string; source: string }> = {
  'ua-1': { name: 'PDF/UA-1', source: 'ISO 14289-1' },
  'a-3a': { name: 'PDF/A-3a', source: 'ISO 19005-3' },
  'ua-2': { name: 'PDF/UA-2', source: 'ISO 14289-2:2024' },
  'a-4f': { name: 'PDF/A-4f', source: 'ISO 19005-4:2020' },
  wtpdf: { name: 'Well-Tagged PDF 1.0, for accessibility', source: 'PDF Association' },
};

/** Finds the set that has exactly these standards, in any order. Returns null for any other combination. */
export function findPdfVersion(standards: readonly PdfStandard[]): PdfVersion | null {
  if (new Set(standards).size !== standards.length) return null;
  const isSame = (set: readonly PdfStandard[]): boolean =>
    set.length === standards.length && set.every((standard) => standards.includes(standard));
  if (isSame(STANDARD_SETS['PDF 1.7'])) return 'PDF 1.7';
  return isSame(STANDARD_SETS['PDF 2.0']) ? 'PDF 2.0' : null;
}
