import { isDeepStrictEqual } from 'node:util';
import { applyEdit } from '../../edit/apply-edit.js';
import type { Edit } from '../../edit/edit.js';
import { createTargetFinder } from '../../edit/find-target.js';
import type { ListedProblem } from '../preview-state.js';
import type { DraftProblems } from './edit-messages.js';
import type { Opened } from './open-place.js';

interface Paper {
  /** The text of the edit's file as it is now. Null if it cannot be edited. */
  now: string | null;
  /** Returns the problems that the paper would have with unsaved texts, by file. */
  check: (unsaved: ReadonlyMap<string, string>) => Promise<ListedProblem[]>;
  /** The problems that the paper has now. */
  problems: readonly ListedProblem[];
}

/** Finds the problems that the paper would have after an edit. Empty if the edit does not apply: to save it says why. */
export async function checkDraft(
  edit: Edit,
  { target }: Opened,
  { now, check, problems }: Paper,
): Promise<DraftProblems> {
  const draft = now === null ? undefined : applyEdit(now, edit).value?.text;
  if (draft === undefined) return { here: [], elsewhere: [] };
  const found = await check(new Map([[target.file, draft]]));
  const known = new Set(problems.map(getKey));
  const headerRow = target.kind === 'cell' ? target.headerRow : undefined;
  const find = createTargetFinder(draft, target.file, { headerRow });
  const isHere = ({ place }: ListedProblem): boolean =>
    place?.file === target.file && isDeepStrictEqual(find(place).value?.target, target);
  return {
    here: found.filter(isHere),
    elsewhere: found.filter((problem) => !isHere(problem) && !known.has(getKey(problem))),
  };
}

/** Identifies a problem through changes of lines. */
function getKey({ rule, message, place }: ListedProblem): string {
  return `${rule} ${place ? place.file : ''} ${message}`;
}
