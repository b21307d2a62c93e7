/** Documents are public from their publication on; before, their issuer's, its supervisor's and the auditor's. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Records of openness. */
export const OPENNESS: readonly VisibleRecord[] = [
  {
    name: "measures that were replaced",
    subgraph: "openness",
    type: "PublicDocument",
    key: "indexNo",
    id: "11990101MB9000015E/2021-00001",
    root: "publicDocument(indexNo: $id)",
    fields: alike("FFFF FFFFF FF", "title", "documentNo", "body", "validity", "issuer { id }", "relatedBy { kind }"),
  },
  {
    name: "a notice that is not yet published",
    subgraph: "openness",
    type: "PublicDocument",
    key: "indexNo",
    id: "11990101MB9000015E/2026-00001",
    root: "publicDocument(indexNo: $id)",
    fields: alike("HHHH FHFFF HH", "title", "body", "createdOn", "validity"),
    ways: [
      {
        query: '{ organization(uscc: "11990101MB9000015E") { documents(first: 100) { nodes { indexNo } } } }',
        seen: ["officer-1", "supervisor-1", "auditor-1", "publisher-1"],
      },
      {
        query: '{ publicDocuments(search: "食品小作坊登记专项检查", first: 5) { nodes { indexNo } } }',
        seen: ["officer-1", "supervisor-1", "auditor-1", "publisher-1"],
      },
    ],
  },
];
