import { isScalar } from 'yaml';
import { readScalarText } from './block-text.js';
import { openGrid } from './csv-grid.js';
import type { EditTarget } from './edit.js';
import { readFrontMatter } from './front-matter.js';
import { findSpot, openYaml } from './open-yaml.js';
import { refuse, succeed, type Outcome } from './outcome.js';
import { refuseFile } from './refuse-file.js';
import { readCell } from './set-cell.js';
import { readTemplateLines } from './template-lines.js';

const GONE = 'the place is no longer in the file';

/** Reads the text that an author edits: a figure as typed, or a paragraph as Markdown. */
export function readTarget(fileText: string, target: EditTarget): Outcome<{ text: string }> {
  const refused = refuseFile(target.file);
  if (refused) return refused;
  const text = fileText.replace(/^\uFEFF/, '');
  switch (target.kind) {
    case 'yaml': {
      const opened = openYaml(text);
      if (opened.refusal) return opened;
      const spot = findSpot(opened.value, target.path);
      if (!spot) return refuse(GONE);
      if (spot.node !== null && !isScalar(spot.node))
        return refuse('there are several values here', 'Edit it in an editor.');
      return succeed({ text: readScalarText(spot.node) });
    }
    case 'cell': {
      const opened = openGrid(text, target.headerRow);
      if (opened.refusal) return opened;
      const row = opened.value.rows.find((candidate) => candidate.row === target.row);
      return row ? succeed({ text: readCell(row, target.column) }) : refuse(GONE);
    }
    case 'front-matter': {
      const value = readFrontMatter(text, target);
      return value === null ? refuse(GONE) : succeed({ text: value });
    }
    case 'heading':
    case 'lines': {
      const lines = readTemplateLines(text, target);
      return lines === null ? refuse(GONE) : succeed({ text: lines });
    }
  }
}
