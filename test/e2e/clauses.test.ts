/** What docs/clauses.md names as served is served: each query answers on the demonstration, by way of the gateway. */
import { readFileSync, writeFileSync } from "node:fs";
import { CLAUSES } from "../../docs/clause-table.js";
import { clausePath, compactJson } from "../../docs/clauses.js";
import { startStack, type TestStack } from "../support/stack.js";
import type { VIEWERS } from "../support/viewers.js";

type ViewerName = keyof typeof VIEWERS;

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const FIRM = "91990101MA9000011P";
const YANJI = `division(code: "222401")`;

/** How each is asked, and where in the answer a value stands that is there only where it has something to say. */
const ASKED: Readonly<Record<string, readonly [query: string, path: string, viewer?: ViewerName]>> = {
  negativeList: ["negativeList { totalCount }", "negativeList.totalCount"],
  changes: ["changes(first: 1) { items { key } }", "changes.items.0.key"],
  legalTimeLimits: ["legalTimeLimits { totalCount }", "legalTimeLimits.totalCount"],
  catalogueItems: ["catalogueItems(first: 1) { nodes { catalogCode } }", "catalogueItems.nodes.0.catalogCode"],
  serviceMatters: ["serviceMatters(first: 1) { nodes { id } }", "serviceMatters.nodes.0.id"],
  legalBases: ["legalBases(first: 1) { nodes { id } }", "legalBases.nodes.0.id"],
  consultations: ["consultations(first: 1) { nodes { id } }", "consultations.nodes.0.id"],
  licences: ["licences(first: 1) { nodes { id } }", "licences.nodes.0.id"],
  penalties: ["penalties(first: 1) { nodes { id } }", "penalties.nodes.0.id"],
  "Division.penaltyStats": [`${YANJI} { penaltyStats(year: 2026) { total } }`, "division.penaltyStats.total"],
  "PenaltyStats.late": [
    `division(code: "222400") { penaltyStats(year: 2026) { late { count } } }`,
    "division.penaltyStats.late.count",
  ],
  objections: ["objections(first: 1) { nodes { no } }", "objections.nodes.0.no", "supervisor-1"],
  listEntries: ["listEntries(first: 1) { nodes { id } }", "listEntries.nodes.0.id"],
  creditMeasures: ["creditMeasures(first: 1) { nodes { code } }", "creditMeasures.nodes.0.code"],
  repairCases: ["repairCases(first: 1) { nodes { no } }", "repairCases.nodes.0.no", "supervisor-1"],
  "Organization.creditOverview": [
    `organization(uscc: "${FIRM}") { creditOverview { penalties } }`,
    "organization.creditOverview.penalties",
  ],
  decisions: ["decisions(first: 1) { nodes { id } }", "decisions.nodes.0.id"],
  "Decision.steps": ['decision(id: "JC222401-2025-001") { steps { takenOn } }', "decision.steps.0.takenOn"],
  "Decision.consultation": [
    'decision(id: "JC222401-2025-001") { consultation { closesOn } }',
    "decision.consultation.closesOn",
  ],
  "OpinionAdoption.adopted": [
    'decision(id: "JC222401-2025-001") { consultation { adoption { adopted } } }',
    "decision.consultation.adoption.adopted",
  ],
  "Division.consultationsOpen": [
    `${YANJI} { consultationsOpen(first: 1) { nodes { closesOn } } }`,
    "division.consultationsOpen.nodes.0.closesOn",
  ],
  "Organization.decisions": [
    'organization(uscc: "11990101MB9000015E") { decisions(first: 1) { nodes { id } } }',
    "organization.decisions.nodes.0.id",
  ],
  implementationTasks: ["implementationTasks(first: 1) { nodes { measure } }", "implementationTasks.nodes.0.measure"],
  "PublicDocument.implementationTasks": [
    'publicDocument(indexNo: "11990101MB9000015E/2025-00002") { implementationTasks { progress } }',
    "publicDocument.implementationTasks.0.progress",
  ],
  "ImplementationTask.findings": [
    'implementationTask(id: "RW222401-2025-002") { findings { problem } }',
    "implementationTask.findings.0.problem",
  ],
  inspectionFindings: ["inspectionFindings(first: 1) { nodes { problem } }", "inspectionFindings.nodes.0.problem"],
  accountabilityDecisions: [
    "accountabilityDecisions(first: 1) { nodes { fact } }",
    "accountabilityDecisions.nodes.0.fact",
  ],
  planTargets: ["planTargets(first: 1) { nodes { achievement } }", "planTargets.nodes.0.achievement"],
  policyEvaluations: ["policyEvaluations(first: 1) { nodes { conclusions } }", "policyEvaluations.nodes.0.conclusions"],
  "PublicDocument.evaluations": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { evaluations { response } }',
    "publicDocument.evaluations.0.response",
  ],
  emergencyEvents: ["emergencyEvents(first: 1) { nodes { title } }", "emergencyEvents.nodes.0.title"],
  "EmergencyEvent.notices": [
    'emergencyEvent(id: "TF222401-2026-001") { notices { content } }',
    "emergencyEvent.notices.0.content",
  ],
  "EmergencyEvent.clocks": [
    'emergencyEvent(id: "TF222401-2026-001") { clocks { state } }',
    "emergencyEvent.clocks.0.state",
  ],
  opennessDashboard: [
    'opennessDashboard(division: "222400", year: 2026) { figures { total } }',
    "opennessDashboard.figures.7.total",
  ],
  trainingPlans: ["trainingPlans(first: 1) { nodes { title } }", "trainingPlans.nodes.0.title"],
  "TrainingPlan.sessions": [
    'trainingPlan(id: "PX222401-2026") { sessions { attended } }',
    "trainingPlan.sessions.0.attended",
  ],
  "TrainingPlan.coverage": ['trainingPlan(id: "PX222401-2026") { coverage { share } }', "trainingPlan.coverage.share"],
  opennessOffices: ["opennessOffices(first: 1) { nodes { staffCount } }", "opennessOffices.nodes.0.staffCount"],
  "OpennessOffice.agency": [
    "opennessOffices(first: 1) { nodes { agency { name } } }",
    "opennessOffices.nodes.0.agency.name",
  ],
  agencyLists: ["agencyLists(first: 1) { nodes { name } }", "agencyLists.nodes.0.name"],
  "AgencyList.difference": [
    'agencyList(id: "QD-11990101MB9000015E-POWER") { difference(from: 2, to: 3) { removed { name } } }',
    "agencyList.difference.removed.0.name",
  ],
  "Organization.powerListFindings": [
    'organization(uscc: "11990101MB9000015E") { powerListFindings { kind } }',
    "organization.powerListFindings.0.kind",
  ],
  "ServiceMatter.powerListItem": [
    'serviceMatter(id: "CN-TASK-11990101MB9000015E4220131001000") { powerListItem { name } }',
    "serviceMatter.powerListItem.name",
  ],
  contractingProcess: ['contractingProcess(id: "ZY222401-2025-001") { stage }', "contractingProcess.stage"],
  contractingProcesses: [
    "contractingProcesses(first: 1, filter: { kind: PARTNERSHIP }) { nodes { partnershipStage } }",
    "contractingProcesses.nodes.0.partnershipStage",
  ],
  "Organization.enforcementBody": [
    'organization(uscc: "11990101MB9000015E") { enforcementBody { hotline } }',
    "organization.enforcementBody.hotline",
  ],
  discretionBenchmarks: [
    "discretionBenchmarks(first: 1) { nodes { circumstance } }",
    "discretionBenchmarks.nodes.0.circumstance",
  ],
  "Organization.benchmarkFindings": [
    'organization(uscc: "11990101MB9000015E") { benchmarkFindings { kind } }',
    "organization.benchmarkFindings.0.kind",
  ],
  enforcementRecords: ["enforcementRecords(first: 1) { nodes { docNo } }", "enforcementRecords.nodes.0.docNo"],
  regulatoryNotices: ["regulatoryNotices(first: 1) { nodes { title } }", "regulatoryNotices.nodes.0.title"],
  "Organization.regulatoryNotices": [
    `organization(uscc: "${FIRM}") { regulatoryNotices(first: 1) { nodes { title } } }`,
    "organization.regulatoryNotices.nodes.0.title",
  ],
  randomInspections: ["randomInspections(first: 1) { nodes { no } }", "randomInspections.nodes.0.no"],
  "RandomInspection.draw": [
    'randomInspection(no: "SSJ222401-2026-01") { draw { verified } }',
    "randomInspection.draw.verified",
  ],
  "PublicDocument.registration": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { registration { registrationNo } }',
    "publicDocument.registration.registrationNo",
  ],
  "PublicDocument.registrationFindings": [
    'publicDocument(indexNo: "11990101MB9000015E/2025-00002") { registrationFindings }',
    "publicDocument.registrationFindings.0",
  ],
  cleanupRounds: ["cleanupRounds(first: 1) { nodes { title } }", "cleanupRounds.nodes.0.title"],
  "PublicDocument.cleanupOutcomes": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { cleanupOutcomes { kind } }',
    "publicDocument.cleanupOutcomes.0.kind",
  ],
  opennessStandards: ["opennessStandards(first: 1) { nodes { code } }", "opennessStandards.nodes.0.code"],
  disclosureRequests: [
    "disclosureRequests(first: 1) { nodes { requestNo } }",
    "disclosureRequests.nodes.0.requestNo",
    "supervisor-1",
  ],
  "Organization.opennessOffice": [
    'organization(uscc: "11990101MB9000015E") { opennessOffice { name } }',
    "organization.opennessOffice.name",
  ],
  "Organization.disclosureReport": [
    'organization(uscc: "11990101MB9000015E") { disclosureReport(year: 2026) { until } }',
    "organization.disclosureReport.until",
  ],
  "DisclosureReport.timeliness": [
    'organization(uscc: "11990101MB9000015E") { disclosureReport(year: 2026) { timeliness { overdue } } }',
    "organization.disclosureReport.timeliness.overdue",
  ],
  opinionEvents: ["opinionEvents(first: 1) { nodes { topic } }", "opinionEvents.nodes.0.topic"],
  "OpinionEvent.responses": [
    'opinionEvent(id: "YQ222401-2026-001") { responses { text } }',
    "opinionEvent.responses.0.text",
  ],
  "OpinionEvent.deadline": [
    'opinionEvent(id: "YQ222401-2026-001") { deadline { state } }',
    "opinionEvent.deadline.state",
  ],
  pressEvents: ["pressEvents(first: 1) { nodes { topic } }", "pressEvents.nodes.0.topic"],
  "PressEvent.transcript": [
    'pressEvent(id: "XW222401-2025-001") { transcript { words } }',
    "pressEvent.transcript.0.words",
  ],
  "PressEvent.documents": [
    'pressEvent(id: "XW222401-2025-001") { documents { title } }',
    "pressEvent.documents.0.title",
  ],
  inquiries: ["inquiries(first: 1) { nodes { publicReply } }", "inquiries.nodes.0.publicReply"],
  participationChannels: ["participationChannels(first: 1) { nodes { name } }", "participationChannels.nodes.0.name"],
  "Division.inquiryStatistics": [
    `${YANJI} { inquiryStatistics(year: 2026) { received } }`,
    "division.inquiryStatistics.received",
  ],
  "Organization.opennessGaps": [
    'organization(uscc: "11990101MB9000015E") { opennessGaps(quarter: "2026Q3") { standard { item } } }',
    "organization.opennessGaps.0.standard.item",
  ],
  publicDocuments: ["publicDocuments(first: 1) { nodes { indexNo } }", "publicDocuments.nodes.0.indexNo"],
  "PublicDocument.validity": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { validity }',
    "publicDocument.validity",
  ],
  "PublicDocument.relatedBy": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { relatedBy { kind } }',
    "publicDocument.relatedBy.0.kind",
  ],
  policyInterpretations: ["policyInterpretations(first: 1) { nodes { title } }", "policyInterpretations.nodes.0.title"],
  "PublicDocument.interpretations": [
    'publicDocument(indexNo: "11990101MB9000015E/2021-00001") { interpretations { title } }',
    "publicDocument.interpretations.0.title",
  ],
  "PolicyInterpretation.questions": [
    'policyInterpretation(id: "JD-11990101MB9000015E/2021-00001-1") { questions { answer } }',
    "policyInterpretation.questions.0.answer",
  ],
  documentsMissingInterpretation: [
    "documentsMissingInterpretation(first: 1) { nodes { indexNo } }",
    "documentsMissingInterpretation.nodes.0.indexNo",
  ],
  opinion: ['opinion(id: "YJ222401-2025-001-1-1") { reason }', "opinion.reason"],
  fundPolicies: ["fundPolicies(first: 1) { nodes { policyCode } }", "fundPolicies.nodes.0.policyCode"],
  fundProjects: ["fundProjects(first: 1) { nodes { projectCode } }", "fundProjects.nodes.0.projectCode"],
  villageRoster: [
    `villageRoster(batchNo: "GD-2026-222401101201", villageCode: "222401101201", policyCode: "FP-GD") { batchNo }`,
    "villageRoster.batchNo",
  ],
  assistanceStandards: ["assistanceStandards { category }", "assistanceStandards.0.category"],
  "Division.fundFlows": [
    `${YANJI} { fundFlows(year: 2026, first: 1) { nodes { amount } } }`,
    "division.fundFlows.nodes.0.amount",
  ],
  serviceBundles: ["serviceBundles(first: 1) { nodes { code } }", "serviceBundles.nodes.0.code"],
  "Division.matterComparison": [
    `division(code: "220000") { matterComparison(catalogCode: "220131002000", first: 1) { nodes { matter { taskName } } } }`,
    "division.matterComparison.nodes.0.matter.taskName",
  ],
  intermediaryServices: ["intermediaryServices(first: 1) { nodes { code } }", "intermediaryServices.nodes.0.code"],
  intermediaryFindings: ["intermediaryFindings { totalCount }", "intermediaryFindings.totalCount"],
  intermediaryProcurements: [
    "intermediaryProcurements(first: 1) { nodes { projectNo } }",
    "intermediaryProcurements.nodes.0.projectNo",
  ],
  marketStatistics: [`marketStatistics(division: "222400", year: 2026) { total }`, "marketStatistics.total"],
  publicInstitutionServices: [
    "publicInstitutionServices(first: 1) { nodes { id } }",
    "publicInstitutionServices.nodes.0.id",
  ],
  performanceEvaluations: ["performanceEvaluations(first: 1) { nodes { id } }", "performanceEvaluations.nodes.0.id"],
  budgetDisclosures: ["budgetDisclosures(first: 1) { nodes { id } }", "budgetDisclosures.nodes.0.id"],
  budgetAllotments: ["budgetAllotments(first: 1) { nodes { allotmentNo } }", "budgetAllotments.nodes.0.allotmentNo"],
  spendingByCategory: [
    "spendingByCategory(year: 2026, dimension: FUNCTION) { categorised }",
    "spendingByCategory.categorised",
  ],
  classifications: [
    "classifications(year: 2026, kind: FUNCTION, first: 1) { nodes { code } }",
    "classifications.nodes.0.code",
  ],
  "Division.assistanceFigures": [
    `${YANJI} { assistanceFigures { category } }`,
    "division.assistanceFigures.0.category",
  ],
  divisions: [`divisions(search: "延吉") { code }`, "divisions.0.code"],
  organizations: ["organizations(first: 1) { nodes { id } }", "organizations.nodes.0.id"],
  "Division.alertCounts": [`division(code: "222400") { alertCounts { red } }`, "division.alertCounts.red"],
  me: ["me { username }", "me.username", "citizen-1"],
  "Organization.creditGate": [
    `organization(uscc: "${FIRM}") { creditGate { mayBid } }`,
    "organization.creditGate.mayBid",
  ],
};

