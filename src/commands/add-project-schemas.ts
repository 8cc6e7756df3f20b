import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTree } from '../disk/write-tree.js';
import { addSchemaSettings } from '../init/add-schema-settings.js';
import { makeTextFile, readText, type ProjectFile } from '../init/project-file.js';
import { buildDataSetSchemas } from '../inputs/build-data-set-schemas.js';
import { buildProjectSchemas } from '../inputs/build-project-schemas.js';
import { readProjectNames } from '../inputs/project/read-project-names.js';

/**
 * Adds the JSON Schemas of a project that is planned but not written, so that editors complete its names. The settings of the editor
 * then name the schemas of its data sets.
 */
export function addProjectSchemas(planned: readonly ProjectFile[]): ProjectFile[] {
  const copy = mkdtempSync(join(tmpdir(), 'papers-init-'));
  try {
    writeTree(copy, [...planned]);
    const { value: names } = readProjectNames(copy);
    const dataSets = buildDataSetSchemas(copy, names);
    const ids = dataSets.map(({ id }) => id);
    const schemas = [...buildProjectSchemas(names), ...dataSets];
    return [
      ...planned.map((file) =>
        file.path === '.vscode/settings.json'
          ? makeTextFile(file.path, addSchemaSettings(readText(file), ids))
          : file,
      ),
      ...schemas.map(({ path, text }) => makeTextFile(path, text)),
    ];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
