import { TextRun, type IRunOptions } from 'docx';
import { removeUnprinted } from './remove-unprinted.js';
import type { RunLook } from './run-look.js';

/** Returns a run of text. */
export function createTextRun(text: string, look: RunLook = {}): TextRun {
  const options: IRunOptions = { ...look, text: removeUnprinted(text) };
  return new TextRun(options);
}
