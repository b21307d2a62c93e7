/** Decisions of openness through the gateway: golden steps, lists beside independent SQL, opinions and publication with what each refuses. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { givenOpinion, ITS_DOCUMENT, OPEN_TOPIC, readyDecision, STEP_MISSING } from "../support/verbs/openness.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const keys = async (sql: string): Promise<string[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: { key: string }[] }).rows.map(({ key }) => key);

const act = (viewer: string, verb: string, type: string, selection: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${selection} } }`, {
    viewer,
    variables: { input },
  });
const submit = (viewer: string, topicId: string, text: string): Promise<Answer> =>
  act(viewer, "submitOpinion", "SubmitOpinionInput", "opinion { id text authorKind outcome version givenOn }", {
    ...{ topicId, text },
  });
/** What is answered where the verb is given to others by law. */
const DENIED = { done: null };
const refusal = ({ body }: Answer): Record<string, unknown> => ({ ...body.errors?.[0]?.extensions });

describe("a decision", () => {
  it("shows each statutory step with its evidence", async () => {
    const { decision } = await ask(`{ decision(id: "JC222401-2025-001") { title kind stage organiser { name }
      basis { id lawName articleNo } steps { step state takenOn documentTitle notNeededBecause } adoptedDocument { title } } }`);
    expect(decision).toMatchObject({
      title: "修订《延吉市食品小作坊登记管理办法》",
      ...{ kind: "PUBLIC_POLICY", stage: "PUBLISHED" },
      organiser: { name: "延吉市市场监督管理局（演示）" },
      basis: [
        { id: "MAJOR-DECISIONS-2019-03", lawName: "重大行政决策程序暂行条例", articleNo: "第三条" },
        { id: "FOOD-SAFETY-2021-35" },
      ],
      adoptedDocument: { title: "延吉市食品小作坊登记管理办法（修订）" },
    });
    expect(decision.steps).toEqual(
      [
        ["PUBLIC_PARTICIPATION", "2025-04-14", "公众意见采纳情况说明"],
        ["EXPERT_ARGUMENT", "2025-04-18", "专家论证意见"],
        ["RISK_ASSESSMENT", "2025-04-22", "社会稳定风险评估报告"],
        ["LEGALITY_REVIEW", "2025-05-15", "合法性审查意见"],
        ["COLLECTIVE_DISCUSSION", "2025-06-05", "常务会议纪要"],
      ].map(([step, takenOn, documentTitle]) => ({
        ...{ step, state: "DONE", takenOn, documentTitle, notNeededBecause: null },
      })),
    );
  });

  it("shows a gap where a step is missing, and why one is not asked of it", async () => {
    const { missing, short } = await ask(`{ missing: decision(id: "${STEP_MISSING}") { stage steps { step state } }
      short: decision(id: "JC222401-2023-001") { steps { state notNeededBecause } consultation { leastClosesOn closesOn tooShort } } }`);
    expect(missing.steps).toContainEqual({ step: "RISK_ASSESSMENT", state: "MISSING" });
    expect(short.steps[1]).toEqual({ state: "NOT_NEEDED", notNeededBecause: "不涉及专业性、技术性问题。" });
    expect(short.consultation).toEqual({ leastClosesOn: "2023-04-19", closesOn: "2023-04-03", tooShort: true });
  });

  it("is listed by organiser, by what is missing and by how long the public could speak", async () => {
    const { organization, missing, short, published } = await ask(`{
      organization(uscc: "11990101MB9000015E") { decisions(first: 100) { nodes { id } } }
      missing: decisions(first: 100, filter: { missing: RISK_ASSESSMENT }) { nodes { id } }
      short: decisions(first: 100, filter: { consultedTooShort: true }) { nodes { id } }
      published: decisions(first: 100, filter: { stage: PUBLISHED, division: "222400" }) { nodes { id } } }`);
    const ids = (list: { nodes: { id: string }[] }): string[] => list.nodes.map(({ id }) => id).sort();
    const open = "opened_on <= '2026-09-28'";
    expect(ids(organization.decisions)).toEqual(
      await keys(`select id as key from decisions where organiser_uscc = '11990101MB9000015E' and ${open} order by id`),
    );
    expect(ids(missing)).toEqual(
      await keys(`select id as key from decisions d where ${open} and not exists
        (select 1 from decision_steps where decision_id = d.id and step = 'RISK_ASSESSMENT') order by id`),
    );
    expect(ids(missing)).toContain(STEP_MISSING);
    expect(ids(short)).toEqual(["JC222401-2023-001"]);
    expect(ids(published)).toEqual(
      await keys(
        `select id as key from decisions where state = 'PUBLISHED' and division_code like '2224%' order by id`,
      ),
    );
  });

  it("tells by no filter of a consultation that has not begun", async () => {
    const db = stack.databases["openness"]!;
    const lists = async (viewer: string): Promise<boolean[]> => {
      const { short, others } = await ask(
        `{ short: decisions(first: 100, filter: { consultedTooShort: true }) { nodes { id } }
           others: decisions(first: 100, filter: { consultedTooShort: false }) { nodes { id } } }`,
        viewer,
      );
      return [short, others].map(({ nodes }) => nodes.some(({ id }: { id: string }) => id === "JC-TEST-1"));
    };
    try {
      await db.raw(
        `insert into decisions (id, title, kind, state, organiser_id, organiser_uscc, division_code, proposed_on, opened_on)
         values ('JC-TEST-1', '测试', 'OTHER', 'DRAFTED', 'ORG-TEST', '11990101MB9000015E', '222401', '2026-09-01', '2026-09-02')`,
      );
      await db.raw(
        `insert into decision_consultations (decision_id, organiser_uscc, division_code, opens_on, closes_on, channel)
         values ('JC-TEST-1', '11990101MB9000015E', '222401', '2026-12-01', '2026-12-05', '测试')`,
      );
      expect(await lists("anonymous")).toEqual([false, true]);
      expect(await lists("officer-1")).toEqual([true, false]);
    } finally {
      await db.raw("delete from decisions where id = 'JC-TEST-1'");
    }
  });

  it("stands among what a division asks the public now, until the last day", async () => {
    const query = `{ division(code: "222400") { consultationsOpen(first: 10) { nodes { closesOn open decision { id } } } } }`;
    expect((await ask(query)).division.consultationsOpen.nodes).toEqual([
      { closesOn: "2026-10-09", open: true, decision: { id: "JC222401-2026-001" } },
    ]);
    const elsewhere = query.replace("222400", "222403");
    expect((await ask(elsewhere)).division.consultationsOpen.nodes).toEqual([]);
  });

  it("counts all opinions and shows the answered ones, the author their own", async () => {
    const query = `{ decision(id: "JC222401-2026-001") { consultation { opinionCount adoption { adopted pending }
      topics { name opinionCount opinions(first: 10) { nodes { id } } } } } }`;
    const said = ({ decision }: { decision: { consultation: { topics: { opinions: { nodes: object[] } }[] } } }) =>
      decision.consultation.topics.map(({ opinions }) => opinions.nodes.length);
    const everybody = await ask(query);
    expect(everybody.decision.consultation).toMatchObject({ opinionCount: 3, adoption: { adopted: 1, pending: 2 } });
    expect(said(everybody)).toEqual([1, 0]);
    expect(said(await ask(query, "citizen-1"))).toEqual([2, 0]);
    expect(said(await ask(query, "agent-1"))).toEqual([1, 1]);
    expect(said(await ask(query, "officer-1"))).toEqual([2, 1]);
  });
});

