import type { PdfVersion } from '../../model/pdf-standards.js';
import { pdf17 } from './pdf-1-7.js';
import { pdf20 } from './pdf-2-0.js';
import type { PdfGeneration } from './pdf-generation.js';

const GENERATIONS: Record<PdfVersion, PdfGeneration> = { 'PDF 1.7': pdf17, 'PDF 2.0': pdf20 };

export function chooseGeneration(version: PdfVersion): PdfGeneration {
  return GENERATIONS[version];
}
