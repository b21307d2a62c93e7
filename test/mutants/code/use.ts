/** Recorded use: what is counted, and what is not kept. */
import { mutantsOf } from "../code-mutant.js";

const USE = { file: "test/unit/gateway/use.test.ts" };

/** Mutants of recorded use. */
export const USE_MUTANTS = [
  ...mutantsOf("gateway/use/use.ts", USE, [
    ["names with numbers in them are kept", "|| /\\d{4}/.test(name) ? null", "? null"],
    ["a share stands for itself", "Math.round(1 / share)", "1"],
    ["the client is the person", '(asker.clientId ?? "")', '(asker.username ?? "")'],
    ["what could not be written is lost", "      if (batch) counts.putBack(batch);\n", ""],
  ]),
  ...mutantsOf("gateway/use/coordinates.ts", USE, [
    ["types of an interface are not told", "[parent, ...schema.getPossibleTypes(parent)]", "[parent]"],
    [
      "arguments are not told",
      "found.add(`${type.name}.${field.name}${after}`)",
      "found.add(`${type.name}.${field.name}`)",
    ],
  ]),
  ...mutantsOf("gateway/use/needed.ts", USE, [
    ["keys are not needed", '.flatMap((directive) => setOf(directive, "key")),', ".flatMap(() => []),"],
    ["what is required is not needed", '...fields.flatMap((directive) => setOf(directive, "requires")),', ""],
  ]),
  ...mutantsOf("gateway/use/use-counts.ts", USE, [
    ["any number of operations is told apart", "|| told.size < MOST_OPERATIONS", "|| told.size >= 0"],
    ["operations beyond the limit are lost", "    this.keep(operation);\n", "    if (isTold) this.keep(operation);\n"],
  ]),
  ...mutantsOf("platform/use/use.repository.ts", USE, [
    [
      "counts of gateways replace each other",
      "requests = kept.requests + excluded.requests, failed",
      "requests = excluded.requests, failed",
    ],
  ]),
];
