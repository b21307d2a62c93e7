/** Verbs by which a matter is published: of a draft that officer-1 wrote and publisher-1 reviews and publishes. */
import { randomUUID } from "node:crypto";
import type { TestStack } from "../stack.js";
import { openMatterId } from "./cases.js";
import type { VerbEntry, Verbs } from "./index.js";

/** A content in which the publishing gate finds nothing that must be mended. */
const CONTENT = {
  ...{ v: 1, conditions: [], steps: [], fees: [], faqs: [], onlineDepth: [], limitSceneExplain: "须核验原件" },
  materials: [{ name: "申请书", need: "REQUIRED", situationIds: [] }],
  statutory: { amount: 20, unit: "WORKING_DAY" },
  promised: { amount: 10, unit: "WORKING_DAY" },
  ...{ consultPhone: "0433-2512345", complaintPhone: "0433-2512346" },
};

/** A published matter of officer-1's agency of which there is no draft; answers with its id. */
export const newMatterId = async ({ databases }: Pick<TestStack, "databases">): Promise<string> => {
  const db = databases["matters"]!;
  const id = `CN-LOCAL-TEST-${randomUUID()}`;
  const own = {
    ...{ id, task_code: null, handling_item_code: null, local_task_code: id, task_name: "演示事项", version: 1 },
    ...{ visits: 1, is_fee: false, is_online: false, handling_type: "PROMISED", content: CONTENT },
  };
  await db.raw(
    `insert into service_matters select n.* from service_matters m
       cross join lateral jsonb_populate_record(m, ?::jsonb) n where m.id = ?`,
    [JSON.stringify(own), await openMatterId({ databases })],
  );
  await db.raw(
    `insert into service_matter_versions (matter_id, version, task_name, status, valid_from, content)
       select id, version, task_name, status, '2026-01-05', content from service_matters where id = ?`,
    [id],
  );
  return id;
};

const STEPS = {
  editMatterDraft: ["officer-1", "EditMatterDraftInput", { changes: { acceptCondition: "年满十八周岁" } }],
  finishMatterDraft: ["officer-1", "GatedMatterDraftInput", {}],
  submitMatterDraft: ["officer-1", "MatterDraftStepInput", {}],
  approveMatterDraft: ["publisher-1", "GatedMatterDraftInput", {}],
  rejectMatterDraft: ["publisher-1", "ReasonedMatterDraftInput", { reasons: "依据已经失效" }],
  publishMatterDraft: ["publisher-1", "GatedMatterDraftInput", {}],
  withdrawMatterDraft: ["officer-1", "ReasonedMatterDraftInput", { reasons: "不再需要" }],
} as const;

/** A step of a draft. */
export type DraftStepName = keyof typeof STEPS;

/** Steps after which a draft may be published. */
export const TO_APPROVED = ["finishMatterDraft", "submitMatterDraft", "approveMatterDraft"] as const;

/** A draft of officer-1 after these steps, with the matter of which it is. */
export const draftAfter = async (
  stack: TestStack,
  ...steps: readonly DraftStepName[]
): Promise<{ readonly draftId: string; readonly expectedVersion: number; readonly matterId: string }> => {
  const take = async (name: string, viewer: string, type: string, input: object): Promise<string> => {
    const { body } = await stack.ask(
      `mutation ($input: ${type}!) { done: ${name}(input: $input) { matterDraft { id } } }`,
      { viewer, variables: { input } },
    );
    if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body.data.done.matterDraft.id;
  };
  const matterId = await newMatterId(stack);
  const draftId = await take("draftMatter", "officer-1", "DraftMatterInput", { matterId });
  for (const [index, step] of steps.entries()) {
    const [viewer, type, more] = STEPS[step];
    await take(step, viewer, type, { draftId, expectedVersion: index + 1, ...more });
  }
  return { draftId, expectedVersion: steps.length + 1, matterId };
};

const entry = (name: DraftStepName, letters: string, ...before: readonly DraftStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "matterDraft { id }",
  async prepare(stack) {
    const { draftId, expectedVersion } = await draftAfter(stack, ...before);
    return { draftId, expectedVersion, ...STEPS[name][2] };
  },
  letters,
});

/** Verbs of drafts. */
export const MATTER_VERBS: Verbs = {
  draftMatter: {
    input: "DraftMatterInput",
    selects: "matterDraft { id }",
    prepare: async (stack) => ({ matterId: await newMatterId(stack), changes: { visits: 0, visitReason: "" } }),
    letters: "DDDD YRDDR DD",
  },
  editMatterDraft: entry("editMatterDraft", "DDDD YHDDR DD"),
  finishMatterDraft: entry("finishMatterDraft", "DDDD YHDDR DD"),
  submitMatterDraft: entry("submitMatterDraft", "DDDD YHDDR DD", "finishMatterDraft"),
  approveMatterDraft: entry("approveMatterDraft", "DDDD RHDDY DD", "finishMatterDraft", "submitMatterDraft"),
  rejectMatterDraft: entry("rejectMatterDraft", "DDDD RHDDY DD", "finishMatterDraft", "submitMatterDraft"),
  publishMatterDraft: entry("publishMatterDraft", "DDDD RHDDY DD", ...TO_APPROVED),
  withdrawMatterDraft: entry("withdrawMatterDraft", "DDDD YHDDR DD"),
};
