import { PDFDocument } from '@cantoo/pdf-lib';
import { zipSync, strToU8 } from 'fflate';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { runPapers, type Run } from '../support/run-papers.js';

/** A PDF is mailed and comes back. The command identifies it and finds changes in it. */
let project: Project;
let issued: Buffer;
let mailed: string;
beforeAll(() => {
  project = copyParksProject();
  for (const version of ['1.0', '1.1']) {
    project.reword();
    expect(project.issue(version, '--note', 'The first step is named.').code).toBe(0);
  }
  issued = readFileSync(project.path('1.0', 'parks-update.pdf'));
  mailed = join(project.root, 'mailed.pdf');
});
afterAll(() => project.remove());

function verify(bytes: Uint8Array, ...more: string[]): Run {
  writeFileSync(mailed, bytes);
  const run = project.papers('verify', mailed, ...more);
  expect(run.err).toBe('');
  return run;
}

/** Changes the issued PDF as a PDF editor would. */
async function editPdf(change: (pdf: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(issued, { updateMetadata: false });
  await change(pdf);
  return pdf.save({ useObjectStreams: false });
}

function flipByte(at: number): Buffer {
  const bytes = Buffer.from(issued);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

test('identifies an unchanged PDF, and names the version that supersedes it', () => {
  const { code, out } = verify(issued);
  expect(out).toContain('version 1.0 of report 012, Parks update');
  expect(out).toContain('byte for byte');
  expect(out).toContain('superseded by version 1.1');
  expect(code).toBe(0);
  expect(JSON.parse(verify(issued, '--json').out)).toMatchObject({
    good: true,
    version: { version: '1.0', folder: `${project.folder}/v1.0` },
  });
});

test('finds a changed byte anywhere', () => {
  for (const share of [0, 0.1, 0.35, 0.6, 0.8, 0.95, 0.9999]) {
    const { code, out } = verify(flipByte(Math.floor((issued.length - 1) * share)));
    expect(out, `at ${share}`).not.toContain('byte for byte');
    expect(code, `at ${share}: ${out}`).toBe(1);
  }
});

test('finds bytes that are added after the end or cut off', () => {
  const added = verify(Buffer.concat([issued, Buffer.from('% a remark\n')]));
  expect(added.out).toContain('11 bytes have been added after the end');
  expect(added.code).toBe(1);
  const cut = verify(issued.subarray(0, issued.length - 100));
  expect(cut.code).toBe(1);
});

test('finds a changed word on its page', async () => {
  const word = await editPdf((pdf) => {
    const page = pdf.getPage(1);
    page.drawText('and more', { x: 100, y: 400, size: 12 });
  });
  const { code, out } = verify(word);
  expect(out).toContain('its label is version 1.0');
  expect(out).toMatch(/page 2: the text has changed: .*and more/);
  expect(out).not.toMatch(/page [13]:/);
  expect(code).toBe(1);
});

test('distinguishes changes of a drawing, a page, an attachment and the title', async () => {
  const { out } = verify(
    await editPdf(async (pdf) => {
      pdf.getPage(0).drawRectangle({ x: 50, y: 50, width: 20, height: 20 });
      pdf.setTitle('Another title');
      pdf.addPage();
      await pdf.attach(new Uint8Array([1]), 'extra.txt');
    }),
  );
  expect(out).toContain('page 1: the drawing has changed; the text is the same');
  expect(out).toContain('it has 4 pages instead of 3');
  expect(out).toContain('an attachment extra.txt has been added');
  expect(out).toContain('its information (title, author, dates) has changed');
});

test('identifies a working build by its sources', () => {
  expect(project.papers('build').code).toBe(0);
  const built = readFileSync(join(project.root, 'output/2024-25-q2/parks-update/parks-update.pdf'));
  const { code, out } = verify(built);
  expect(out).toContain('a working copy of parks-update for 2024-25-q2');
  expect(out).toContain('its own sources give the same bytes');
  expect(code).toBe(0);
});

test('compares a PDF with its own sources if there is no archive', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'papers-elsewhere-'));
  const verifyElsewhere = (bytes: Uint8Array): Run => {
    writeFileSync(join(elsewhere, 'copy.pdf'), bytes);
    return runPapers(['verify', join(elsewhere, 'copy.pdf'), '--root', elsewhere]);
  };
  const good = verifyElsewhere(issued);
  expect(good.out).toContain('its own sources give the same bytes');
  expect(good.code).toBe(0);
  const bad = verifyElsewhere(Buffer.concat([issued, Buffer.from('more')]));
  expect(bad.out).toContain('4 bytes have been added after the end');
  expect(bad.code).toBe(1);
  rmSync(elsewhere, { recursive: true });
});

