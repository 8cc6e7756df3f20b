import type { Edit } from '../../edit/edit.js';
import type { EditHistory } from '../preview-state.js';
import { createTickets } from './tickets.js';

/** A step that can be taken back or made again. */
interface Step {
  words: string;
  edit: Edit;
  ticket: string;
}

type Direction = keyof EditHistory;

/** The steps of a preview. A new ticket is given out for each step that is added. */
interface History {
  /** Adds the inverse of an edit that was made. What was taken back before cannot be made again. */
  add: (words: string, inverse: Edit) => void;
  /** Removes the step on top, if the ticket is its own. */
  take: (direction: Direction, ticket: string) => TakenStep | null;
  /** Puts a step back on top of one side. */
  put: (direction: Direction, step: TakenStep) => void;
  describe: () => EditHistory;
}

type TakenStep = Pick<Step, 'words' | 'edit'>;

/** The most steps that can be taken back. */
const MAX_STEPS = 200;

export function createEditHistory(): History {
  const tickets = createTickets<Edit>();
  const steps: Record<Direction, Step[]> = { undo: [], redo: [] };
  const makeStep = (words: string, edit: Edit): Step => ({ words, edit, ticket: tickets.issue(edit) });
  const describeTop = (direction: Direction): EditHistory[Direction] => {
    const top = steps[direction].at(-1);
    return top ? { words: top.words, ticket: top.ticket } : null;
  };
  return {
    add: (words, inverse) => {
      steps.undo = [...steps.undo, makeStep(words, inverse)].slice(-MAX_STEPS);
      steps.redo = [];
    },
    take: (direction, ticket) => {
      if (steps[direction].at(-1)?.ticket !== ticket || !tickets.take(ticket)) return null;
      return steps[direction].pop() ?? null;
    },
    put: (direction, { words, edit }) => {
      steps[direction].push(makeStep(words, edit));
    },
    describe: () => ({ undo: describeTop('undo'), redo: describeTop('redo') }),
  };
}
