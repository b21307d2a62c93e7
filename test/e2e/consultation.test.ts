/** Online consultation: asked, answered, asked again, published without the asker and taken out again; what each refuses. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { CONSULTATION_VERBS, consultationAfter, questionOf } from "../support/verbs/consultations.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const WHOLE = `consultation { id state version mayPublish publicQuestion publicAnswer publishedOn allowedActions askedOn answeredOn
  deadline { dueOn } turns { question answer } history { event part } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${CONSULTATION_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${WHOLE} } }`, {
    viewer,
    variables: { input },
  });

const consultationOf = ({ body }: Answer): { id: string; version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.consultation;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const listed = async (viewer: string, filter: object): Promise<Record<string, unknown>[]> => {
  const { body } = await stack.ask(
    "query ($filter: ConsultationFilter) { consultations(first: 100, filter: $filter) { nodes { id state publicQuestion turns { question } } } }",
    { viewer, variables: { filter } },
  );
  return body.data.consultations.nodes;
};

it("is asked, answered within its limit, asked again, and its history says by whom", async () => {
  const asked = consultationOf(await act("citizen-1", "askConsultation", await questionOf(stack)));
  expect(asked).toMatchObject({
    state: "ASKED",
    version: 1,
    askedOn: "2026-09-28",
    allowedActions: ["RETRACT", "WITHDRAW"],
  });
  // Five working days, over the holiday of the first week of October, and the Saturday that is worked for it.
  expect(asked["deadline"]).toEqual({ dueOn: "2026-10-10" });
  const at = (expectedVersion: number) => ({ consultationId: asked.id, expectedVersion });
  expect(
    consultationOf(await act("officer-1", "answerConsultation", { ...at(1), answer: "应当重新申请。" })),
  ).toMatchObject({ state: "ANSWERED", answeredOn: "2026-09-28", allowedActions: ["PUBLISH"] });
  expect(
    consultationOf(await act("citizen-1", "followUpConsultation", { ...at(2), question: "要带哪些材料？" })),
  ).toMatchObject({ state: "ASKED", answeredOn: null });
  expect(
    consultationOf(await act("officer-1", "answerConsultation", { ...at(3), answer: "见办事指南。" })),
  ).toMatchObject({
    state: "ANSWERED",
    version: 4,
    turns: [
      { question: "我是张示例，搬店要重新申请吗？", answer: "应当重新申请。" },
      { question: "要带哪些材料？", answer: "见办事指南。" },
    ],
    history: [
      { event: "BEGIN", part: "SUBJECT" },
      { event: "ANSWER", part: "OFFICER" },
      { event: "FOLLOW_UP", part: "SUBJECT" },
      { event: "ANSWER", part: "OFFICER" },
    ],
  });
});

it("is public without the asker where the asker agreed, and no longer once consent is taken back", async () => {
  const { consultationId, expectedVersion } = await consultationAfter(stack, "answerConsultation");
  const published = consultationOf(
    await act("officer-1", "publishConsultation", {
      ...{ consultationId, expectedVersion },
      publicQuestion: "联系电话13800138000，搬店要重新申请吗？",
      publicAnswer: "应当重新申请。",
    }),
  );
  expect(published["publicQuestion"]).not.toContain("13800138000");
  expect(published).toMatchObject({ state: "PUBLISHED", publishedOn: "2026-09-28" });
  const found = (viewer: string) =>
    listed(viewer, { text: "搬店要" }).then((nodes) => nodes.filter(({ id }) => id === consultationId));
  expect(await found("anonymous")).toEqual([
    { id: consultationId, state: "PUBLISHED", publicQuestion: published["publicQuestion"], turns: null },
  ]);
  expect(await found("officer-2")).toMatchObject([{ turns: null }]);
  expect(await found("citizen-1")).toMatchObject([{ turns: [{ question: "我是张示例，搬店要重新申请吗？" }] }]);
  const retracted = consultationOf(
    await act("citizen-1", "retractConsultation", { consultationId, expectedVersion: expectedVersion + 1 }),
  );
  expect(retracted).toMatchObject({ state: "ANSWERED", mayPublish: false, publicQuestion: null, publishedOn: null });
  expect(await found("anonymous")).toEqual([]);
  const again = {
    ...{ consultationId, expectedVersion: expectedVersion + 2 },
    ...{ publicQuestion: "搬店要重新申请吗？", publicAnswer: "应当重新申请。" },
  };
  expect(refusal(await act("officer-1", "publishConsultation", again))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "CONSENT_NEEDED",
  });
});

it("is not published with a person beside an illness, nor with a child, in words of whoever publishes", async () => {
  const at = await consultationAfter(stack, "answerConsultation");
  const clean = { publicQuestion: "补贴何时发放？", publicAnswer: "每月十日前。" };
  for (const [argument, text, found] of [
    ["publicQuestion", "低保户李大山问补贴何时发放？", ["WELFARE"]],
    ["publicAnswer", "学生段雅婷已获减免。", ["MINOR"]],
    ["publicAnswer", "王建国因脑梗瘫痪，由家属代办。", ["HEALTH"]],
  ] as const)
    expect(refusal(await act("officer-1", "publishConsultation", { ...at, ...clean, [argument]: text }))).toMatchObject(
      {
        ...{ code: "RULE_VIOLATION", reason: "PERSONAL_DATA", argument, found },
      },
    );
  const personal = { ...at, ...clean, publicAnswer: "学生段雅婷已获减免。" };
  expect(refusal(await act("officer-2", "publishConsultation", personal))).toMatchObject({ code: "NOT_FOUND" });
  expect(consultationOf(await act("officer-1", "publishConsultation", { ...at, ...clean }))).toMatchObject(clean);
});

it("is not published once the asker took consent back before, which nobody else does for them", async () => {
  const { consultationId, expectedVersion } = await consultationAfter(stack, "answerConsultation");
  const at = (more: number) => ({ consultationId, expectedVersion: expectedVersion + more });
  expect(refusal(await act("officer-1", "retractConsultation", at(0)))).toMatchObject({ reason: "ACTOR" });
  expect(consultationOf(await act("citizen-1", "retractConsultation", at(0)))).toMatchObject({
    ...{ state: "ANSWERED", mayPublish: false, allowedActions: ["FOLLOW_UP"] },
  });
  const words = { publicQuestion: "搬店要重新申请吗？", publicAnswer: "应当重新申请。" };
  expect(refusal(await act("officer-1", "publishConsultation", { ...at(1), ...words }))).toMatchObject({
    reason: "CONSENT_NEEDED",
  });
});

it("shows in lists what the viewer may know of alone, and finds text in what is published alone", async () => {
  const { consultationId } = await consultationAfter(stack);
  for (const [viewer, knows] of [
    ["anonymous", false],
    ["citizen-1", true],
    ["citizen-2", false],
    ["agent-1", false],
    ["officer-1", true],
    ["officer-2", false],
    ["supervisor-1", true],
  ] as const)
    expect([viewer, (await listed(viewer, {})).some(({ id }) => id === consultationId)]).toEqual([viewer, knows]);
  expect((await listed("citizen-1", { mine: true })).some(({ id }) => id === consultationId)).toBe(true);
  expect((await listed("officer-1", { mine: true })).map(({ id }) => id)).toEqual([]);
  expect((await listed("citizen-1", { text: "张示例" })).map(({ id }) => id)).toEqual([]);
  expect((await listed("anonymous", { text: "%" })).map(({ id }) => id)).toEqual([]);
});

it("refuses words that say nothing, a stale version, a second answer and what is not the viewer's to do", async () => {
  const { consultationId, expectedVersion } = await consultationAfter(stack, "answerConsultation");
  const at = { consultationId, expectedVersion };
  for (const [viewer, verb, input, expected] of [
    ["officer-1", "answerConsultation", { ...at, answer: "再答" }, { code: "RULE_VIOLATION", reason: "STATE" }],
    ["citizen-1", "followUpConsultation", { ...at, question: " " }, { code: "BAD_USER_INPUT", rule: "STATED" }],
    ["citizen-1", "withdrawConsultation", at, { code: "RULE_VIOLATION", reason: "STATE" }],
    [
      "citizen-1",
      "followUpConsultation",
      { ...at, expectedVersion: 1, question: "？" },
      { code: "CONFLICT", version: 2 },
    ],
    ["officer-2", "publishConsultation", { ...at, publicQuestion: "a", publicAnswer: "b" }, { code: "NOT_FOUND" }],
  ] as const)
    expect(refusal(await act(viewer, verb, input))).toMatchObject(expected);
  const open = await consultationAfter(stack);
  expect(refusal(await act("officer-1", "answerConsultation", { ...open, answer: " " }))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "ANSWER_NEEDED",
  });
  const question = await questionOf(stack);
  expect(refusal(await act("citizen-1", "askConsultation", { ...question, matterId: "none" }))).toMatchObject({
    code: "NOT_FOUND",
  });
});

it("has at most twenty questions", async () => {
  const { consultationId } = await consultationAfter(stack, "answerConsultation");
  const db = stack.databases["matters"]!;
  await db.raw(
    `insert into consultation_turns (consultation_id, number, question, asked_on, answer, answered_on)
     select ?, n, '追问', '2026-09-28', '答复', '2026-09-28' from generate_series(2, 20) n`,
    [consultationId],
  );
  const input = { consultationId, expectedVersion: 2, question: "还有一问" };
  expect(refusal(await act("citizen-1", "followUpConsultation", input))).toMatchObject({
    code: "BAD_USER_INPUT",
    rule: "MAX",
  });
  expect(await db("consultation_turns").where("consultation_id", consultationId)).toHaveLength(20);
});
