/** Contracting processes are public from their publication on; before, their buyer's and its supervisors', and so is each award, contract and payment. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const FIELDS = [
  ...["kind", "title", "description", "budget", "plannedOn", "method", "methodDetails", "tenderedOn", "closesOn"],
  ...["tenderAmount", "partnershipStage", "valueForMoney", "affordability", "publishedOn", "stage", "buyer { id }"],
  ...["awards { number supplierName amount }", "contracts { number amount paid payments { amount paidOn } }"],
];

/** Records of trade, purchases, projects and data. */
export const OPENNESS_TRADE: readonly VisibleRecord[] = [
  {
    name: "a partnership that is carried out",
    subgraph: "openness",
    type: "ContractingProcess",
    key: "id",
    id: "PPP222401-2024-001",
    root: "contractingProcess(id: $id)",
    fields: alike("FFFF FFFFF FF", ...FIELDS.filter((field) => field !== "description")),
  },
  {
    name: "a purchase that is not yet published",
    subgraph: "openness",
    type: "ContractingProcess",
    key: "id",
    id: "GM222401-2026-003",
    root: "contractingProcess(id: $id)",
    fields: alike("HHHH FHFHF HH", "kind", "title", "budget", "plannedOn", "stage", "buyer { id }"),
    ways: [
      {
        query: "{ contractingProcesses(first: 100, filter: { kind: SERVICE_PURCHASE }) { nodes { id } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];