describe("an opinion", () => {
  it("is kept without persons, known to its author and the organiser alone until it is answered", async () => {
    const { body } = await submit(
      "citizen-1",
      OPEN_TOPIC,
      "我叫张示例，电话13800138000，邻居李演示也说：请写明清洗周期。",
    );
    const { opinion } = body.data.done;
    expect(opinion).toMatchObject({ authorKind: "PERSON", outcome: "PENDING", version: 1, givenOn: "2026-09-28" });
    expect(opinion.text).not.toContain("13800138000");
    expect(opinion.text).not.toContain("张示例");
    expect(opinion.text).toContain("清洗周期");
    const query = `{ opinion(id: "${opinion.id}") { outcome reason answeredOn text } }`;
    expect(await ask(query)).toEqual({ opinion: null });
    expect(await ask(query, "citizen-2")).toEqual({ opinion: null });
    const answer = { opinionId: opinion.id, expectedVersion: 1, action: "REJECT" };
    const answered = (input: object): Promise<Answer> =>
      act(
        "officer-1",
        "answerOpinion",
        "AnswerOpinionInput",
        "opinion { outcome allowedActions history { event part actor agency } }",
        input,
      );
    expect(refusal(await answered(answer))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "REASONS_NEEDED", next: ["ADOPT"] },
    });
    expect(refusal(await answered({ ...answer, reason: "  " }))).toMatchObject({ reason: "REASONS_NEEDED" });
    expect(
      (await answered({ ...answer, reason: "李演示所提，国家标准已有规定。", names: ["李演示"] })).body.data.done
        .opinion,
    ).toEqual({
      ...{ outcome: "NOT_ADOPTED", allowedActions: [] },
      history: [
        // The pseudonym of its author is that of their other records, of which the agency knows whose they are.
        { event: "BEGIN", part: "SUBJECT", actor: null, agency: null },
        { event: "REJECT", part: "OFFICER", actor: expect.any(String), agency: "11990101MB9000015E" },
      ],
    });
    const shown = (await ask(query)).opinion;
    expect(shown.text).not.toContain("李演示");
    expect(shown.reason).not.toContain("李演示");
    expect(shown.reason).toContain("所提，国家标准已有规定。");
    expect(shown).toMatchObject({ outcome: "NOT_ADOPTED", answeredOn: "2026-09-28" });
    expect(refusal(await answered({ ...answer, expectedVersion: 2, reason: "再答" }))).toMatchObject({
      reason: "STATE",
    });
  });

  it("is refused after closing, without words, for a topic that is not there or not yet open", async () => {
    expect(refusal(await submit("citizen-1", "JC222401-2025-001-1", "晚了"))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "CONSULTATION_CLOSED", basis: "重大行政决策程序暂行条例 第十五条" },
    });
    expect(refusal(await submit("citizen-1", OPEN_TOPIC, " \n "))).toMatchObject({ argument: "text", rule: "STATED" });
    expect(refusal(await submit("citizen-1", "JC000000-2026-001-1", "有"))).toMatchObject({ code: "NOT_FOUND" });
    expect((await submit("anonymous", OPEN_TOPIC, "有")).body.data).toEqual(DENIED);
  });

  it("is one of twenty at most of an author, of two at once too", async () => {
    const db = stack.databases["openness"]!;
    await db.raw(
      `insert into opinions (id, decision_id, topic_id, subject, author_kind, organiser_uscc, division_code, text, given_on, state)
       select 'YJ-TEST-' || n, 'JC222401-2026-001', ?, 'demo-subject-2', 'PERSON', '11990101MB9000015E', '222401', '意见', '2026-09-28', 'PENDING'
       from generate_series(1, 19 - (select count(*)::int from opinions where subject = 'demo-subject-2' and decision_id = 'JC222401-2026-001')) n`,
      [OPEN_TOPIC],
    );
    const answers = await Promise.all(["甲", "乙"].map((text) => submit("citizen-2", OPEN_TOPIC, text)));
    expect(answers.map((answer) => refusal(answer)["reason"] ?? "given").sort()).toEqual(["OPINIONS_FULL", "given"]);
  });

  it("is answered by the organiser alone", async () => {
    const given = await givenOpinion(stack);
    const answer = { ...given, action: "ADOPT" };
    const type = ["answerOpinion", "AnswerOpinionInput", "opinion { id }"] as const;
    expect(refusal(await act("officer-2", ...type, answer))).toMatchObject({ code: "NOT_FOUND" });
    expect((await act("citizen-1", ...type, answer)).body.data).toEqual(DENIED);
    expect((await act("officer-1", ...type, answer)).body.data.done.opinion).toEqual({ id: given.opinionId });
  });
});

