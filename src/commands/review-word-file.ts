import type { BuildRequest } from '../build-paper.js';
import { refuse, type Outcome } from '../edit/outcome.js';
import { openTextFile, type TextFile } from '../edit/text-file.js';
import { readFile } from '../inputs/read-file.js';
import { replaceFiles } from '../disk/replace-files.js';
import { WORD_PROPERTIES } from '../model/word-properties.js';
import { makeLabelFinder } from '../model/find-label.js';
import { formatCount } from '../format/words.js';
import { isError, removeDuplicates, type Problem } from '../model/problem.js';
import { applyProposals } from '../review/apply-proposals.js';
import { findUnprintedChanges } from '../review/find-unprinted-changes.js';
import { listPassages } from '../review/list-passages.js';
import { listRemarks } from '../review/list-remarks.js';
import { createEntryFinder } from '../review/narrative-places.js';
import type { Passage } from '../review/passage.js';
import type { Proposal } from '../review/proposal.js';
import { propose } from '../review/propose.js';
import { createSourceOffsets, type ReadText } from '../review/source-offsets.js';
import { listReturned } from '../review/word-text.js';
import { readWordFile } from '../word/read/read-word-file.js';
import type { WordFile } from '../word/read/word-file.js';
import { askProposals } from './ask-proposals.js';
import { chooseProposals } from './choose-proposals.js';
import { HAS_ERRORS, SUCCESS, type Options } from './command.js';
import { createPaint } from './create-paint.js';
import { findReturnedPaper } from './find-returned-paper.js';
import { formatPath } from './format-path.js';
import { formatWordReview, summariseReview, type WordReview } from './format-word-review.js';
import { print, printJson, printProblems } from './print.js';
import { readNamedFile } from './read-named-file.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';

export interface WordReviewOptions extends Options {
  period?: string;
  paper?: string;
  accept?: string;
  interactive?: boolean;
  dryRun?: boolean;
}

type Composed = Exclude<Awaited<ReturnType<typeof composeUndrawn>>, { state: 'unread' }>;

/** Shows the tracked changes and comments of a returned Word file, and applies those that the user accepts. Returns the exit code. */
export async function reviewWordFile(file: string, options: WordReviewOptions): Promise<number> {
  const { value: returned, problems } = readWordFile(file, readNamedFile(file));
  if (!returned) return refuseFile(file, problems, options);
  const { custom } = returned.properties;
  const wanted = findReturnedPaper(file, custom, options);
  const access = custom[WORD_PROPERTIES.access] === 'public' ? 'public' : 'exempt';
  const { chosen, result } = await runOnPaper(wanted.period, wanted.paper, options, (request) =>
    composeUndrawn({ ...request, access }),
  );
  if (result.state === 'unread') return fail(result.problems, options);
  const { readText, encode } = openFiles(options.root);
  const passages = listPaperPassages(result, readText);
  const { proposals, paragraphs } = propose(listReturned(returned.body), {
    passages,
    findEntry: createEntryFinder(result.inputs.paper),
    sources: createSourceOffsets(readText),
  });
  const review = { proposals, remarks: listRemarks(returned.comments, paragraphs) };
  const accepted = await chooseAccepted(review, options);
  if (accepted.length === 0) {
    if (options.json) printJson({ ...chosen, ...toJson(review), applied: [], problems });
    else if (!options.interactive) {
      printReview(file, review, returned, options);
      if (wanted.period === undefined) print(`\n${describeUnnamed(file, chosen)}`);
    } else print('Nothing was accepted. No file was changed.');
    return SUCCESS;
  }
  const labels = passages.flatMap(({ label }) => label ?? []);
  const { texts, refusals } = applyProposals(accepted, readText, labels);
  const faults = [...refusals].map(([number, reason]) => `Change ${number} cannot be written: ${reason}.`);
  const readChanged: ReadText = (name) => texts.get(name) ?? readText(name);
  const trial = faults.length > 0 ? null : await buildChanged(chosen, options, { access, unsaved: texts });
  if (trial) faults.push(...listFaults(accepted, result, trial, readChanged));
  const files = [...texts].map(([name, text]) => ({ name, encoded: encode(name, text) }));
  faults.push(
    ...files.flatMap(({ name, encoded }) =>
      encoded.refusal ? [`${name}: ${encoded.refusal.message}.`] : [],
    ),
  );
  if (faults.length > 0) {
    if (options.json) printJson({ ...chosen, ...toJson(review), applied: [], faults, problems });
    else print([...faults, 'No file was changed. Leave out these changes, or make them by hand.'].join('\n'));
    return HAS_ERRORS;
  }
  const written = files.flatMap(({ name, encoded }) =>
    encoded.value ? [{ name, bytes: encoded.value }] : [],
  );
  if (!options.dryRun) replaceFiles(options.root, written, '.papers-review-');
  const applied = accepted.map(({ number }) => number);
  if (options.json) printJson({ ...chosen, ...toJson(review), applied, files: [...texts.keys()], problems });
  else {
    print(describeApplied(applied, [...texts.keys()], options));
    const errors = trial ? listNewErrors(result, trial) : [];
    if (errors.length > 0) print(['The checks now find:', ...errors].join('\n'));
  }
  return SUCCESS;
}

