import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readValidation } from '../archive/statement/read-validation.js';
import type { Validation } from '../archive/statement/statement-schema.js';
import { writeTree } from '../disk/write-tree.js';
import type { PdfStandard } from '../model/pdf-standards.js';
import type { Checked } from '../model/problem.js';

/** The most bytes of a report. */
const LARGEST_REPORT = 64 * 1024 * 1024;

/**
 * Runs veraPDF on the bytes of a PDF, before they are issued. `command` is a line that the user's shell can run, such as `verapdf`
 * or `java -jar verapdf-cli.jar`. veraPDF reads from the file which standards it claims.
 */
export function runValidator(
  command: string,
  pdf: Uint8Array,
  standards: readonly PdfStandard[],
): Checked<Validation | null> {
  const folder = mkdtempSync(join(tmpdir(), 'papers-validation-'));
  try {
    writeTree(folder, [{ path: 'paper.pdf', bytes: pdf }]);
    const line = `${command} --flavour 0 --format json "${join(folder, 'paper.pdf')}"`;
    const { stdout } = spawnSync(line, {
      shell: true,
      maxBuffer: LARGEST_REPORT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return readValidation(stdout, pdf, standards);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
