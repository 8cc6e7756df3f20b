import type { RuleId } from '../model/rules.js';

/** Advice to the author of a template. */
export interface Advice {
  expected?: string | undefined;
  hint?: string | undefined;
}

/** An error at a place in the syntax tree of a template. */
export interface TemplateFault {
  rule: RuleId;
  loc: hbs.AST.SourceLocation;
  message: string;
  advice?: Advice;
}
