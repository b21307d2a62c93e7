/** Bodies: everything of them is public but how to reach their staff. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Records of the reference service. */
export const REFERENCE: readonly VisibleRecord[] = [
  {
    name: "the agency of officer-1",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB9000015E",
    root: "organization(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "name", "uscc", "kind", "division { code }", "alertCounts { red }"),
      contact: "NNNN FNFNF NN",
    },
  },
  {
    name: "an agency of another county",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB0001687D",
    root: "organization(id: $id)",
    fields: { name: "FFFF FFFFF FF", contact: "NNNN NNFNN NN" },
  },
  {
    name: "an enterprise",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    fields: alike("FFFF FFFFF FF", "name", "uscc", "division { code }"),
  },
];
