/** The market is public once it opened; whose case a service was for, what was bid before opening and said in defence, are not. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Before opening nobody knows of a bid but its bidder, whoever asks, and nobody at all of its price; afterwards everybody reads it. */
const BIDS = { F: /"price":"\d/, "0": /"nodes":\[\]/ };
const SEALED = { F: /"price":null,"commitment":"[0-9a-f]{64}"/, "0": /"nodes":\[\]/ };

const MARKET: readonly VisibleRecord[] = [
  {
    name: "a project of the enterprise of agent-1, opened",
    subgraph: "intermediary",
    type: "IntermediaryProcurement",
    key: "projectNo",
    id: "XM-GOLDEN-3",
    root: "intermediaryProcurement(projectNo: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "projectNo", "owner { id }", "service { name }", "bids(first: 9) { nodes { price } }"),
      "linkedCase { caseNo }": "NNNF FNFNF NN",
      ...alike("FFFF FFFFF FF", "version", "allowedActions"),
      "history { event }": "NNNF FNFNF NN",
    },
    reads: { bids: BIDS },
    ways: [
      {
        query:
          '{ organization(uscc: "91990101MA9000011P") { intermediaryProcurements(first: 100) { nodes { projectNo } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ serviceCase(caseNo: "22240120260506000001") { intermediaryProcurements(first: 9) { nodes { projectNo } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a project in which agent-1 bid, before opening",
    subgraph: "intermediary",
    type: "IntermediaryProcurement",
    key: "projectNo",
    id: "XM-GOLDEN-1",
    root: "intermediaryProcurement(projectNo: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "projectNo", "name", "sealed"),
      "bids(first: 9) { nodes { price commitment } }": "000F 00000 00",
      ...alike("0000 00000 00", "drawProof { seed }", "selected { id }"),
    },
    reads: { bids: SEALED },
  },
  {
    name: "a bid for a project of the enterprise of agent-1, opened",
    subgraph: "intermediary",
    type: "IntermediaryProcurement",
    key: "projectNo",
    id: "XM-GOLDEN-3",
    root: "intermediaryProcurement(projectNo: $id)",
    inside: { path: "bids(first: 1).nodes.0", type: "Bid" },
    fields: {
      ...alike("FFFF FFFFF FF", "price", "submittedAt", "accepted", "state", "version"),
      creditCheck: "NNNN FNFNF NN",
      "history { event }": "NNNN NNNNN NN",
    },
  },
  {
    name: "the bid of the enterprise of agent-1 for a project of officer-1's agency, opened",
    subgraph: "intermediary",
    type: "IntermediaryProcurement",
    key: "projectNo",
    id: "XM-GOLDEN-13",
    root: "intermediaryProcurement(projectNo: $id)",
    inside: { path: "bids(first: 6).nodes.5", type: "Bid" },
    fields: {
      ...alike("FFFF FFFFF FF", "price", "state"),
      "history { event }": "NNNF NNNNN NN",
    },
  },
  {
    name: "a draft of a project of officer-1's intermediary",
    subgraph: "intermediary",
    type: "IntermediaryProcurement",
    key: "projectNo",
    id: "XM-GOLDEN-4",
    root: "intermediaryProcurement(projectNo: $id)",
    fields: alike("HHHH FHFHF HH", "projectNo", "name"),
    ways: [
      {
        query:
          '{ organization(uscc: "11990101MB9000015E") { intermediaryProcurements(first: 100) { nodes { projectNo } } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
      { query: "{ intermediaryProcurements(first: 100) { nodes { projectNo } } }", seen: [] },
    ],
  },
];

const INTERMEDIARIES: readonly VisibleRecord[] = [
  {
    name: "an application of the enterprise of agent-1 to officer-1's agency",
    subgraph: "intermediary",
    type: "EntryApplication",
    id: "RZ-GOLDEN-1",
    root: "entryApplication(no: $id)",
    fields: {
      ...alike("HHHF FHFHF HH", "no", "state", "firmName", "serviceCodes", "qualifications { name }", "capacity"),
      ...alike("HHHF FHFHF HH", "relatedUsccs", "submittedOn", "decidedOn", "reasons", "deadline { dueOn }"),
      ...alike("HHHF FHFHF HH", "version", "allowedActions", "history { event }", "firm { id }", "department { id }"),
    },
    ways: [
      {
        query: "{ entryApplications(first: 100) { nodes { no } } }",
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a sanction in force",
    subgraph: "intermediary",
    type: "IntermediarySanction",
    key: "id",
    id: "CJ-GOLDEN-1",
    root: "intermediarySanction(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "id", "level", "reason", "defenceUntil", "decisionUntil", "appealUntil"),
      ...alike("NNNN FNFNF NN", "defence", "evidence", "appeal", "version", "allowedActions", "history { event }"),
    },
    ways: [
      {
        query: "{ intermediarySanctions(first: 100) { nodes { id } } }",
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "a sanction that another county's body may impose on the enterprise of agent-1",
    subgraph: "intermediary",
    type: "IntermediarySanction",
    key: "id",
    id: "CJ-GOLDEN-4",
    root: "intermediarySanction(id: $id)",
    fields: {
      ...alike(
        "HHHF HFFHH HH",
        "id",
        "reason",
        "defence",
        "evidence",
        "version",
        "allowedActions",
        "history { event }",
      ),
      // Its firm reads an appeal too; there is none before the decision.
      appeal: "HHH0 H00HH HH",
    },
    ways: [
      {
        query:
          '{ organization(uscc: "91990101MA9000011P") { intermediaryProfile { sanctions(first: 100) { nodes { id } } } } }',
        seen: ["agent-1", "officer-2", "supervisor-1"],
      },
      {
        query: "{ intermediarySanctions(first: 100) { nodes { id } } }",
        seen: ["agent-1", "officer-2", "supervisor-1"],
      },
    ],
  },
  {
    name: "the intermediary profile of the enterprise of agent-1",
    subgraph: "intermediary",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    inside: { path: "intermediaryProfile", type: "IntermediaryProfile" },
    fields: {
      ...alike("FFFF FFFFF FF", "qualifications { name }", "completedCount", "entryState"),
      "relatedApprovalDepts { id }": "NNNF NNFNN NN",
    },
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-1") { counterparty { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "a person who works for that intermediary",
    subgraph: "intermediary",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    inside: { path: "intermediaryProfile.staff(first: 1).nodes.0", type: "IntermediaryStaff" },
    fields: { profession: "FFFF FFFFF FF", ...alike("MMMF MMFMM MM", "name", "certNo") },
    masked: { name: /^[^*]\*+$/, certNo: /^\*+.{4}$/ },
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-1") { counterparty { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
];

/** Records of the intermediary service. */
export const INTERMEDIARY: readonly VisibleRecord[] = [...MARKET, ...INTERMEDIARIES];
