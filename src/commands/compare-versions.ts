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
  /** The edition that each version states, such as "Version 1.0, 2 April 2009". Null if it is not known. */
  editions: { before: string | null; after: string | null };
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
  const editions = { before: old.document.statusText, after: now.document.statusText };
  return { comparison: { ...comparison, caveats }, editions, theme: now.theme };
}

function describeOtherDataModel({ name }: NamedVersion): string {
  return `The program that made ${name} read data by other rules, so only its stored document is compared. Words of a sentence that changed with a figure may be listed as reworded.`;
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
  const { comparePrintedVersions } = await import('../archive/changes/compare-printed-versions.js');
  const [oldPdf, newPdf] = [await findPdf(before, options), await findPdf(after, options)];
  if (!oldPdf || !newPdf) return null;
  const unreadable = [before, after].filter((version) => hasOtherDataModel(version) && !version.stored);
  const caveat = `The program that made ${joinNames(unreadable.map(({ name }) => name))} read data by other rules and stored no document, so the words of the PDFs are compared.`;
  return {
    comparison: await comparePrintedVersions(
      oldPdf,
      newPdf,
      readable && describeTitlePage(readable.document),
      caveat,
    ),
    editions: { before: null, after: null },
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
