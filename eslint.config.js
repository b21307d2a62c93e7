// ESLint: TypeScript rules, and one home per hazard (docs/architecture.md).
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const only = (files, restricted, message) => ({
  files: [
    "platform/**/*.ts",
    "gateway/**/*.ts",
    "subgraphs/**/*.ts",
    "schema/**/*.ts",
    "commands/**/*.ts",
    "infra/**/*.ts",
  ],
  ignores: files,
  rules: { "no-restricted-imports": ["error", { paths: restricted.map((name) => ({ name, message })) }] },
});

export default tseslint.config(
  { ignores: ["dist", "node_modules", ".govgraph", "gateway/web/static", "gateway/web/client"] },
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
  only(
    ["platform/auth/**", "infra/local/issuer/**"],
    ["jose", "keycloak-connect"],
    "Tokens are the business of platform/auth.",
  ),
);
