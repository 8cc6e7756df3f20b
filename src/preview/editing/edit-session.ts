import { isDeepStrictEqual } from 'node:util';
import { applyEdit, getFile } from '../../edit/apply-edit.js';
import type { Edit, EditTarget } from '../../edit/edit.js';
import { findTarget } from '../../edit/find-target.js';
import type { Refusal } from '../../edit/outcome.js';
import { formatPlace, type Place } from '../../model/problem.js';
import type { ListedProblem } from '../preview-state.js';
import { describeTarget, findParagraph } from './describe-target.js';
import type { EditableFiles } from './editable-files.js';
import type {
  CheckAnswer,
  DraftProblems,
  EditHistory,
  OpenAnswer,
  OpenEdit,
  ParagraphFacts,
  SaveAnswer,
} from './edit-messages.js';
import type { EditRequests } from './edit-requests.js';
import { createTickets } from './tickets.js';

/** What an edit session needs of the preview around it. */
export interface EditSurroundings {
  files: EditableFiles;
  /** Returns the problems that the paper would have with unsaved texts, by file. */
  check: (unsaved: ReadonlyMap<string, string>) => Promise<ListedProblem[]>;
  /** Returns the problems of the paper as it is. */
  getProblems: () => readonly ListedProblem[];
  /** Lists the paragraphs of a section of the paper's own file, in their order. */
  listParagraphs: (section: string) => string[];
  /** Lists the places that cite a label. */
  listCitations: (label: string) => ParagraphFacts['citations'];
  onHistory: () => void;
}

/** A text that an author has opened: what stood there, and where. */
interface Opened {
  target: EditTarget;
  before: string;
  place: Place;
}

/** A step that can be taken back or made again. */
interface Step {
  ticket: string;
  words: string;
  edit: Edit;
}

type Handlers = { [Name in keyof EditRequests]: (request: EditRequests[Name]) => Promise<object> | object };

/** The edits of a preview. All its windows share them. */
export interface EditSession {
  handlers: Handlers;
  getHistory: () => EditHistory;
}

/** The most steps that can be taken back. */
const MAX_STEPS = 200;
/** The attempts to write while other programs save the same file. */
const ATTEMPTS = 3;

