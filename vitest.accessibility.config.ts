import { defineConfig } from 'vitest/config';

/** What only a browser can tell. It needs Chromium, which Node alone does not bring: `npm test` leaves it out. */
export default defineConfig({
  test: {
    include: ['tests/accessibility/**/*.test.ts'],
    globalSetup: ['tests/support/build-program.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } }, // a busy machine draws late
  },
});