/** Those that a key leads to, which another answer or a row gives. */
const KEYED: Readonly<Record<string, (key: string) => readonly [query: string, path: string, viewer?: ViewerName]>> = {
  staffCertificate: (key) => [`staffCertificate(number: "${key}") { organName }`, "staffCertificate.organName"],
  payment: (key) => [`payment(paymentNo: "${key}") { paymentNo }`, "payment.paymentNo"],
  electronicLicence: (key) => [
    `electronicLicence(certificateNumber: "${key}") { name }`,
    "electronicLicence.name",
    "supervisor-1",
  ],
  serviceRating: (key) => [`serviceRating(id: "${key}") { stars }`, "serviceRating.stars"],
  monitorAlert: (key) => [`monitorAlert(id: "${key}") { light }`, "monitorAlert.light", "supervisor-1"],
  "Organization.caseStats": (key) => [
    `organization(id: "${key}") { caseStats(year: 2026) { completed } }`,
    "organization.caseStats.completed",
  ],
  "ServiceCase.electronicLicence": (key) => [
    `serviceCase(caseNo: "${key}") { electronicLicence { name } }`,
    "serviceCase.electronicLicence.name",
    "supervisor-1",
  ],
  "Organization.publicServices": (key) => [
    `organization(id: "${key}") { publicServices(first: 1) { nodes { serviceName } } }`,
    "organization.publicServices.nodes.0.serviceName",
  ],
};

