import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The suites of test/integration run inside VS Code, with mocha.
    include: ['test/unit/**/*.test.ts'],
    restoreMocks: true,
  },
});
