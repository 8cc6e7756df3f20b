import { findChild, listChildren, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { enterChange, enterControl } from './enter-element.js';
import { moveRange } from './move-range.js';
import { findChange } from './read-change.js';
import { readSwitch, toNumber } from './read-styles.js';
import type { Around, ReadBlocks, Story } from './story.js';
import type { WordCell, WordRow, WordTable } from './word-file.js';

/** Word has 63 columns. */
const MOST_COLUMNS = 63;

/** A row or a cell, and what surrounds it. */
interface Part {
  element: XmlElement;
  around: Around;
}

/** Reads a table. Cells that were merged downwards belong to their first row. */
export function readTable(
  element: XmlElement,
  story: Story,
  around: Around,
  readBlocks: ReadBlocks,
): WordTable {
  const bookmarks = new Set(story.bookmarks.list());
  const merged = new Map<number, WordCell>();
  const rows = listParts(element, 'tr', story, around).map(({ element: row, around: outside }): WordRow => {
    const properties = findChild(row, 'trPr');
    const change = findChange(properties) ?? outside.change;
    const inside = { ...outside, change };
    let column = toNumber(readValue(properties, 'gridBefore')) ?? 0;
    const cells: WordCell[] = [];
    for (const part of listParts(row, 'tc', story, inside)) {
      const cellProperties = findChild(part.element, 'tcPr');
      const columnSpan = Math.min(toNumber(readValue(cellProperties, 'gridSpan')) ?? 1, MOST_COLUMNS);
      const merge = findChild(cellProperties, 'vMerge');
      const above = merge && merge.attributes['val'] !== 'restart' ? merged.get(column) : undefined;
      const blocks = readBlocks(part.element, story, {
        ...part.around,
        change: findChange(cellProperties) ?? part.around.change,
      });
      if (above) above.rowSpan += 1;
      else {
        const cell = { columnSpan, rowSpan: 1, blocks };
        cells.push(cell);
        if (merge) merged.set(column, cell);
        else merged.delete(column);
      }
      column += columnSpan;
    }
    for (const name of story.bookmarks.list()) bookmarks.add(name);
    return { isHeader: readSwitch(properties, 'tblHeader') ?? false, change, cells };
  });
  return { kind: 'table', rows, bookmarks: [...bookmarks] };
}

/** Lists the rows of a table, or the cells of a row, also those inside content controls. */
function listParts(element: XmlElement | null, name: string, story: Story, around: Around): Part[] {
  return listChildren(element).flatMap((child): Part[] => {
    if (child.name === name) return [{ element: child, around }];
    if (moveRange(child, story) || /Pr$/.test(child.name)) return [];
    if (child.name === 'sdt')
      return listParts(findChild(child, 'sdtContent'), name, story, enterControl(child, around));
    return listParts(child, name, story, enterChange(child, around));
  });
}
