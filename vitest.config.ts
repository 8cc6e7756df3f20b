import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { FONT_FOLDER, LIBERATION_FOLDER } from './scripts/build-settings.mjs';

process.env['TZ'] = 'UTC'; // as the program does

/**
 * Tests run the source code as well as the program. The build defines the same names for the program. Each project gets a copy,
 * because vitest empties it.
 */
const define = {
  FONT_FOLDER: JSON.stringify(FONT_FOLDER),
  LIBERATION_FOLDER: JSON.stringify(LIBERATION_FOLDER),
};

const shared = {
  maxWorkers: Math.max(2, availableParallelism() - 1), // one worker leaves a core of two idle
  globalSetup: ['tests/support/build-program.ts'],
  deps: { interopDefault: false }, // CommonJS as Node itself imports it
};

export default defineConfig({
  test: {
    projects: [
      {
        /** The tests that a contributor runs often: `npm test`. */
        define: { ...define },
        test: {
          ...shared,
          name: 'quick',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.full.test.ts', 'tests/accessibility/**'],
          globalSetup: [...shared.globalSetup, 'tests/support/left-out.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        /** Slow tests of rare cases: `npm run test:full`. The gate runs both. */
        define: { ...define },
        test: {
          ...shared,
          name: 'full',
          include: ['tests/**/*.full.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        /** Tests of pages in Chromium, which Node does not bring: `npm run accessibility`. */
        define: { ...define },
        test: {
          ...shared,
          name: 'accessibility',
          include: ['tests/accessibility/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } }, // pages appear late on a busy machine
        },
      },
    ],
  },
});
