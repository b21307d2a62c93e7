/** The hand-typed table of who may see what; the columns are the viewers of test/support/visibility.ts in their order. */
import type { VisibleRecord } from "./visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Everything of an organisation is public but how to reach its staff. */
const ORGANIZATIONS: readonly VisibleRecord[] = [
  {
    name: "the agency of officer-1",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB9000015E",
    root: "organization(id: $id)",
    fields: { name: "FFFF FFFFF FF", contact: "NNNN FNFNF NN" },
  },
];

/** Matters are public, drafts and findings are the agency's; a case is its applicant's, its agency's and its supervisor's. */
const MATTERS: readonly VisibleRecord[] = [
  {
    name: "a published matter of officer-1's agency",
    subgraph: "matters",
    type: "ServiceMatter",
    key: "id",
    id: {
      sql: "select id from service_matters where status = 'PUBLISHED' and dept_uscc = '11990101MB9000015E' order by id limit 1",
    },
    root: "serviceMatter(id: $id)",
    fields: { taskName: "FFFF FFFFF FF", "qualityIssues { rule }": "NNNN FNFNF NN" },
  },
  {
    name: "a draft of another county's agency",
    subgraph: "matters",
    type: "ServiceMatter",
    key: "id",
    id: {
      sql: "select id from service_matters where status = 'DRAFT' and division_code <> '222401' order by id limit 1",
    },
    root: "serviceMatter(id: $id)",
    fields: { taskName: "HHHH HHFHH HH", "qualityIssues { rule }": "HHHH HHFHH HH" },
  },
  {
    name: "a completed case of citizen-1 at officer-1's agency",
    subgraph: "matters",
    type: "ServiceCase",
    key: "projectNo",
    id: "22240120260302000001",
    root: "serviceCase(projectNo: $id)",
    fields: {
      projectNo: "HFHH FHFHF HH",
      state: "HFHH FHFHF HH",
      applicantName: "HFHH FHFHF HH",
      applicantIdTail: "HFHH NHNHN HH",
      contactPhone: "HFHH FHNHF HH",
      contactAddress: "HFHH FHNHF HH",
      queryCode: "HFHH NHNHN HH",
      "steps { name opinion }": "HFHH FHFHF HH",
      "deadline { dueOn }": "HFHH FHFHF HH",
      "result { outcome }": "HFHH FHFHF HH",
      "alerts(first: 1) { nodes { id } }": "HFHH FHFHF HH",
      "ratings(first: 1) { nodes { id } }": "HFHH NHFHN HH",
    },
  },
  {
    name: "a running case of citizen-2 in another county",
    subgraph: "matters",
    type: "ServiceCase",
    key: "projectNo",
    id: "22240420260901000001",
    root: "serviceCase(projectNo: $id)",
    fields: {
      projectNo: "HHFH HHFHH HH",
      applicantName: "HHFH HHFHH HH",
      applicantIdTail: "HHFH HHNHH HH",
      contactPhone: "HHFH HHNHH HH",
      queryCode: "HHFH HHNHH HH",
    },
  },
  {
    name: "a late case of the enterprise of agent-1",
    subgraph: "matters",
    type: "ServiceCase",
    key: "projectNo",
    id: "22240120260506000001",
    root: "serviceCase(projectNo: $id)",
    fields: {
      projectNo: "HHHF FHFHF HH",
      light: "HHHF FHFHF HH",
      applicantName: "HHHF FHFHF HH",
      contactPhone: "HHHF FHNHF HH",
    },
  },
  {
    name: "the light of that case",
    subgraph: "matters",
    type: "MonitorAlert",
    key: "id",
    id: "TIME-22240120260506000001",
    root: "monitorAlert(id: $id)",
    fields: { id: "HHHF FHFHF HH", light: "HHHF FHFHF HH", level: "HHHF FHFHF HH" },
  },
  {
    name: "the electronic licence of citizen-1",
    subgraph: "matters",
    type: "ElectronicLicence",
    key: "certificateNumber",
    id: { sql: "select certificate_number as id from electronic_licences where project_no = '22240120260302000001'" },
    root: "electronicLicence(certificateNumber: $id)",
    fields: { certificateNumber: "HFHH FHFHF HH", name: "HFHH FHFHF HH", holderName: "HFHH FHFHF HH" },
  },
];

