import type { DescribedRow } from '../../edit/describe-row.js';
import type { Edit } from '../../edit/edit.js';
import type { Place } from '../../model/problem.js';
import type { EditHistory, ListedProblem } from '../preview-state.js';
import { checkDraft } from './check-draft.js';
import { describeTarget, findParagraph } from './describe-target.js';
import type { EditableFiles } from './editable-files.js';
import { createEditHistory } from './edit-history.js';
import type {
  CheckAnswer,
  DraftProblems,
  OpenAnswer,
  ParagraphFacts,
  RowFacts,
  SaveAnswer,
} from './edit-messages.js';
import type { EditRequests } from './edit-requests.js';
import { formatRefusal } from './format-refusal.js';
import { openPlace, type Opened } from './open-place.js';
import { planAddition, planDeletion, planMove, planRow, planRowDeletion, planSet } from './plan-edit.js';
import { createTickets } from './tickets.js';
import { writeEdits, type Edits } from './write-edits.js';

/** The functions of the preview that an edit session calls. */
export interface EditSurroundings {
  files: EditableFiles;
  /** Returns the problems that the paper would have with unsaved texts, by file. */
  check: (unsaved: ReadonlyMap<string, string>) => Promise<ListedProblem[]>;
  /** Returns the problems of the paper as it is. */
  getProblems: () => readonly ListedProblem[];
  /** Returns the text of a file from which the paper on show was made. Null if there is none. */
  getShownText: (file: string) => string | null;
  /** Returns the line of the headings of a spreadsheet that is saved as CSV. */
  getHeaderRow: (file: string) => number | undefined;
  /** Lists the paragraphs of a section of the paper's own file, in their order. */
  listParagraphs: (section: string) => string[];
  /** Lists the labels of the paper's own paragraphs. */
  listLabels: () => string[];
  /** Lists the places that cite a label. */
  listCitations: (label: string) => ParagraphFacts['citations'];
  /** Called when there is something else to undo or redo. */
  onHistory: () => void;
}

/** The edits of a preview. All its windows share them. */
export interface EditSession {
  handlers: { [Name in keyof EditRequests]: (request: EditRequests[Name]) => Promise<object> | object };
  getHistory: () => EditHistory;
  /** Adds a step to undo. */
  record: (words: string, inverse: Edits) => void;
}

const OPPOSITES = { undo: 'redo', redo: 'undo' } as const;

