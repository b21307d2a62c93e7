/** A record in publicity is public; one that was repaired, expired or withdrawn is its subject's, authority's and supervisor's; persons are masked. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const SURNAME_ALONE = /^[^*]\*+$/;

/** Ways by which a penalty of the enterprise might show although it is no longer public (C4). */
const PENALTIES_OF_ENTERPRISE = [
  {
    query: '{ organization(uscc: "91990101MA9000011P") { penalties(first: 100) { nodes { id } } } }',
    seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
  },
  { query: "{ penalties(first: 100) { nodes { id } } }", seen: [] },
  { query: "{ repairSchedule(first: 100) { nodes { id } } }", seen: [] },
  {
    query:
      '{ organization(uscc: "91990101MA9000011P") { creditReport { sections { lines { docNo } } } repairable(first: 100) { nodes { id } } repairSchedule(first: 100) { nodes { id } } } }',
    seen: [],
  },
] as const;

const PENALTIES: readonly VisibleRecord[] = [
  {
    name: "a penalty of a body in publicity",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-1",
    root: "administrativePenalty(id: $id)",
    fields: {
      ...alike(
        "FFFF FFFFF FF",
        "docNo",
        "content",
        "fine",
        "severity",
        "counterpartyName",
        "counterparty { id }",
        "authority { id }",
        "publicityUntil",
      ),
      ...alike("NNNF FNFNF NN", "version", "allowedActions", "history { version }"),
    },
  },
  {
    name: "a repaired penalty of the enterprise of agent-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-2",
    root: "administrativePenalty(id: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      "docNo",
      "content",
      "fine",
      "archived",
      "counterparty { id }",
      "repairNoticeOn",
      "repairNoticeTogether",
      "sourceUnit",
      "version",
      "allowedActions",
    ),
    ways: PENALTIES_OF_ENTERPRISE,
  },
  {
    name: "a minor penalty of the enterprise of agent-1, which the national rule does not publish",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-3",
    root: "administrativePenalty(id: $id)",
    fields: alike("HHHF FHFHF HH", "docNo", "severity", "content", "publicityState", "performance", "archived"),
    ways: PENALTIES_OF_ENTERPRISE,
  },
  {
    name: "a withdrawn penalty of the enterprise of agent-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-5",
    root: "administrativePenalty(id: $id)",
    fields: alike("HHHF FHFHF HH", "docNo", "withdrawReason"),
    ways: PENALTIES_OF_ENTERPRISE,
  },
  {
    name: "a penalty of citizen-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-PERSON-1",
    root: "administrativePenalty(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "docNo", "content"),
      ...alike("0000 00000 00", "counterpartyName", "counterparty { id }"),
      personName: "MFMM FMFMF MM",
    },
    masked: { personName: SURNAME_ALONE },
    ways: [
      {
        query: '{ penalties(first: 100, filter: { division: "222401" }) { nodes { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "a repaired penalty of citizen-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-PERSON-4",
    root: "administrativePenalty(id: $id)",
    fields: alike("HFHH FHFHF HH", "docNo", "personName"),
    ways: [
      {
        query: '{ repairCase(no: "XF-CF-PERSON-4") { record { ... on AdministrativePenalty { id } } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a penalty that a law seals",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-SEALED-1",
    root: "administrativePenalty(id: $id)",
    fields: alike("HHHH HHHHH HH", "docNo", "content", "personName", "publicityState", "archived"),
    ways: [{ query: '{ penalties(first: 100, filter: { division: "222401" }) { nodes { id } } }', seen: [] }],
  },
  {
    name: "a penalty of a person of unknown age",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-AGE-UNKNOWN-1",
    root: "administrativePenalty(id: $id)",
    fields: alike("HHHH FHFHF HH", "docNo", "personName"),
    ways: [
      {
        query: '{ penalties(first: 100, filter: { division: "222401" }) { nodes { id } } }',
        seen: [],
      },
    ],
  },
];

const LICENCES: readonly VisibleRecord[] = [
  {
    name: "the published licence of citizen-1",
    subgraph: "credit",
    type: "AdministrativeLicence",
    key: "id",
    id: "XK-B0",
    root: "administrativeLicence(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "docNo", "content", "decisionDate", "matter { id }"),
      personName: "MFMM FMFMF MM",
      ...alike("NNNN FNFNF NN", "caseNo", "case { caseNo }"),
    },
    masked: { personName: SURNAME_ALONE },
    ways: [
      {
        query: '{ serviceCase(caseNo: "22240120260302000001") { publishedLicence { id } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      { query: "{ me { cases(first: 100) { nodes { publishedLicence { id } } } } }", seen: ["citizen-1"] },
    ],
  },
  {
    name: "the published licence of the enterprise of agent-1",
    subgraph: "credit",
    type: "AdministrativeLicence",
    key: "id",
    id: "XK-B1",
    root: "administrativeLicence(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "docNo", "counterpartyName", "counterparty { id }", "publicityState"),
      ...alike("NNNN FNFNF NN", "caseNo", "case { caseNo }"),
      ...alike("NNNF FNFNF NN", "version", "allowedActions", "history { version }"),
    },
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { licences(first: 100) { nodes { id } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
];

const LISTS: readonly VisibleRecord[] = [
  {
    name: "an entry of the enterprise of agent-1 that was removed after repair",
    subgraph: "credit",
    type: "ListEntry",
    key: "id",
    id: "MD-GOLDEN-1",
    root: "listEntry(id: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      ...["id", "list", "reason", "priorNoticeOn", "state", "removedOn", "repairEligibleOn"],
      ...["version", "allowedActions", "history { version }"],
    ),
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { listEntries(first: 100) { nodes { id } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      { query: "{ listEntries(first: 100) { nodes { id } } }", seen: [] },
    ],
  },
];

const LISTINGS: readonly VisibleRecord[] = [
  {
    name: "a prior notice to the enterprise of agent-1",
    subgraph: "credit",
    type: "ListingCase",
    key: "no",
    id: "LM-NOTICE-1",
    root: "listingCase(no: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      ...["no", "state", "list", "kind", "basisLaw", "reason", "priorNoticeOn", "defenceDeadline { dueOn }"],
      ...[
        "measures { code }",
        "subject { id }",
        "authority { id }",
        "version",
        "allowedActions",
        "history { version }",
      ],
    ),
    ways: [{ query: "{ listingCases(first: 100) { nodes { no } } }", seen: ["agent-1", "officer-1", "supervisor-1"] }],
  },
  {
    name: "a case of listing of the enterprise of agent-1 that was dropped after its defence",
    subgraph: "credit",
    type: "ListingCase",
    key: "no",
    id: "LM-NOTICE-2",
    root: "listingCase(no: $id)",
    fields: alike("HHHF FHFHF HH", "no", "statement", "statedOn", "decidedOn", "decision"),
  },
  {
    name: "a case that put another body on a list",
    subgraph: "credit",
    type: "ListingCase",
    key: "no",
    id: {
      sql: "select no as id from listing_cases where state = 'LISTED' and authority_uscc <> '11990101MB9000015E' and counterparty_uscc <> '91990101MA9000011P' and division_code like '2224%' order by no limit 1",
    },
    root: "listingCase(no: $id)",
    fields: alike("HHHH HHFHH HH", "no", "remedy", "decisionDocNo", "entry { id }"),
  },
];

const REPAIR_AND_OBJECTION: readonly VisibleRecord[] = [
  {
    name: "a repair that the enterprise of agent-1 applied for",
    subgraph: "credit",
    type: "RepairCase",
    key: "no",
    id: "XF-CF-GOLDEN-2",
    root: "repairCase(no: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      "no",
      "state",
      "appliedOn",
      "acceptedOn",
      "decidedOn",
      "feedbackOn",
      "extended",
      "decision",
      "version",
      "allowedActions",
      "history { version }",
      "deadline { dueOn }",
      "repairRules { title }",
      "evidence { __typename }",
      "record { __typename }",
      "counterparty { id }",
      "authority { id }",
    ),
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { repairCases(first: 100) { nodes { no } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      { query: "{ repairCases(first: 100) { nodes { no } } }", seen: ["agent-1", "officer-1", "supervisor-1"] },
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-2") { repairCases(first: 10) { nodes { no } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a repair of the enterprise of agent-1 that was found false",
    subgraph: "credit",
    type: "RepairCase",
    key: "no",
    id: "XF-CF-GOLDEN-6",
    root: "repairCase(no: $id)",
    fields: {
      ...alike("HHHF FHFHF HH", "no", "state", "foundFalseOn", "findingNo"),
    },
  },
  {
    name: "a repair of another enterprise that was refused",
    subgraph: "credit",
    type: "RepairCase",
    key: "no",
    id: "XF-CF-19",
    root: "repairCase(no: $id)",
    fields: alike("HHHH FHFHF HH", "no", "decision", "remedy"),
  },
  {
    name: "a repair that citizen-1 applied for",
    subgraph: "credit",
    type: "RepairCase",
    key: "no",
    id: "XF-CF-PERSON-4",
    root: "repairCase(no: $id)",
    fields: alike("HFHH FHFHF HH", "no", "state"),
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-PERSON-4") { repairCases(first: 9) { nodes { no } } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an objection of the enterprise of agent-1, decided",
    subgraph: "credit",
    type: "Objection",
    key: "no",
    id: "YY-CF-GOLDEN-5",
    root: "objection(no: $id)",
    fields: alike(
      "HHHF FHFHF HH",
      "no",
      "state",
      "statement",
      "filedOn",
      "acceptedOn",
      "decidedOn",
      "outcome",
      "version",
      "allowedActions",
      "history { version }",
      "deadline { dueOn }",
      "record { __typename }",
      "evidence { name }",
      "counterparty { id }",
      "authority { id }",
    ),
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { objections(first: 100) { nodes { no } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an objection that was not upheld, of others",
    subgraph: "credit",
    type: "Objection",
    key: "no",
    id: {
      sql: "select no as id from objections where outcome = 'UPHELD' and authority_uscc = '11990101MB9000015E' and counterparty_uscc <> '91990101MA9000011P' order by no limit 1",
    },
    root: "objection(no: $id)",
    fields: alike("HHHH FHFHF HH", "no", "decision"),
  },
  {
    name: "an objection of citizen-2",
    subgraph: "credit",
    type: "Objection",
    key: "no",
    id: "YY-CF-PERSON-2",
    root: "objection(no: $id)",
    fields: alike("HHFH FHFHF HH", "no", "statement"),
  },
];

const COMMITMENTS_AND_EVALUATION: readonly VisibleRecord[] = [
  {
    name: "a commitment of citizen-1 in a case",
    subgraph: "credit",
    type: "CreditCommitment",
    key: "id",
    id: "CN-B0",
    root: "creditCommitment(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "type", "text", "fulfilment"),
      signerName: "MFMM FMFMF MM",
      "case { caseNo }": "NFNN FNFNF NN",
      ...alike("NFNN FNFNF NN", "version", "allowedActions", "history { version }"),
    },
    masked: { signerName: SURNAME_ALONE },
    ways: [
      {
        query: '{ serviceCase(caseNo: "22240120260302000001") { commitments(first: 9) { nodes { id } } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a commitment of the enterprise of agent-1 in a case",
    subgraph: "credit",
    type: "CreditCommitment",
    key: "id",
    id: "CN-B5",
    root: "creditCommitment(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "type", "counterparty { id }"),
      signerName: "MMMF FMFMF MM",
      "case { caseNo }": "NNNF FNFNF NN",
      ...alike("NNNF FNFNF NN", "version", "allowedActions", "history { version }"),
    },
    masked: { signerName: SURNAME_ALONE },
    ways: [
      {
        query: '{ organization(uscc: "91990101MA9000011P") { commitments(first: 100) { nodes { id } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ administrativePenalty(id: "CF-GOLDEN-1") { counterparty { commitments(first: 100) { nodes { id } } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "the composite evaluation that officer-1's agency keeps of another body",
    subgraph: "credit",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA900002XF",
    root: "organization(id: $id)",
    inside: { path: "creditEvaluation", type: "CreditEvaluation" },
    fields: alike("NNNN FNFNF NF", "level", "score", "modelVersion", "asOf"),
  },
  {
    name: "the composite evaluation of the enterprise of agent-1",
    subgraph: "credit",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    inside: { path: "creditEvaluation", type: "CreditEvaluation" },
    fields: alike("NNNF NNFNN NF", "level", "score", "modelVersion", "asOf"),
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-1") { counterparty { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ repairCase(no: "XF-CF-GOLDEN-2") { record { ... on AdministrativePenalty { counterparty { id } } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];

/** Records of the credit service. */
export const CREDIT: readonly VisibleRecord[] = [
  ...PENALTIES,
  ...LICENCES,
  ...LISTS,
  ...LISTINGS,
  ...REPAIR_AND_OBJECTION,
  ...COMMITMENTS_AND_EVALUATION,
];
