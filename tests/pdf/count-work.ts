import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import measureModule from 'pdfmake/js/DocMeasure.js';
import { vi } from 'vitest';
import { buildPaper } from '../../src/build-paper.js';
import { FONT_FILES } from '../../src/fonts.js';
import { openFont } from '../../src/open-font.js';
import { GalleyBuilder } from '../../src/pdf/pages/galley-builder.js';
import { FastTextInlines } from '../../src/pdf/text/fast-text-inlines.js';
import { PAPER, PERIOD, writeNeutralProject } from '../bench/neutral-paper.mjs';

/** The work that a build does. Unlike times, these are the same on every machine. */
export interface Work {
  /** Nodes that the layout measures. */
  nodes: number;
  /** Texts that are split into words and measured. */
  texts: number;
  /** Lines that are broken. */
  lines: number;
  /** Runs that fontkit shapes, which is slow. */
  shaped: number;
  /** The sizes of the files, in kilobytes. */
  pdf: number;
  html: number;
}

/** Builds the neutral paper of the benchmark at a size, and counts the work. */
export async function countWork(size: number): Promise<Work> {
  const root = mkdtempSync(join(tmpdir(), 'papers-work-'));
  const face = Object.getPrototypeOf(openFont(FONT_FILES.normal)) as ReturnType<typeof openFont>;
  const calls = {
    nodes: vi.spyOn(measureModule.default.prototype, 'measureNode'),
    texts: vi.spyOn(FastTextInlines.prototype, 'buildInlines'),
    lines: vi.spyOn(GalleyBuilder.prototype, 'buildNextLine'),
    shaped: vi.spyOn(face, 'layout'),
  };
  try {
    const result = await buildPaper({
      root: writeNeutralProject(join(root, 'project'), size),
      ...{ period: PERIOD, paper: PAPER, madeAt: null },
      edition: () => ({ version: null, after: null, note: null }),
      onStage: () => undefined,
    });
    if (result.state !== 'built') throw new Error(`the neutral paper is ${result.state}`);
    const measure = (ending: string): number =>
      Math.round((result.files.find(({ name }) => name.endsWith(ending))?.bytes.length ?? 0) / 1024);
    return {
      nodes: calls.nodes.mock.calls.length,
      texts: calls.texts.mock.calls.length,
      lines: calls.lines.mock.calls.length,
      shaped: calls.shaped.mock.calls.length,
      pdf: measure('.pdf'),
      html: measure('.html'),
    };
  } finally {
    for (const call of Object.values(calls)) call.mockRestore();
    rmSync(root, { recursive: true });
  }
}
