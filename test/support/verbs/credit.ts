/** Verbs of credit: on records about the enterprise of agent-1 that officer-1's agency made. */
import type { Knex } from "knex";
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";

let copies = 0;

/** A record of its own, like a seeded one but for what is given; answers with its id. */
export const copyOf = async (
  stack: TestStack,
  table: "penalties" | "list_entries" | "licences" | "commitments",
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  copies += 1;
  const db = stack.databases["credit"] as Knex;
  const copy = `${id}-COPY-${copies}`;
  await db.raw("insert into ?? select (jsonb_populate_record(r, ?::jsonb)).* from ?? r where id = ?", [
    table,
    JSON.stringify({ id: copy, ...more }),
    table,
    id,
  ]);
  return copy;
};

/** A penalty in publicity that may be repaired since 6 August 2026. */
const REPAIRABLE = "CF-GOLDEN-1";

/** Everything that a repair needs. */
export const EVIDENCE = [
  { kind: "PERFORMANCE_PROOF", title: "罚款缴纳凭证" },
  { kind: "COMMITMENT_LETTER", title: "信用修复承诺书" },
];

const REFUSAL = { reasons: "未履行义务", remedy: "可申请行政复议" };

const STEPS = {
  withdrawRepair: ["agent-1", "ReasonedRepairInput", {}],
  acceptRepair: ["officer-1", "RepairStepInput", {}],
  refuseRepair: ["officer-1", "RefuseRepairInput", REFUSAL],
  extendRepair: ["officer-1", "ReasonedRepairInput", { reasons: "案情复杂" }],
  decideRepair: ["officer-1", "DecideRepairInput", { outcome: "REPAIRED" }],
  tellRepair: ["officer-1", "RepairStepInput", {}],
  findRepairFalse: ["officer-1", "FindRepairFalseInput", { reasons: "凭证系伪造", findingNo: "演信核〔2026〕1号" }],
  revokeRepair: ["officer-1", "ReasonedRepairInput", { reasons: "弄虚作假" }],
} as const;

/** A step of a repair case. */
export type RepairStepName = keyof typeof STEPS;

