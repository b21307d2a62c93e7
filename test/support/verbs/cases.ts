/** Verbs of cases: of one of citizen-1 at officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

/** A material that may come later, or for which a commitment may stand, which no matter of the demonstration has. */
export const LATER = "健康证明";

/** What may be committed to in its place. */
export const COMMITMENT = { text: "承诺从业人员均持有有效的健康证明。", verifyWithinDays: 30 };

/** A published matter of officer-1's agency that takes applications; LATER is on its list. */
export const openMatterId = async (stack: Pick<TestStack, "databases">): Promise<string> => {
  const db = stack.databases["matters"]!;
  const { rows } = (await db.raw(
    `select id from service_matters where dept_uscc = '11990101MB9000015E' and status = 'PUBLISHED'
     and task_state = 'IN_USE' and content->'promised'->>'unit' = 'WORKING_DAY' order by id limit 1`,
  )) as { rows: { id: string }[] };
  const { id } = rows[0]!;
  const later = JSON.stringify([{ name: LATER, need: "LATER", situationIds: [], commitment: COMMITMENT }]);
  for (const [table, column] of [
    ["service_matters", "id"],
    ["service_matter_versions", "matter_id"],
  ])
    await db.raw(
      `update ${table} set content = jsonb_set(content, '{materials}', content->'materials' || ?::jsonb)
       where ${column} = ? and not content->'materials' @> ?::jsonb`,
      [later, id, later],
    );
  return id;
};

/** Materials that the matter needs in every situation, on paper. */
export const materialsOf = async (
  stack: Pick<TestStack, "databases">,
  matterId: string,
): Promise<{ name: string; delivery: "PAPER" }[]> => {
  const { rows } = (await stack.databases["matters"]!.raw(
    `select m->>'name' as name from service_matters s, jsonb_array_elements(s.content->'materials') m
     where s.id = ? and m->>'need' in ('REQUIRED', 'LATER') and m->'situationIds' = '[]'::jsonb`,
    [matterId],
  )) as { rows: { name: string }[] };
  return rows.map(({ name }) => ({ name, delivery: "PAPER" }));
};

/** A draft with all that its matter requires. */
export const wholeDraft = async (
  stack: Pick<TestStack, "databases">,
): Promise<{ matterId: string; applicantName: string; materials: { name: string; delivery: "PAPER" }[] }> => {
  const matterId = await openMatterId(stack);
  return { matterId, applicantName: "演示甲", materials: await materialsOf(stack, matterId) };
};

