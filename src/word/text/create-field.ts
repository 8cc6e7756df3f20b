import type { ParagraphChild } from 'docx';
import { makeElement, type WordElement } from '../element.js';

/** Returns a field with the text that it shows until Word computes it again. */
export function createField(instruction: string, result: readonly ParagraphChild[]): ParagraphChild[] {
  return [...openField(instruction), ...result, closeField()];
}

/** Returns the start of a field, up to the text that it shows. */
export function openField(instruction: string): WordElement[] {
  const text = makeElement('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `]);
  return [createMark('begin'), makeElement('w:r', {}, [text]), createMark('separate')];
}

export function closeField(): WordElement {
  return createMark('end');
}

function createMark(type: 'begin' | 'separate' | 'end'): WordElement {
  return makeElement('w:r', {}, [makeElement('w:fldChar', { 'w:fldCharType': type })]);
}
