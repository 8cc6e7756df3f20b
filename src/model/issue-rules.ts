import { error, warning, type Rule } from './rule.js';

/**
 * Rules that a paper must keep to be issued, in addition to the rules about its content. They cannot be
 * switched off.
 */
export const ISSUE_RULES = {
  'report-number-given': error('The archive stores a paper under its report number'),
  'report-number-stays': error('A paper keeps its report number once it is issued'),
  'history-is-whole': error('A new version follows the earlier versions, which must be unchanged'),
  'version-is-new': error('An issued version never changes'),
  'version-comes-after': error('Versions are issued in order'),
  'version-differs': error('A new version differs from the last one'),
  'change-is-explained': error('Readers of the last version need to know the changes'),
  'correction-is-dated': error('Readers must see when a correction was made'),
  'correction-is-published': error('The notice of a correction counts from its own publication'),
  'dates-follow': error('A version cannot be older than the last one'),
  'validator-reports': error('A check counts only if it was of this very file and of all its standards'),
  'validator-finds-nothing': error('A file must follow the standards that it claims'),
  'exempt-stays-exempt': error('The public must not read what is exempt'),
  'exempt-version-agrees': error('Both editions of a version are issued from the same files'),
  'final-is-declared': warning('The author decides when a paper is final'),
} as const satisfies Record<string, Rule>;
