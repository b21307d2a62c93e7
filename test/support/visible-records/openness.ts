/** Documents and what explains them are public from their publication on; before, their issuer's, its supervisor's and the auditor's. Decisions are from the day on which they are opened, opinions once they are answered. */
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
    name: "an interpretation that is published",
    subgraph: "openness",
    type: "PolicyInterpretation",
    key: "id",
    id: "JD-11990101MB9000015E/2021-00001-1",
    root: "policyInterpretation(id: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["kind", "title", "author", "publishedOn", "text", "firstSpokesperson"],
      ...["document { indexNo }", "questions { question answer }"],
    ),
  },
  {
    name: "an interpretation that is not yet published",
    subgraph: "openness",
    type: "PolicyInterpretation",
    key: "id",
    id: "JD-11990101MB9000015E/2025-00002-1",
    root: "policyInterpretation(id: $id)",
    fields: alike("HHHH FHFFF HH", "kind", "title", "author", "text", "firstSpokesperson", "document { indexNo }"),
    ways: [
      {
        query: '{ publicDocument(indexNo: "11990101MB9000015E/2025-00002") { interpretations { id } } }',
        seen: ["officer-1", "supervisor-1", "auditor-1", "publisher-1"],
      },
    ],
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
  {
    name: "a list of powers, of which an adjustment is under way",
    subgraph: "openness",
    type: "AgencyList",
    key: "id",
    id: "QD-11990101MB9000015E-POWER",
    root: "agencyList(id: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["kind", "name", "publishedOn", "inForce", "organ { id }", "versions { number cause }"],
      ...[
        "items(first: 5) { nodes { code name content duties basis { id } } }",
        "difference(from: 1, to: 3) { removed { code } }",
      ],
    ),
    ways: [],
  },
  {
    name: "a decision that is published",
    subgraph: "openness",
    type: "Decision",
    key: "id",
    id: "JC222401-2025-001",
    root: "decision(id: $id)",
    fields: {
      ...alike("NNNN FNFNF NN", "version", "allowedActions", "history { event }"),
      ...alike(
        "FFFF FFFFF FF",
        ...["title", "kind", "stage", "proposedOn", "openedOn", "draft", "explanation", "decidedOn", "publishedOn"],
        ...["organiser { id }", "steps { takenOn }", "basis { id }", "adoptedDocument { title }"],
        ...["fundPolicies { policyCode }", "consultation { closesOn opinionCount adoption { adopted } }"],
      ),
    },
  },
  {
    name: "a decision that is not yet open",
    subgraph: "openness",
    type: "Decision",
    key: "id",
    id: "JC222401-2026-003",
    root: "decision(id: $id)",
    fields: alike("HHHH FHFHF HH", "title", "kind", "stage", "proposedOn", "version", "allowedActions"),
    ways: [
      {
        query: '{ organization(uscc: "11990101MB9000015E") { decisions(first: 100) { nodes { id } } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: "{ decisions(first: 100, filter: { missing: LEGALITY_REVIEW }) { nodes { id } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an opinion of citizen-1 that is answered",
    subgraph: "openness",
    type: "Opinion",
    key: "id",
    id: "YJ222401-2025-001-1-1",
    root: "opinion(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "text", "authorKind", "givenOn", "outcome", "reason", "answeredOn", "decision { id }"),
      ...alike("NFNN FNFNF NN", "version", "allowedActions", "history { event }"),
    },
  },
  {
    name: "an opinion of citizen-1 that is not answered yet",
    subgraph: "openness",
    type: "Opinion",
    key: "id",
    id: "YJ222401-2026-001-1-1",
    root: "opinion(id: $id)",
    fields: alike("HFHH FHFHF HH", "text", "authorKind", "givenOn", "outcome", "version", "allowedActions"),
    ways: [
      {
        query:
          '{ decision(id: "JC222401-2026-001") { consultation { topics { opinions(first: 100) { nodes { id } } } } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an answered request for information of citizen-1",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-007",
    root: "disclosureRequest(requestNo: $id)",
    fields: {
      ...alike(
        "HFHH FHFHF HH",
        "state",
        "receivedOn",
        "endedOn",
        "applicantKind",
        "description",
        "formWanted",
        "outcome",
      ),
      ...alike("HFHH FHFHF HH", "deadline { dueOn }", "agency { id }", "document { indexNo }"),
      ...alike("HFHH FHFHF HH", "requestNo", "version", "allowedActions", "history { event }", "files { name }"),
      ...alike("H0HH 0H0H0 HH", "noticeDeadline { dueOn }"),
      ...alike("HFHH FHNHF HH", "applicantName", "contact"),
    },
    ways: [
      {
        query: "{ disclosureRequests(first: 100) { nodes { requestNo } } }",
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an unclear request for information of agent-1's firm",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-002",
    root: "disclosureRequest(requestNo: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      ...["requestNo", "correctionAskedOn", "correctBy", "unclear", "noticeDeadline { dueOn }", "description"],
    ),
  },
  {
    name: "a request for information of agent-1's firm on which a third party was heard",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-009",
    root: "disclosureRequest(requestNo: $id)",
    fields: alike("HHHF FHFHF HH", "requestNo", "reasons", "remedy", "thirdParties { askedOn endedOn opinion }"),
  },
  {
    name: "that third party",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-009",
    root: "disclosureRequest(requestNo: $id)",
    inside: { path: "thirdParties.0", type: "ThirdPartyConsultation" },
    fields: alike("HHHN FHFHF HH", "thirdParty", "opinionText"),
  },
  {
    name: "a request for information of citizen-2 that was made clear",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-003",
    root: "disclosureRequest(requestNo: $id)",
    fields: alike("HHFH FHFHF HH", "requestNo", "correctedOn", "correction"),
  },
  {
    name: "a request for information of citizen-2 whose limit was extended",
    subgraph: "openness",
    type: "DisclosureRequest",
    key: "requestNo",
    id: "SQ222401-2026-005",
    root: "disclosureRequest(requestNo: $id)",
    fields: alike("HHFH FHFHF HH", "requestNo", "extendedOn", "extensionReasons"),
  },
];
