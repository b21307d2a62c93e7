/** A case after it was received: notice and correction, special procedure, extension, completion, delivery and other ends, with what each refuses. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { CASE_VERBS, caseAfter, type CaseStepName } from "../support/verbs/cases.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const CASE = `case { caseNo state version allowedActions completedOn result { outcome deliveredOn } materials { name }
  specialProcedures { kind name reason from to result extensionDays approver } }`;

const act = (viewer: string, verb: CaseStepName, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${CASE_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${CASE} } }`, {
    viewer,
    variables: { input },
  });

const caseOf = ({ body }: Answer): { caseNo: string; version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.case;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

/** State, version, journal, procedures: all that a refused step must leave. */
const kept = async (caseNo: string): Promise<unknown> => {
  const db = stack.databases["matters"]!;
  return {
    row: await db("service_cases").first("*").where("case_no", caseNo),
    journal: await db("transitions").where("key", caseNo).orderBy("version"),
    procedures: await db("special_procedures").where("case_no", caseNo),
  };
};

const ACCEPTED: CaseStepName[] = ["submitCase", "receiveCase", "acceptCase"];
const reasons = "演示理由";

it("is told once what is missing, is corrected, and is not told a second time", async () => {
  const { caseNo, version } = await caseAfter(stack, "submitCase", "receiveCase");
  const missing = "缺少健康证明";
  const asked = caseOf(await act("officer-1", "askCaseCorrection", { caseNo, expectedVersion: version, missing }));
  expect(asked).toMatchObject({ state: "CORRECTION", allowedActions: ["ACCEPT", "REFUSE_ACCEPTANCE", "RETURN"] });
  const corrected = caseOf(
    await act("citizen-1", "correctCase", {
      caseNo,
      expectedVersion: asked.version,
      materials: [{ name: "健康证明", delivery: "PAPER" }],
    }),
  );
  expect(corrected).toMatchObject({ state: "RECEIVED", materials: expect.arrayContaining([{ name: "健康证明" }]) });
  const before = await kept(caseNo);
  expect(
    refusal(
      await act("officer-1", "askCaseCorrection", { caseNo, expectedVersion: corrected.version, missing: "又缺一份" }),
    ),
  ).toMatchObject({ code: "RULE_VIOLATION", reason: "NOTICE_ONCE", basis: expect.stringContaining("行政许可法") });
  expect(await kept(caseNo)).toEqual(before);
  expect(before).toMatchObject({
    row: { notice_on: "2026-09-28" },
    journal: expect.arrayContaining([expect.objectContaining({ event: "ASK_CORRECTION", reason: missing })]),
  });
});

it("stands still in a special procedure, can not be decided in it, and goes on after it", async () => {
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED);
  const suspended = caseOf(
    await act("officer-1", "suspendCase", { caseNo, expectedVersion: version, kind: "HEARING", name: "听证", reasons }),
  );
  expect(suspended).toMatchObject({
    state: "SUSPENDED",
    allowedActions: ["RESUME"],
    specialProcedures: [{ kind: "HEARING", name: "听证", reason: reasons, from: "2026-09-28", to: null }],
  });
  const before = await kept(caseNo);
  const next = { caseNo, expectedVersion: suspended.version };
  expect(refusal(await act("officer-1", "decideCase", { ...next, outcome: "GRANTED" }))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "STATE",
  });
  expect(await kept(caseNo)).toEqual(before);
  const resumed = caseOf(await act("officer-1", "resumeCase", { ...next, result: "已听证" }));
  expect(resumed).toMatchObject({
    state: "REVIEW",
    specialProcedures: [{ to: "2026-09-28", result: "已听证" }],
    allowedActions: ["DECIDE", "SUSPEND", "EXTEND", "TRANSFER", "VOID"],
  });
});

it("withdrawn in a special procedure, it leaves none open", async () => {
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED, "suspendCase");
  expect(caseOf(await act("citizen-1", "withdrawCase", { caseNo, expectedVersion: version }))).toMatchObject({
    state: "WITHDRAWN",
    specialProcedures: [{ to: "2026-09-28" }],
  });
});

it("is extended once, by at most ten days, by whom the head of the agency is named", async () => {
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED);
  const input = { caseNo, expectedVersion: version, days: 10, approver: "演示局长", reasons };
  for (const [wrong, code] of [
    [{ days: 11 }, "BAD_USER_INPUT"],
    [{ days: 0 }, "BAD_USER_INPUT"],
    [{ reasons: " " }, "BAD_USER_INPUT"],
    [{ approver: " " }, "RULE_VIOLATION"],
  ] as const)
    expect(refusal(await act("officer-1", "extendCase", { ...input, ...wrong }))).toMatchObject({ code });
  const extended = caseOf(await act("officer-1", "extendCase", input));
  expect(extended).toMatchObject({
    state: "ACCEPTED",
    version: version + 1,
    specialProcedures: [{ kind: "EXTENSION", extensionDays: 10, approver: "演示局长" }],
    allowedActions: ["REVIEW", "DECIDE", "SUSPEND", "TRANSFER"],
  });
  expect(refusal(await act("officer-1", "extendCase", { ...input, expectedVersion: extended.version }))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "EXTENDED_BEFORE",
  });
});

