import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listDocumentTexts } from '../support/list-document-texts.js';
import { writeWordFile } from '../support/write-word-file.js';

const isMissing = spawnSync('soffice', ['--version']).status !== 0;
if (isMissing) process.stderr.write('Skipped: LibreOffice is missing, so no Word file was opened with it.\n');

/** Papers without footnotes, which LibreOffice puts elsewhere in a text file. */
const PAPERS = ['.', 'tests/papers/estates-review', 'tests/papers/finance-monitor'];

test.skipIf(isMissing).each(PAPERS)(
  'LibreOffice reads the text and the numbers of the paper in %s',
  async (root) => {
    const { document, bytes } = await writeWordFile(root);
    const text = readWithLibreOffice(bytes);
    let from = 0;
    for (const expected of listDocumentTexts({ ...document, contents: false }).map(removeSpaces)) {
      const at = text.indexOf(expected, from);
      expect(at, expected).toBeGreaterThanOrEqual(0);
      from = at + expected.length;
    }
  },
);

/** Returns the text that LibreOffice finds in a Word file, with the numbers that it counts, without spaces. */
function readWithLibreOffice(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'papers-office-'));
  try {
    writeFileSync(join(folder, 'paper.docx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const format = ['--convert-to', 'txt:Text (encoded):UTF8'];
    const { status } = spawnSync('soffice', [
      profile,
      '--headless',
      ...format,
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ]);
    expect(status).toBe(0);
    return removeSpaces(readFileSync(join(folder, 'paper.txt'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function removeSpaces(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}