it("an opinion with a person beside an illness is answered once the organiser names the person", async () => {
  const type = ["answerOpinion", "AnswerOpinionInput", "opinion { id text reason version }"] as const;
  const { opinionId } = await givenOpinion(stack);
  const [stored] = await stack.databases["openness"]!("opinions")
    .where("id", opinionId)
    .update({ text: "低保户李大山患有尿毒症，摊位应当减免。" })
    .returning("version");
  const { version: expectedVersion } = stored as { readonly version: number };
  const answer = { opinionId, expectedVersion, action: "REJECT", reason: "已有减免规定。" };
  expect(refusal(await act("officer-1", ...type, answer))).toMatchObject({
    ...{ code: "RULE_VIOLATION", reason: "PERSONAL_DATA", argument: "names", found: ["HEALTH", "WELFARE"] },
  });
  expect(refusal(await act("officer-2", ...type, { ...answer, reason: "学生段雅婷已获减免。" }))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(refusal(await act("officer-1", ...type, { ...answer, reason: "学生段雅婷已获减免。" }))).toMatchObject({
    ...{ reason: "PERSONAL_DATA", argument: "reason", found: ["MINOR"] },
  });
  const { body } = await act("officer-1", ...type, { ...answer, names: ["李大山"] });
  expect(body.data.done.opinion.text).toBe("低保户李**患有尿毒症，摊位应当减免。");
});

describe("publication of a decision", () => {
  const publish = (viewer: string, input: object): Promise<Answer> =>
    act(
      viewer,
      "publishDecision",
      "PublishDecisionInput",
      "decision { stage publishedOn adoptedDocument { indexNo } }",
      input,
    );

  it("is refused with the names of the missing steps, and without a public document of the organiser", async () => {
    const { decision } = await ask(`{ decision(id: "${STEP_MISSING}") { version allowedActions } }`, "officer-1");
    expect(decision.allowedActions).toEqual([]);
    const input = { decisionId: STEP_MISSING, expectedVersion: decision.version, indexNo: ITS_DOCUMENT };
    expect(refusal(await publish("officer-1", input))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "STEPS_MISSING", missing: ["RISK_ASSESSMENT"], state: "DECIDED" },
    });
    const ready = await readyDecision(stack);
    // Not yet public, of somebody else, not there.
    for (const indexNo of ["11990101MB9000015E/2026-00001", "国令第713号《重大行政决策程序暂行条例》", "X/2026-1"])
      expect(refusal(await publish("officer-1", { ...ready, indexNo }))).toMatchObject({ reason: "DOCUMENT_NEEDED" });
    expect(refusal(await publish("officer-2", { ...ready, indexNo: ITS_DOCUMENT }))).toMatchObject({ reason: "ACTOR" });
  });

  it("is refused with a person beside an illness in its texts", async () => {
    const db = stack.databases["openness"]!;
    const { explanation } = (await db("decisions").where("id", STEP_MISSING).first("explanation")) as {
      explanation: string;
    };
    try {
      await db("decisions").where("id", STEP_MISSING).update({ explanation: "居民王建国因脑梗瘫痪，下楼不便。" });
      const ready = { ...(await readyDecision(stack)), indexNo: ITS_DOCUMENT };
      // Whoever may not publish learns nothing of its texts.
      expect(refusal(await publish("officer-2", ready))).toMatchObject({ reason: "ACTOR" });
      const { body } = await publish("officer-1", ready);
      expect(body.errors?.[0]?.extensions).toMatchObject({
        ...{ code: "RULE_VIOLATION", reason: "PERSONAL_DATA", argument: "explanation", found: ["HEALTH"] },
      });
      expect(JSON.stringify(body)).not.toContain("王建国");
    } finally {
      await db("decisions").where("id", STEP_MISSING).update({ explanation });
    }
  });

  it("opens what was to be opened later", async () => {
    const db = stack.databases["openness"]!;
    const { openedOn } = (await db("decisions").where("id", STEP_MISSING).first("opened_on as openedOn")) as {
      readonly openedOn: string;
    };
    await readyDecision(stack);
    await db("decisions").where("id", STEP_MISSING).update({ opened_on: "2026-12-01" });
    const { body } = await publish("officer-1", { ...(await readyDecision(stack)), indexNo: ITS_DOCUMENT });
    expect(body.errors).toBeUndefined();
    expect(await ask(`{ decision(id: "${STEP_MISSING}") { openedOn publishedOn } }`)).toEqual({
      decision: { openedOn: "2026-09-28", publishedOn: "2026-09-28" },
    });
    await db("decisions").where("id", STEP_MISSING).update({ opened_on: openedOn });
  });

  it("happens once with all steps", async () => {
    const input = { ...(await readyDecision(stack)), indexNo: ITS_DOCUMENT };
    expect((await publish("officer-1", input)).body.data.done.decision).toEqual({
      ...{ stage: "PUBLISHED", publishedOn: "2026-09-28", adoptedDocument: { indexNo: ITS_DOCUMENT } },
    });
    expect(refusal(await publish("officer-1", input))).toMatchObject({ code: "CONFLICT", reason: "STALE_VERSION" });
    const again = { ...input, expectedVersion: input.expectedVersion + 1 };
    expect(refusal(await publish("officer-1", again))).toMatchObject({ code: "RULE_VIOLATION", reason: "STATE" });
  });
});
