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
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-1") { authority { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query: '{ serviceMatter(id: "CN-TASK-11990101MB9000015E4220131001000") { dept { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query: '{ repairCase(no: "XF-CF-GOLDEN-2") { record { ... on AdministrativePenalty { authority { id } } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an agency of another county",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB0001687D",
    root: "organization(id: $id)",
    fields: { name: "FFFF FFFFF FF", contact: "NNNN NNFNN NN" },
    ways: [
      {
        query: '{ creditCommitment(id: "CN-B4") { authority { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ serviceCase(caseNo: "22240420260901000001") { commitments(first: 9) { nodes { authority { id } } } } }',
        seen: ["citizen-2", "supervisor-1"],
      },
    ],
  },
  {
    name: "an enterprise",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "name", "uscc", "division { code }"),
      contact: "NNNN NN0NN NN",
    },
  },
];
