/* global process */
// Jest: tests run as node runs the product (decision 34), on one shared PostgreSQL cluster for all files (test/support/global-setup.js).
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Those of test/long are run by `npm run test:long` alone.
  testPathIgnorePatterns: ["/node_modules/", ...(process.env.GOVGRAPH_LONG === "1" ? [] : ["<rootDir>/test/long/"])],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/commands/partner/init/templates/"],
  runtime: "<rootDir>/test/support/jest-runtime.cjs",
  testEnvironment: "<rootDir>/test/support/jest-environment.cjs",
  transform: {},
  globalSetup: "<rootDir>/test/support/global-setup.js",
  globalTeardown: "<rootDir>/test/support/global-teardown.js",
  // Against hangs alone: no test depends on how fast a machine is.
  testTimeout: 900_000,
  maxWorkers: 2,
  // What one file after another leaves in a process goes with it: a worker above this ends, and another goes on.
  workerIdleMemoryLimit: "1GB",
};