test('reports a version that the archive does not have', () => {
  const other = copyParksProject();
  cpSync(join(project.root, 'data'), join(other.root, 'data'), { recursive: true });
  expect(other.issue('1.0').code).toBe(0);
  other.reword();
  expect(other.issue('2.0', '--note', 'Another paper.').code).toBe(0);
  const { code, out } = verify(readFileSync(other.path('2.0', 'parks-update.pdf')));
  expect(out).toContain('version 2.0 of parks-update for 2024-25-q2, which this archive does not have');
  expect(code).toBe(1);
  other.remove();
});

describe('with a malicious file', () => {
  /** Puts other sources into the issued PDF. */
  const withSources = (zip: Uint8Array): Promise<Uint8Array> =>
    editPdf(async (pdf) => {
      const empty = await PDFDocument.create();
      empty.addPage();
      await empty.attach(zip, 'sources.zip');
      const bytes = await empty.save();
      Object.assign(pdf, await PDFDocument.load(bytes));
    });
  const record = {
    'build.json': strToU8(
      JSON.stringify({
        tool: { name: 'committee-papers', version: '0.1.0' },
        period: '2024-25-q2',
        paper: 'other',
        madeAt: '2024-10-25T00:00:00.000Z',
        version: null,
        after: null,
        note: null,
      }),
    ),
  };

  test.each([
    ['../../escaped.yaml', 'contain a file outside the project'],
    ['data/../../escaped.yaml', 'contain a file outside the project'],
    ['/tmp/escaped.yaml', 'contain a file outside the project'],
    ['data\\..\\escaped.yaml', 'contain a file outside the project'],
    ['C:/escaped.yaml', 'contain a file outside the project'],
    ['data/__proto__/../x', 'contain a file outside the project'],
  ])('writes nothing from sources with a file %s', async (name, says) => {
    const zip = zipSync({ ...record, [name]: strToU8('escaped: true') });
    const { code, out } = verify(await withSources(zip));
    expect(out).toContain(says);
    expect(code).toBe(1);
    expect(readdirSync(tmpdir()).filter((name) => name.includes('escaped'))).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('papers-rebuild-'))).toEqual([]);
  });

  test('rejects sources that unpack to too many bytes', async () => {
    const zip = zipSync({ ...record, 'data/bomb.yaml': new Uint8Array(64 * 1024 * 1024) });
    const { code, out } = verify(await withSources(zip));
    expect(out).toContain('unpack to more than any paper');
    expect(code).toBe(1);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(), 'not a PDF'],
    ['a text file', () => strToU8('Dear member, see the paper.'), 'not a PDF'],
    [
      'only the first line of a PDF',
      () => strToU8('%PDF-1.7\n'),
      'cannot be read as a PDF: Invalid PDF structure',
    ],
    [
      'random bytes',
      () =>
        Uint8Array.from({ length: 5000 }, (_, i) => (i < 8 ? '%PDF-1.7'.charCodeAt(i) : (i * i * 31) % 251)),
      'cannot be read as a PDF',
    ],
    ['a stream that unpacks to too many bytes', () => makeBomb(), 'unpacks to more than any paper'],
  ])('rejects %s', (_name, bytes, says) => {
    const { code, out } = verify(bytes());
    expect(out).toContain(says);
    expect(code).toBe(1);
  });

  test('rejects a PDF of another program, which has no sources', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Hello');
    const { code, out } = verify(await pdf.save());
    expect(out).toContain('it contains no sources');
    expect(code).toBe(1);
  });

  test('rejects sources of a paper with errors', async () => {
    const { code, out } = verify(await withSources(zipSync(record)));
    expect(out).toContain('cannot be rebuilt from its own sources');
    expect(code).toBe(1);
  });
});

/** Builds a PDF with a compressed stream of 300 MB of zeros. */
function makeBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 });
  const head = `%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
}
