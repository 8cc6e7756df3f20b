import { removeLeftovers } from './staging.js';

/** One change to the disk. After each step, an archive must be whole or say what is not finished. */
export interface Step {
  name: string;
  run: () => void;
}

/** Runs steps. Removes the temporary folders in `folders` if one fails, and throws its error. */
export function runSteps(steps: Step[], folders: string[]): void {
  try {
    for (const step of steps) step.run();
  } catch (error) {
    for (const folder of folders) removeLeftovers(folder);
    throw error;
  }
}
