import type { NewFile } from '../../disk/write-synced.js';
import type { BuiltPaper } from '../make-manifest.js';
import { makeStatement } from './make-statement.js';
import { formatStatementName, renderStatementPage } from './render-statement-page.js';
import { STATEMENT, type Validation } from './statement-schema.js';

/** Lists the files that state which standards the PDF of a version follows: one for programs and one for people. */
export function listStatementFiles(
  { files, inputs, document }: BuiltPaper,
  version: string,
  validation: Validation | null,
): NewFile[] {
  const pdf = files.find(({ name }) => name.endsWith('.pdf'));
  if (!pdf) throw new Error('internal error: a version without a PDF');
  const statement = makeStatement(pdf, inputs, version, validation);
  const page = renderStatementPage(statement, document);
  return [
    { name: STATEMENT, bytes: Buffer.from(`${JSON.stringify(statement, null, 2)}\n`, 'utf8') },
    { name: formatStatementName(version), bytes: Buffer.from(page, 'utf8') },
  ];
}
