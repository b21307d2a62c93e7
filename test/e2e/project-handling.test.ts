/** Projects through the gateway: from library to file, who may do what, what is refused with which rule; nothing is written then. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { actOnAllotment, allotmentAfter } from "../support/verbs/funds.js";
import { PROJECT, projectIn, scoresOf } from "../support/verbs/projects.js";
import { FINANCE_OFFICERS, VIEWERS } from "../support/viewers.js";

const UNIT = { ...FINANCE_OFFICERS["finance-3"], username: "unit-3", agencyUscc: "11990101MB9000015E" };
const PUBLISHER = { ...VIEWERS["publisher-1"], username: "publisher-3", divisionCode: "222403" };

let stack: TestStack;
beforeAll(async () => {
  const publisher = { ...PUBLISHER, agencyUscc: FINANCE_OFFICERS["finance-3"].agencyUscc };
  const ofOther = { ...publisher, username: "publisher-2", agencyUscc: VIEWERS["officer-2"].agencyUscc };
  stack = await startStack({ viewers: { "unit-3": UNIT, "publisher-3": publisher, "publisher-2": ofOther } });
});
afterAll(() => stack.stop());

const INPUT_OF: Readonly<Record<string, string>> = {
  enterFundProject: "EnterProjectInput",
  publiciseFundProject: "PubliciseProjectInput",
  startFundProject: "StartProjectInput",
  evaluateFundProject: "EvaluateProjectInput",
  selfEvaluateFundProject: "SelfEvaluateProjectInput",
  publishFundEvaluation: "FundProjectStepInput",
  archiveFundProject: "FundProjectStepInput",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${INPUT_OF[verb] ?? "StatedProjectInput"}!) { done: ${verb}(input: $input) {
       project { projectCode state version allowedActions acceptedOn } } }`,
    { viewer, variables: { input } },
  );

const refusal = ({ body }: Answer): unknown => ({ done: body.data?.done, ...body.errors?.[0]?.extensions });

const doneOf = ({ body }: Answer): { projectCode: string; version: number; [key: string]: unknown } => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.project;
};

const db = () => stack.databases["funds"]!;

const count = async (): Promise<bigint[]> =>
  Promise.all(
    ["fund_projects", "fund_publications", "performance_evaluations", "performance_targets", "transitions"].map(
      async (table) => ((await db()(table).count("* as n")) as { n: bigint }[])[0]!.n,
    ),
  );

/** A firm that reviews. */
const THIRD = "91990101MA900002XF";

const CONTRACT = {
  ...{ contractNo: "HT-222403-1", contractAmount: "50.00", contractedOn: "2026-09-28" },
  ...{ contractor: "91990101MA9000011P", procurementMethod: "竞争性磋商" },
};

