/** Enforcement: certificates are public but for their holders, records of inspections and measures from publication until they go offline. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const ofBureau = (kept: string): { readonly sql: string } => ({
  sql: `select doc_no as id from enforcement_records where organ_uscc = '11990101MB9000015E' and ${kept}`,
});

/** Records of enforcement. */
export const OPENNESS_RULES: readonly VisibleRecord[] = [
  {
    name: "a certificate of the bureau's staff",
    subgraph: "openness",
    type: "StaffCertificate",
    key: "number",
    id: {
      sql: "select number as id from staff_certificates where organ_uscc = '11990101MB9000015E' order by 1 limit 1",
    },
    root: "staffCertificate(number: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "organName", "validFrom", "validUntil", "organ { id }"),
      ...alike("NNNN FNFNF NN", "holderName"),
    },
  },
  {
    name: "a coercive measure that is published",
    subgraph: "openness",
    type: "EnforcementRecord",
    key: "docNo",
    id: ofBureau("kind = 'COERCION'"),
    root: "enforcementRecord(docNo: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["kind", "content", "result", "doneOn", "videoLogged", "publishedOn", "publicUntil"],
      ...["publicationDeadline { state }", "organ { id }", "object { id }", "basis { id }", "certificates { number }"],
    ),
  },
  {
    name: "an inspection that is not yet published",
    subgraph: "openness",
    type: "EnforcementRecord",
    key: "docNo",
    id: ofBureau("published_on is null"),
    root: "enforcementRecord(docNo: $id)",
    fields: alike("HHHH FHFHF HH", "kind", "content", "result", "doneOn", "organ { id }"),
    ways: [
      {
        query: "{ enforcementRecords(first: 100) { nodes { docNo } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an inspection that went offline",
    subgraph: "openness",
    type: "EnforcementRecord",
    key: "docNo",
    id: ofBureau("public_until < '2026-09-28'"),
    root: "enforcementRecord(docNo: $id)",
    fields: alike("HHHH FHFHF HH", "kind", "content", "result", "doneOn", "publishedOn"),
    ways: [
      {
        query: '{ enforcementRecords(first: 100, filter: { doneTo: "2020-12-31" }) { nodes { docNo } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];
