// ESLint: TypeScript rules, and one home per hazard (docs/architecture.md).
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** Packages that have one home: a file outside all homes of a package does not import it. */
const HOMES = [
  {
    packages: ["jose", "keycloak-connect"],
    homes: ["platform/auth/**", "infra/local/issuer/**"],
    message: "Tokens are the business of platform/auth.",
  },
  {
    packages: ["type-graphql"],
    homes: ["platform/graphql/classes/type-graphql.ts"],
    message: "What schema classes are written with comes from platform/graphql/classes (decision 35).",
  },
];

const restricted = (except) => ({
  "no-restricted-imports": [
    "error",
    {
      paths: HOMES.filter((home) => home !== except).flatMap(({ packages, message }) =>
        packages.map((name) => ({ name, message })),
      ),
    },
  ],
});

/** The rule everywhere, then for each home without its own packages: of several settings of one rule the last one holds. */
const oneHomeEach = [
  {
    files: [
      "platform/**/*.ts",
      "gateway/**/*.ts",
      "subgraphs/**/*.ts",
      "schema/**/*.ts",
      "commands/**/*.ts",
      "infra/**/*.ts",
    ],
    rules: restricted(),
  },
  ...HOMES.map((home) => ({ files: home.homes, rules: restricted(home) })),
];

export default tseslint.config(
  {
    ignores: [
      "dist",
      "node_modules",
      ".govgraph",
      "gateway/web/static",
      "gateway/web/client",
      "clients/recipes",
      "examples/*/{dist,src/gql}",
      "commands/partner/init/templates",
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unsafe-function-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // The services of a context are an interface to which each noun adds its own.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "always" }],
      "no-console": "error",
    },
  },
  {
    // What only types tell: a promise that nobody waits for, or that is asked whether it is true.
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["examples/*/vite.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { globals: { require: "readonly", module: "writable" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  ...oneHomeEach,
);
