/** Verbs of projects: carried out by officer-1's agency in a county for whose money officer-2's answers. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

const OWNER = "11990101MB9000015E";
const AUTHORITY = "12990101MB90000236";

/** A project that is entered in 222401. */
export const PROJECT = {
  ...{ name: "试验项目", category: "INDUSTRY", policyCode: "FP-XC", site: "222401", content: "建设大棚十座" },
  ...{ periodFrom: "2026-10-10", periodTo: "2027-06-30", responsiblePerson: "负责人（演示）" },
  beneficiaries: { households: 20, persons: 60, poorHouseholds: 8 },
  ...{ benefitMechanism: "收益分红", targets: "带动农户增收" },
  performance: [
    { dimension: "OUTPUT_QUANTITY", name: "大棚数量", targetValue: "10座", weight: 60 },
    { dimension: "SATISFACTION", name: "群众满意度", targetValue: "≥95%", weight: 40 },
  ],
} as const;

const CONTRACT = {
  ...{ contractNo: "HT-1", contractAmount: "50.00", contractedOn: "2026-09-28" },
  ...{ contractor: "91990101MA9000011P", procurementMethod: "竞争性磋商" },
} as const;

const STEPS = {
  approveFundProject: ["StatedProjectInput", "IN_LIBRARY", { statement: "可行，联农带农机制明确" }],
  publiciseFundProject: ["PubliciseProjectInput", "APPROVED", { endsOn: "2026-10-20" }],
  startFundProject: ["StartProjectInput", "IN_PUBLICITY", CONTRACT],
  acceptFundProject: ["StatedProjectInput", "STARTED", { statement: "验收合格" }],
  giveFundProjectNotice: ["StatedProjectInput", "ACCEPTED", { statement: "建成大棚十座" }],
  selfEvaluateFundProject: ["SelfEvaluateProjectInput", "PUBLIC_NOTICE_GIVEN", {}],
  publishFundEvaluation: ["FundProjectStepInput", "EVALUATED", {}],
  evaluateFundProject: ["EvaluateProjectInput", "PUBLIC_NOTICE_GIVEN", { evaluator: "DEPARTMENT" }],
  archiveFundProject: ["FundProjectStepInput", "EVALUATED", {}],
} as const;

let projects = 0;

/** A project in the state, with 100 yuan, publicity that ended, and all that its file needs. */
export const projectIn = async (stack: TestStack, state: string, county = "222498"): Promise<string> => {
  const db = stack.databases["funds"]!;
  const code = `XM-T-${++projects}`;
  await db("finance_departments")
    .insert([
      { division_code: "222498", agency_uscc: AUTHORITY },
      { division_code: "229999", agency_uscc: OWNER },
    ])
    .onConflict()
    .ignore();
  await db("fund_projects").insert({
    ...{ project_code: code, name: "试验项目", category: "INDUSTRY", policy_code: "FP-XC", division_code: county },
    ...{ period_from: "2026-10-10", owner_id: `CN-USCC-${OWNER}`, progress: 0, state, search: db.raw("''::tsvector") },
    ...{ contract_no: "HT-1", acceptance: "合格", results: "完成", accepted_on: "2026-09-20" },
  });
  const [parent] = (await db("allocations").where({ is_head: true }).limit(1)) as {
    allotment_no: string;
    lineage: string;
  }[];
  await db("allocations").insert({
    ...{ id: `FA-${code}`, allotment_no: parent!.allotment_no, lineage: `L-${code}`, is_head: false },
    ...{ to_project_code: code, recipient_division: county, amount_fen: 10_000, method: "PROJECTS" },
    ...{ decided_on: "2026-09-01", document_no: parent!.allotment_no },
  });
  const { rows } = (await db.raw("select nextval('movement_numbers') as id")) as { rows: { id: bigint }[] };
  const leg = { movement_id: rows[0]!.id, lineage: `L-${code}`, allocation_id: `FA-${code}`, amount_fen: 10_000 };
  await db("postings").insert([
    { ...leg, direction: "CREDIT", account: `REVENUE:${county}`, kind: "ASSIGN_PROJECT", occurred_on: "2026-09-01" },
    { ...leg, direction: "DEBIT", account: `PROJECT:${code}`, kind: "ASSIGN_PROJECT", occurred_on: "2026-09-01" },
  ]);
  await db("fund_publications").insert({
    ...{
      id: `GS-${code}-0`,
      kind: "PUBLICITY",
      level: "COUNTY",
      title: "公示",
      policy_code: "FP-XC",
      project_code: code,
    },
    ...{ division_code: county, published_on: "2026-09-01", ends_on: "2026-09-20", channel: "网站", objections: 0 },
  });
  await db("performance_targets").insert(
    [60, 40].map((weight, place) => ({
      ...{ id: `PT-${code}-${place + 1}`, project_code: code, place: place + 1, dimension: "SATISFACTION" },
      ...{ name: "满意度", target_value: "≥95%", weight },
    })),
  );
  const evaluated = { project_code: code, evaluated_on: "2026-09-21" };
  if (state === "PUBLIC_NOTICE_GIVEN" || state === "EVALUATED")
    await db("performance_evaluations").insert({ ...evaluated, id: `PE-${code}-ZP`, evaluator: "SELF" });
  if (state === "EVALUATED")
    await db("performance_evaluations").insert({ ...evaluated, id: `PE-${code}`, evaluator: "DEPARTMENT" });
  return code;
};

