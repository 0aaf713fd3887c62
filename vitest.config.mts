import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The suites of test/integration run inside VS Code, with mocha.
    include: ['test/unit/**/*.test.ts'],
    restoreMocks: true,
    // Properties over thousands of texts take what they take on a busy machine; nothing here asserts a time.
    testTimeout: 120_000,
  },
});
