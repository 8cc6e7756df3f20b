import type { ParagraphChild } from 'docx';
import type { Figure } from '../../model/figure.js';
import { sha256 } from '../../sha256.js';
import { makeElement } from '../element.js';
import { createTextRun } from './create-text-run.js';
import type { RunLook } from './run-look.js';
import { removeUnprinted } from './remove-unprinted.js';

/** The most characters of a control's tag and title that Word accepts. */
const LONGEST = 64;
const HASH_DIGITS = 8;

/**
 * Returns the content control of a printed figure. Its tag is the figure's name. Its content is locked, because a figure is changed in
 * its data; the whole control can be deleted with the sentence around it.
 */
export function createFigureControl(figure: Figure, text: string, look: RunLook, id: number): ParagraphChild {
  const properties = makeElement('w:sdtPr', {}, [
    makeElement('w:alias', { 'w:val': makeTitle(figure.label || figure.id) }),
    makeElement('w:tag', { 'w:val': makeFigureTag(removeUnprinted(figure.id)) }),
    makeElement('w:id', { 'w:val': id }),
    makeElement('w:lock', { 'w:val': 'contentLocked' }),
  ]);
  const content = makeElement('w:sdtContent', {}, [createTextRun(text, look)]);
  return makeElement('w:sdt', {}, [properties, content]);
}

/** Returns the tag of the control around a figure: its name. A hash ends the tag of a name that is too long for Word. */
function makeFigureTag(name: string): string {
  if (name.length <= LONGEST) return name;
  return `${name.slice(0, LONGEST - HASH_DIGITS - 1)}~${sha256(name).slice(0, HASH_DIGITS)}`;
}

function makeTitle(label: string): string {
  const title = removeUnprinted(label);
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
