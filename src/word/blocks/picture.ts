import type { FileChild } from 'docx';
import type { Picture } from '../../model/blocks/picture.js';
import type { WordContext } from '../word-context.js';
import { createDrawing } from './drawing.js';

export function createPicture(picture: Picture, context: WordContext): FileChild[] {
  return createDrawing({ ...picture, subtitle: [], notes: [] }, context);
}
