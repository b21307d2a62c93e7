/** Mutants of ids and of the feed of changes: what a stranger could tell from them about records that are no longer public. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const IDS = { file: "test/subgraph/credit-record-ids.test.ts" };

export const FEED_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/import/record-keys.ts", IDS, [
    [
      "ids are the same for everybody",
      '`${prefix}-${randomUUID().replaceAll("-", "")}`',
      '`${prefix}-${"0".repeat(32)}`',
    ],
    ["another secret under a key's id is taken for it", '`${id}.${sign("name", id).slice(0, 8)}`', "`${id}.00000000`"],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/record-keys.repository.ts", IDS, [
    ["an import without the key makes new ids", "if (missing.length > 0)", "if (missing.length > 9)"],
  ]),
];
