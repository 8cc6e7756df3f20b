import * as z from 'zod';
import { field } from '../../schema/field.js';
import { parseLetters } from '../../model/letters.js';
import { makeError, type Checked } from '../../model/problem.js';
import type { NumberingStart } from '../../model/paper.js';
import type { NumberedPart, Template } from '../../model/template.js';
import type { YamlFile } from '../yaml/yaml-file.js';

const number = z.int().min(1).max(9999);
const letters = z.string().regex(/^[A-Z]{1,2}$/, 'a whole number, or capital letters such as H');
const mark = z.union([number, letters]);

/** The first numbers of sections, paragraphs and appendices. */
export const numberingStart = z
  .strictObject({
    sections: field(mark, 'the first section: 3, or C where sections have letters', 'C').optional(),
    paragraphs: field(
      number,
      'the first paragraph, where they are numbered through the paper',
      42,
    ).optional(),
    appendices: field(mark, 'the first appendix: 8, or H where appendices have letters', 'H').optional(),
  })
  .describe('the first numbers, if they are not 1 or A');

const PARTS: NumberedPart[] = ['sections', 'paragraphs', 'appendices'];

/** Lists the first numbers under `numbering: start:` of a file. */
export function listStarts(
  start: { [Part in NumberedPart]?: string | number | undefined } | undefined,
  file: YamlFile,
): NumberingStart[] {
  return PARTS.flatMap((part) => {
    const value = start?.[part];
    return value === undefined ? [] : [{ part, value, place: file.placeOf(['numbering', 'start', part]) }];
  });
}

/** Puts first numbers into a template's numbering. Reports those that its schemes cannot print. */
export function applyStarts(
  numbering: Template['numbering'],
  starts: readonly NumberingStart[],
): Checked<Template['numbering']> {
  const problems = starts.flatMap((start) => {
    const fault = findFault(start, numbering);
    return fault ? [makeError('start-fits-numbering', start.place, fault.message, fault)] : [];
  });
  const counts = Object.fromEntries(starts.map(({ part, value }) => [part, toCount(value)]));
  return { value: { ...numbering, start: { ...numbering.start, ...counts } }, problems };
}

/** Returns the count of a mark: 8 for 8 and for H, 27 for AA. */
function toCount(value: string | number): number {
  return typeof value === 'number' ? value : parseLetters(value);
}

function findFault(
  { part, value }: NumberingStart,
  numbering: Template['numbering'],
): { message: string; expected: string } | null {
  const scheme = numbering[part];
  if (part === 'paragraphs' && scheme !== 'continuous')
    return {
      message: `paragraphs are numbered as "${scheme}", so they cannot start at ${value}`,
      expected: 'paragraphs: continuous in the paper.yaml of the template',
    };
  if (scheme === 'none')
    return {
      message: `sections have no numbers, so they cannot start at ${value}`,
      expected: 'sections: letters or sections: numbers in the paper.yaml of the template',
    };
  if (typeof value === 'string' && scheme === 'numbers')
    return { message: `${part} have numbers, so they cannot start at ${value}`, expected: 'a whole number' };
  return null;
}
