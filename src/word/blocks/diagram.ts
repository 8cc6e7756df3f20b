import type { FileChild } from 'docx';
import type { Diagram } from '../../model/blocks/diagram.js';
import type { WordContext } from '../word-context.js';
import { createDrawing } from './drawing.js';

export function createDiagram(diagram: Diagram, context: WordContext): FileChild[] {
  return createDrawing({ ...diagram, subtitle: [], size: diagram.drawing }, context);
}