export function createEditSession(surroundings: EditSurroundings): EditSession {
  const {
    files,
    check,
    getProblems,
    getShownText,
    getHeaderRow,
    listParagraphs,
    listLabels,
    listCitations,
    onHistory,
  } = surroundings;
  const tickets = createTickets<Opened>();
  const history = createEditHistory();
  const readNow = (file: string): string | null => files.read(file)?.text ?? null;

  const open = (place: Place, isOnPage: boolean): OpenAnswer => {
    const { file } = place;
    const result = openPlace(place, {
      now: readNow(file),
      then: isOnPage ? getShownText(file) : null,
      headerRow: getHeaderRow(file),
    });
    if ('reason' in result) return { kind: 'elsewhere', words: result.reason, place };
    const { opened } = result;
    const paragraph = findParagraph(opened.target);
    return {
      kind: 'open',
      edit: {
        ticket: tickets.issue(opened),
        ...describeTarget(opened),
        text: opened.before,
        place,
        paragraph: paragraph && describeParagraph(paragraph),
        row: opened.row && describeRowFacts(opened.row),
      },
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
      labels: listLabels(),
    };
  };
  const findProblems = (edit: Edit, opened: Opened): Promise<DraftProblems> =>
    checkDraft(edit, opened, { now: readNow(opened.target.file), check, problems: getProblems() });

  const record = (words: string, inverse: Edits): void => {
    history.add(words, inverse);
    onHistory();
  };

  /** Makes the edit that a ticket allows. Unless the author has confirmed it, one with a new error is only reported. */
  const make = async (
    ticket: string,
    plan: (opened: Opened) => Edit | null,
    { words, isConfirmed = true }: { words: (name: string, opened: Opened) => string; isConfirmed?: boolean },
  ): Promise<SaveAnswer> => {
    const opened = tickets.take(ticket);
    const edit = opened && plan(opened);
    if (!opened || !edit) return { kind: 'stale' };
    if (!isConfirmed) {
      const found = await findProblems(edit, opened);
      if ([...found.here, ...found.elsewhere].some(({ severity }) => severity === 'error'))
        return { kind: 'errors', ticket: tickets.issue(opened), ...found };
    }
    return write(edit, opened, words(describeTarget(opened).name, opened));
  };
  const write = async (edit: Edit, opened: Opened, words: string): Promise<SaveAnswer> => {
    const result = await writeEdits([edit], files);
    if ('inverse' in result) {
      record(words, result.inverse);
      return { kind: 'saved', words };
    }
    const current = 'refusal' in result ? result.refusal.current : undefined;
    const { place } = opened;
    const isOfText = edit.kind !== 'delete-row'; // the text that stands there now is that of the place
    if (isOfText && typeof current === 'string' && current !== opened.before)
      return {
        kind: 'conflict',
        ticket: tickets.issue({ ...opened, before: current }),
        theirs: current,
        place,
      };
    const reason = 'refusal' in result ? formatRefusal(result.refusal) : result.busy;
    return { kind: 'refused', ticket: tickets.issue(opened), words: reason, place };
  };

  /** Takes the last step back, or makes it again. A step whose text has changed meanwhile is dropped. */
  const step = async (direction: keyof EditHistory, ticket: string): Promise<SaveAnswer> => {
    const top = history.take(direction, ticket);
    if (!top) return { kind: 'stale' };
    const result = await writeEdits(top.edits, files);
    if ('busy' in result) history.put(direction, top);
    if ('inverse' in result) history.put(OPPOSITES[direction], { words: top.words, edits: result.inverse });
    onHistory();
    if ('inverse' in result) return { kind: 'saved', words: top.words };
    const reason =
      'busy' in result ? result.busy : `${top.words} has changed meanwhile, so nothing was written.`;
    return { kind: 'refused', ticket: '', words: reason, place: null };
  };

  return {
    getHistory: history.describe,
    record,
    handlers: {
      'edit-open': ({ sheet, isOnPage, ...place }) =>
        open({ ...place, ...(sheet !== undefined && { sheet }) }, isOnPage),
      'edit-check': async ({ ticket, text }): Promise<CheckAnswer> => {
        const opened = tickets.read(ticket);
        if (!opened) return { kind: 'stale' };
        return { kind: 'checked', ...(await findProblems(planSet(opened, text), opened)) };
      },
      'edit-save': ({ ticket, text, isConfirmed }) =>
        make(ticket, (opened) => planSet(opened, text), { words: (name) => name, isConfirmed }),
      'edit-add': ({ ticket, label, text, isConfirmed }) =>
        make(ticket, (opened) => planAddition(opened, label, text), {
          words: () => `New paragraph “${label}”`,
          isConfirmed,
        }),
      'edit-add-row': ({ ticket, values, isConfirmed }) =>
        make(ticket, (opened) => planRow(opened, values), {
          words: () => `New row “${Object.values(values).find((value) => value.trim() !== '') ?? ''}”`,
          isConfirmed,
        }),
      'edit-delete-row': ({ ticket, isConfirmed }) =>
        make(ticket, planRowDeletion, {
          words: (_, { row }) => `Deletion of row “${row?.name ?? ''}”`,
          isConfirmed,
        }),
      'edit-move': ({ ticket, by }) =>
        make(ticket, (opened) => planMove(opened, by, listParagraphs), {
          words: (name) => `Move of ${lowerFirst(name)}`,
        }),
      'edit-delete': ({ ticket }) =>
        make(ticket, planDeletion, { words: (name) => `Deletion of ${lowerFirst(name)}` }),
      'edit-undo': ({ ticket }) => step('undo', ticket),
      'edit-redo': ({ ticket }) => step('redo', ticket),
    },
  };
}

function describeRowFacts({ name, columns, values }: DescribedRow): RowFacts {
  return { name, columns, values };
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
