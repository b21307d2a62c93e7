/** The clauses of the Opinions of 2016, and what of the graph serves each. */

/** What is done of a clause: `part` where something of it is missing. */
export type Served = "yes" | "part" | "no";

/** A clause, or a part of one, of 《关于全面推进政务公开工作的意见》 (中办发〔2016〕8号). */
export interface Clause {
  readonly no: string;
  readonly zh: string;
  readonly en: string;
  readonly served: Served;
  /** Root fields of the public schema, or `Type.field`. */
  readonly queries: readonly string[];
  /** What is not there; absent where the clause is served. */
  readonly missing?: string;
  /** The operation of schema/operations/clauses that asks for it; absent where nothing serves the clause. */
  readonly asks?: string;
}

/** The clauses in their order. */
export const CLAUSES: readonly Clause[] = [
  {
    ...{ no: "1–3", zh: "总体要求、基本原则、工作目标", en: "Requirements, principles, aims", served: "yes" },
    asks: "aims",
    queries: ["opennessDashboard", "negativeList", "changes", "legalTimeLimits"],
  },
  {
    ...{ no: "4", zh: "推进决策公开", en: "Decisions: drafts, comments, what was adopted", served: "part" },
    asks: "decisions",
    queries: [
      ...["decisions", "Decision.steps", "Decision.consultation", "OpinionAdoption.adopted"],
      ...["Division.consultationsOpen", "Organization.decisions", "opinion"],
    ],
    missing: "Hearings and seats at meetings.",
  },
  {
    ...{ no: "5", zh: "推进执行公开", en: "Implementation: tasks, inspections, audits", served: "yes" },
    asks: "implementation",
    queries: [
      ...["implementationTasks", "PublicDocument.implementationTasks", "ImplementationTask.findings"],
      ...["inspectionFindings", "accountabilityDecisions"],
    ],
  },
  {
    ...{
      ...{ no: "6", zh: "推进管理公开：权力清单、责任清单、负面清单", served: "part" },
      en: "Lists of powers, duties and what is barred",
    },
    asks: "powers",
    queries: [
      ...["agencyLists", "AgencyList.difference", "Organization.powerListFindings", "ServiceMatter.powerListItem"],
      ...["catalogueItems", "legalBases"],
    ],
    missing: "Flow charts of powers.",
  },
  {
    ...{
      ...{ no: "6", zh: "推进管理公开：执法公示", served: "yes" },
      en: "Enforcement: bodies, staff, benchmarks, inspections, licences and penalties",
    },
    asks: "enforcement",
    queries: [
      ...["licences", "penalties", "Division.penaltyStats", "PenaltyStats.late", "objections"],
      ...["Organization.enforcementBody", "staffCertificate", "discretionBenchmarks"],
      ...["Organization.benchmarkFindings", "enforcementRecords"],
    ],
  },
  {
    ...{
      ...{ no: "6", zh: "推进管理公开：监管信息", served: "yes" },
      en: "Regulation: notices by area and company, random inspections, credit, lists, repair",
    },
    asks: "regulation",
    queries: [
      ...["regulatoryNotices", "Organization.regulatoryNotices", "randomInspections", "RandomInspection.draw"],
      ...["listEntries", "creditMeasures", "repairCases", "Organization.creditOverview"],
    ],
  },
  {
    ...{ no: "6", zh: "推进管理公开：民生、扶贫资金", en: "Livelihood and assistance funds", served: "yes" },
    asks: "assistance-funds",
    queries: ["fundPolicies", "fundProjects", "villageRoster", "assistanceStandards", "Division.fundFlows"],
  },
  {
    ...{ no: "7", zh: "推进服务公开：办事指南、清单", en: "Services: guides, limits, fees, materials", served: "yes" },
    asks: "service-guides",
    queries: ["serviceMatters", "serviceBundles", "Division.matterComparison", "caseProgress", "electronicLicence"],
  },
  {
    ...{ no: "7", zh: "推进服务公开：中介服务", en: "Intermediary services", served: "yes" },
    asks: "intermediary-services",
    queries: ["intermediaryServices", "intermediaryFindings", "intermediaryProcurements", "marketStatistics"],
  },
  {
    ...{ no: "7", zh: "推进服务公开：公共企事业单位", en: "Public enterprises and institutions", served: "yes" },
    asks: "public-institutions",
    queries: ["publicInstitutionServices", "Organization.publicServices"],
  },
  {
    ...{
      no: "7",
      zh: "推进服务公开：政府购买服务、PPP",
      en: "Purchase of services, partnership projects",
      served: "yes",
    },
    asks: "purchases",
    queries: ["contractingProcesses"],
  },
  {
    ...{ no: "8", zh: "推进结果公开", en: "Results: targets reached, evaluation", served: "yes" },
    asks: "results",
    queries: [
      ...["planTargets", "policyEvaluations", "PublicDocument.evaluations"],
      ...["performanceEvaluations", "Organization.caseStats", "serviceRating"],
    ],
  },
  {
    ...{ no: "9", zh: "重点领域：财政预决算", en: "Budgets and final accounts", served: "yes" },
    asks: "budgets",
    queries: ["budgetDisclosures", "budgetAllotments", "spendingByCategory", "classifications", "payment"],
  },
  {
    ...{
      no: "9",
      zh: "重点领域：公共资源配置、重大建设项目",
      en: "Public resources, major construction projects",
      served: "part",
    },
    asks: "public-resources",
    queries: ["contractingProcess", "contractingProcesses"],
    missing: "Major projects.",
  },
  {
    ...{ no: "9", zh: "重点领域：社会公益事业", en: "Social welfare", served: "part" },
    asks: "welfare",
    queries: ["assistanceStandards", "Division.assistanceFigures", "villageRoster"],
    missing: "Medical care, education, environment, disaster relief.",
  },
  {
    ...{ no: "9", zh: "重点领域：突发事件", en: "Emergencies", served: "yes" },
    asks: "emergencies",
    queries: ["emergencyEvents", "EmergencyEvent.notices", "EmergencyEvent.clocks"],
  },
  {
    ...{ no: "9", zh: "重点领域：规范性文件", en: "Normative documents", served: "yes" },
    asks: "normative-documents",
    queries: [
      ...["publicDocuments", "PublicDocument.validity", "PublicDocument.relatedBy"],
      ...["PublicDocument.registration", "PublicDocument.registrationFindings"],
      ...["cleanupRounds", "PublicDocument.cleanupOutcomes"],
    ],
  },
  {
    ...{ no: "10", zh: "推进政府数据开放", en: "Open data", served: "part" },
    asks: "open-data",
    queries: ["changes", "divisions", "organizations"],
    missing: "A catalogue of data sets, and requests for data.",
  },
  {
    ...{ no: "11", zh: "加强政策解读", en: "Interpretation of policies", served: "part" },
    asks: "interpretations",
    queries: [
      ...["policyInterpretations", "PublicDocument.interpretations", "PolicyInterpretation.questions"],
      ...["documentsMissingInterpretation", "legalTimeLimits"],
    ],
    missing: "Plans of interpretation that are handed in with a draft; publishing interpretations here.",
  },
  {
    ...{ no: "12", zh: "扩大公众参与", en: "Participation", served: "yes" },
    asks: "participation",
    queries: [
      ...["inquiries", "Division.inquiryStatistics", "participationChannels"],
      ...["serviceRating", "Division.consultationsOpen", "OpinionAdoption.adopted"],
    ],
  },
  {
    ...{ no: "13", zh: "回应社会关切", en: "Response to concerns", served: "part" },
    asks: "concerns",
    queries: ["opinionEvents", "OpinionEvent.responses", "OpinionEvent.deadline"],
    missing: "Recording events and responses here: they are loaded with the data.",
  },
  {
    ...{ no: "14", zh: "发挥媒体作用", en: "Media", served: "part" },
    asks: "media",
    queries: ["pressEvents", "PressEvent.transcript", "PressEvent.documents"],
    missing: "Accreditation of journalists; announcing events here.",
  },
  {
    ...{ no: "15", zh: "完善制度规范", en: "Rules and standards", served: "part" },
    asks: "standards",
    queries: ["opennessStandards", "Organization.opennessGaps"],
    missing: "Gaps of records other than documents, halls.",
  },
  {
    ...{ no: "15", zh: "依申请公开", en: "Disclosure on request", served: "part" },
    asks: "disclosure-on-request",
    queries: [
      ...["disclosureRequests", "Organization.disclosureReport"],
      ...["Organization.opennessOffice", "DisclosureReport.timeliness"],
    ],
    missing: "Fees; review and lawsuit after an answer; the limits are told (`legalTimeLimits`, L09–L11).",
  },
  {
    ...{ no: "16", zh: "建立政务公开负面清单", en: "Negative list", served: "yes" },
    asks: "negative-list",
    queries: ["negativeList"],
  },
  {
    ...{
      no: "17",
      zh: "提高信息化水平：互联网+政务服务",
      en: "Integrated services, e-monitoring, credit sharing",
      served: "part",
    },
    asks: "e-services",
    queries: [
      ...["Division.alertCounts", "me", "Organization.creditGate", "monitorAlert"],
      ...["consultations", "ServiceCase.electronicLicence"],
    ],
    missing: "Seals and signatures of electronic licences (电子印章).",
  },
  {
    ...{ no: "18", zh: "政府门户网站", en: "Portals", served: "part" },
    asks: "portals",
    queries: ["changes"],
    missing: "Columns of websites, and whether they are kept up.",
  },
  {
    ...{ no: "19", zh: "抓好教育培训", en: "Training", served: "yes" },
    asks: "training",
    queries: ["trainingPlans", "TrainingPlan.sessions", "TrainingPlan.coverage"],
  },
  {
    ...{ no: "20", zh: "强化组织领导", en: "Organisation", served: "yes" },
    asks: "offices",
    queries: ["opennessOffices", "OpennessOffice.agency"],
  },
  {
    ...{ no: "21", zh: "强化考核监督", en: "Assessment and oversight", served: "no" },
    queries: [],
    missing:
      "Rounds of assessment; figures that one could be made of are there (`Organization.caseStats`, `PenaltyStats.late`).",
  },
];
