import type { Severity } from '../model/rule.js';

/** The look of printed problems. */
export interface ProblemStyle {
  /** Formats the path of a project's file, such as `data/meetings.yaml`. */
  formatFile: (file: string) => string;
  paintSeverity: (severity: Severity, text: string) => string;
  /** Paints what a reader may skip. */
  paintFaint: (text: string) => string;
}

export const PLAIN: ProblemStyle = {
  formatFile: (file) => file,
  paintSeverity: (_severity, text) => text,
  paintFaint: (text) => text,
};
