/** Matters are public, drafts and findings are the agency's; a case is its applicant's, its agency's and its supervisor's. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const SERVICE_MATTERS: readonly VisibleRecord[] = [
  {
    name: "a published matter of officer-1's agency",
    subgraph: "matters",
    type: "ServiceMatter",
    key: "id",
    id: {
      sql: "select id from service_matters where status = 'PUBLISHED' and dept_uscc = '11990101MB9000015E' order by id limit 1",
    },
    root: "serviceMatter(id: $id)",
    fields: {
      ...alike(
        "FFFF FFFFF FF",
        "taskName",
        "promised { amount }",
        "materials { name }",
        "fees { name }",
        "legalBases { id }",
        "caseStats(year: 2026) { suppressed }",
        "intermediaryServices { code }",
      ),
      "qualityIssues { rule }": "NNNN FNFNF NN",
    },
    ways: [
      {
        query: '{ administrativeLicence(id: "XK-B0") { matter { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ serviceMatters(search: "食品经营许可", filter: { division: "222401" }, first: 100) { nodes { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query: '{ serviceCase(caseNo: "22240120260302000001") { electronicLicence { matter { id } } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a draft of another county's agency",
    subgraph: "matters",
    type: "ServiceMatter",
    key: "id",
    id: {
      sql: "select id from service_matters where status = 'DRAFT' and division_code <> '222401' and dept_uscc <> '12990101MB90000236' order by id limit 1",
    },
    root: "serviceMatter(id: $id)",
    fields: alike("HHHH HHFHH HH", "taskName", "qualityIssues { rule }"),
    ways: [
      {
        query:
          '{ division(code: "222402") { serviceMatters(first: 100) { nodes { id } } } serviceMatters(first: 100) { nodes { id } } }',
        seen: [],
      },
    ],
  },
];

const CASE_OF_CITIZEN_1 = "22240120260302000001";
const LICENCE_OF_CITIZEN_1 = "222401ZZ2026000184";
const CASE_OF_CITIZEN_2 = "22240420260901000001";
const CASE_OF_ENTERPRISE = "22240120260506000001";

/** Ways to a case that begin where a viewer stands. */
const CASES_OF_MINE = "{ me { cases(first: 100) { nodes { caseNo } } } }";

