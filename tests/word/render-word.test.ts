import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWordFile } from '../../src/word/read/read-word-file.js';
import type { WordFile, WordRun } from '../../src/word/read/word-file.js';
import { findWordFaults } from '../support/find-word-faults.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const FILE = 'output/2024-25-q2/parks-update/parks-update.docx';

let copy: Copy;
let bytes: Buffer;
let file: WordFile | null;
beforeAll(() => {
  copy = copyProject('tests/papers/parks-update');
  const run = runPapers(['build', '--format', 'docx', '--root', copy.root]);
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toContain(FILE);
  bytes = readFileSync(join(copy.root, FILE));
  file = readWordFile(FILE, bytes).value;
});
afterAll(() => copy.remove());

function listRuns(): WordRun[] {
  return (file?.body ?? []).flatMap((block) => {
    if (block.kind === 'paragraph') return block.runs;
    const paragraphs = block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
    return paragraphs.flatMap((inner) => (inner.kind === 'paragraph' ? inner.runs : []));
  });
}

test('makes a file that Word need not repair', () => {
  expect(findWordFaults(bytes)).toEqual([]);
});

test('finds a reference to a bookmark that is not there, among other faults', () => {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/w:name="\w+"/);
  expect(findWordFaults(copyWith(xml.replaceAll('<w:bookmarkStart', '<w:lost')))).not.toEqual([]);
});

function copyWith(xml: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), 'word/document.xml': strToU8(xml) });
}

test('puts each figure into a control with its name, whose content is locked', () => {
  const names = listRuns().flatMap(({ control }) => control ?? []);
  const figures = readFileSync(join(copy.root, FILE, '../figures.csv'), 'utf8');
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !figures.includes(name))).toEqual([]);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(xml.match(/<w:lock w:val="contentLocked"\/>/g)).toHaveLength(xml.match(/<w:sdt>/g)?.length ?? 0);
});

test('counts captions and references with fields', () => {
  const fields = listRuns().flatMap(({ field, text }) => (field ? [`${field.trim()}: ${text}`] : []));
  expect(fields).toEqual(expect.arrayContaining([expect.stringMatching(/^SEQ \w+ \\\* ARABIC: 1$/)]));
  expect(fields.filter((field) => field.startsWith('REF '))).not.toEqual([]);
});

test('gives each drawing its text alternative', () => {
  const alternatives = listRuns().flatMap(({ picture }) => (picture ? [picture.alternative] : []));
  expect(alternatives.length).toBeGreaterThan(0);
  expect(alternatives.filter((text) => (text ?? '').length < 20)).toEqual([]);
});

test('says what it was made from, and when', () => {
  expect(file?.properties.custom).toMatchObject({
    Paper: 'parks-update',
    Period: '2024-25-q2',
    Access: 'public',
    Sources: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array())).toContain(
    '<dc:language>en-GB',
  );
});

test('refuses another format, and says what is always made', () => {
  const run = runPapers(['build', '--format', 'odt', '--root', copy.root]);
  expect(run.code).toBe(2);
  expect(run.err).toContain('Write docx for a Word document.');
});
