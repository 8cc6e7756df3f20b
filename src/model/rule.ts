/** The severity of a broken rule. An error prevents an issue; a warning is for the author to consider. */
export type Severity = 'error' | 'warning';

export interface Rule {
  severity: Severity;
  /** The reason for the rule: a law, a guide, or the harm to a reader. */
  source: string;
}

export function error(source: string): Rule {
  return { severity: 'error', source };
}

export function warning(source: string): Rule {
  return { severity: 'warning', source };
}
