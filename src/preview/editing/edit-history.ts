import type { EditHistory } from '../preview-state.js';
import { createTickets } from './tickets.js';
import type { Edits } from './write-edits.js';

/** A step that can be taken back or made again. */
interface Step {
  words: string;
  edits: Edits;
  ticket: string;
}

type Direction = keyof EditHistory;

/** The steps of a preview. A new ticket is given out for each step that is added. */
interface History {
  /** Adds the inverse of edits that were made. What was taken back before cannot be made again. */
  add: (words: string, inverse: Edits) => void;
  /** Removes the step on top, if the ticket is its own. */
  take: (direction: Direction, ticket: string) => TakenStep | null;
  /** Puts a step back on top of one side. */
  put: (direction: Direction, step: TakenStep) => void;
  describe: () => EditHistory;
}

type TakenStep = Pick<Step, 'words' | 'edits'>;

/** The most steps that can be taken back. */
const MAX_STEPS = 200;

export function createEditHistory(): History {
  const tickets = createTickets<Edits>();
  const steps: Record<Direction, Step[]> = { undo: [], redo: [] };
  const makeStep = (words: string, edits: Edits): Step => ({
    words,
    edits,
    ticket: tickets.issue(edits),
  });
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
    put: (direction, { words, edits }) => {
      steps[direction].push(makeStep(words, edits));
    },
    describe: () => ({ undo: describeTop('undo'), redo: describeTop('redo') }),
  };
}