const STEPS = {
  draftCase: ["citizen-1", "DraftCaseInput", {}],
  editCase: ["citizen-1", "EditCaseInput", { applicantName: "演示甲" }],
  submitCase: ["citizen-1", "SubmitCaseInput", {}],
  receiveCase: ["officer-1", "CaseStepInput", {}],
  acceptCase: ["officer-1", "AcceptCaseInput", { acceptanceNo: "受2026-1" }],
  refuseCase: ["officer-1", "RefuseCaseInput", { reasons: "不属于受理范围", remedy: "可申请行政复议" }],
  reviewCase: ["officer-1", "CaseStepInput", {}],
  decideCase: ["officer-1", "DecideCaseInput", { outcome: "GRANTED" }],
  withdrawCase: ["citizen-1", "ReasonedCaseInput", {}],
  askCaseCorrection: ["officer-1", "AskCorrectionInput", { missing: "缺少健康证明" }],
  correctCase: ["citizen-1", "CorrectCaseInput", { materials: [{ name: LATER, delivery: "PAPER" }] }],
  supplementCase: ["citizen-1", "CorrectCaseInput", { materials: [{ name: LATER, delivery: "PAPER" }] }],
  returnCase: ["officer-1", "EndCaseInput", { reasons: "重复申请" }],
  suspendCase: ["officer-1", "SuspendCaseInput", { kind: "HEARING", name: "听证", reasons: "涉及他人重大利益" }],
  resumeCase: ["officer-1", "ResumeCaseInput", { result: "听证会已举行" }],
  extendCase: ["officer-1", "ExtendCaseInput", { days: 10, approver: "演示局长", reasons: "案情复杂" }],
  completeCase: ["officer-1", "CompleteCaseInput", {}],
  deliverCase: ["officer-1", "CaseStepInput", {}],
  grantOnCommitment: ["officer-1", "GrantOnCommitmentInput", { acceptanceNo: "受2026-1" }],
  confirmCaseCommitment: ["officer-1", "CaseStepInput", {}],
  annulCase: ["officer-1", "AnnulCaseInput", { documentNo: "撤2026-1", reasons: "承诺不实", remedy: "可申请行政复议" }],
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

/** A draft of citizen-1 that lacks LATER alone. */
export const draftWithoutLater = async (stack: TestStack): Promise<{ caseNo: string; version: number }> => {
  const draft = await wholeDraft(stack);
  const materials = draft.materials.filter(({ name }) => name !== LATER);
  return take(stack, "draftCase", { ...draft, materials });
};

/** A case of citizen-1 that was handed in with a promise to hand LATER in later. */
export const promisedCase = async (stack: TestStack): Promise<{ caseNo: string; version: number }> => {
  const { caseNo, version } = await draftWithoutLater(stack);
  return take(stack, "submitCase", { caseNo, expectedVersion: version, promisedMaterials: [LATER] });
};

/** A case of citizen-1 that was handed in with a commitment in place of LATER, and went through these steps. */
export const committedCase = async (
  stack: TestStack,
  ...steps: CaseStepName[]
): Promise<{ caseNo: string; version: number }> => {
  const { caseNo, version } = await draftWithoutLater(stack);
  let at = await take(stack, "submitCase", { caseNo, expectedVersion: version, committedMaterials: [LATER] });
  for (const step of steps) at = await take(stack, step, { caseNo, expectedVersion: at.version });
  return at;
};

/** An applicant whose commitment was found broken commits no more: the case becomes another's. */
export const forgetBroken = async ({ databases }: Pick<TestStack, "databases">): Promise<void> => {
  await databases["matters"]!("service_cases")
    .where("state", "ANNULLED")
    .update({ subject: "e".repeat(64) });
};

/** A case of citizen-1 that went through these steps. */
export const caseAfter = async (
  stack: TestStack,
  ...steps: CaseStepName[]
): Promise<{ caseNo: string; version: number }> => {
  let at = await take(stack, "draftCase", await wholeDraft(stack));
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

/** By an agency's officers; its publishers may know of the case. */
const OFFICER = "DDDD YHDDR DD";

const committedEntry = (name: CaseStepName, ...before: CaseStepName[]): VerbEntry => ({
  ...entry(name, OFFICER),
  async prepare(stack) {
    await forgetBroken(stack);
    const { caseNo, version } = await committedCase(stack, ...before);
    return { caseNo, expectedVersion: version, ...STEPS[name][2] };
  },
});

const RECEIVED = ["submitCase", "receiveCase"] as const;
const ACCEPTED = [...RECEIVED, "acceptCase"] as const;
const DECIDED = [...ACCEPTED, "decideCase"] as const;

/** Verbs of cases. */
export const CASE_VERBS: Verbs = {
  draftCase: {
    input: "DraftCaseInput",
    selects: "case { caseNo }",
    prepare: async (stack) => ({ matterId: await openMatterId(stack), applicantName: "演示甲" }),
    letters: "DYYY DDDDD DD",
  },
  editCase: entry("editCase", "DYHH DDDDD DD"),
  supplementCase: {
    ...entry("supplementCase", "DYHH DDDDD DD"),
    async prepare(stack) {
      const { caseNo, version } = await promisedCase(stack);
      return { caseNo, expectedVersion: version, ...STEPS.supplementCase[2] };
    },
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
  grantOnCommitment: committedEntry("grantOnCommitment"),
  confirmCaseCommitment: committedEntry("confirmCaseCommitment", "grantOnCommitment"),
  annulCase: committedEntry("annulCase", "grantOnCommitment", "completeCase"),
  discardCase: entry("discardCase", "DYHH DDDDD DD"),
};
