import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTree } from '../disk/write-tree.js';
import { makeTextFile, type ProjectFile } from '../init/project-file.js';
import { buildProjectSchemas } from '../inputs/build-project-schemas.js';
import { readProjectNames } from '../inputs/project/read-project-names.js';

/** Makes the JSON Schemas of a project that is planned but not written, so that editors complete its names. */
export function makeProjectSchemas(planned: readonly ProjectFile[]): ProjectFile[] {
  const copy = mkdtempSync(join(tmpdir(), 'papers-init-'));
  try {
    writeTree(copy, [...planned]);
    return buildProjectSchemas(readProjectNames(copy).value).map(({ path, text }) =>
      makeTextFile(path, text),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
