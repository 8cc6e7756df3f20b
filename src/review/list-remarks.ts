import type { Place } from '../model/problem.js';
import { isInText } from '../word/read/get-text.js';
import type { WordComment } from '../word/read/word-file.js';
import type { Reviewed } from './propose.js';

/** A comment of a returned file, with the words that it is about. */
export interface WordRemark {
  author: string;
  date: string | null;
  text: string;
  about: string;
  isResolved: boolean;
  /** True for an answer to the comment before it. */
  isAnswer: boolean;
  label: string | null;
  name: string;
  place: Place | null;
}

/** Lists the comments in their order, each with its answers after it. */
export function listRemarks(comments: readonly WordComment[], paragraphs: readonly Reviewed[]): WordRemark[] {
  const byId = new Map<string, Reviewed[]>();
  for (const reviewed of paragraphs)
    for (const id of reviewed.paragraph.comments) byId.set(id, [...(byId.get(id) ?? []), reviewed]);
  const first = comments.filter(({ parent }) => parent === null);
  const threads = first.flatMap((comment) => [
    comment,
    ...comments.filter(({ parent }) => parent === comment.id),
  ]);
  const others = comments.filter((comment) => !threads.includes(comment));
  return [...threads, ...others].map((comment) => toRemark(comment, byId));
}

function toRemark(
  { id, author, date, text, parent, isResolved }: WordComment,
  byId: ReadonlyMap<string, Reviewed[]>,
): WordRemark {
  const on = byId.get(id) ?? byId.get(parent ?? '') ?? [];
  const passage = on.find(({ match }) => match !== null)?.match?.passage;
  const about = on
    .flatMap(({ paragraph }) => paragraph.runs)
    .filter((run) => run.comments.includes(id) && isInText(run, 'after'))
    .map((run) => run.text)
    .join('');
  return {
    author,
    date,
    text,
    about: about.trim(),
    isResolved,
    isAnswer: parent !== null,
    label: passage?.label ?? null,
    name: passage?.name ?? 'a text that the paper does not have',
    place: passage?.place ?? null,
  };
}