/** SQL of the key, in the database of a service. */
const KEYS: Readonly<Record<string, readonly [service: string, sql: string]>> = {
  staffCertificate: ["openness", "select number as key from staff_certificates order by 1 limit 1"],
  payment: ["funds", "select payment_no as key from payments where payee_kind = 'ORGANIZATION' order by 1 limit 1"],
  electronicLicence: ["matters", "select certificate_number as key from electronic_licences order by 1 limit 1"],
  serviceRating: ["matters", "select id as key from service_ratings order by 1 limit 1"],
  monitorAlert: ["matters", "select id as key from monitor_alerts where division_code like '2224%' order by 1 limit 1"],
  "Organization.caseStats": [
    "matters",
    "select dept_id as key from service_cases where completed_on >= '2026-01-01' group by 1 order by count(*) desc limit 1",
  ],
  "ServiceCase.electronicLicence": ["matters", "select case_no as key from electronic_licences order by 1 limit 1"],
  "Organization.publicServices": [
    "matters",
    "select institution_id as key from public_institution_services order by 1 limit 1",
  ],
};

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);

const answers = async ([query, path, viewer]: readonly [string, string, ViewerName?]): Promise<unknown> => {
  const { body } = await stack.ask(`{ ${query} }`, viewer === undefined ? {} : { viewer });
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return at(body.data, path);
};