/** A repair case as a verb leaves it. */
export interface RepairAt {
  readonly no: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

const REPAIR_CASE =
  "repairCase { no version state decidedOn feedbackOn extended allowedActions deadline { dueOn state } }";

/** Asks for a verb of repair as a viewer. */
export const askRepair = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${REPAIR_CASE} } }`, {
    viewer,
    variables: { input },
  });

/** Takes one step as whoever takes it; what is given goes before what the step usually says. */
export const takeRepair = async (
  stack: TestStack,
  name: RepairStepName,
  at: RepairAt,
  more: object = {},
): Promise<RepairAt> => {
  const [viewer, type, usual] = STEPS[name];
  const { body } = await askRepair(stack, viewer, name, type, {
    ...{ no: at.no, expectedVersion: at.version, ...usual },
    ...more,
  });
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.repairCase as RepairAt;
};

/** A repair case about a record that went through these steps. */
export const repairAfter = async (
  stack: TestStack,
  recordId: string,
  ...steps: RepairStepName[]
): Promise<RepairAt> => {
  const { body } = await askRepair(stack, "agent-1", "applyForRepair", "ApplyForRepairInput", {
    recordId,
    evidence: EVIDENCE,
  });
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  let at = body.data.done.repairCase as RepairAt;
  for (const step of steps) at = await takeRepair(stack, step, at);
  return at;
};

const repairEntry = (name: RepairStepName, letters: string, ...before: RepairStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "repairCase { no }",
  async prepare(stack) {
    const { no, version } = await repairAfter(stack, await copyOf(stack, "penalties", REPAIRABLE), ...before);
    return { no, expectedVersion: version, ...STEPS[name][2] };
  },
  letters,
});

/** By an authority's officers; its publishers may know of the case. */
export const OFFICER = "DDDD YHDDR DD";

const OBJECTION_STEPS = {
  withdrawObjection: ["agent-1", "ObjectionStepInput", {}],
  acceptObjection: ["officer-1", "ObjectionStepInput", {}],
  investigateObjection: ["officer-1", "ObjectionStepInput", {}],
  decideObjection: ["officer-1", "DecideObjectionInput", { outcome: "UPHELD", reasons: "与决定文书一致" }],
  notifyObjector: ["officer-1", "ObjectionStepInput", {}],
} as const;

/** A step of an objection. */
export type ObjectionStepName = keyof typeof OBJECTION_STEPS;

/** Asks for a verb of objections as a viewer. */
export const askObjection = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(
    `mutation ($input: ${type}!) { done: ${verb}(input: $input) { objection { no version state filedOn acceptedOn decidedOn outcome decision allowedActions } } }`,
    { viewer, variables: { input } },
  );

/** Takes one step of an objection as whoever takes it. */
export const takeObjection = async (
  stack: TestStack,
  name: ObjectionStepName,
  at: RepairAt,
  more: object = {},
): Promise<RepairAt> => {
  const [viewer, type, usual] = OBJECTION_STEPS[name];
  const { body } = await askObjection(stack, viewer, name, type, {
    ...{ no: at.no, expectedVersion: at.version, ...usual },
    ...more,
  });
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.objection as RepairAt;
};

/** An objection of agent-1 to a record that went through these steps. */
export const objectionAfter = async (
  stack: TestStack,
  recordId: string,
  ...steps: ObjectionStepName[]
): Promise<RepairAt> => {
  const { body } = await askObjection(stack, "agent-1", "raiseObjection", "RaiseObjectionInput", {
    recordId,
    statement: "处罚金额有误",
  });
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  let at = body.data.done.objection as RepairAt;
  for (const step of steps) at = await takeObjection(stack, step, at);
  return at;
};

const objectionEntry = (name: ObjectionStepName, letters: string, ...before: ObjectionStepName[]): VerbEntry => ({
  input: OBJECTION_STEPS[name][1],
  selects: "objection { no }",
  async prepare(stack) {
    const { no, version } = await objectionAfter(stack, await copyOf(stack, "penalties", REPAIRABLE), ...before);
    return { no, expectedVersion: version, ...OBJECTION_STEPS[name][2] };
  },
  letters,
});

/** A penalty of 24 September 2026 that is not published yet. */
const UNPUBLISHED = "CF-GOLDEN-9";

/** A revocation with its document. */
export const REVOCATION = { reasons: "经复议撤销", revocationNo: "演复议〔2026〕1号" };

/** Asks for a verb of penalties as a viewer. */
export const askPenalty = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(
    `mutation ($input: ${type}!) { done: ${verb}(input: $input) { penalty { id version publicityState publishedOn publishedLate repairNoticeOn repairNoticeTogether withdrawReason allowedActions history { event from to part } } } }`,
    { viewer, variables: { input } },
  );

const penaltyEntry = (input: string, letters: string, of: string, more: object, set: object = {}): VerbEntry => ({
  input,
  selects: "penalty { id }",
  async prepare(stack) {
    const id = await copyOf(stack, "penalties", of, { repair_notice_on: null, ...set });
    return { id, expectedVersion: 1, ...more };
  },
  letters,
});

/** A published licence of the enterprise of agent-1. */
export const LICENCE = "XK-B1";

/** Asks for a verb of licences as a viewer. */
export const askLicence = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(
    `mutation ($input: ${type}!) { done: ${verb}(input: $input) { licence { id version state publicityState publishedOn publishedLate withdrawReason allowedActions history { event from to part } } } }`,
    { viewer, variables: { input } },
  );

const licenceEntry = (input: string, letters: string, set: object, more: object = {}): VerbEntry => ({
  input,
  selects: "licence { id }",
  prepare: async (stack) => ({
    ...{ id: await copyOf(stack, "licences", LICENCE, { version: 1, case_no: null, ...set }), expectedVersion: 1 },
    ...more,
  }),
  letters,
});

/** A commitment of the enterprise of agent-1 to officer-1's agency, of its own; answers with its id. */
export const commitmentOf = (stack: TestStack, set: object = {}): Promise<string> =>
  copyOf(stack, "commitments", "CN-GOLDEN-1", { version: 1, ...set });

/** What a body promises of its own accord. */
export const PROMISE = {
  ...{ type: "VOLUNTARY_DISCLOSURE", text: "按期公示年度报告", authority: "11990101MB9000015E" },
} as const;

/** Asks for a verb of commitments as a viewer. */
export const askCommitment = (stack: TestStack, viewer: string, verb: string, type: string, input: object) =>
  stack.ask(
    `mutation ($input: ${type}!) { done: ${verb}(input: $input) { commitment { id version fulfilment verifiedOn verifiedBy { id } allowedActions history { event from to part reason } } } }`,
    { viewer, variables: { input } },
  );

/** Verbs of credit. */
export const CREDIT_VERBS: Verbs = {
  // The penalty is public: others are told that it is not theirs to apply.
  applyForRepair: {
    input: "ApplyForRepairInput",
    selects: "repairCase { no }",
    prepare: async (stack) => ({ recordId: await copyOf(stack, "penalties", REPAIRABLE), evidence: EVIDENCE }),
    letters: "DRRY DDDDD DD",
  },
  withdrawRepair: repairEntry("withdrawRepair", "DHHY DDDDD DD"),
  acceptRepair: repairEntry("acceptRepair", OFFICER),
  refuseRepair: repairEntry("refuseRepair", OFFICER),
  extendRepair: repairEntry("extendRepair", OFFICER, "acceptRepair"),
  decideRepair: repairEntry("decideRepair", OFFICER, "acceptRepair"),
  tellRepair: repairEntry("tellRepair", OFFICER, "acceptRepair", "decideRepair"),
  findRepairFalse: repairEntry("findRepairFalse", OFFICER, "acceptRepair", "decideRepair"),
  revokeRepair: repairEntry("revokeRepair", OFFICER, "acceptRepair", "decideRepair", "findRepairFalse"),
  raiseObjection: {
    input: "RaiseObjectionInput",
    selects: "objection { no }",
    prepare: async (stack) => ({ recordId: await copyOf(stack, "penalties", REPAIRABLE), statement: "处罚金额有误" }),
    letters: "DRRY DDDDD DD",
  },
  withdrawObjection: objectionEntry("withdrawObjection", "DHHY DDDDD DD"),
  acceptObjection: objectionEntry("acceptObjection", OFFICER),
  investigateObjection: objectionEntry("investigateObjection", OFFICER, "acceptObjection"),
  decideObjection: objectionEntry("decideObjection", OFFICER, "acceptObjection", "investigateObjection"),
  notifyObjector: objectionEntry(
    "notifyObjector",
    OFFICER,
    ...(["acceptObjection", "investigateObjection", "decideObjection"] as const),
  ),
  // What is in publicity everybody knows of: officers of others are told that it is not theirs.
  servePenalty: penaltyEntry("ServePenaltyInput", "DDDD YHDDR DD", UNPUBLISHED, { servedOn: "2026-09-25" }),
  publishPenalty: penaltyEntry("PenaltyStepInput", "DDDD RHDDY DD", UNPUBLISHED, {}),
  recordRevocation: penaltyEntry("RecordRevocationInput", "DDDD YRDDR DD", REPAIRABLE, REVOCATION),
  withdrawPenalty: penaltyEntry(
    "WithdrawPenaltyInput",
    "DDDD RRDDY DD",
    REPAIRABLE,
    { reasons: "决定已撤销" },
    { revoked_on: "2026-09-25" },
  ),
  shieldPenalty: penaltyEntry("ShieldPenaltyInput", "DDDD YRDDR DD", REPAIRABLE, {
    ...{ reasons: "重整计划执行期间", rulingNo: "（2026）演破1号" },
  }),
  // Kept back, it is its parties' alone.
  unshieldPenalty: penaltyEntry(
    "WithdrawPenaltyInput",
    "DDDD YHDDR DD",
    REPAIRABLE,
    { reasons: "执行终止" },
    { shielded_from: "2026-06-01" },
  ),
  // A citizen acts for no body.
  makeCommitment: {
    ...{ input: "MakeCommitmentInput", selects: "commitment { id }", letters: "DRRY DDDDD DD" },
    prepare: async () => PROMISE,
  },
  verifyCommitment: {
    input: "VerifyCommitmentInput",
    selects: "commitment { id }",
    prepare: async (stack) => ({ id: await commitmentOf(stack), expectedVersion: 1, finding: "FULFILLED" }),
    letters: "DDDD YRDDR DD",
  },
  reopenCommitment: {
    input: "ReopenCommitmentInput",
    selects: "commitment { id }",
    prepare: async (stack) => ({
      id: await commitmentOf(stack, { fulfilment: "BROKEN", verified_on: "2026-09-25" }),
      ...{ expectedVersion: 1, reasons: "核实有误" },
    }),
    letters: "DDDD YRDDR DD",
  },
  publishLicence: licenceEntry("LicenceStepInput", "DDDD RHDDY DD", { published_on: null }),
  recordLicenceRevocation: licenceEntry("RecordLicenceRevocationInput", "DDDD YRDDR DD", {}, REVOCATION),
  withdrawLicence: licenceEntry(
    "WithdrawLicenceInput",
    "DDDD RRDDY DD",
    { revoked_on: "2026-09-25" },
    { reasons: "许可已撤销" },
  ),
};
