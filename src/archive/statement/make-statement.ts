import type { NewFile } from '../../disk/write-synced.js';
import type { Inputs } from '../../model/inputs.js';
import { STANDARD_SETS } from '../../model/pdf-standards.js';
import { sha256 } from '../../sha256.js';
import type { Statement, Validation } from './statement-schema.js';
import testedValidator from './tested-validator.json' with { type: 'json' };

/** Makes the statement about the PDF of a version. `validation` is null if no validator was run on the file. */
export function makeStatement(
  { name, bytes }: NewFile,
  { paper, theme }: Inputs,
  version: string,
  validation: Validation | null,
): Statement {
  return {
    format: 'committee-papers-conformance-1',
    version,
    file: { name, bytes: bytes.length, sha256: sha256(bytes) },
    standards: [...STANDARD_SETS[theme.pdf.version]],
    validation,
    programTestedWith: testedValidator,
    checkedByPeople: paper.accessibilityChecks,
  };
}