it("is completed as it was decided, then delivered, and stays as it is after that", async () => {
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED, "decideCase");
  const completed = caseOf(await act("officer-1", "completeCase", { caseNo, expectedVersion: version }));
  expect(completed).toMatchObject({ state: "COMPLETED", completedOn: "2026-09-28", allowedActions: ["DELIVER"] });
  expect(await kept(caseNo)).toMatchObject({ row: { granted: true, ended_on: "2026-09-28" } });
  const delivered = caseOf(await act("officer-1", "deliverCase", { caseNo, expectedVersion: completed.version }));
  expect(delivered).toMatchObject({
    state: "DELIVERED",
    result: { outcome: "GRANTED", deliveredOn: "2026-09-28" },
    allowedActions: [],
  });
});

it.each(["", " \u3000"])(
  "a name of a result that says nothing, as %j, is none: no licence has it",
  async (resultName) => {
    const { caseNo, version } = await caseAfter(stack, ...ACCEPTED);
    const decision = { caseNo, expectedVersion: version, outcome: "GRANTED", resultName };
    const decided = caseOf(await act("officer-1", "decideCase", decision));
    caseOf(await act("officer-1", "completeCase", { caseNo, expectedVersion: decided.version }));
    const db = stack.databases["matters"]!;
    const { content } = await db("service_cases").first("content").where("case_no", caseNo);
    expect(content.result).not.toHaveProperty("resultName");
    const licences = await db("electronic_licences").select("licence_name as name").where("case_no", caseNo);
    expect(licences.filter(({ name }: { name: string }) => name.trim() === "")).toEqual([]);
  },
);

it("a refusal is completed as one", async () => {
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED);
  const refused = caseOf(
    await act("officer-1", "decideCase", {
      caseNo,
      expectedVersion: version,
      outcome: "REFUSED",
      reasons,
      remedy: "可申请复议",
    }),
  );
  caseOf(await act("officer-1", "completeCase", { caseNo, expectedVersion: refused.version }));
  expect(await kept(caseNo)).toMatchObject({ row: { granted: false, state: "COMPLETED" } });
});

it.each([
  ["askCaseCorrection", "officer-1", ["submitCase", "receiveCase"], { missing: " " }, "STATED"],
  ["correctCase", "citizen-1", ["submitCase", "receiveCase", "askCaseCorrection"], { materials: [] }, "MIN"],
  ["suspendCase", "officer-1", ACCEPTED, { kind: "OTHER", name: "其他", reasons }, "PAUSING_KIND"],
  ["suspendCase", "officer-1", ACCEPTED, { kind: "EXTENSION", name: "延长", reasons }, "PAUSING_KIND"],
  ["suspendCase", "officer-1", ACCEPTED, { kind: "HEARING", name: "听证", reasons: "" }, "STATED"],
] as const)("%s by %s refuses what says nothing or does not fit", async (verb, viewer, steps, wrong, rule) => {
  const { caseNo, version } = await caseAfter(stack, ...steps);
  const before = await kept(caseNo);
  expect(refusal(await act(viewer, verb, { caseNo, expectedVersion: version, ...wrong }))).toMatchObject({
    code: "BAD_USER_INPUT",
    rule,
  });
  expect(await kept(caseNo)).toEqual(before);
});

it("the applicant discards a draft, the agency makes void what it reviews; neither does the other's", async () => {
  const drafted = await caseAfter(stack);
  const discard = { caseNo: drafted.caseNo, expectedVersion: drafted.version };
  expect(caseOf(await act("citizen-1", "discardCase", discard))).toMatchObject({ state: "VOID", allowedActions: [] });
  const { caseNo, version } = await caseAfter(stack, ...ACCEPTED, "reviewCase");
  expect(refusal(await act("citizen-1", "discardCase", { caseNo, expectedVersion: version }))).toMatchObject({
    code: "RULE_VIOLATION",
  });
  expect(caseOf(await act("officer-1", "voidCase", { caseNo, expectedVersion: version, reasons }))).toMatchObject({
    state: "VOID",
  });
});

it("a draft that was discarded stays its writer's: its agency and supervisors never know of it, and nobody rates it", async () => {
  const { caseNo, version } = await caseAfter(stack);
  const { version: discarded } = caseOf(await act("citizen-1", "discardCase", { caseNo, expectedVersion: version }));
  const seen = async (viewer: string): Promise<unknown> =>
    (
      await stack.ask("query ($no: ID!) { serviceCase(caseNo: $no) { state } }", {
        viewer,
        variables: { no: caseNo },
      })
    ).body.data.serviceCase;
  for (const viewer of ["officer-1", "publisher-1", "supervisor-1", "citizen-2"]) expect(await seen(viewer)).toBeNull();
  expect(await seen("citizen-1")).toEqual({ state: "VOID" });
  for (const stage of ["CONSULTATION", "APPLICATION"]) {
    const { body } = await stack.ask(
      "mutation ($input: RateCaseInput!) { rateCase(input: $input) { rating { id } } }",
      { viewer: "citizen-1", variables: { input: { caseNo, expectedVersion: discarded, stage, stars: 1 } } },
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "RULE_VIOLATION", reason: "RATING_STAGE" });
  }
  expect(await stack.databases["matters"]!("service_ratings").where("case_no", caseNo)).toEqual([]);
});
