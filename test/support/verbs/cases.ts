/** Verbs of cases: of one of citizen-1 at officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

/** A published matter of officer-1's agency that takes applications. */
export const openMatterId = async (stack: TestStack): Promise<string> => {
  const { rows } = (await stack.databases["matters"]!.raw(
    `select id from service_matters where dept_uscc = '11990101MB9000015E' and status = 'PUBLISHED'
     and task_state = 'IN_USE' and content->'promised'->>'unit' = 'WORKING_DAY' order by id limit 1`,
  )) as { rows: { id: string }[] };
  return rows[0]!.id;
};

const STEPS = {
  draftCase: ["citizen-1", "DraftCaseInput", {}],
  submitCase: ["citizen-1", "CaseStepInput", {}],
  receiveCase: ["officer-1", "CaseStepInput", {}],
  acceptCase: ["officer-1", "AcceptCaseInput", { acceptanceNo: "受2026-1" }],
  refuseCase: ["officer-1", "RefuseCaseInput", { reasons: "不属于受理范围", remedy: "可申请行政复议" }],
  reviewCase: ["officer-1", "CaseStepInput", {}],
  decideCase: ["officer-1", "DecideCaseInput", { outcome: "GRANTED" }],
  withdrawCase: ["citizen-1", "ReasonedCaseInput", {}],
  askCaseCorrection: ["officer-1", "AskCorrectionInput", { missing: "缺少健康证明" }],
  correctCase: ["citizen-1", "CorrectCaseInput", { materials: [{ name: "健康证明", delivery: "PAPER" }] }],
  returnCase: ["officer-1", "EndCaseInput", { reasons: "重复申请" }],
  suspendCase: ["officer-1", "SuspendCaseInput", { kind: "HEARING", name: "听证", reasons: "涉及他人重大利益" }],
  resumeCase: ["officer-1", "ResumeCaseInput", { result: "听证会已举行" }],
  extendCase: ["officer-1", "ExtendCaseInput", { days: 10, approver: "演示局长", reasons: "案情复杂" }],
  completeCase: ["officer-1", "CaseStepInput", {}],
  deliverCase: ["officer-1", "CaseStepInput", {}],
  transferCase: ["officer-1", "EndCaseInput", { reasons: "属上级权限" }],
  voidCase: ["officer-1", "EndCaseInput", { reasons: "申请人已注销" }],
  discardCase: ["citizen-1", "CaseStepInput", {}],
} as const;

/** A step of a case. */
export type CaseStepName = keyof typeof STEPS;

const take = async (
  stack: TestStack,
  name: CaseStepName,
  input: object,
): Promise<{ caseNo: string; version: number }> => {
  const [viewer, type, more] = STEPS[name];
  const { body } = await stack.ask(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { case { caseNo version } } }`,
    {
      viewer,
      variables: { input: { ...more, ...input } },
    },
  );
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.case;
};

/** A case of citizen-1 that went through these steps. */
export const caseAfter = async (
  stack: TestStack,
  ...steps: CaseStepName[]
): Promise<{ caseNo: string; version: number }> => {
  let at = await take(stack, "draftCase", { matterId: await openMatterId(stack), applicantName: "演示甲" });
  for (const step of steps) at = await take(stack, step, { caseNo: at.caseNo, expectedVersion: at.version });
  return at;
};

const entry = (name: CaseStepName, letters: string, ...before: CaseStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "case { caseNo }",
  async prepare(stack) {
    const { caseNo, version } = await caseAfter(stack, ...before);
    return { caseNo, expectedVersion: version, ...STEPS[name][2] };
  },
  letters,
});

const RECEIVED = ["submitCase", "receiveCase"] as const;
const ACCEPTED = [...RECEIVED, "acceptCase"] as const;
const DECIDED = [...ACCEPTED, "decideCase"] as const;

/** By an agency's officers; its publishers may know of the case. */
const OFFICER = "DDDD YHDDR DD";

/** Verbs of cases. */
export const CASE_VERBS: Verbs = {
  draftCase: {
    input: "DraftCaseInput",
    selects: "case { caseNo }",
    prepare: async (stack) => ({ matterId: await openMatterId(stack), applicantName: "演示甲" }),
    letters: "DYYY DDDDD DD",
  },
  submitCase: entry("submitCase", "DYHH DDDDD DD"),
  withdrawCase: entry("withdrawCase", "DYHH DDDDD DD", "submitCase"),
  receiveCase: entry("receiveCase", OFFICER, "submitCase"),
  acceptCase: entry("acceptCase", OFFICER, ...RECEIVED),
  refuseCase: entry("refuseCase", OFFICER, ...RECEIVED),
  reviewCase: entry("reviewCase", OFFICER, ...ACCEPTED),
  decideCase: entry("decideCase", OFFICER, ...ACCEPTED),
  askCaseCorrection: entry("askCaseCorrection", OFFICER, ...RECEIVED),
  correctCase: entry("correctCase", "DYHH DDDDD DD", ...RECEIVED, "askCaseCorrection"),
  returnCase: entry("returnCase", OFFICER, ...RECEIVED),
  suspendCase: entry("suspendCase", OFFICER, ...ACCEPTED),
  resumeCase: entry("resumeCase", OFFICER, ...ACCEPTED, "suspendCase"),
  extendCase: entry("extendCase", OFFICER, ...ACCEPTED),
  completeCase: entry("completeCase", OFFICER, ...DECIDED),
  deliverCase: entry("deliverCase", OFFICER, ...DECIDED, "completeCase"),
  transferCase: entry("transferCase", OFFICER, ...RECEIVED),
  voidCase: entry("voidCase", OFFICER, ...ACCEPTED, "reviewCase"),
  discardCase: entry("discardCase", "DYHH DDDDD DD"),
};
