import * as z from 'zod';
import { findPdfVersion, PDF_STANDARDS, STANDARD_SETS } from '../../model/pdf-standards.js';
import { field } from '../../schema/field.js';

const SETS = Object.values(STANDARD_SETS).map((set) => `[${set.join(', ')}]`);

const standards = z
  .array(z.enum(PDF_STANDARDS))
  .refine(
    (names) => findPdfVersion(names) !== null,
    `${SETS.join(' or ')}; no file can claim standards of both sets, because the first builds on PDF 1.7 and the second on PDF 2.0`,
  );

/** The schema of `pdf:` in `theme.yaml` and in the `paper.yaml` of a kind of paper. */
export const pdfSchema = z
  .strictObject({
    standards: field(
      standards,
      `the standards that the PDF follows: ${SETS.join(' or ')}`,
      ...Object.values(STANDARD_SETS).map((set) => [...set]),
    ),
  })
  .describe('the PDF file');
