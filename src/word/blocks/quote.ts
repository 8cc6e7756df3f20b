import { Paragraph, type FileChild } from 'docx';
import type { Quote } from '../../model/blocks/quote.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import type { WordContext } from '../word-context.js';

export function createQuote({ content }: Quote, context: WordContext): FileChild[] {
  return [new Paragraph({ style: STYLES.quotation, children: createRuns(content, context) })];
}
