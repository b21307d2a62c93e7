/** Money to bodies is public; money to one person is that person's, the scheme's agency's, and by hash the supervisor's and auditor's. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const FLOWS: readonly VisibleRecord[] = [
  {
    name: "the golden budget allotment",
    subgraph: "funds",
    type: "BudgetAllotment",
    key: "allotmentNo",
    id: "吉财农指〔2026〕35号",
    root: "budgetAllotment(allotmentNo: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      "amount",
      "fundName",
      "functionCode",
      "downstream(first: 5) { nodes { amount } }",
      "reconciliation { difference }",
      "version",
      "allowedActions",
      "history { event }",
    ),
  },
  {
    name: "a project of public money",
    subgraph: "funds",
    type: "FundProject",
    key: "projectCode",
    id: "XM-222403-2026-001",
    root: "fundProject(projectCode: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      "name",
      "contractor { id }",
      "assigned",
      "paid",
      "progress",
      "responsiblePerson",
      "version",
      "allowedActions",
      "history { event }",
    ),
  },
  {
    name: "final accounts that were approved and are not yet public",
    subgraph: "funds",
    type: "BudgetDisclosure",
    key: "id",
    id: "BD-11990101MB0001353W-2025-JS",
    root: "budgetDisclosure(id: $id)",
    fields: alike("HHHH HHFFH HH", "id", "year", "repliedOn", "version", "history { event }"),
    ways: [
      {
        query: '{ organization(uscc: "11990101MB0001353W") { budgetDisclosures(first: 100) { nodes { id } } } }',
        seen: ["supervisor-1", "auditor-1"],
      },
    ],
  },
];

const PAYMENTS: readonly VisibleRecord[] = [
  {
    name: "a payment of officer-1's agency to the enterprise of agent-1",
    subgraph: "funds",
    type: "Payment",
    key: "paymentNo",
    id: "ZF2026222401000015",
    root: "payment(paymentNo: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "amount", "payeeOrg { id }", "payerUnit { id }"),
      bank: "NNNN FNFFF NN",
      returnReason: "NNNN 0N000 NN",
      payeeAccount: "NNNF NNNNN NN",
    },
    // Never the whole account, not even to its owner.
    reads: { payeeAccount: { F: /^"\*+4623"$/ } },
    ways: [
      {
        query:
          '{ organization(uscc: "91990101MA9000011P") { fundsReceived(year: 2026) { payments(first: 100) { nodes { paymentNo } } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ payment(paymentNo: "ZF2026222401000015") { allocation { payments(first: 100) { nodes { paymentNo } } } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "a payment that came back, of another agency",
    subgraph: "funds",
    type: "Payment",
    key: "paymentNo",
    id: {
      sql: "select payment_no as id from payments where payee_kind = 'ORGANIZATION' and return_reason is not null and agency_uscc not in ('11990101MB9000015E', '12990101MB90000236') order by 1 limit 1",
    },
    root: "payment(paymentNo: $id)",
    fields: { ...alike("FFFF FFFFF FF", "amount", "returnedOn"), ...alike("NNNN NNFFN NN", "bank", "returnReason") },
  },
  {
    name: "a payment of officer-1's agency to citizen-1",
    subgraph: "funds",
    type: "Payment",
    key: "paymentNo",
    id: "ZF2026222401000005",
    root: "payment(paymentNo: $id)",
    fields: {
      ...alike("HFHH FHFFF HH", "amount", "purpose"),
      payeeAccount: "HFHH NHNNN HH",
      payeeHash: "HNHH NHFFN HH",
      bank: "HNHH FHFFF HH",
    },
    reads: { payeeAccount: { F: /^"\*+2542"$/ } },
    ways: [
      {
        query: '{ serviceCase(caseNo: "22240120260302000001") { resultingPayments { paymentNo } } }',
        seen: ["citizen-1"],
      },
    ],
  },
];

const SUBSIDIES: readonly VisibleRecord[] = [
  {
    name: "a subsidy line of citizen-1 and citizen-2, after the days of the village notice",
    subgraph: "funds",
    type: "SubsidyPaymentConnection",
    id: "GD-2025-222401101201",
    root: "subsidyPayments(batchNo: $id, first: 1)",
    inside: { path: "nodes.0", type: "SubsidyPayment" },
    fields: {
      amount: "HFFH HHFFH HH",
      recipientName: "HFFH HHNNH HH",
      recipientHash: "HNNH HHFFH HH",
      payeeAccount: "HFFH HHNNH HH",
    },
  },
  {
    name: "subsidy lines as their recipients read them",
    subgraph: "funds",
    type: "SubsidyPaymentConnection",
    id: "",
    root: "mySubsidies(first: 1)",
    inside: { path: "nodes.0", type: "SubsidyPayment" },
    fields: {
      ...alike("HFFH HHHHH HH", "amount", "recipientName"),
      recipientHash: "HNNH HHHHH HH",
      payeeAccount: "HFFH HHHHH HH",
    },
    // Stars and the last four characters, to the owner too.
    reads: { payeeAccount: { F: /^"\*+\d{4}"$/ } },
  },
  {
    name: "a subsidy line of the scheme of officer-1's agency",
    subgraph: "funds",
    type: "SubsidyPaymentConnection",
    id: "CY-2026-上半年-222401005001",
    root: "subsidyPayments(batchNo: $id, first: 1)",
    inside: { path: "nodes.0", type: "SubsidyPayment" },
    fields: {
      amount: "HFFH FHFFF HH",
      recipientName: "HFFH FHNNF HH",
      recipientHash: "HNNH NHFFN HH",
      payeeAccount: "HFFH NHNNN HH",
    },
  },
  {
    name: "the roster of a village while it is posted",
    subgraph: "funds",
    type: "VillageRoster",
    id: "GD-2026-222401101201",
    root: 'villageRoster(batchNo: $id, villageCode: "222401101201", policyCode: "FP-GD")',
    fields: alike("FFFF FFFFF FF", "recipientCount", "lines(first: 2) { nodes { recipientName amount } }"),
  },
  {
    name: "the roster of a village after the days of its notice",
    subgraph: "funds",
    type: "VillageRoster",
    id: "GD-2025-222401101201",
    root: 'villageRoster(batchNo: $id, villageCode: "222401101201", policyCode: "FP-GD")',
    fields: alike("HHHH HHHHH HH", "recipientCount"),
    ways: [
      {
        query:
          '{ fundPolicy(policyCode: "FP-GD") { publications(division: "222401", first: 100) { nodes { roster { batchNo } } } } }',
        seen: [],
      },
    ],
  },
];

/** Records of the funds service. */
export const FUNDS: readonly VisibleRecord[] = [...FLOWS, ...PAYMENTS, ...SUBSIDIES];
