import type { ProjectFile } from './project-file.js';
import { restoreDots } from './restore-dots.js';

/** Plans the files of an example project: the example's own files, and the starter's settings for editors, git and GitHub. */
export function planExample(starter: readonly ProjectFile[], example: readonly ProjectFile[]): ProjectFile[] {
  const settings = starter.filter(({ path }) => path.startsWith('dot-'));
  return [...example, ...settings].map((file) => ({ ...file, path: restoreDots(file.path) }));
}
