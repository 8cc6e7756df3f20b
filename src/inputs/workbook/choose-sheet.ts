import { suggestName } from '../../model/suggest-name.js';
import type { SheetEntry } from './open-workbook.js';

/** The reason why no sheet can be chosen, in words for the author. */
export interface NoSheet {
  message: string;
  expected?: string;
  hint: string | undefined;
}

/** Chooses the sheet with this name, or the only visible one. A hidden sheet is read only if its cells are meant to be. */
export function chooseSheet(
  sheets: readonly SheetEntry[],
  name: string | null,
  includesHidden: boolean,
): SheetEntry | NoSheet {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const names = visible.map((sheet) => sheet.name);
  const expected = `sheet: and one of ${names.join(', ')}`;
  if (name === null) {
    const [first, ...others] = visible;
    if (!first) return { message: 'the workbook has no visible sheet of cells', hint: 'Unhide the sheet.' };
    if (others.length === 0) return first;
    return {
      message: `the workbook has ${visible.length} sheets`,
      expected,
      hint: 'Name the sheet in a YAML file beside the workbook, or keep one sheet in it.',
    };
  }
  const found = sheets.find((sheet) => sheet.name === name) ?? findInOtherCase(sheets, name);
  if (!found)
    return {
      message: `the workbook has no sheet called "${name}"`,
      expected,
      hint: suggestName(name, names),
    };
  if (!found.isHidden || includesHidden) return found;
  return {
    message: `the sheet "${name}" is hidden`,
    hint: 'Unhide it in the workbook, or add hidden: include to the YAML file.',
  };
}

/** Excel does not tell capitals apart in the names of sheets. */
function findInOtherCase(sheets: readonly SheetEntry[], name: string): SheetEntry | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