const served = [...new Set(CLAUSES.flatMap(({ queries }) => queries))];

it("every query of the clauses is asked here, and no other", () => {
  expect([...Object.keys(ASKED), ...Object.keys(KEYED), "caseProgress"].sort()).toEqual([...served].sort());
});

it.each(Object.entries(ASKED))("%s answers", async (_name, asked) => {
  const found = await answers(asked);
  expect(["string", "number", "boolean"]).toContain(typeof found);
  expect(found).not.toBe(0);
  expect(found).not.toBe("0.00");
});

it.each(Object.entries(KEYED))("%s answers by its key", async (name, asked) => {
  const [service, sql] = KEYS[name]!;
  const { rows } = (await stack.databases[service]!.raw(sql)) as { rows: { key: string }[] };
  const found = await answers(asked(rows[0]!.key));
  expect(["string", "number"]).toContain(typeof found);
  expect(found).not.toBe(0);
});

it("caseProgress answers whoever has number and code of the receipt", async () => {
  const caseNo = "22240120260302000001";
  const { body } = await stack.ask(`{ serviceCase(caseNo: "${caseNo}") { queryCode } }`, { viewer: "citizen-1" });
  const asked = `caseProgress(caseNo: "${caseNo}", queryCode: "${body.data.serviceCase.queryCode}") { caseNo }`;
  expect(await answers([asked, "caseProgress.caseNo"])).toBe(caseNo);
});

const asks = CLAUSES.flatMap((clause) => clause.asks ?? []);

it.each(asks)("%s is answered as the page says", async (name) => {
  const { body } = await stack.ask(readFileSync(clausePath(name, "graphql"), "utf8"));
  expect(body.errors).toBeUndefined();
  const path = clausePath(name, "answer.json");
  // ANSWERS=write: what is answered now becomes what the page says, to be read before it is committed.
  if (process.env["ANSWERS"] === "write") writeFileSync(path, `${compactJson(body.data)}\n`);
  expect(body.data).toEqual(JSON.parse(readFileSync(path, "utf8")));
});