/** The file may be anywhere, so its path is printed as the user named it. */
function refuseFile(file: string, problems: Problem[], { json }: Options): number {
  if (json) printJson({ changes: [], comments: [], applied: [], problems });
  else
    for (const { message, hint = '' } of problems)
      process.stderr.write(`${file}: error: ${message}\n    hint: ${hint}\n`);
  return HAS_ERRORS;
}

function fail(problems: Problem[], { json, root }: Options): number {
  if (json) printJson({ changes: [], comments: [], applied: [], problems });
  else printProblems({ problems, inputs: null }, root);
  return HAS_ERRORS;
}

function listPaperPassages({ document, manuscript, inputs }: Composed, readText: ReadText): Passage[] {
  const { paper, template } = inputs;
  return listPassages(document, {
    findLabel: makeLabelFinder(manuscript),
    words: template.words,
    place: paper.place,
    template: `templates/${paper.id}/paper.yaml`,
    readText,
  });
}

/** The text files of a project, as they are on the disk. What other papers exempt is not taken out. */
interface ProjectFiles {
  readText: (file: string) => string | null;
  encode: (file: string, text: string) => Outcome<Uint8Array>;
}

function openFiles(root: string): ProjectFiles {
  const open = (file: string): Outcome<TextFile> => {
    const { value } = readFile(root, file, () => '');
    return value ? openTextFile(file, value.bytes) : refuse('the file cannot be read');
  };
  return {
    readText: (file) => open(file).value?.text ?? null,
    encode: (file, text) => {
      const opened = open(file);
      return opened.refusal ? opened : opened.value.encode(text);
    },
  };
}

async function chooseAccepted({ proposals }: WordReview, options: WordReviewOptions): Promise<Proposal[]> {
  if (options.accept !== undefined) return chooseProposals(options.accept, proposals);
  return options.interactive && !options.json ? askProposals(proposals, options.root) : [];
}

function printReview(file: string, review: WordReview, returned: WordFile, { root }: Options): void {
  const edition = returned.properties.custom[WORD_PROPERTIES.edition];
  const origin = edition === undefined ? '' : `, made from ${edition}`;
  print(`${file}${origin}: ${summariseReview(review)}`);
  if (review.proposals.length === 0 && review.remarks.length === 0) print(NOTHING_TRACKED);
  const text = formatWordReview(review, { root, paint: createPaint(process.stdout) });
  if (text !== '') print(`\n${text}`);
  if (review.proposals.some(({ decision }) => decision.state === 'ready'))
    print(
      `\nTo apply changes: papers review ${file} --accept all, or their numbers, as in --accept 1,3. To be asked: --interactive.`,
    );
}

const NOTHING_TRACKED =
  'Changes that were made without Track Changes cannot be seen. In Word, compare the file with the one that you sent (Review, Compare), and save the result.';

function describeUnnamed(file: string, { period, paper }: { period: string; paper: string }): string {
  return (
    `The file does not say which paper it was made from. It was compared with ${paper} in ${period}. ` +
    `To compare it with another paper, name it: papers review ${file} <period> <paper>`
  );
}

/** Builds the paper with the changed texts, before anything is written. */
async function buildChanged(
  { period, paper }: { period: string; paper: string },
  options: Options,
  edition: Pick<BuildRequest, 'access' | 'unsaved'>,
): Promise<Awaited<ReturnType<typeof composeUndrawn>>> {
  const { result } = await runOnPaper(period, paper, options, (request) =>
    composeUndrawn({ ...request, ...edition }),
  );
  return result;
}

/** Lists new errors, if the paper cannot be built, and changes that it would not print as they are in the returned file. */
function listFaults(
  accepted: readonly Proposal[],
  before: Composed,
  after: Awaited<ReturnType<typeof composeUndrawn>>,
  readText: ReadText,
): string[] {
  if (after.state === 'unread' || after.state === 'unsound')
    return listNewErrors(before, after).map((error) => `With these changes: ${error}`);
  return findUnprintedChanges(accepted, listPaperPassages(after, readText)).map(
    ({ proposal, expected }) =>
      `Change ${proposal.number} would not print as it is in the file: ${expected.slice(0, 200)}`,
  );
}

function listNewErrors(before: Composed, after: { problems: Problem[] }): string[] {
  const known = new Set(before.problems.map(({ message }) => message));
  return removeDuplicates(after.problems)
    .filter((problem) => isError(problem) && !known.has(problem.message))
    .map(({ message, place }) => `${message}${place ? ` (${place.file}:${place.line})` : ''}.`);
}

function describeApplied(
  numbers: readonly number[],
  files: readonly string[],
  { root, dryRun }: WordReviewOptions,
): string {
  const names = files.map((file) => formatPath(root, file)).join(', ');
  const changes = formatCount(numbers.length, 'change', 'changes');
  return dryRun
    ? `Would apply ${changes} in ${names}. No file was changed.`
    : `Applied ${changes} in ${names}.\nRun \`papers check\` to check the new text.`;
}

function toJson({ proposals, remarks }: WordReview): { changes: object[]; comments: object[] } {
  return {
    changes: proposals.map(
      ({ number, what, label, name, place, author, date, before, after, ...proposal }) => ({
        ...{ number, what, label, name, place, author, date, before, after },
        matchedBy: proposal.matchedBy,
        ...describeDecision(proposal),
      }),
    ),
    comments: remarks.map((remark) => ({ ...remark })),
  };
}

function describeDecision({ decision }: Pick<Proposal, 'decision'>): object {
  return decision.state === 'ready' ? { state: decision.state } : decision;
}
