import { MONTH_NAMES, numberYearStarts } from '../../model/year-starts.js';
import { readFile } from '../read-file.js';

/**
 * Reads the month with which the project's years start. The names of all folders depend on it, so it is read before anything
 * else. A file or a month that is not valid gives the usual month: reading the organisation reports it.
 */
export function readYearStarts(root: string): number {
  const text = readFile(root, 'data/organisation.yaml').value?.text ?? '';
  const name = /^["']?year-starts["']?:[ \t]+["']?([a-z]+)/m.exec(text)?.[1];
  return numberYearStarts(MONTH_NAMES.find((month) => month === name));
}
