/** Publishing of matters: a draft is written, held against the gate, reviewed by somebody else and published as the next version; what each step refuses. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { draftAfter, MATTER_VERBS, newMatterId, TO_APPROVED } from "../support/verbs/matters.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const WHOLE = `matterDraft { id state version baseVersion publishedOn publishedVersion allowedActions
  changes { field kind newValue } qualityIssues { rule severity } content { taskName acceptCondition visitReason materials { name } }
  matter { version } history { event part reason } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${MATTER_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${WHOLE} } }`, {
    viewer,
    variables: { input },
  });

const draftOf = ({ body }: Answer): { id: string; version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.matterDraft;
};

const refusal = ({ body }: Answer): unknown => body.errors?.[0]?.extensions;

const readMatter = async (id: string): Promise<Record<string, unknown>> => {
  const { body } = await stack.ask(
    `query ($id: ID!) { serviceMatter(id: $id) { taskName status version visits acceptCondition
       versions { version validFrom validTo } versionDifference(from: 1, to: 2) { changes { field newValue } } } }`,
    { variables: { id } },
  );
  return body.data.serviceMatter;
};

it("goes from a draft to the next version, with what the gate finds and by another person; the old version stays", async () => {
  const matterId = await newMatterId(stack);
  const begun = draftOf(
    await act("officer-1", "draftMatter", {
      matterId,
      changes: {
        visits: 0,
        acceptCondition: "年满十八周岁。联系人张三，手机13800138000",
        materials: [{ name: "申请表" }],
        consultPhone: "0433-2512345，张三13800138000",
      },
    }),
  );
  expect(begun).toMatchObject({ state: "DRAFT", version: 1, baseVersion: 1, allowedActions: ["REVISE", "WITHDRAW"] });
  expect(JSON.stringify(begun["content"])).not.toContain("13800138000");
  expect(begun["changes"]).toEqual(
    expect.arrayContaining([
      { field: "visits", kind: "CHANGED", newValue: "0" },
      { field: "materials[申请表]", kind: "ADDED", newValue: "申请表" },
      { field: "materials[申请书]", kind: "REMOVED", newValue: null },
    ]),
  );
  const at = (expectedVersion: number) => ({ draftId: begun.id, expectedVersion });

  // No visit with a reason for one, offline and not by post: the gate names all of it.
  expect(refusal(await act("officer-1", "finishMatterDraft", at(1)))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "ERRORS_LEFT",
    missing: ["NO_VISIT_HAS_REASON", "NO_VISIT_NEEDS_POST"],
    state: "DRAFT",
    next: ["REVISE"],
  });
  const mended = draftOf(
    await act("officer-1", "editMatterDraft", { ...at(1), changes: { visitReason: "", channels: { express: true } } }),
  );
  expect(mended).toMatchObject({ version: 2, content: { visitReason: null } });
  expect(draftOf(await act("officer-1", "finishMatterDraft", at(2)))).toMatchObject({ state: "SUBMITTED" });
  expect(draftOf(await act("officer-1", "submitMatterDraft", at(3)))).toMatchObject({
    state: "IN_REVIEW",
    allowedActions: ["WITHDRAW"],
  });
  expect(refusal(await act("officer-1", "approveMatterDraft", at(4)))).toMatchObject({ reason: "OWN_DRAFT" });
  expect(await readMatter(matterId)).toMatchObject({ version: 1, visits: 1, acceptCondition: null });

  expect(draftOf(await act("publisher-1", "approveMatterDraft", at(4)))).toMatchObject({
    state: "APPROVED",
    allowedActions: ["REJECT", "PUBLISH"],
  });
  expect(refusal(await act("officer-1", "publishMatterDraft", at(5)))).toMatchObject({ reason: "ACTOR" });
  expect(draftOf(await act("publisher-1", "publishMatterDraft", at(5)))).toMatchObject({
    ...{ state: "PUBLISHED", publishedOn: "2026-09-28", publishedVersion: 2, changes: null, qualityIssues: null },
    matter: { version: 2 },
    history: [
      { event: "BEGIN", part: "OFFICER" },
      { event: "REVISE", part: "OFFICER" },
      { event: "FINISH", part: "OFFICER" },
      { event: "SUBMIT", part: "OFFICER" },
      { event: "APPROVE", part: "PUBLISHER" },
      { event: "PUBLISH", part: "PUBLISHER" },
    ],
  });
  const published = await readMatter(matterId);
  expect(published).toMatchObject({
    ...{ status: "PUBLISHED", version: 2, visits: 0 },
    versions: [
      { version: 2, validFrom: "2026-09-28", validTo: null },
      { version: 1, validFrom: "2026-01-05", validTo: "2026-09-27" },
    ],
  });
  expect(JSON.stringify(published)).not.toContain("13800138000");
  expect(published["versionDifference"]).toMatchObject({
    changes: expect.arrayContaining([{ field: "materials[申请表]", newValue: "申请表" }]),
  });
});

it("is found by its new name", async () => {
  const matterId = await newMatterId(stack);
  const changes = { taskName: "蓝莓种植备案" };
  const { id: draftId } = draftOf(await act("officer-1", "draftMatter", { matterId, changes }));
  const steps = [
    ["officer-1", "finishMatterDraft"],
    ["officer-1", "submitMatterDraft"],
    ["publisher-1", "approveMatterDraft"],
    ["publisher-1", "publishMatterDraft"],
  ] as const;
  const found = async (): Promise<unknown[]> =>
    (await stack.ask('{ serviceMatters(search: "蓝莓种植", first: 100) { nodes { id } } }')).body.data.serviceMatters
      .nodes;
  expect(await found()).toEqual([]);
  for (const [index, [viewer, verb]] of steps.entries())
    draftOf(await act(viewer, verb, { draftId, expectedVersion: index + 1 }));
  expect(await found()).toEqual([{ id: matterId }]);
});

it("is sent back with reasons, mended and reviewed again", async () => {
  const { draftId, expectedVersion } = await draftAfter(stack, ...TO_APPROVED);
  const at = (more: number) => ({ draftId, expectedVersion: expectedVersion + more });
  expect(refusal(await act("publisher-1", "rejectMatterDraft", { ...at(0), reasons: " " }))).toMatchObject({
    reason: "REASONS_NEEDED",
  });
  const sentBack = draftOf(await act("publisher-1", "rejectMatterDraft", { ...at(0), reasons: "依据已经失效" }));
  expect(sentBack).toMatchObject({ state: "REJECTED" });
  expect(sentBack["history"]).toContainEqual({ event: "REJECT", part: "PUBLISHER", reason: "依据已经失效" });
  const edited = await act("officer-1", "editMatterDraft", { ...at(1), changes: { limitExplain: "无" } });
  expect(draftOf(edited)).toMatchObject({ state: "DRAFT", allowedActions: ["REVISE", "FINISH", "WITHDRAW"] });
});

it("is one at a time for a matter, also for many at once", async () => {
  const matterId = await newMatterId(stack);
  const answers = await Promise.all(Array.from({ length: 8 }, () => act("officer-1", "draftMatter", { matterId })));
  const begun = answers.filter(({ body }) => body.errors === undefined).map(draftOf);
  expect(begun).toHaveLength(1);
  expect(answers.filter(({ body }) => body.errors).map(refusal)).toEqual(
    Array.from({ length: 7 }, () => expect.objectContaining({ code: "RULE_VIOLATION", reason: "DRAFT_RUNS" })),
  );
  const given = { draftId: begun[0]!.id, expectedVersion: 1, reasons: "不再需要" };
  expect(draftOf(await act("officer-1", "withdrawMatterDraft", given))).toMatchObject({
    ...{ state: "WITHDRAWN", allowedActions: [] },
  });
  expect(draftOf(await act("officer-1", "draftMatter", { matterId }))).toMatchObject({ state: "DRAFT" });
});

it("is not published over a version that came meanwhile", async () => {
  const { draftId, expectedVersion, matterId } = await draftAfter(stack, ...TO_APPROVED);
  await stack.databases["matters"]!("service_matters").where("id", matterId).update({ version: 2, visits: 3 });
  expect(refusal(await act("publisher-1", "publishMatterDraft", { draftId, expectedVersion }))).toMatchObject({
    reason: "MATTER_CHANGED",
  });
  expect(await readMatter(matterId)).toMatchObject({ version: 2, visits: 3 });
});

it.each([
  ["a material twice", { materials: [{ name: "申请表" }, { name: "申请表" }] }, "NAME_TWICE", "materials"],
  ["a material without a name", { materials: [{ name: " " }] }, "STATED", "materials"],
  [
    "a situation that is none of the matter's",
    { materials: [{ name: "甲", situationIds: ["x"] }] },
    "MATERIAL_SITUATION",
    "materials",
  ],
  ["no name", { taskName: "" }, "STATED", "taskName"],
  ["more steps than there may be", { steps: Array.from({ length: 21 }, (_, i) => ({ name: `${i}` })) }, "MAX", "steps"],
  ["visits below none", { visits: -1 }, "MIN", "visits"],
])("refuses %s", async (_name, changes, rule, argument) => {
  const matterId = await newMatterId(stack);
  expect(refusal(await act("officer-1", "draftMatter", { matterId, changes }))).toMatchObject({
    ...{ code: "BAD_USER_INPUT", rule, argument },
  });
  expect(await stack.databases["matters"]!("matter_drafts").where("matter_id", matterId)).toEqual([]);
});

it("is told to those who have to review it, and to those who have to mend it", async () => {
  const { draftId, expectedVersion } = await draftAfter(stack, "finishMatterDraft", "submitMatterDraft");
  const told = async (viewer: string): Promise<unknown[]> => {
    const { body } = await stack.ask("{ notices(first: 50, due: true) { items { kind key state } } }", { viewer });
    return body.data.notices.items.filter(({ key }: { key: string }) => key === draftId);
  };
  expect(await told("publisher-1")).toEqual([{ kind: "MatterDraft", key: draftId, state: "IN_REVIEW" }]);
  expect(await told("officer-1")).toEqual([]);
  draftOf(await act("publisher-1", "rejectMatterDraft", { draftId, expectedVersion, reasons: "依据已经失效" }));
  expect(await told("publisher-1")).toEqual([]);
  expect(await told("officer-1")).toEqual([{ kind: "MatterDraft", key: draftId, state: "REJECTED" }]);
  expect(await told("officer-2")).toEqual([]);
});

describe("an intermediary service that a draft demands", () => {
  const ofState = async (state: string): Promise<string> => {
    const { code } = await stack.databases["intermediary"]!("intermediary_services")
      .first("code")
      .where("list_state", state)
      .orderBy("code");
    return code;
  };
  /** What the list answers about the draft's services, as this viewer is told. */
  const passesOf = async (draftId: string, viewer: string) => {
    const { body } = await stack.ask(
      "query ($id: ID!) { matterDraft(id: $id) { content { materials { intermediaryService { code demandGate { mayDemand pass } } } } } }",
      { viewer, variables: { id: draftId } },
    );
    const services = body.data.matterDraft.content.materials.map(
      ({ intermediaryService }: { intermediaryService: unknown }) => intermediaryService,
    );
    return services as { code: string; demandGate: { mayDemand: boolean; pass: string | null } | null }[];
  };
  const demanding = async (...codes: string[]) => {
    const materials = codes.map((code) => ({ name: `${code}报告`, source: "OTHER", intermediaryServiceCode: code }));
    const matterId = await newMatterId(stack);
    return draftOf(await act("officer-1", "draftMatter", { matterId, changes: { materials } }));
  };

  it("needs a pass of the list at the end of writing, at review and at publication, each time anew", async () => {
    const code = await ofState("KEPT");
    const { id: draftId } = await demanding(code);
    const step = async (viewer: string, verb: string, expectedVersion: number) => {
      const at = { draftId, expectedVersion };
      expect(refusal(await act(viewer, verb, at))).toMatchObject({
        ...{ code: "RULE_VIOLATION", reason: "DEMANDED_SERVICE_NOT_LISTED", missing: [code] },
        basis: expect.any(String),
      });
      const [gate] = await passesOf(draftId, viewer);
      expect(gate).toMatchObject({ code, demandGate: { mayDemand: true, pass: expect.any(String) } });
      const demandPasses = [{ code, pass: gate!.demandGate!.pass }];
      return draftOf(await act(viewer, verb, { ...at, demandPasses }));
    };
    expect(await step("officer-1", "finishMatterDraft", 1)).toMatchObject({ state: "SUBMITTED" });
    draftOf(await act("officer-1", "submitMatterDraft", { draftId, expectedVersion: 2 }));
    expect(await step("publisher-1", "approveMatterDraft", 3)).toMatchObject({ state: "APPROVED" });
    expect(await step("publisher-1", "publishMatterDraft", 4)).toMatchObject({ state: "PUBLISHED" });
  });

  it("is refused where it was cleared away or is unknown, and no pass of another service, time or hand opens the gate", async () => {
    const [kept, removed] = [await ofState("KEPT"), await ofState("REMOVED")];
    const { id: draftId } = await demanding(removed, kept, "ZJ-NONE");
    const passes = await passesOf(draftId, "officer-1");
    expect(passes.map(({ demandGate }) => demandGate?.mayDemand)).toEqual([false, true, undefined]);
    const pass = passes[1]!.demandGate!.pass!;
    const finish = (demandPasses: object[]) =>
      act("officer-1", "finishMatterDraft", { draftId, expectedVersion: 1, demandPasses });
    for (const given of [
      [{ code: kept, pass }],
      [removed, kept, "ZJ-NONE"].map((code) => ({ code, pass })),
      [
        { code: removed, pass: "" },
        { code: kept, pass },
      ],
    ])
      expect(refusal(await finish(given))).toMatchObject({ missing: [removed, "ZJ-NONE"] });
    const [seconds, code] = pass.split("-") as [string, string];
    for (const wrong of [
      `${Number(seconds) - 601}-${code}`,
      `${Number(seconds) + 1}-${code}`,
      `${pass}X`,
      "x".repeat(64),
    ])
      expect(refusal(await finish([{ code: kept, pass: wrong }]))).toMatchObject({
        missing: [removed, kept, "ZJ-NONE"],
      });
    expect(refusal(await finish(Array<object>(101).fill({ code: kept, pass })))).toMatchObject({ rule: "MAX" });
  });

  it("has no pass where the list does not answer", async () => {
    const code = await ofState("KEPT");
    for (const isListed of [null, "true", 1, {}, [], false]) {
      const { body } = await stack.askSubgraph(
        "matters",
        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on IntermediaryService { demandGate { mayDemand pass } } } }",
        { viewer: VIEWERS["officer-1"], variables: { r: [{ __typename: "IntermediaryService", code, isListed }] } },
      );
      expect(body.data._entities).toEqual([{ demandGate: { mayDemand: false, pass: null } }]);
    }
  });
});
