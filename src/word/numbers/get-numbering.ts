import type { IParagraphOptions } from 'docx';
import { toHex } from '../text/to-hex.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';

/** Returns the automatic number of a heading or paragraph, as options of the library. Empty if Word does not number it. */
export function getNumbering(
  anchor: string,
  { numbers, theme }: WordContext,
): Pick<IParagraphOptions, 'numbering'> {
  const number = numbers.get(anchor);
  if (!number) return {};
  const reference = number.list.define(toTwips(theme.text.hang), toHex(theme.colours.soft));
  return { numbering: { reference, level: number.level } };
}
