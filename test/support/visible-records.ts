/** The hand-typed table of who may see what; the columns are the viewers of test/support/visibility.ts in their order. */
import type { VisibleRecord } from "./visibility.js";

//                          anonymous citizen-1 citizen-2 agent-1 officer-1 officer-2 supervisor-1 auditor-1 publisher-1 app-open app-partner

/** Reference: everything of an organisation is public but how to reach its staff. */
const ORGANIZATIONS: readonly VisibleRecord[] = [
  {
    name: "the agency of officer-1",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB9000015E",
    root: "organization(id: $id)",
    fields: { name: "FFFF FFFF FFF", contact: "NNNN FNFN FNN" },
  },
];

/** All records of the table. */
export const VISIBLE_RECORDS: readonly VisibleRecord[] = [...ORGANIZATIONS];
