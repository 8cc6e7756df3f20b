import type { Options } from './command.js';

export interface PackOptions extends Options {
  /** Takes exempt editions of papers. */
  exempt?: boolean;
  /** Builds the papers that are on file. */
  working?: boolean;
}
