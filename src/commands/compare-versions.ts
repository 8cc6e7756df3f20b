import { buildPaper, writePaperOnData } from '../build-paper.js';
import {
  compareDocuments,
  describeTitlePage,
  type HypotheticalBuilds,
} from '../compare/describe/compare-documents.js';
import type { Comparison } from '../compare/describe/comparison.js';
import { PLAIN_THEME } from '../compare/redline/plain-theme.js';
import { joinNames } from '../format/words.js';
import { WORKING_EDITION } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { isError } from '../model/problem.js';
import type { RedlineTheme } from '../model/theme.js';
import type { Options } from './command.js';
import { printProblems } from './print.js';
import { hasOtherDataModel, readVersion, type NamedVersion, type ReadVersion } from './read-version.js';
import { runOnPaper } from './run-on-paper.js';

/** The changes between two versions, and the look of a page that shows them. */
export interface ComparedVersions {
  comparison: Comparison;
  theme: RedlineTheme;
}

/**
 * Compares two versions by their documents. If a version has none that this program can read, compares the words of both PDFs.
 * Returns null after it has printed why a version cannot be read.
 */
export async function compareVersions(
  before: NamedVersion,
  after: NamedVersion,
  options: Options & { format: string },
): Promise<ComparedVersions | null> {
  const draw = options.format === 'html';
  const now = await readVersion(after, options, draw);
  const old = await readVersion(before, options, draw);
  if (old === 'broken' || now === 'broken') return null;
  if (old === 'unreadable' || now === 'unreadable')
    return compareWords(before, after, [now, old].find((read) => read !== 'unreadable') ?? null, options);
  const comparison = compareDocuments(old.document, now.document, buildHypotheticals(old, now));
  const caveats = [before, after].filter(hasOtherDataModel).map(describeOtherDataModel);
  return { comparison: { ...comparison, caveats }, theme: now.theme };
}

function describeOtherDataModel({ name }: NamedVersion): string {
  return `The program that made ${name} read data by other rules, so only its stored document is compared. Words that changed with a figure are listed as reworded.`;
}

/** Builds each version on the other's data, to find the cause of each change. */
function buildHypotheticals(old: ReadVersion, now: ReadVersion): HypotheticalBuilds {
  if (!old.inputs || !now.inputs) return { newOnOldData: null, oldOnNewData: null };
  return {
    newOnOldData: writePaperOnData(now.inputs, selectData(old.inputs)),
    oldOnNewData: writePaperOnData(old.inputs, { ...selectData(now.inputs), ...selectMeasures(now.inputs) }),
  };
}

function selectData({ period, history }: Inputs): Pick<Inputs, 'period' | 'history'> {
  return { period, history };
}

function selectMeasures({ measures, surveys }: Inputs): Pick<Inputs, 'measures' | 'surveys'> {
  return { measures, surveys };
}

/** Compares the words of two PDFs. `readable` is the version that can be read as a document, if there is one. */
async function compareWords(
  before: NamedVersion,
  after: NamedVersion,
  readable: ReadVersion | null,
  options: Options,
): Promise<ComparedVersions | null> {
  const { readPdf } = await import('../archive/verify/read-pdf.js');
  const { comparePrintedWords } = await import('../compare/words/compare-printed-words.js');
  const [oldPdf, newPdf] = [await findPdf(before, options), await findPdf(after, options)];
  if (!oldPdf || !newPdf) return null;
  const [old, now] = [await readPdf(oldPdf), await readPdf(newPdf)];
  const paper = readable
    ? describeTitlePage(readable.document)
    : { title: now.title, language: 'en', authority: '', committee: '', meeting: '', marking: null };
  const unreadable = [before, after].filter((version) => hasOtherDataModel(version) && !version.stored);
  const caveat = `The program that made ${joinNames(unreadable.map(({ name }) => name))} read data by other rules and stored no document, so the words of the PDFs are compared. Tables and figures count as words. Text that moved counts as removed and added.`;
  return {
    comparison: { paper, caveats: [caveat], ...comparePrintedWords(old.pages, now.pages) },
    theme: readable?.theme ?? PLAIN_THEME,
  };
}

/** Returns the issued PDF, or builds that of a project. Returns null after it has printed why there is none. */
async function findPdf(
  { pdf, root, period, paper, edition = WORKING_EDITION }: NamedVersion,
  options: Options,
): Promise<Uint8Array | null> {
  if (pdf) return pdf;
  const { result } = await runOnPaper(period, paper, { ...options, root }, (request) =>
    buildPaper({ ...request, edition: () => edition }),
  );
  if (result.state === 'built') return result.files.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? null;
  printProblems({ ...result, problems: result.problems.filter(isError) }, root);
  return null;
}
