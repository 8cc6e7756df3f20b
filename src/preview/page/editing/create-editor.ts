import { formatCount } from '../../../format/words.js';
import { coalesce } from '../../../watch/coalesce.js';
import type { DraftProblems, OpenEdit, SaveAnswer } from '../../editing/edit-messages.js';
import type { ListedProblem } from '../../preview-state.js';
import { announce } from '../announce.js';
import { makeElement } from '../element.js';
import { makeProblemItem } from '../make-problem-item.js';
import { makePlaceControl } from '../place-control.js';
import { FAILED, type FailedAnswer } from '../post-json.js';
import { createAddForm } from './create-add-form.js';
import { createQuestion } from './create-question.js';
import { createRowForm } from './create-row-form.js';
import { makeButton } from './make-button.js';
import { makeLabel } from './make-label.js';
import { postEdit } from './post-edit.js';

export interface Editor {
  element: HTMLElement;
  focus: () => void;
  /** Closes the editor, or asks first if the text would be lost. */
  leave: () => void;
  /** True if the text differs from the file's, so that it would be lost. */
  hasChanges: () => boolean;
}

/** The pause in typing after which the text is checked, in milliseconds. */
const PAUSE_MS = 400;

const STOPPED =
  'The preview has stopped, so nothing was saved. Your text is still here: copy it, and start the preview again.';
const STALE =
  'This editor is out of date, so nothing was saved. Copy your text, close the editor and open it again.';

