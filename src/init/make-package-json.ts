import { TOOL } from '../tool.js';
import { makeId } from './make-names.js';
import { makeTextFile, type ProjectFile } from './project-file.js';

/** The npm scripts of a project. npm finds the program in the project's own node_modules, and nowhere else. */
export const SCRIPTS = {
  preview: `${TOOL.name} preview`,
  build: `${TOOL.name} build`,
  check: `${TOOL.name} check`,
};

/** The folder of a project that has the program's archive. */
export const ARCHIVE_FOLDER = 'tools';

/** Makes `package.json`. The program comes from an archive in the project, never from a registry. */
export function makePackageJson(authority: string, archive: string): ProjectFile {
  const text = JSON.stringify(
    {
      name: `${makeId(authority, 'committee')}-papers`,
      private: true,
      description: `Committee papers of ${authority}`,
      scripts: SCRIPTS,
      dependencies: { [TOOL.name]: `file:${ARCHIVE_FOLDER}/${archive}` },
    },
    null,
    2,
  );
  return makeTextFile('package.json', `${text}\n`);
}