const SERVICE_CASES: readonly VisibleRecord[] = [
  {
    name: "a completed case of citizen-1 at officer-1's agency",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    id: CASE_OF_CITIZEN_1,
    root: "serviceCase(caseNo: $id)",
    fields: {
      ...alike(
        "HFHH FHFHF HH",
        "caseNo",
        "projectName",
        "state",
        "matterVersion",
        "version",
        "allowedActions",
        "history { event }",
        "matter { id }",
        "dept { id }",
        "division { code }",
        "applyChannel",
        "appliedOn",
        "acceptedOn",
        "acceptanceNo",
        "completedOn",
        "acceptanceDeadline { dueOn }",
        "deadline { dueOn }",
        "statutoryDeadline { dueOn }",
        "steps { name }",
        "specialProcedures { name }",
        "suspensions { name }",
        "materials { name }",
        "result { outcome }",
        "electronicLicence { certificateNumber }",
        "alerts(first: 1) { nodes { id } }",
        "applicantName",
        "applicantType",
        "contactName",
        "endedOn",
      ),
      ...alike(
        "H0HH 0H0H0 HH",
        "applicantOrg { id }",
        "light",
        "noticeOn",
        "deemedAcceptedOn",
        "situationIds",
        "promisedMaterials",
        "commitment { madeOn }",
      ),
      lightReasons: "HFHH FHFHF HH",
      ...alike("HFHH NHNHN HH", "applicantIdTail", "queryCode"),
      ...alike("HFHH FHNHF HH", "contactPhone", "contactAddress"),
      "ratings(first: 1) { nodes { id } }": "HFHH NHFHN HH",
    },
    ways: [
      { query: CASES_OF_MINE, seen: ["citizen-1"] },
      {
        query: '{ organization(uscc: "11990101MB9000015E") { cases(role: HANDLER, first: 100) { nodes { caseNo } } } }',
        seen: [],
      },
      { query: '{ serviceRating(id: "HP00000001") { case { caseNo } } }', seen: ["citizen-1", "supervisor-1"] },
      {
        query: '{ administrativeLicence(id: "XK-B0") { caseNo case { caseNo } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: '{ creditCommitment(id: "CN-B0") { case { caseNo } } }',
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: `{ electronicLicence(certificateNumber: "${LICENCE_OF_CITIZEN_1}") { case { caseNo } } }`,
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
    elsewhere: [
      { subgraph: "credit", selection: "publishedLicence { docNo } commitments(first: 5) { nodes { id } }" },
      { subgraph: "funds", selection: "resultingPayments { paymentNo }" },
    ],
  },
  {
    name: "a case whose applicant was told of missing papers too late",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    // Told a fortnight later, and with a promise, which the demonstration may not hold.
    id: {
      sql: `update service_cases set notice_on = applied_on + 14,
          content = content || '{"v": 3, "situationIds": ["NEW"], "promisedMaterials": ["健康证明"],
            "commitment": {"materials": [{"name": "健康证明", "text": "承诺持有。", "verifyWithinDays": 30}], "madeOn": "2026-05-01"}}' where case_no = (select case_no from service_cases
        where dept_uscc = '11990101MB9000015E' and state = 'CORRECTION' and task_type = 'LICENSING_01' and applied_on < '2026-06-01'
          and subject <> '91990101MA9000011P' order by 1 limit 1) returning case_no as id`,
    },
    root: "serviceCase(caseNo: $id)",
    fields: alike(
      "HHHH FHFHF HH",
      "caseNo",
      "commitment { madeOn }",
      "noticeOn",
      "acceptanceDeadline { dueOn }",
      "deemedAcceptedOn",
      "situationIds",
      "promisedMaterials",
    ),
  },
  {
    name: "what was said in that case",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    id: CASE_OF_CITIZEN_1,
    root: "serviceCase(caseNo: $id)",
    inside: { path: "steps.0", type: "CaseStep" },
    fields: { opinion: "HFHH FHFHF HH", officerName: "HNHH FHFHF HH" },
  },
  {
    name: "a running case of citizen-2 in another county",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    id: CASE_OF_CITIZEN_2,
    root: "serviceCase(caseNo: $id)",
    fields: {
      ...alike("HHFH HHFHH HH", "caseNo", "state", "light", "applicantName", "deadline { dueOn }"),
      ...alike("HHFH HHNHH HH", "applicantIdTail", "contactPhone", "contactAddress", "queryCode"),
    },
    ways: [
      { query: CASES_OF_MINE, seen: ["citizen-2"] },
      {
        query: '{ creditCommitment(id: "CN-B4") { case { caseNo } } }',
        seen: ["citizen-2", "supervisor-1"],
      },
    ],
    elsewhere: [{ subgraph: "credit", selection: "commitments(first: 5) { nodes { id } }" }],
  },
  {
    name: "a late case of the enterprise of agent-1",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    id: CASE_OF_ENTERPRISE,
    root: "serviceCase(caseNo: $id)",
    fields: {
      ...alike("HHHF FHFHF HH", "caseNo", "light", "applicantName", "applicantOrg { id }", "contactName"),
      ...alike("HHHF FHNHF HH", "contactPhone"),
      ...alike("HHHF NHNHN HH", "queryCode"),
    },
    ways: [
      { query: CASES_OF_MINE, seen: ["agent-1"] },
      {
        query:
          '{ organization(uscc: "91990101MA9000011P") { cases(role: APPLICANT, first: 100) { nodes { caseNo } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: '{ intermediaryProcurement(projectNo: "XM-GOLDEN-3") { linkedCase { caseNo } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: `{ monitorAlert(id: "TIME-${CASE_OF_ENTERPRISE}") { case { caseNo } } }`,
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
    elsewhere: [{ subgraph: "intermediary", selection: "intermediaryProcurements(first: 5) { nodes { projectNo } }" }],
  },
  {
    name: "a case by which a project of another county was approved",
    subgraph: "matters",
    type: "ServiceCase",
    key: "caseNo",
    id: "22240320260526000001",
    root: "serviceCase(caseNo: $id)",
    fields: alike("HHHH HHFHH HH", "caseNo", "state"),
    ways: [
      {
        query: '{ fundProject(projectCode: "XM-222403-2026-001") { approvalCases { caseNo } } }',
        seen: ["supervisor-1"],
      },
    ],
  },
];

const ALERTS: readonly VisibleRecord[] = [
  {
    name: "the light of the enterprise's late case",
    subgraph: "matters",
    type: "MonitorAlert",
    key: "id",
    id: `TIME-${CASE_OF_ENTERPRISE}`,
    root: "monitorAlert(id: $id)",
    fields: alike("HHHF FHFHF HH", "id", "light", "level", "anomaly", "kind", "state", "raisedOn", "case { caseNo }"),
    ways: [
      {
        query: "{ me { cases(first: 100) { nodes { alerts(first: 10) { nodes { id } } } } } }",
        seen: ["agent-1"],
      },
      {
        query: '{ division(code: "222401") { alerts(first: 100, light: BLACK) { nodes { id } } } }',
        seen: [],
      },
    ],
  },
  {
    name: "a closed alert of another agency",
    subgraph: "matters",
    type: "MonitorAlert",
    key: "id",
    id: {
      sql: "select id from monitor_alerts where division_code = '222403' and finding is not null and closed_on is not null order by id limit 1",
    },
    root: "monitorAlert(id: $id)",
    fields: alike("HHHH HHFHH HH", "id", "finding", "explanation", "closedOn"),
    ways: [
      {
        query: '{ division(code: "222403") { alerts(first: 100) { nodes { id } } } }',
        seen: ["supervisor-1"],
      },
    ],
  },
  {
    name: "an alert of another agency about which the justice bureau wrote",
    subgraph: "matters",
    type: "MonitorAlert",
    key: "id",
    id: {
      sql: "select id from monitor_alerts where division_code <> '222401' and supervision is not null order by id limit 1",
    },
    root: "monitorAlert(id: $id)",
    fields: alike("HHHH HHFHH HH", "id", "supervision"),
  },
  {
    name: "an alert about the case of citizen-2",
    subgraph: "matters",
    type: "MonitorAlert",
    key: "id",
    id: "JC0000001",
    root: "monitorAlert(id: $id)",
    fields: {
      ...alike("HHFH FHFHF HH", "id", "kind", "state"),
      ...alike("HHNH FHFHF HH", "finding", "version", "allowedActions", "history { event }"),
      ...alike("HHNH 0H0H0 HH", "explanation", "supervision", "closedOn"),
    },
  },
];

/** The public reads what a moderator passed, the agency everything without identity, writer and supervisor what was written. */
const COMMENTS = { F: /张示例|延边白山松/, M: /\*\*\*/, "0": /^null$/ };

const RATINGS: readonly VisibleRecord[] = [
  {
    name: "a bad rating by citizen-1",
    subgraph: "matters",
    type: "ServiceRating",
    key: "id",
    id: "HP00000001",
    root: "serviceRating(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "stars", "stage", "rectification { state }", "matter { id }"),
      comment: "MFMM MMFMM MM",
      moderation: "NFNN FNFNF NN",
      ...alike("NNNN FNFNF NN", "version", "allowedActions", "history { event }"),
      "case { caseNo }": "NFNN NNFNN NN",
    },
    reads: { comment: COMMENTS },
    ways: [
      {
        query: '{ serviceCase(caseNo: "22240120260302000001") { ratings(first: 9) { nodes { id } } } }',
        seen: ["citizen-1", "supervisor-1"],
      },
    ],
  },
  {
    name: "a rating by the enterprise that waits for a moderator",
    subgraph: "matters",
    type: "ServiceRating",
    key: "id",
    id: "HP00000002",
    root: "serviceRating(id: $id)",
    fields: {
      stars: "FFFF FFFFF FF",
      comment: "000F M0F0M 00",
      moderation: "NNNF FNFNF NN",
      "case { caseNo }": "NNNF NNFNN NN",
    },
    reads: { comment: COMMENTS },
    ways: [
      {
        query: '{ serviceCase(caseNo: "22240120260518000001") { ratings(first: 9) { nodes { id } } } }',
        seen: ["agent-1", "supervisor-1"],
      },
    ],
  },
];

const LICENCES: readonly VisibleRecord[] = [
  {
    name: "the electronic licence of citizen-1",
    subgraph: "matters",
    type: "ElectronicLicence",
    key: "certificateNumber",
    id: LICENCE_OF_CITIZEN_1,
    root: "electronicLicence(certificateNumber: $id)",
    fields: {
      ...alike(
        "HFHH FHFHF HH",
        "certificateNumber",
        "name",
        "licenceType",
        "holderName",
        "issuedOn",
        "validTo",
        "state",
        "issuer { id }",
        "matter { id }",
        "case { caseNo }",
      ),
      ...alike("H0HH 0H0H0 HH", "holderOrg { id }", "revokedOn"),
    },
    ways: [
      {
        query: "{ me { electronicLicences(first: 100) { nodes { certificateNumber } } } }",
        seen: ["citizen-1"],
      },
      {
        query: `{ serviceCase(caseNo: "${CASE_OF_CITIZEN_1}") { electronicLicence { certificateNumber } } }`,
        seen: ["citizen-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "the electronic licence of the enterprise of agent-1",
    subgraph: "matters",
    type: "ElectronicLicence",
    key: "certificateNumber",
    id: {
      sql: "select certificate_number as id from electronic_licences where subject = '91990101MA9000011P' and dept_uscc = '11990101MB9000015E' and revoked_on is null order by 1 limit 1",
    },
    root: "electronicLicence(certificateNumber: $id)",
    fields: alike("HHHF FHFHF HH", "certificateNumber", "holderName", "holderOrg { id }"),
    ways: [
      {
        query: "{ me { electronicLicences(first: 100) { nodes { certificateNumber } } } }",
        seen: ["agent-1"],
      },
    ],
  },
  {
    name: "an electronic licence that officer-1's agency revoked",
    subgraph: "matters",
    type: "ElectronicLicence",
    key: "certificateNumber",
    id: {
      sql: "select certificate_number as id from electronic_licences where revoked_on is not null and dept_uscc = '11990101MB9000015E' order by 1 limit 1",
    },
    root: "electronicLicence(certificateNumber: $id)",
    fields: alike("HHHH FHFHF HH", "certificateNumber", "revokedOn"),
  },
];

const CONSULTATIONS: readonly VisibleRecord[] = [
  {
    name: "a consultation of citizen-1 that is published",
    subgraph: "matters",
    type: "Consultation",
    key: "id",
    id: "ZX0000001",
    root: "consultation(id: $id)",
    fields: {
      ...alike(
        "FFFF FFFFF FF",
        "id",
        "state",
        "publicQuestion",
        "publicAnswer",
        "publishedOn",
        "dept { id }",
        "matter { id }",
      ),
      ...alike("NFNN FNFNF NN", "mayPublish", "askedOn", "answeredOn", "deadline { dueOn }", "turns { question }"),
      ...alike("NFNN FNFNF NN", "version", "allowedActions", "history { event }"),
    },
  },
  {
    name: "a question of citizen-2",
    subgraph: "matters",
    type: "Consultation",
    key: "id",
    id: "ZX0000002",
    root: "consultation(id: $id)",
    fields: {
      ...alike("HHFH FHFHF HH", "id", "state", "mayPublish", "askedOn", "deadline { dueOn }", "turns { question }"),
      ...alike("HH0H 0H0H0 HH", "publicQuestion", "publicAnswer", "publishedOn"),
    },
    ways: [
      {
        query: "{ consultations(first: 100) { nodes { id } } }",
        seen: ["citizen-2", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];

const DRAFTS: readonly VisibleRecord[] = [
  {
    name: "a draft in review of a matter of officer-1's agency",
    subgraph: "matters",
    type: "MatterDraft",
    key: "id",
    id: "SG0000001",
    root: "matterDraft(id: $id)",
    fields: {
      ...alike(
        "HHHH FHFHF HH",
        "id",
        "state",
        "baseVersion",
        "draftedOn",
        "version",
        "allowedActions",
        "history { event }",
        "matter { id }",
        "content { taskName visits }",
        "changes { field }",
        "qualityIssues { rule }",
      ),
      ...alike("HHHH 0H0H0 HH", "publishedOn", "publishedVersion"),
    },
    ways: [
      { query: "{ matterDrafts(first: 20) { nodes { id } } }", seen: ["officer-1", "supervisor-1", "publisher-1"] },
    ],
  },
];

/** Records of the matters service. */
export const MATTERS: readonly VisibleRecord[] = [
  ...SERVICE_MATTERS,
  ...DRAFTS,
  ...SERVICE_CASES,
  ...ALERTS,
  ...RATINGS,
  ...LICENCES,
  ...CONSULTATIONS,
];