/** Scores of a project made by `projectIn`. */
export const scoresOf = (code: string, first = 60): object[] => [
  { targetId: `PT-${code}-1`, score: first, actualValue: "10座" },
  { targetId: `PT-${code}-2`, score: 35 },
];

const entry = (name: keyof typeof STEPS, letters: string, county?: string): VerbEntry => ({
  input: STEPS[name][0],
  selects: "project { projectCode }",
  async prepare(stack) {
    const projectCode = await projectIn(stack, STEPS[name][1], county);
    const isScored = name === "evaluateFundProject" || name === "selfEvaluateFundProject";
    const scores = isScored ? { scores: scoresOf(projectCode) } : {};
    const evaluations = stack.databases["funds"]!("performance_evaluations").where("project_code", projectCode);
    if (name === "selfEvaluateFundProject") await evaluations.delete();
    if (name === "publishFundEvaluation") await evaluations.update({ pending: true });
    return { ...STEPS[name][2], ...scores, projectCode, expectedVersion: 1 };
  },
  letters,
});

/** By officers of the finance department; its own projects by the supervisor. Everyone may know of a project. */
const OF_DECIDERS = "DDDD RYRDR DD";
/** By officers of its unit. */
const OF_UNIT = "DDDD YRDDR DD";
/** By publishers of the finance department: here officer-1's and publisher-1's agency. */
const OF_ITS_PUBLISHER = ["DDDD RRDDY DD", "229999"] as const;

/** Verbs of projects. */
export const PROJECT_VERBS: Verbs = {
  enterFundProject: {
    ...{ input: "EnterProjectInput", selects: "project { projectCode }", letters: "DDDD YRDDR DD" },
    prepare: async () => PROJECT,
  },
  approveFundProject: entry("approveFundProject", OF_DECIDERS),
  publiciseFundProject: entry("publiciseFundProject", ...OF_ITS_PUBLISHER),
  startFundProject: entry("startFundProject", OF_UNIT),
  acceptFundProject: entry("acceptFundProject", OF_DECIDERS),
  giveFundProjectNotice: entry("giveFundProjectNotice", ...OF_ITS_PUBLISHER),
  selfEvaluateFundProject: entry("selfEvaluateFundProject", OF_UNIT),
  publishFundEvaluation: entry("publishFundEvaluation", ...OF_ITS_PUBLISHER),
  evaluateFundProject: entry("evaluateFundProject", OF_DECIDERS),
  archiveFundProject: entry("archiveFundProject", OF_UNIT),
};
