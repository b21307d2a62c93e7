/** Mutants of what a gateway goes by: who signed it, that it is newer, where it leads, and who approved what it makes public. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const CLOSURES = { file: "test/contract/closure-mismatches.test.ts" };
const RELOAD = { file: "test/e2e/reload.test.ts", name: "no good" };
const BUNDLES = { file: "test/e2e/bundles.test.ts" };
const REGISTRY = { file: "test/e2e/registry.test.ts" };
const CONTRACTS = { file: "test/contract/contracts.test.ts" };
const SERVED = { file: "test/e2e/contracts.test.ts" };

export const BUNDLE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("gateway/generation/generations.ts", RELOAD, [
    ["a table of another composition is taken", "if (mismatches.length > 0)", "if (false)"],
  ]),
  ...mutantsOf("platform/disclosure/table/closure-mismatches.ts", CLOSURES, [
    [
      "a field that the supergraph closes may be open in the table",
      "if (told.length === 0) problems.push(",
      "if (told.length === 0) void (",
    ],
    ["masks do not matter", "    mask ?? null,\n", ""],
    ["scopes do not matter", "    alternatives(requires?.scopes),\n", ""],
    ["whose a row is does not matter", "problems.push(...recordProblems(type, table));", ""],
  ]),
  ...mutantsOf("platform/auth/signed-text.ts", BUNDLES, [
    ["any signed text is a bundle", "if (protectedHeader.typ !== kind)", "if (false)"],
  ]),
  ...mutantsOf("gateway/generation/read-bundle.ts", BUNDLES, [
    ["a bundle may lead to any host", "|| !origins.includes(origin)", ""],
    ["an address may hold a password", 'username !== "" || password !== "" || ', ""],
    ["supergraph and bundle may name two addresses", "name !== OWN && url !== told.get(name)", "false"],
  ]),
  ...mutantsOf("gateway/generation/editions-of-bundles.ts", BUNDLES, [
    ["an older bundle is taken", "bundle.version <= this.newest.version", "false"],
    ["what was kept does not say what is older", "if (kept) this.newest", "if (false) this.newest"],
  ]),
  ...mutantsOf("platform/registry/registry.ts", REGISTRY, [
    ["who handed it in approves it", "if (versions.some(({ author }) => author === act.by))", "if (false)"],
    ["officers approve", 'if (act.actor === "OFFICER")', "if (false)"],
    ["one approval is enough", "approvers.length < needed", "approvers.length < Math.min(needed, 1)"],
  ]),
  ...mutantsOf("platform/registry/judge-versions.ts", REGISTRY, [
    ["a service moves and nobody is asked", "moved.length > 0 ? APPROVALS_NEEDED.moves : 0", "0"],
  ]),
  ...mutantsOf("platform/composition/contracts/choose.ts", CONTRACTS, [
    [
      "what is tagged out is in",
      "return contract.exclude.some((tag) => tags.has(tag));",
      "return contract.exclude.length < 0 && tags.size < 0;",
    ],
    [
      "what is closed is in a contract of nothing closed",
      "return !contract.closed && [type",
      "return contract.closed && [type",
    ],
  ]),
  ...mutantsOf("gateway/generation/contract-generations.ts", SERVED, [
    ["a contract shows what the graph has not", "if (outside !== undefined)", "if (false)"],
    [
      "the whole graph answers at a contract",
      "    schema,\n    publicSchema,",
      "    schema: generation.schema,\n    publicSchema,",
    ],
  ]),
  ...mutantsOf("platform/registry/version.ts", REGISTRY, [
    ["anybody changes what is another agency's", 'if (act.actor === "ADMINISTRATOR") return;', "return;"],
  ]),
  ...mutantsOf("platform/registry/exposures.ts", REGISTRY, [
    ["a new field that is public needs nobody", "!before.has(field) && !closed.has(field)", "false"],
    ["a weaker closure needs nobody", 'breaking && kind !== "OVERDUE"', "false"],
  ]),
];