export function createEditSession(surroundings: EditSurroundings): EditSession {
  const { files, check, getProblems, listParagraphs, listCitations, onHistory } = surroundings;
  const tickets = createTickets<Opened>();
  const steps = createTickets<Edit>();
  let undoable: Step[] = [];
  let redoable: Step[] = [];

  const makeStep = (words: string, edit: Edit): Step => ({ ticket: steps.issue(edit), words, edit });

  const open = (place: Place): OpenAnswer => {
    if (place.sheet !== undefined)
      return {
        kind: 'elsewhere',
        words: `This is edited in the spreadsheet ${formatPlace(place)}. Save it there, and the paper follows.`,
        place,
      };
    const text = files.read(place.file)?.text;
    if (text === undefined)
      return { kind: 'elsewhere', words: `${place.file} cannot be edited here.`, place };
    const found = findTarget(text, place);
    if (found.refusal) return { kind: 'elsewhere', words: formatRefusal(found.refusal), place };
    const { target, text: before } = found.value;
    return { kind: 'open', edit: describe({ target, before, place }) };
  };
  const describe = (opened: Opened): OpenEdit => {
    const paragraph = findParagraph(opened.target);
    return {
      ticket: tickets.issue(opened),
      ...describeTarget(opened.target, opened.before),
      text: opened.before,
      place: opened.place,
      paragraph: paragraph && describeParagraph(paragraph),
    };
  };
  const describeParagraph = ({ section, label }: { section: string; label: string }): ParagraphFacts => {
    const labels = listParagraphs(section);
    const index = labels.indexOf(label);
    return {
      label,
      canMoveUp: index > 0,
      canMoveDown: index !== -1 && index < labels.length - 1,
      citations: listCitations(label),
    };
  };

  /** Finds the problems of a text before it is saved. Null if the text cannot be put in its place. */
  const checkDraft = async ({ target }: Opened, edit: Edit): Promise<DraftProblems | null> => {
    const now = files.read(target.file)?.text;
    const draft = now === undefined ? null : applyEdit(now, edit).value?.text;
    if (draft === null || draft === undefined) return null;
    const problems = await check(new Map([[target.file, draft]]));
    const known = new Set(getProblems().map(getKey));
    const isHere = ({ place }: ListedProblem): boolean =>
      place?.file === target.file && isDeepStrictEqual(findTarget(draft, place).value?.target, target);
    const here = problems.filter(isHere);
    return { here, elsewhere: problems.filter((problem) => !isHere(problem) && !known.has(getKey(problem))) };
  };

  /** Applies an edit to its file as it is now. */
  const write = async (edit: Edit): Promise<{ inverse: Edit } | { refusal: Refusal } | { busy: string }> => {
    const file = getFile(edit);
    for (let attempt = 1; ; attempt++) {
      let result: ReturnType<typeof applyEdit> | null = null;
      const { outcome } = await files.write(file, (now) => {
        result = applyEdit(now, edit);
        return result.value?.text ?? null;
      });
      const applied = result as ReturnType<typeof applyEdit> | null; // set by the callback
      if (outcome === 'written' && applied?.value) return { inverse: applied.value.inverse };
      if (outcome === 'refused' && applied?.refusal) return { refusal: applied.refusal };
      if (outcome === 'changed' && attempt < ATTEMPTS) continue;
      return { busy: BUSY[outcome === 'no-such-file' ? outcome : 'busy'](file) };
    }
  };

  /** Writes an edit for the first time, and keeps its inverse for undo. */
  const make = async (edit: Edit, opened: Opened, words: string): Promise<SaveAnswer> => {
    const result = await write(edit);
    if ('inverse' in result) {
      undoable = [...undoable, makeStep(words, result.inverse)].slice(-MAX_STEPS);
      redoable = [];
      onHistory();
      return { kind: 'saved', words };
    }
    if ('busy' in result)
      return { kind: 'refused', ticket: tickets.issue(opened), words: result.busy, place: opened.place };
    const { current } = result.refusal;
    if (typeof current === 'string' && current !== opened.before)
      return {
        kind: 'conflict',
        ticket: tickets.issue({ ...opened, before: current }),
        theirs: current,
        place: opened.place,
      };
    return {
      kind: 'refused',
      ticket: tickets.issue(opened),
      words: formatRefusal(result.refusal),
      place: opened.place,
    };
  };

  const change = async (
    ticket: string,
    toEdit: (opened: Opened) => Edit | null,
    describeStep: (opened: Opened) => string,
    isConfirmed: boolean,
  ): Promise<SaveAnswer> => {
    const opened = tickets.take(ticket);
    const edit = opened && toEdit(opened);
    if (!opened || !edit) return { kind: 'stale' };
    if (!isConfirmed) {
      const found = await checkDraft(opened, edit);
      if (found && [...found.here, ...found.elsewhere].some(({ severity }) => severity === 'error'))
        return { kind: 'errors', ticket: tickets.issue(opened), ...found };
    }
    return make(edit, opened, describeStep(opened));
  };

  /** Takes the last step back, or makes it again. */
  const step = async (ticket: string, from: 'undo' | 'redo'): Promise<SaveAnswer> => {
    const [list, others] = from === 'undo' ? [undoable, redoable] : [redoable, undoable];
    const last = list.at(-1);
    if (last?.ticket !== ticket || !steps.take(ticket)) return { kind: 'stale' };
    const result = await write(last.edit);
    const rest = list.filter((other) => other !== last);
    if ('busy' in result) {
      last.ticket = steps.issue(last.edit);
      onHistory();
      return { kind: 'refused', ticket: '', words: result.busy, place: null };
    }
    const added = 'inverse' in result ? [...others, makeStep(last.words, result.inverse)] : others;
    [undoable, redoable] = from === 'undo' ? [rest, added] : [added, rest];
    onHistory();
    if ('inverse' in result) return { kind: 'saved', words: last.words };
    return {
      kind: 'refused',
      ticket: '',
      words: `${last.words} has changed meanwhile, so nothing was written.`,
      place: null,
    };
  };

  return {
    getHistory: () => ({ undo: toHistoryStep(undoable), redo: toHistoryStep(redoable) }),
    handlers: {
      'edit-open': ({ sheet, ...place }) => open({ ...place, ...(sheet !== undefined && { sheet }) }),
      'edit-check': async ({ ticket, text }): Promise<CheckAnswer> => {
        const opened = tickets.read(ticket);
        if (!opened) return { kind: 'stale' };
        const found = await checkDraft(opened, toSetEdit(opened, text));
        return { kind: 'checked', ...(found ?? { here: [], elsewhere: [] }) };
      },
      'edit-save': ({ ticket, text, isConfirmed }) =>
        change(
          ticket,
          (opened) => toSetEdit(opened, text),
          ({ target, before }) => describeTarget(target, before).name,
          isConfirmed,
        ),
      'edit-add': ({ ticket, label, text }) =>
        change(
          ticket,
          ({ target }) => {
            const paragraph = findParagraph(target);
            return (
              paragraph && {
                kind: 'add-paragraph',
                file: paragraph.file,
                section: paragraph.section,
                after: paragraph.label,
                label,
                text,
              }
            );
          },
          () => `New paragraph “${label}”`,
          true,
        ),
      'edit-move': ({ ticket, by }) =>
        change(
          ticket,
          ({ target }) => {
            const paragraph = findParagraph(target);
            if (!paragraph) return null;
            const { file, section, label } = paragraph;
            const labels = listParagraphs(section);
            const index = labels.indexOf(label);
            const isPossible = index !== -1 && labels[index + by] !== undefined;
            const after = by === 1 ? labels[index + 1] : labels[index - 2];
            return isPossible ? { kind: 'move-paragraph', file, section, label, after: after ?? null } : null;
          },
          ({ target, before }) => `Move of ${describeTarget(target, before).name}`,
          true,
        ),
      'edit-delete': ({ ticket }) =>
        change(
          ticket,
          ({ target, before }) => {
            const paragraph = findParagraph(target);
            return paragraph && { kind: 'delete-paragraph', ...paragraph, before };
          },
          ({ target, before }) => `Deletion of ${describeTarget(target, before).name}`,
          true,
        ),
      'edit-undo': ({ ticket }) => step(ticket, 'undo'),
      'edit-redo': ({ ticket }) => step(ticket, 'redo'),
    },
  };
}

function toSetEdit({ target, before }: Opened, after: string): Edit {
  return { kind: 'set', target, before, after };
}

function toHistoryStep(steps: readonly Step[]): EditHistory['undo'] {
  const last = steps.at(-1);
  return last ? { ticket: last.ticket, words: last.words } : null;
}

const BUSY = {
  'no-such-file': (file: string) => `${file} is not there any more, or is no text. Nothing was written.`,
  busy: (file: string) => `Another program is writing to ${file}. Nothing was written. Try again.`,
};

function formatRefusal({ message, hint }: Refusal): string {
  const sentence = message.slice(0, 1).toUpperCase() + message.slice(1);
  return [`${sentence}.`, ...(hint === undefined ? [] : [hint])].join(' ');
}

/** Identifies a problem through changes of lines. */
function getKey({ rule, message, place }: ListedProblem): string {
  return `${rule} ${place ? place.file : ''} ${message}`;
}