/** Creates the editor of a text. `onClose` is called once, when it has saved or the author leaves it. */
export function createEditor(edit: OpenEdit, onClose: () => void): Editor {
  let { ticket, text: before } = edit;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;

  const field = makeField(edit);
  const status = makeElement('p', 'editor-status');
  status.setAttribute('role', 'status');
  const problems = makeElement('ul', 'editor-problems');
  problems.setAttribute('aria-label', 'Problems of this text');
  problems.hidden = true;
  const question = createQuestion();
  const hasChanges = (): boolean => field.value !== before;

  /** A text that is typed but not saved would be lost with another edit. */
  const canOpen = (): boolean => {
    if (hasChanges()) say('Save or discard your text first.');
    return !hasChanges();
  };

  const close = (): void => {
    clearTimeout(checkTimer);
    onClose();
  };
  const say = (words: string): void => {
    status.textContent = words;
  };
  const showProblems = ({ here, elsewhere }: DraftProblems): void => {
    const items = [
      ...here.map((problem) => makeProblemItem(problem, null)),
      ...(elsewhere.length > 0 ? [makeElement('li', 'soft', 'New problems in other places:')] : []),
      ...elsewhere.map((problem) => makeProblemItem(problem, null)),
    ];
    problems.replaceChildren(...items);
    problems.hidden = items.length === 0;
    if (items.length > 0) problems.tabIndex = 0;
    else problems.removeAttribute('tabindex');
  };

  const check = coalesce(async (isNewest) => {
    if (!hasChanges()) {
      showProblems({ here: [], elsewhere: [] });
      say('');
      return;
    }
    const text = field.value;
    const answer = await postEdit('edit-check', { ticket, text });
    if (!isNewest() || isSaving || !question.element.hidden || text !== field.value) return;
    if (answer === null) say(STOPPED);
    else if (answer.kind === 'failed') say(FAILED);
    else if (answer.kind === 'stale') say(STALE);
    else {
      showProblems(answer);
      say(describeProblems(answer));
    }
  });

  /** Handles the answer to a request that writes. */
  const handle = (answer: SaveAnswer | FailedAnswer | null, retry: () => Promise<void>): void => {
    isSaving = false;
    if (answer === null) say(STOPPED);
    else
      switch (answer.kind) {
        case 'saved':
          announce(`Saved: ${answer.words}`);
          close();
          return;
        case 'failed':
          say(FAILED);
          return;
        case 'stale':
          say(STALE);
          return;
        case 'refused':
          ({ ticket } = answer);
          say(answer.words);
          return;
        case 'errors':
          ({ ticket } = answer);
          showProblems(answer);
          say(describeProblems(answer));
          question.ask('The paper would have an error with this change. Save it all the same?', [
            ['Keep editing', () => field.focus()],
            ['Save with the error', () => void retry()],
          ]);
          return;
        case 'conflict':
          ({ ticket } = answer);
          before = answer.theirs;
          showConflict(answer.theirs);
          return;
        default:
          answer satisfies never;
      }
  };

  const showConflict = (theirs: string): void => {
    say('The text in the file has changed since you opened it. Nothing was saved.');
    question.ask(
      'The file has another text here now. Yours is in the field above.',
      [
        ['Keep editing', () => field.focus()],
        ['Take mine', () => void save(true)],
        [
          'Take theirs',
          () => {
            announce('The text of the file stays.');
            close();
          },
        ],
      ],
      [
        makeElement('p', 'editor-name', 'Theirs, in the file'),
        makeElement('pre', '', theirs === '' ? '(empty)' : theirs),
        makeElement('p', 'editor-name', 'Yours'),
        makeElement('pre', '', field.value),
      ],
    );
  };

  const save = async (isConfirmed: boolean): Promise<void> => {
    if (isSaving) return;
    question.hide();
    if (!hasChanges() && !isConfirmed) {
      announce('Nothing was changed.');
      close();
      return;
    }
    isSaving = true;
    say('Saving …');
    handle(await postEdit('edit-save', { ticket, text: field.value, isConfirmed }), () => save(true));
  };
  const leave = (): void => {
    if (!hasChanges()) close();
    else
      question.ask('Your text is not saved. Discard it?', [
        ['Keep editing', () => field.focus()],
        [
          'Discard',
          () => {
            announce('Your text was discarded.');
            close();
          },
        ],
      ]);
  };
  /** Moves or deletes the paragraph. A text that is typed but not saved would be lost with it. */
  const rearrange = async (request: () => ReturnType<typeof postEdit<'edit-move'>>): Promise<void> => {
    if (!canOpen()) return;
    const retry = (): Promise<void> => rearrange(request);
    isSaving = true;
    handle(await request(), retry);
  };

  const element = makeElement('div', 'editor');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', `Editor: ${edit.name}`);
  element.append(
    makeElement('p', '', makeElement('span', 'editor-name', edit.name), ' ', makePlaceControl(edit.place)),
    ...(edit.note === null ? [] : [makeElement('p', 'soft', edit.note)]),
    makeLabel(edit.label, field),
    field,
    status,
    problems,
    makeElement(
      'div',
      'editor-buttons',
      makeButton('Save', () => void save(false), 'main'),
      makeButton('Cancel', leave),
    ),
    question.element,
  );
  if (edit.paragraph) element.append(makeMore(edit.paragraph));
  if (edit.row) element.append(makeRowPart(edit.row));

  /** Makes the buttons that add, move and delete. */
  function makeMore(paragraph: NonNullable<OpenEdit['paragraph']>): HTMLElement {
    const form = createAddForm(paragraph, {
      canOpen,
      add: async (label, text) => addParagraph(label, text, false),
    });
    const move =
      (by: 1 | -1): (() => void) =>
      () =>
        void rearrange(() => postEdit('edit-move', { ticket, by }));
    const up = makeButton('Move up', move(-1));
    const down = makeButton('Move down', move(1));
    up.disabled = !paragraph.canMoveUp;
    down.disabled = !paragraph.canMoveDown;
    const remove = makeButton('Delete', () => askToDelete(paragraph));
    return makeElement(
      'div',
      '',
      makeElement('div', 'editor-buttons more', form.button, up, down, remove),
      form.element,
    );
  }

  /** Makes the buttons and the form that add and delete a row. */
  function makeRowPart(row: NonNullable<OpenEdit['row']>): HTMLElement {
    const addRow = async (values: Record<string, string>, isConfirmed: boolean): Promise<void> => {
      isSaving = true;
      const answer = await postEdit('edit-add-row', { ticket, values, isConfirmed });
      handle(answer, () => addRow(values, true));
    };
    const form = createRowForm(row.columns, { canOpen, add: (values) => addRow(values, false) });
    const { name } = row;
    const remove =
      name === null ? [] : [makeButton('Delete this row', () => askToDeleteRow(name, row.values))];
    const buttons = makeElement('div', 'editor-buttons more', form.button, ...remove);
    return makeElement('div', '', buttons, form.element);
  }

  async function addParagraph(label: string, text: string, isConfirmed: boolean): Promise<void> {
    isSaving = true;
    const answer = await postEdit('edit-add', { ticket, label, text, isConfirmed });
    handle(answer, () => addParagraph(label, text, true));
  }

  function askToDeleteRow(name: string, values: Record<string, string>): void {
    const cells = Object.entries(values).map(([column, value]) =>
      makeElement('li', '', `${column}: ${value}`),
    );
    const remove = async (isConfirmed: boolean): Promise<void> => {
      if (!canOpen()) return;
      isSaving = true;
      handle(await postEdit('edit-delete-row', { ticket, isConfirmed }), () => remove(true));
    };
    question.ask(
      `Delete the row “${name}” from the data set? It has these cells:`,
      [
        ['Keep it', () => field.focus()],
        ['Delete it', () => void remove(false)],
      ],
      [makeElement('ul', 'editor-problems', ...cells)],
    );
  }

  function askToDelete({ label, citations }: NonNullable<OpenEdit['paragraph']>): void {
    const words =
      citations.length === 0
        ? `Delete the paragraph “${label}”? Nothing cites it.`
        : `Delete the paragraph “${label}”? It is cited ${citations.length === 1 ? 'once' : `in ${citations.length} places`}, and the paper cannot be built until they are changed:`;
    const list = makeElement(
      'ul',
      'editor-problems',
      ...citations.map(({ words: where, place }) =>
        makeElement('li', '', `${where} `, makePlaceControl(place)),
      ),
    );
    question.ask(
      words,
      [
        ['Keep it', () => field.focus()],
        ['Delete it', () => void rearrange(() => postEdit('edit-delete', { ticket }))],
      ],
      citations.length === 0 ? [] : [list],
    );
  }

  field.addEventListener('input', () => {
    clearTimeout(checkTimer);
    checkTimer = setTimeout(check, PAUSE_MS);
  });
  element.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target === field)) {
      if (edit.field === 'text' && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      void save(false);
    }
  });
  return { element, focus: () => field.focus(), leave, hasChanges };
}

let fields = 0;

function makeField({ field, text, label }: OpenEdit): HTMLTextAreaElement | HTMLInputElement {
  const element = document.createElement(field === 'text' ? 'textarea' : 'input');
  fields += 1;
  element.id = `_field_${fields}`; // the page's own ids contain an underscore
  element.value = text;
  element.spellcheck = field === 'text' && !label.startsWith('Cell');
  element.setAttribute('autocomplete', 'off');
  if (element instanceof HTMLTextAreaElement) element.rows = Math.min(20, text.split('\n').length + 2);
  return element;
}

function describeProblems({ here, elsewhere }: DraftProblems): string {
  const nearby = here.length === 0 ? 'No problems in this text.' : `In this text: ${countProblems(here)}.`;
  return elsewhere.length === 0 ? nearby : `${nearby} New in other places: ${countProblems(elsewhere)}.`;
}

function countProblems(problems: readonly ListedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    ...(errors > 0 ? [formatCount(errors, 'error')] : []),
    ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
  ].join(' and ');
}
