import { extname } from 'node:path';
import { InvalidPdf } from '../archive/verify/pdf-objects.js';
import { readTaggedPdf } from '../archive/verify/read-pdf.js';
import { makeError, type Checked } from '../model/problem.js';
import type { OutsidePaper, OutsidePart } from '../model/outside-paper.js';
import { hasTags, readTags } from '../outside/read-tags.js';
import { readWord } from '../outside/read-word.js';
import { hasTrackedChanges } from '../word/read/has-tracked-changes.js';
import { readWordFile } from '../word/read/read-word-file.js';
import { UsageError } from './command.js';
import { readNamedFile } from './read-named-file.js';

/** Reads a Word file or a tagged PDF that the user named. The value is null if it cannot be read, or has no text. Throws UsageError. */
export async function readPaperFile(file: string): Promise<Checked<OutsidePaper | null>> {
  const paper = await readByKind(file);
  if (!paper.value || paper.value.parts.some(hasText)) return paper;
  return refuse(
    file,
    'the file has no text',
    'Check that it is the right file. Text inside pictures cannot be read.',
  );
}

function hasText(part: OutsidePart): boolean {
  switch (part.kind) {
    case 'text':
      return part.text.trim() !== '';
    case 'table':
      return part.rows.some(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
    case 'picture':
      return false;
    default:
      return part satisfies never;
  }
}

async function readByKind(file: string): Promise<Checked<OutsidePaper | null>> {
  const kind = extname(file).toLowerCase();
  if (kind === '.docx' || kind === '.docm') return readWordPaper(file, readNamedFile(file));
  if (kind === '.pdf') return readPdfPaper(file, readNamedFile(file));
  throw new UsageError(
    `${file} is neither a Word file nor a PDF\nSave it as .docx in your word processor, or as a PDF with tags.`,
  );
}

function readWordPaper(file: string, bytes: Uint8Array): Checked<OutsidePaper | null> {
  const { value, problems } = readWordFile(file, bytes);
  return {
    value: value && {
      file,
      title: value.properties.core['title'] ?? '',
      parts: readWord(value),
      hasTrackedChanges: hasTrackedChanges(value.body),
    },
    problems,
  };
}

async function readPdfPaper(file: string, bytes: Uint8Array): Promise<Checked<OutsidePaper | null>> {
  try {
    const pdf = await readTaggedPdf(bytes);
    if (hasTags(pdf))
      return {
        value: { file, title: pdf.title, parts: readTags(pdf), hasTrackedChanges: false },
        problems: [],
      };
    return refuse(
      file,
      'the PDF has no tags, so its paragraphs, headings and tables cannot be told apart',
      'Check the Word file instead. Or export the PDF again: in Word, Options, Document structure tags for accessibility.',
    );
  } catch (error) {
    if (!(error instanceof InvalidPdf)) throw error;
    const needsPassword = /password/i.test(error.message);
    return refuse(
      file,
      needsPassword ? 'the PDF is protected by a password' : error.message,
      needsPassword
        ? 'Save it without a password, and check it again.'
        : 'Export the PDF again from its word processor.',
    );
  }
}

function refuse(file: string, message: string, hint: string): Checked<null> {
  const place = { file, line: 0, column: 1, part: 'the whole file' };
  return { value: null, problems: [makeError('file-is-readable', place, message, { hint })] };
}
