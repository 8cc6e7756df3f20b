import type { BuildRequest, SoundPaper, UnsoundPaper } from '../build-paper.js';
import { replaceFiles } from '../disk/replace-files.js';
import { formatCount } from '../format/words.js';
import type { Problem } from '../model/problem.js';
import { applyProposals } from '../review/apply-proposals.js';
import { NOTHING_TRACKED } from '../review/nothing-tracked.js';
import type { Proposal } from '../review/proposal.js';
import type { ReadText } from '../review/source-offsets.js';
import type { WordReview } from '../review/word-review.js';
import { computeFingerprint } from '../sources/compute-fingerprint.js';
import { askProposals } from './ask-proposals.js';
import { chooseProposals } from './choose-proposals.js';
import { HAS_ERRORS, SUCCESS, type Options } from './command.js';
import { createPaint } from './create-paint.js';
import { describeUnnamedPaper } from './describe-unnamed-paper.js';
import { formatPath } from './format-path.js';
import { formatWordReview, summariseReview } from './format-word-review.js';
import { listNewErrors, listReviewFaults } from './list-review-faults.js';
import { openProjectTexts } from './open-project-texts.js';
import { print, printJson, printProblems } from './print.js';
import { readReturnedFile } from './read-returned-file.js';
import { refuseWordFile } from './refuse-word-file.js';
import { reviewPaper } from './review-paper.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';

export interface WordReviewOptions extends Options {
  period?: string;
  paper?: string;
  accept?: string;
  interactive?: boolean;
  dryRun?: boolean;
}

/** Shows the tracked changes and comments of a returned Word file, and applies those that the user accepts. Returns the exit code. */
export async function reviewWordFile(file: string, options: WordReviewOptions): Promise<number> {
  const nameCommand = (paper: string): string => `papers review ${file} ${paper}`;
  const { value: returned, problems } = readReturnedFile(file, options, nameCommand);
  if (!returned) return refuseFile(file, problems, options);
  const { word, wanted, access, edition } = returned;
  const { chosen, result } = await runOnPaper(wanted.period, wanted.paper, options, (request) =>
    composeUndrawn({ ...request, access }),
  );
  if (result.state === 'unread') return fail(result.problems, options);
  const { readText, encode } = openProjectTexts(options.root);
  const review = reviewPaper(result, word, readText);
  const hasMovedOn = await hasPaperMovedOn(result, returned.sources);
  const accepted = await chooseAccepted(review, options);
  if (accepted.length === 0) {
    if (options.json) printJson({ ...chosen, hasMovedOn, ...toJson(review), applied: [], problems });
    else if (!options.interactive) {
      printReview(file, review, edition, options);
      if (hasMovedOn === true) print(`\n${MOVED_ON}`);
      if (wanted.period === undefined) print(`\n${describeUnnamedPaper(chosen, nameCommand)}`);
    } else print('Nothing was accepted. No file was changed.');
    return SUCCESS;
  }
  const { texts, refusals } = applyProposals(accepted, readText, review.labels);
  const faults = [...refusals].map(([number, reason]) => `Change ${number} cannot be written: ${reason}.`);
  const readChanged: ReadText = (name) => texts.get(name) ?? readText(name);
  const trial = faults.length > 0 ? null : await buildChanged(chosen, options, { access, unsaved: texts });
  if (trial) faults.push(...listReviewFaults(accepted, result, trial, readChanged));
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

function refuseFile(file: string, problems: Problem[], { json }: Options): number {
  if (json) printJson({ changes: [], comments: [], applied: [], problems });
  else refuseWordFile(file, problems);
  return HAS_ERRORS;
}

function fail(problems: Problem[], { json, root }: Options): number {
  if (json) printJson({ changes: [], comments: [], applied: [], problems });
  else printProblems({ problems, inputs: null }, root);
  return HAS_ERRORS;
}

async function chooseAccepted({ proposals }: WordReview, options: WordReviewOptions): Promise<Proposal[]> {
  if (options.accept !== undefined) return chooseProposals(options.accept, proposals);
  return options.interactive && !options.json ? askProposals(proposals, options.root) : [];
}

function printReview(file: string, review: WordReview, edition: string | null, { root }: Options): void {
  const origin = edition === null ? '' : `, made from ${edition}`;
  print(`${file}${origin}: ${summariseReview(review)}`);
  if (review.proposals.length === 0 && review.remarks.length === 0) print(NOTHING_TRACKED);
  const text = formatWordReview(review, { root, paint: createPaint(process.stdout) });
  if (text !== '') print(`\n${text}`);
  if (review.proposals.some(({ decision }) => decision.state === 'ready'))
    print(
      `\nTo apply changes: papers review ${file} --accept all, or their numbers, as in --accept 1,3. To be asked: --interactive.`,
    );
}

const MOVED_ON =
  'The files of the paper have changed since this Word file was made. Each change is compared with the text of today: read the paragraphs around those that you accept.';

/** Returns true if the paper has other sources than the returned file was made from. Null if the file does not say. */
async function hasPaperMovedOn(
  paper: SoundPaper | UnsoundPaper,
  fingerprint: string | null,
): Promise<boolean | null> {
  if (fingerprint === null) return null;
  const { listSourceFiles } = await import('../build-paper.js');
  return computeFingerprint(listSourceFiles(paper)) !== fingerprint;
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
