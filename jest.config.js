/* global process */
// Jest: ESM through SWC, one shared PostgreSQL cluster for all files (test/support/global-setup.ts).
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Those of test/long are run by `npm run test:long` alone.
  testPathIgnorePatterns: ["/node_modules/", ...(process.env.GOVGRAPH_LONG === "1" ? [] : ["<rootDir>/test/long/"])],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        swcrc: false,
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: "es2022",
          keepClassNames: true,
        },
      },
    ],
  },
  globalSetup: "<rootDir>/test/support/global-setup.js",
  globalTeardown: "<rootDir>/test/support/global-teardown.js",
  // Against hangs alone: no test depends on how fast a machine is.
  testTimeout: 300_000,
  maxWorkers: 2,
};