/** A penalty in publicity is public, one that was repaired is its subject's, authority's and supervisor's; persons are masked. */
const CREDIT: readonly VisibleRecord[] = [
  {
    name: "a penalty of a body in publicity",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-1",
    root: "administrativePenalty(id: $id)",
    fields: { docNo: "FFFF FFFFF FF", content: "FFFF FFFFF FF" },
  },
  {
    name: "a repaired penalty of the enterprise of agent-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-GOLDEN-2",
    root: "administrativePenalty(id: $id)",
    fields: { docNo: "HHHF FHFHF HH", content: "HHHF FHFHF HH" },
  },
  {
    name: "a penalty of citizen-1",
    subgraph: "credit",
    type: "AdministrativePenalty",
    key: "id",
    id: "CF-PERSON-1",
    root: "administrativePenalty(id: $id)",
    fields: { docNo: "FFFF FFFFF FF", personName: "MFMM FMFMF MM" },
    masked: { personName: /^张\*+$/ },
  },
  {
    name: "a repair that the enterprise of agent-1 applied for",
    subgraph: "credit",
    type: "RepairCase",
    key: "no",
    id: { sql: "select no as id from repair_cases where counterparty_uscc = '91990101MA9000011P' order by no limit 1" },
    root: "repairCase(no: $id)",
    fields: { no: "HHHF FHFHF HH", state: "HHHF FHFHF HH", "evidence { __typename }": "HHHF FHFHF HH" },
  },
  {
    name: "an objection of the enterprise of agent-1",
    subgraph: "credit",
    type: "Objection",
    key: "no",
    id: { sql: "select no as id from objections where counterparty_uscc = '91990101MA9000011P' order by no limit 1" },
    root: "objection(no: $id)",
    fields: { no: "HHHF FHFHF HH", statement: "HHHF FHFHF HH" },
  },
];

/** The market is public once it opened; whose case a service was for, and what was said in defence, are not. */
const INTERMEDIARY: readonly VisibleRecord[] = [
  {
    name: "a project of the enterprise of agent-1",
    subgraph: "intermediary",
    type: "MarketProject",
    key: "projectNo",
    id: "XM-GOLDEN-3",
    root: "marketProject(projectNo: $id)",
    fields: { projectNo: "FFFF FFFFF FF", "linkedCase { projectNo }": "NNNF FNFNF NN" },
  },
  {
    name: "a sanction of an agency",
    subgraph: "intermediary",
    type: "AgencySanction",
    key: "id",
    id: "CJ-GOLDEN-1",
    root: "agencySanction(id: $id)",
    fields: { id: "FFFF FFFFF FF", defence: "NNNN FNFNF NN" },
  },
];

/** Money to bodies is public; money to one person is that person's, the scheme's agency's, and by hash the supervisor's and auditor's. */
const FUNDS: readonly VisibleRecord[] = [
  {
    name: "a payment to a body",
    subgraph: "funds",
    type: "Payment",
    key: "paymentNo",
    id: {
      sql: "select payment_no as id from payments where payee_kind = 'ORGANIZATION' and payee_subject <> '91990101MA9000011P' and agency_uscc <> '11990101MB9000015E' order by 1 limit 1",
    },
    root: "payment(paymentNo: $id)",
    fields: { amount: "FFFF FFFFF FF", payeeAccount: "NNNN NNNNN NN" },
  },
];

/** All records of the table. */
export const VISIBLE_RECORDS: readonly VisibleRecord[] = [
  ...ORGANIZATIONS,
  ...MATTERS,
  ...CREDIT,
  ...INTERMEDIARY,
  ...FUNDS,
];
