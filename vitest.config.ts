import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/accessibility/**'],
    globalSetup: ['tests/support/build-program.ts', 'tests/support/left-out.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    deps: { interopDefault: false }, // CommonJS as Node itself imports it
  },
});
