import type { Block } from '../../model/blocks/block.js';
import { listInlineRuns } from '../../model/blocks/block.js';
import type { Document } from '../../model/document.js';
import { getCellText } from '../../model/data-set.js';
import { listExempt } from '../../model/exemption.js';
import type { Figure } from '../../model/figure.js';
import { toPlainText } from '../../model/inline.js';
import type { Inputs } from '../../model/inputs.js';
import { listBlockFigures } from '../../model/list-block-figures.js';
import { listPrintedFigures } from '../../model/list-printed-figures.js';
import { toPublishedValue } from '../../model/published-value.js';
import { listExemptFigures } from './list-exempt-figures.js';
import { markExemptBlocks } from './mark-exempt-blocks.js';
import type { Secrets } from './secrets.js';
import { listNumbers, listPhrases, splitWords } from './split-words.js';
import { writeDigits } from './write-digits.js';

/**
 * Lists the words and numbers of the exempt parts of a paper that no public part of it has. `inputs` and `document` are those of the
 * exempt edition, so the public edition is not trusted to say what it leaves out.
 */
export function listSecrets(inputs: Inputs, document: Document): Secrets {
  const { paper } = inputs;
  const { exempt, cells, open } = splitTexts(inputs, document);
  const openTexts = [...open, ...listProjectTexts(inputs), ...paper.alsoPublic];
  const openWords = new Set(openTexts.flatMap(listLowerWords));
  const openPhrases = new Set(open.flatMap(listPhrases));
  const openNumbers = new Set(openTexts.flatMap(listNumbers));
  const figures = listExemptFigures(inputs, document);
  const openFigures = listPrintedFigures(document)
    .map(({ figure }) => figure)
    .filter((figure) => !figures.has(figure))
    .flatMap(({ value, unit }) => (value === null ? [] : [writeDigits(toPublishedValue(value, unit))]));
  const alsoPublic = new Set([...paper.alsoPublic.flatMap(listNumbers), ...openFigures]);
  return {
    phrases: new Set([...exempt, ...cells].flatMap(listPhrases).filter((phrase) => !openPhrases.has(phrase))),
    // The first word of a cell is a name as well.
    names: new Set(
      [...exempt, ...cells.map((cell) => `– ${cell}`)]
        .flatMap(listNames)
        .filter((name) => !openWords.has(name)),
    ),
    numbers: new Set([
      ...[...figures].flatMap(listForms).filter((number) => !alsoPublic.has(number)),
      ...exempt.flatMap(listNumbers).filter((number) => isTelling(number) && !openNumbers.has(number)),
    ]),
  };
}

/** Splits the texts of the paper and of its data into exempt and public ones. */
function splitTexts(
  inputs: Inputs,
  document: Document,
): { exempt: string[]; cells: string[]; open: string[] } {
  const { paper, dataSets, period } = inputs;
  const sets = new Set(listExempt(paper.exempt, 'data-sets').map(({ name }) => name));
  const blocks = markExemptBlocks(paper, document);
  const textsOf = (wanted: boolean): string[] =>
    blocks
      .filter(({ isExempt }) => isExempt === wanted)
      .flatMap(({ block }) => listTexts(wanted ? block : omitExemptRows(block, sets), wanted));
  const cells = dataSets
    .filter((set) => sets.has(set.id) && set.period.id === period.id)
    .flatMap(({ rows }) =>
      rows.flatMap((row) => Object.values(row.cells).flatMap((cell) => getCellText(cell) ?? [])),
    );
  const header = document.header.fields.map(({ name, value }) => `${name} ${toPlainText(value)}`);
  return {
    exempt: textsOf(true),
    cells,
    open: [document.title, ...document.appendices.map(({ title }) => title), ...header, ...textsOf(false)],
  };
}

/** Returns a table of an exempt data set without its rows, whose words are exempt wherever the table stands. */
function omitExemptRows(block: Block, sets: ReadonlySet<string>): Block {
  if (block.kind !== 'table') return block;
  const isExempt =
    sets.has(block.anchor) ||
    listBlockFigures(block).some(({ figure: { id } }) => {
      const [kind, set = ''] = id.split('.');
      return kind === 'data' && sets.has(set);
    });
  return isExempt ? { ...block, rows: [] } : block;
}

/** Lists the texts of a block. The leak test searches alternatives too, so their words do not count as public. */
function listTexts(block: Block, withAlternative: boolean): string[] {
  const runs = listInlineRuns(block).map(toPlainText);
  return withAlternative && 'alternative' in block ? [...runs, block.alternative] : runs;
}

/** Lists what the files of the whole project say: names of committees and other papers are public. */
function listProjectTexts({ files }: Inputs): string[] {
  const shared = files.filter(({ path }) => /^data\/(?:organisation|meetings)\.yaml$/.test(path));
  return shared.map(({ text }) => text.replace(/(?:^|\s)#.*$/gm, ''));
}

function listLowerWords(text: string): string[] {
  return splitWords(text).map((word) => word.toLowerCase());
}

/** Capitalised words that are no names: parts of a paper, months and days. */
const COMMON_WORDS = [
  ...['figure', 'table', 'chart', 'appendix', 'paragraph', 'section', 'report', 'source', 'note', 'total'],
  ...['january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november'],
  ...['december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
];

/**
 * Lists the words of a text that look like names. They have a capital and four letters or more. The first word of a sentence is one
 * only if another capitalised word follows it.
 */
function listNames(text: string): string[] {
  const names = text.matchAll(
    /(?<![.!?:]\s+|^|\p{L})(\p{Lu}\p{L}{3,})|(?<!\p{L})(\p{Lu}\p{L}{3,})(?=\s\p{Lu}\p{Ll})/gu,
  );
  return [...names].map(([name]) => name.toLowerCase()).filter((name) => !COMMON_WORDS.includes(name));
}

/** Lists the forms of a figure's number that tell it: exact, and rounded to a tenth and a hundredth of a million. */
function listForms({ value, unit }: Figure): string[] {
  if (value === null) return [];
  const number = Math.abs(toPublishedValue(value, unit));
  const rounded = [100_000, 10_000].map((step) => String(Math.round(number / step) * step));
  return [writeDigits(number), ...(number >= 1_000_000 ? rounded : [])].filter(isTelling);
}

/** Returns true if a number is unlikely to occur by chance: it has four digits or more, and is not a year. */
function isTelling(number: string): boolean {
  const digits = number.replace('.', '').replace(/^0+/, '');
  return digits.length >= 4 && !/^(?:19|20|21)\d\d$/.test(number);
}
