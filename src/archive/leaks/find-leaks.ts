import type { NewFile } from '../../disk/write-synced.js';
import { DOCUMENT } from '../document-file.js';
import { makeError, type Problem } from '../../model/problem.js';
import { unpackSources } from '../../sources/unpack-sources.js';
import { CHANGES_NAMES } from '../changes/changes-names.js';
import { readPdf } from '../verify/read-pdf.js';
import type { Secrets } from './secrets.js';
import { listNumbers, listPhrases, splitWords } from './split-words.js';

/** A text in the files of a public edition. */
interface OutputText {
  /** The file that a reader gets: "depot-contract.pdf, metadata". */
  name: string;
  text: string;
  /** The author's file that the text is. Null for a text that the program made. */
  source: string | null;
}

const HINT =
  'Take it out of the public part, or list that under exempt:. If it is public, list it under also-public: in the paper’s file.';
const CHANGES_HINT = `${HINT} If an earlier version has it in public, withdraw that version first.`;

/** The most leaks of one text that are reported. */
const MOST_LEAKS = 5;

/**
 * Searches every file of a public edition for words and numbers of exempt parts: the text of the PDF with its alternatives, bookmarks,
 * metadata and attachments, the sources and their names, the HTML page and the figures. Each leak is an error with its place.
 */
export async function findLeaks(files: readonly NewFile[], secrets: Secrets): Promise<Problem[]> {
  const texts: OutputText[] = [];
  for (const file of files) texts.push(...(await listTexts(file, files)));
  // Problems of one rule are printed with one hint.
  const hint = files.some(({ name }) => CHANGES_NAMES.includes(name)) ? CHANGES_HINT : HINT;
  const problems = texts.flatMap((text) => searchText(text, secrets, hint));
  const found = new Map(
    problems.map((problem) => [`${problem.message} ${problem.place?.line ?? ''}`, problem]),
  );
  return [...found.values()];
}

/** Lists the texts of a file. An attachment that is one of `files` is not read twice. */
async function listTexts({ name, bytes }: NewFile, files: readonly NewFile[]): Promise<OutputText[]> {
  const make = (part: string, text: string): OutputText => ({ name: `${name}, ${part}`, text, source: null });
  if (name.endsWith('.pdf')) {
    const { pages, information, title, bookmarks, attachments } = await readPdf(bytes);
    const texts = [
      make('text', pages.flatMap(({ lines }) => lines).join('\n')),
      make('structure', pages.flatMap(({ tags }) => listAlternatives(tags)).join('\n')),
      make('bookmarks', bookmarks.join('\n')),
      make('metadata', `${title}\n${information.replace(/"[\w:.-]+":/g, ' ')}`),
    ];
    for (const [file, content] of attachments)
      if (!files.some((known) => Buffer.from(content).equals(known.bytes)))
        texts.push(...(await listTexts({ name: `${name}, ${file}`, bytes: content }, files)));
    return texts;
  }
  if (name.endsWith('.zip'))
    return unpackSources(bytes).files.map(({ path, bytes: content }) => ({
      ...make(path, `${path}\n${isText(path) ? decode(content) : ''}`),
      source: path,
    }));
  return [{ name, text: readText(name, decode(bytes)), source: null }];
}

function readText(name: string, text: string): string {
  if (name === DOCUMENT) return readDrawings(text);
  if (name.endsWith('.html')) return removeHashes(readHtml(text));
  return removeHashes(text);
}

/** Removes hashes and sizes of files, whose digits are no numbers of the paper. */
function removeHashes(text: string): string {
  return text.replace(/\b[0-9a-f]{40,}\b|"bytes": \d+/g, ' ');
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function isText(path: string): boolean {
  return /\.(?:yaml|hbs|csv|json|css|svg|txt|md)$/.test(path);
}

/** Lists the text alternatives among the tags of a page. */
function listAlternatives(tags: string): string[] {
  return [...tags.matchAll(/"alt":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
}

/** Puts the words of drawings in place of the drawings: their coordinates are no numbers of the paper. */
function readDrawings(json: string): string {
  return json.replace(/"svg":"((?:[^"\\]|\\.)*)"/g, (_, svg: string) => readHtml(svg.replaceAll('\\"', '"')));
}

/** The attributes of a drawing that hold no words. */
const SHAPE =
  /\s(?:d|points|transform|viewBox|style|class|id|href|[a-z-]*(?:width|height|size|dasharray)|[cr]?[xy][12]?|r|fill|stroke)="[^"]*"/g;

/** Returns the words of a page and of its attributes. Its style and scripts are the same for every paper. */
function readHtml(html: string): string {
  return html
    .replace(/<(style|script)\b[^>]*>[^]*?<\/\1>/g, ' ')
    .replace(SHAPE, ' ')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, digits?: string) =>
      String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    )
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    )
    .replace(/<\/?[a-z][a-z0-9]*|\/?>/gi, ' ');
}

function searchText(
  { name, text, source }: OutputText,
  { phrases, names, numbers }: Secrets,
  hint: string,
): Problem[] {
  const lines = text.split('\n');
  const places = new Map<string, { secret: string; line: number }>();
  const add = (secret: string, line: number): void => {
    if (!places.has(secret)) places.set(secret, { secret, line });
  };
  lines.forEach((line, index) => {
    for (const number of listNumbers(line)) if (numbers.has(number)) add(number, index);
    for (const word of splitWords(line)) if (names.has(word.toLowerCase())) add(word, index);
  });
  for (const phrase of listPhrases(text)) if (phrases.has(phrase)) add(phrase, 0);
  return [...places.values()].slice(0, MOST_LEAKS).map(({ secret, line }) => {
    // The path stands above the first line of a source.
    const place = source === null ? undefined : { file: source, line: Math.max(line, 1), column: 1 };
    return makeError(
      'exempt-stays-exempt',
      place,
      `the public edition has "${secret}" of an exempt part: ${name}`,
      {
        hint,
      },
    );
  });
}
