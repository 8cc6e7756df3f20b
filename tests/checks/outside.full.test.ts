import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { makeWordPaper } from '../support/make-word-paper.js';
import { copyProject, runPapers } from '../support/run-papers.js';

/** Long papers, and papers that other programs wrote. */

const folder = mkdtempSync(join(tmpdir(), 'papers-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

function listProblems(name: string, bytes?: Uint8Array): Problem[] {
  if (bytes) writeFileSync(join(folder, name), bytes);
  const { out } = runPapers(['check', name, '--json'], { cwd: folder });
  return (JSON.parse(out) as { problems: Problem[] }).problems;
}

const describeAll = (problems: Problem[]): string[] =>
  problems.map(
    ({ rule, message, place }) => `${rule}: ${place?.part?.replace(/^page \d+, /, '') ?? ''}: ${message}`,
  );

const SOFFICE = '/usr/bin/soffice';
const PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

describe.skipIf(!existsSync(SOFFICE))('a paper that LibreOffice has saved', () => {
  const bytes = makeWordPaper(readFileSync('tests/checks/outside/published-paper.txt', 'utf8'), {
    title: 'TP thematic performance report',
  });
  const expected = describeAll(listProblems('typed.docx', bytes));

  test.each([
    ['docx', 'docx:MS Word 2007 XML'],
    ['pdf', PDF],
  ])(
    'has the same problems as %s',
    (ending, format) => {
      const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
      const args = [home, '--headless', '--convert-to', format, '--outdir', join(folder, 'saved')];
      spawnSync(SOFFICE, [...args, join(folder, 'typed.docx')], { timeout: 120_000 });
      const problems = listProblems(join('saved', `typed.${ending}`));
      expect(describeAll(problems).sort()).toEqual([...expected].sort());
    },
    180_000,
  );
});

describe.skipIf(!existsSync(SOFFICE))('a PDF that LibreOffice has saved', () => {
  const savePdf = (name: string, options: string): { code: number | null; err: string } => {
    const bytes = makeWordPaper('# Library report\n1. The visits are many.');
    writeFileSync(join(folder, `${name}.docx`), bytes);
    const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
    const args = [
      home,
      '--headless',
      '--convert-to',
      `pdf:writer_pdf_Export:{${options}}`,
      '--outdir',
      folder,
    ];
    spawnSync(SOFFICE, [...args, join(folder, `${name}.docx`)], { timeout: 120_000 });
    return runPapers(['check', `${name}.pdf`], { cwd: folder });
  };

  test.each([
    ['without tags', 'untagged', '"UseTaggedPDF":{"type":"boolean","value":"false"}', 'the PDF has no tags'],
    [
      'with a password',
      'locked',
      '"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}',
      'the PDF is protected by a password',
    ],
  ])(
    'is refused %s, with advice',
    (_kind, name, options, message) => {
      const { code, err } = savePdf(name, options);
      expect({ code, says: err.includes(message), hints: err.includes('hint: ') }, err).toEqual({
        code: 1,
        says: true,
        hints: true,
      });
    },
    180_000,
  );
});

test('reports nothing in the PDF and the Word file of the reference paper, which this program made', () => {
  const copy = copyProject('.');
  const name = 'tp-thematic-performance';
  runPapers(['build', '2008-09-q3', name, '--format', 'docx', '--root', copy.root]);
  const checked = ['pdf', 'docx'].map((ending) => {
    const { code, out } = runPapers(['check', `output/2008-09-q3/${name}/${name}.${ending}`, '--json'], {
      cwd: copy.root,
    });
    return { code, problems: (JSON.parse(out) as { problems: Problem[] }).problems };
  });
  copy.remove();
  const nothing = { code: 0, problems: [] };
  expect(checked).toEqual([nothing, nothing]);
}, 60_000);

/** Problems of texts that are only paragraphs. */
const IS_ABOUT_FRAME = /^(?:document-is-titled|recommendation-is-made|author-and-contact-are-named)/;

test('answers for a sentence that cites 50,000 sections', () => {
  const bytes = makeWordPaper(`1. ${'section 1, '.repeat(50_000)}`);
  const rules = listProblems('sections.docx', bytes).map(({ rule }) => rule);
  expect(rules.filter((rule) => !IS_ABOUT_FRAME.test(rule))).toEqual(['sentence-is-short']);
});

test('checks every paragraph of a paper of 999', () => {
  const lines = Array.from(
    { length: 998 },
    (_, index) => `${index + 1}. Of 120 visits, 64 were by children, as paragraph 1 of this paper says.`,
  );
  const bytes = makeWordPaper([...lines, '999. Table 1 has the figures.'].join('\n'));
  const problems = describeAll(listProblems('long.docx', bytes));
  expect(problems.filter((problem) => !IS_ABOUT_FRAME.test(problem))).toEqual([
    'reference-leads-elsewhere: paragraph 1: "paragraph 1" cites its own paragraph',
    'reference-resolves: paragraph 999: "Table 1" is cited, but the file has no table 1',
  ]);
});
