import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildNewest } from '../support/build-newest.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, type Copy } from '../support/run-papers.js';

/** Bottom margins in steps that are smaller than the space under a block, so that some page ends within that space. */
const MARGINS = Array.from({ length: 40 }, (_, index) => 50.5 + index * 3);

/** The lines of an empty page: its head, its foot, and the mark of a draft. */
const LINES_OF_EMPTY_PAGE = 3;

test.each(['before an appendix', 'at the end of the paper'])(
  'leaves no page empty %s, wherever the text ends',
  async (where) => {
    const copy = copyProject('dist/starter');
    if (where === 'at the end of the paper') removeAppendix(copy);
    const empty: string[] = [];
    for (const margin of MARGINS) {
      copy.change(
        'templates/theme/theme.yaml',
        (text) => `${text.replace(/^page: .*\n/m, '')}page: { margins: { bottom: ${margin} } }\n`,
      );
      const { pages } = await readPdf((await buildNewest(copy.root)).pdf);
      pages.forEach(({ text }, index) => {
        if (text.trim().split('\n').length <= LINES_OF_EMPTY_PAGE)
          empty.push(`margin ${margin}: page ${index + 1}: ${text}`);
      });
    }
    copy.remove();
    expect(empty).toEqual([]);
  },
);

/** Removes the appendix, and ends the last section with a paragraph that no heading keeps on its page. */
function removeAppendix({ root, change }: Copy): void {
  change('data/2025-26-q2/performance-report.yaml', (text) =>
    text.replace(/, and \{\{ref "method"\}\}\s+says how they were measured/, ''),
  );
  change('templates/performance-report/sections/contact.md.hbs', (text) => `${text}\nWrite to us.\n`);
  rmSync(join(root, 'templates/performance-report/appendices/method.md.hbs'));
}