it("goes from the library into the file, each step by whose it is, and tells all of it", async () => {
  const entered = doneOf(await act("unit-3", "enterFundProject", { ...PROJECT, site: "222403" }));
  const { projectCode } = entered;
  expect(entered).toMatchObject({ state: "IN_LIBRARY", version: 1, allowedActions: [] });
  expect(projectCode).toMatch(/^XM-222403-2026-\d{6}$/);
  const at = (expectedVersion: number, more: object = {}): object => ({ projectCode, expectedVersion, ...more });
  const opinion = { statement: "可行，联农带农机制明确，联系13800138000" };
  expect(refusal(await act("finance-3", "approveFundProject", at(1, opinion)))).toMatchObject({
    reason: "MONEY_NEEDED",
  });
  const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  await actOnAllotment(stack, "assignAllotment", {
    ...{ allotmentNo, expectedVersion: version, amount: "60", organization: null, projectCode },
  });
  doneOf(await act("finance-3", "approveFundProject", at(1, opinion)));
  expect(refusal(await act("publisher-3", "publiciseFundProject", at(2, { endsOn: "2026-10-07" })))).toMatchObject({
    reason: "PUBLICITY_TOO_SHORT",
  });
  expect(refusal(await act("publisher-3", "publiciseFundProject", at(2, { endsOn: "2062-10-08" })))).toMatchObject({
    reason: "PUBLICITY_TOO_LONG",
  });
  doneOf(await act("publisher-3", "publiciseFundProject", at(2, { endsOn: "2026-10-08" })));
  expect(refusal(await act("unit-3", "startFundProject", at(3, CONTRACT)))).toMatchObject({ reason: "PUBLICITY_RUNS" });
  // A fortnight later.
  await db()("fund_publications")
    .where("project_code", projectCode)
    .update({ published_on: "2026-09-10", ends_on: "2026-09-27" });
  doneOf(await act("unit-3", "startFundProject", at(3, CONTRACT)));
  expect(doneOf(await act("finance-3", "acceptFundProject", at(4, { statement: "验收合格" })))).toMatchObject({
    ...{ state: "ACCEPTED", acceptedOn: "2026-09-28" },
  });
  doneOf(await act("publisher-3", "giveFundProjectNotice", at(5, { statement: "建成大棚十座" })));
  const scores = scoresOf(projectCode, 58);
  const review = { evaluator: "DEPARTMENT", scores };
  expect(refusal(await act("finance-3", "evaluateFundProject", at(6, review)))).toMatchObject({
    ...{ reason: "SELF_EVALUATION_NEEDED", state: "PUBLIC_NOTICE_GIVEN" },
  });
  const own = { scores: scoresOf(projectCode, 60) };
  const allowedTo = async (viewer: string): Promise<unknown> =>
    (
      await stack.ask("query ($code: ID!) { fundProject(projectCode: $code) { allowedActions } }", {
        viewer,
        variables: { code: projectCode },
      })
    ).body.data.fundProject.allowedActions;
  expect([await allowedTo("unit-3"), await allowedTo("finance-3")]).toEqual([["SELF_EVALUATE"], []]);
  doneOf(await act("unit-3", "selfEvaluateFundProject", at(6, own)));
  expect([await allowedTo("unit-3"), await allowedTo("finance-3")]).toEqual([[], ["EVALUATE"]]);
  expect(refusal(await act("unit-3", "selfEvaluateFundProject", at(7, own)))).toMatchObject({
    reason: "SELF_EVALUATED_BEFORE",
  });
  expect(refusal(await act("finance-3", "evaluateFundProject", at(7, { ...review, evaluator: "SELF" })))).toMatchObject(
    {
      rule: "EVALUATOR",
    },
  );
  const byThird = { ...review, evaluator: "THIRD_PARTY" };
  for (const wrong of [byThird, { ...byThird, reviewer: CONTRACT.contractor }, { ...review, reviewer: THIRD }])
    expect(refusal(await act("finance-3", "evaluateFundProject", at(7, wrong)))).toMatchObject({ rule: "REVIEWER" });
  doneOf(await act("finance-3", "evaluateFundProject", at(7, { ...byThird, reviewer: THIRD })));
  const EVALUATIONS = `query ($code: ID!) { fundProject(projectCode: $code) { evaluations { ...shown }
    pendingEvaluations { ...shown } } } fragment shown on PerformanceEvaluation { evaluator score evaluatedBy { id } }`;
  const evaluationsFor = async (viewer: string): Promise<unknown> =>
    (await stack.ask(EVALUATIONS, { viewer, variables: { code: projectCode } })).body.data.fundProject;
  const both = [
    { evaluator: "THIRD_PARTY", score: 93, evaluatedBy: { id: `CN-USCC-${THIRD}` } },
    { evaluator: "SELF", score: 95, evaluatedBy: { id: expect.stringMatching(/^CN-USCC-/) } },
  ];
  for (const viewer of ["anonymous", "citizen-1", "officer-2"])
    expect(await evaluationsFor(viewer)).toEqual({ evaluations: [], pendingEvaluations: [] });
  for (const viewer of ["unit-3", "finance-3", "supervisor-1"])
    expect(await evaluationsFor(viewer)).toEqual({ evaluations: [], pendingEvaluations: both });
  expect(refusal(await act("unit-3", "archiveFundProject", at(8)))).toMatchObject({ reason: "FILE_INCOMPLETE" });
  doneOf(await act("publisher-3", "publishFundEvaluation", at(8)));
  expect(await evaluationsFor("anonymous")).toEqual({ evaluations: both, pendingEvaluations: [] });
  expect(refusal(await act("publisher-3", "publishFundEvaluation", at(9)))).toMatchObject({
    reason: "NOTHING_TO_PUBLISH",
  });
  expect(doneOf(await act("unit-3", "archiveFundProject", at(9)))).toMatchObject({ state: "ARCHIVED", version: 10 });
  const { body } = await stack.ask(
    `query ($code: ID!, $no: DocumentNumber!) { fundProject(projectCode: $code) { progress results assigned contractor { id }
       procurement { contractNo contractAmount } performance { weight } evaluations { score band scores { score } }
       publications(first: 9) { nodes { kind amount } } history { event part agency reason } }
       budgetAllotment(allotmentNo: $no) { reconciliation { rules { id ok } } } }`,
    { variables: { code: projectCode, no: allotmentNo } },
  );
  expect(body.errors).toBeUndefined();
  const { history, ...told } = body.data.fundProject;
  expect(told).toMatchObject({
    ...{ progress: 100, results: "建成大棚十座", assigned: "60.00", contractor: { id: "CN-USCC-91990101MA9000011P" } },
    ...{
      procurement: { contractNo: "HT-222403-1", contractAmount: "50.00" },
      performance: [{ weight: 60 }, { weight: 40 }],
    },
    evaluations: [
      { score: 93, band: "EXCELLENT", scores: [{ score: 58 }, { score: 35 }] },
      { score: 95, band: "EXCELLENT", scores: [{ score: 60 }, { score: 35 }] },
    ],
  });
  expect(told.publications.nodes).toEqual(
    expect.arrayContaining(["PUBLICITY", "PUBLIC_NOTICE"].map((kind) => ({ kind, amount: "60.00" }))),
  );
  const finance = FINANCE_OFFICERS["finance-3"].agencyUscc;
  expect(history.map(({ event, part, agency }: Record<string, string>) => [event, part, agency])).toEqual([
    ["BEGIN", "OFFICER", UNIT.agencyUscc],
    ["APPROVE", "OFFICER", finance],
    ["OPEN_PUBLICITY", "PUBLISHER", finance],
    ["START", "OFFICER", UNIT.agencyUscc],
    ["ACCEPT", "OFFICER", finance],
    ["GIVE_PUBLIC_NOTICE", "PUBLISHER", finance],
    ["SELF_EVALUATE", "OFFICER", UNIT.agencyUscc],
    ["EVALUATE", "OFFICER", finance],
    ["PUBLISH_EVALUATION", "PUBLISHER", finance],
    ["ARCHIVE", "OFFICER", UNIT.agencyUscc],
  ]);
  // Everybody reads it: no person stands in it.
  expect(history[1].reason).toMatch(/^可行，联农带农机制明确，联系/);
  expect(JSON.stringify(history)).not.toContain("13800138000");
  const { rules } = body.data.budgetAllotment.reconciliation;
  expect(rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
});

it("is decided by the supervisor where the finance department carries it out itself", async () => {
  const county = "229999";
  const shown = async (viewer: string, projectCode: string): Promise<string[]> =>
    (
      await stack.ask("query ($code: ID!) { fundProject(projectCode: $code) { allowedActions } }", {
        viewer,
        variables: { code: projectCode },
      })
    ).body.data.fundProject.allowedActions;
  for (const [state, verb, more] of [
    ["IN_LIBRARY", "approveFundProject", { statement: "可行" }],
    ["STARTED", "acceptFundProject", { statement: "验收合格" }],
    ["PUBLIC_NOTICE_GIVEN", "evaluateFundProject", { evaluator: "DEPARTMENT" }],
  ] as const) {
    const projectCode = await projectIn(stack, state, county);
    const scores = verb === "evaluateFundProject" ? { scores: scoresOf(projectCode) } : {};
    const input = { projectCode, expectedVersion: 1, ...more, ...scores };
    const before = await count();
    // officer-1's agency is the finance department of 229999, and carries the project out.
    expect(refusal(await act("officer-1", verb, input))).toMatchObject({ reason: "OWN_CAUSE" });
    expect(await count()).toEqual(before);
    expect([await shown("officer-1", projectCode), (await shown("supervisor-1", projectCode)).length]).toEqual([[], 1]);
    doneOf(await act("supervisor-1", verb, input));
  }
});

it("waits for whoever may take its next step, and for nobody else", async () => {
  const due = async (viewer: string, projectCode: string): Promise<string[]> =>
    (await stack.ask("{ notices(due: true, first: 50) { items { key event } } }", { viewer })).body.data.notices.items
      .filter(({ key }: { key: string }) => key === projectCode)
      .map(({ event }: { event: string }) => event);
  // officer-1's agency carries both out, and decides the second itself.
  for (const [county, decider] of [
    ["222498", "officer-2"],
    ["229999", "supervisor-1"],
  ] as const) {
    const projectCode = await projectIn(stack, "ACCEPTED", county);
    const publisher = county === "229999" ? "publisher-1" : "publisher-2";
    const others = ["officer-1", "officer-2", "supervisor-1", publisher];
    const waits = async (viewer: string, event: string): Promise<void> => {
      for (const other of others)
        expect([other, await due(other, projectCode)]).toEqual([other, other === viewer ? [event] : []]);
    };
    const at = (expectedVersion: number, more: object = {}): object => ({ projectCode, expectedVersion, ...more });
    doneOf(await act(publisher, "giveFundProjectNotice", at(1, { statement: "建成大棚十座" })));
    await waits("officer-1", "GIVE_PUBLIC_NOTICE");
    doneOf(await act("officer-1", "selfEvaluateFundProject", at(2, { scores: scoresOf(projectCode) })));
    await waits(decider, "SELF_EVALUATE");
    const review = { evaluator: "DEPARTMENT", scores: scoresOf(projectCode) };
    doneOf(await act(decider, "evaluateFundProject", at(3, review)));
    await waits(publisher, "EVALUATE");
    doneOf(await act(publisher, "publishFundEvaluation", at(4)));
    await waits("officer-1", "PUBLISH_EVALUATION");
  }
});

describe("refused, with the rule, and nothing is written", () => {
  const target = PROJECT.performance[0];

  it.each([
    ["without a name", { name: " " }, { rule: "STATED" }],
    ["ending before it begins", { periodTo: "2026-10-09" }, { rule: "PERIOD" }],
    [
      "of more households than persons",
      { beneficiaries: { households: 9, persons: 8, poorHouseholds: 1 } },
      { rule: "BENEFICIARIES" },
    ],
    [
      "of a household below none",
      { beneficiaries: { households: -1, persons: 8, poorHouseholds: 0 } },
      { code: "BAD_USER_INPUT" },
    ],
    ["with weights of 99", { performance: [{ ...target, weight: 99 }] }, { rule: "WEIGHTS" }],
    ["without targets", { performance: [] }, { rule: "WEIGHTS" }],
    [
      "with targets that cancel out",
      {
        performance: [
          { ...target, weight: 100 },
          { ...target, weight: 0 },
        ],
      },
      { code: "BAD_USER_INPUT" },
    ],
    ["under no policy", { policyCode: "?" }, { rule: "POLICY_UNKNOWN" }],
    ["in another county", { site: "222404" }, { reason: "PROJECT_ELSEWHERE" }],
  ])("a project %s", async (_name, more, expected) => {
    const before = await count();
    expect(refusal(await act("unit-3", "enterFundProject", { ...PROJECT, site: "222403", ...more }))).toMatchObject(
      expected,
    );
    expect(await count()).toEqual(before);
  });

  it.each([
    [
      "a contract of tomorrow",
      "IN_PUBLICITY",
      "officer-1",
      "startFundProject",
      { ...CONTRACT, contractedOn: "2026-09-29" },
      { rule: "DAY_TO_COME" },
    ],
    [
      "a contract of nothing",
      "IN_PUBLICITY",
      "officer-1",
      "startFundProject",
      { ...CONTRACT, contractAmount: "0" },
      { rule: "AMOUNT" },
    ],
    [
      "a contract of three decimals",
      "IN_PUBLICITY",
      "officer-1",
      "startFundProject",
      { ...CONTRACT, contractAmount: "1.005" },
      { rule: "VARIABLE" },
    ],
    ["its own acceptance", "STARTED", "officer-1", "acceptFundProject", { statement: "合格" }, { reason: "ACTOR" }],
    [
      "an acceptance without a finding",
      "STARTED",
      "officer-2",
      "acceptFundProject",
      { statement: " " },
      { reason: "ACCEPTANCE_NEEDED" },
    ],
    [
      "an acceptance before the work",
      "APPROVED",
      "officer-2",
      "acceptFundProject",
      { statement: "合格" },
      { reason: "STATE", state: "APPROVED" },
    ],
    [
      "a step of a version that is past",
      "STARTED",
      "officer-2",
      "acceptFundProject",
      { statement: "合格", expectedVersion: 7 },
      { reason: "STALE_VERSION" },
    ],
    [
      "a step of a project that is not there",
      "STARTED",
      "officer-2",
      "acceptFundProject",
      { statement: "合格", projectCode: "?" },
      { code: "NOT_FOUND" },
    ],
    [
      "an evaluation without scores",
      "PUBLIC_NOTICE_GIVEN",
      "officer-2",
      "evaluateFundProject",
      { evaluator: "DEPARTMENT", scores: [] },
      { rule: "SCORES" },
    ],
  ])("%s", async (_name, state, viewer, verb, more, expected) => {
    const projectCode = await projectIn(stack, state);
    const before = await count();
    expect(refusal(await act(viewer, verb, { projectCode, expectedVersion: 1, ...more }))).toMatchObject(expected);
    expect(await count()).toEqual(before);
  });

  it("scores above a weight, twice for one target, or of another project's", async () => {
    const [projectCode, other] = [await projectIn(stack, "PUBLIC_NOTICE_GIVEN"), await projectIn(stack, "STARTED")];
    const [first, second] = scoresOf(projectCode);
    const step = { projectCode, expectedVersion: 1, evaluator: "DEPARTMENT" };
    for (const scores of [scoresOf(projectCode, 61), [first, first], [first], [first, second, first], scoresOf(other)])
      expect(refusal(await act("officer-2", "evaluateFundProject", { ...step, scores }))).toMatchObject({
        rule: "SCORES",
      });
    doneOf(await act("officer-2", "evaluateFundProject", { ...step, scores: [second, first] }));
  });

  it("the second of two that approve at once", async () => {
    const projectCode = await projectIn(stack, "IN_LIBRARY");
    const step = { projectCode, expectedVersion: 1, statement: "可行" };
    const answers = await Promise.all([1, 2].map(() => act("officer-2", "approveFundProject", step)));
    expect(answers.map((answer) => (answer.body.errors ? refusal(answer) : "done"))).toEqual(
      expect.arrayContaining(["done", expect.objectContaining({ code: "CONFLICT", reason: "STALE_VERSION" })]),
    );
  });
});
