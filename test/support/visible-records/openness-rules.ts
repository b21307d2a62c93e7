/** Enforcement and regulation: certificates are public but for their holders, records from publication until they go offline, what an inspection drew once its results are published; notices and rounds of clean-up once published. */
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
  {
    name: "a notice about a firm that is not yet published",
    subgraph: "openness",
    type: "RegulatoryNotice",
    key: "id",
    id: "JG-GOLDEN-3",
    root: "regulatoryNotice(id: $id)",
    fields: alike("HHHH FHFHF HH", "area", "title", "body", "issuedOn", "organ { id }", "subject { id }"),
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { regulatoryNotices(first: 100) { nodes { id } } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: "{ regulatoryNotices(first: 100, filter: { area: FOOD_AND_DRUGS }) { nodes { id } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a notice that is published",
    subgraph: "openness",
    type: "RegulatoryNotice",
    key: "id",
    id: "JG-GOLDEN-1",
    root: "regulatoryNotice(id: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      "area",
      "title",
      "body",
      "issuedOn",
      "publishedOn",
      "organ { id }",
      "subject { id }",
    ),
  },
  {
    name: "a random inspection with its results",
    subgraph: "openness",
    type: "RandomInspection",
    key: "no",
    id: "SSJ222401-2026-01",
    root: "randomInspection(no: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["title", "area", "items", "plannedFrom", "plannedTo", "publishedOn", "objectCount", "inspectorsEach"],
      ...["candidateCount", "candidateListHash", "inspectorListHash", "sourceName", "sourceReference", "drawnOn"],
      ...["resultsOn", "organ { id }", "results { position result object { id } }"],
      "draw { sourceValue verified }",
    ),
  },
  {
    name: "a random inspection that is under way",
    subgraph: "openness",
    type: "RandomInspection",
    key: "no",
    id: "SSJ222401-2026-02",
    root: "randomInspection(no: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "title", "candidateListHash", "drawnOn"),
      ...alike("0000 F0F0F 00", "draw { sourceValue }", "results { position }"),
    },
  },
  {
    name: "a random inspection whose plan is not yet published",
    subgraph: "openness",
    type: "RandomInspection",
    key: "no",
    id: "SSJ222401-2026-04",
    root: "randomInspection(no: $id)",
    fields: alike("HHHH FHFHF HH", "title", "plannedFrom", "candidateListHash"),
    ways: [
      {
        query: "{ randomInspections(first: 100) { nodes { no } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a round of clean-up that is under way",
    subgraph: "openness",
    type: "CleanupRound",
    key: "id",
    id: "QL-11990101MB9000015E-2026",
    root: "cleanupRound(id: $id)",
    fields: alike("HHHH FHFHF HH", "title", "scope", "startedOn", "organ { id }", "counts { kept }"),
    ways: [
      {
        query: '{ cleanupRounds(first: 100, filter: { division: "222401" }) { nodes { id } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a round of clean-up that is published",
    subgraph: "openness",
    type: "CleanupRound",
    key: "id",
    id: {
      sql: "select round_id as id from cleanup_outcomes where index_no = '11990101MB9000015E/2021-00001' and kind = 'AMENDED' order by 1 limit 1",
    },
    root: "cleanupRound(id: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["title", "scope", "startedOn", "decidedOn", "publishedOn", "organ { id }", "counts { amended }"],
      "outcomes(first: 5) { nodes { kind title } }",
    ),
  },
];
