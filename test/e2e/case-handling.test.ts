/** A case from application to decision through the gateway: who may do what, what is refused with which rule, and that nothing is done twice. */
import { forgetExpiredKeys } from "../../platform/write/index.js";
import { FAULTS, startFixtureSubgraph } from "../support/fixture-subgraphs.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { wholeDraft } from "../support/verbs/cases.js";

let stack: TestStack;
let draft: Awaited<ReturnType<typeof wholeDraft>>;

beforeAll(async () => {
  stack = await startStack();
  draft = await wholeDraft(stack);
});
afterAll(() => stack.stop());

const CASE = "case { caseNo state version allowedActions acceptedOn deadline { dueOn } result { outcome reasons } }";

/** Does a verb as a viewer. */
const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${INPUT_OF[verb]}!) { done: ${verb}(input: $input) { ${CASE} } }`, {
    viewer,
    variables: { input },
  });

const INPUT_OF: Readonly<Record<string, string>> = {
  draftCase: "DraftCaseInput",
  submitCase: "SubmitCaseInput",
  receiveCase: "CaseStepInput",
  acceptCase: "AcceptCaseInput",
  refuseCase: "RefuseCaseInput",
  reviewCase: "CaseStepInput",
  decideCase: "DecideCaseInput",
  withdrawCase: "ReasonedCaseInput",
};

const caseOf = ({ body }: Answer): { caseNo: string; version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.case;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const submitted = async (): Promise<{ caseNo: string; version: number }> => {
  const drafted = caseOf(await act("citizen-1", "draftCase", draft));
  return caseOf(await act("citizen-1", "submitCase", { caseNo: drafted.caseNo, expectedVersion: 1 }));
};

describe("a case", () => {
  it.each([{ applicantName: " " }, { applicantName: "" }, { projectName: " " }])(
    "is not begun by words that say nothing: %j",
    async (wrong) => {
      const count = async (): Promise<unknown> => stack.databases["matters"]!("service_cases").count();
      const before = await count();
      expect(refusal(await act("citizen-1", "draftCase", { ...draft, ...wrong }))).toMatchObject({
        code: "BAD_USER_INPUT",
        rule: "STATED",
      });
      expect(await count()).toEqual(before);
    },
  );

  it("goes from a draft to a decision, by applicant and agency, and its history tells how", async () => {
    const drafted = caseOf(await act("citizen-1", "draftCase", draft));
    expect(drafted).toMatchObject({ state: "DRAFT", version: 1, allowedActions: ["EDIT", "SUBMIT", "VOID"] });
    const { caseNo } = drafted;
    const one = caseOf(await act("citizen-1", "submitCase", { caseNo, expectedVersion: 1 }));
    expect(one).toMatchObject({ state: "SUBMITTED", version: 2, allowedActions: ["WITHDRAW"] });
    const two = caseOf(await act("officer-1", "receiveCase", { caseNo, expectedVersion: 2 }));
    expect(two).toMatchObject({
      state: "RECEIVED",
      allowedActions: ["ACCEPT", "REFUSE_ACCEPTANCE", "ASK_CORRECTION", "RETURN", "TRANSFER"],
    });
    const three = caseOf(
      await act("officer-1", "acceptCase", { caseNo, expectedVersion: 3, acceptanceNo: "受2026-1" }),
    );
    expect(three).toMatchObject({
      state: "ACCEPTED",
      acceptedOn: "2026-09-28",
      allowedActions: ["REVIEW", "DECIDE", "SUSPEND", "EXTEND", "TRANSFER"],
    });
    expect(three["deadline"]).not.toBeNull();
    caseOf(await act("officer-1", "reviewCase", { caseNo, expectedVersion: 4 }));
    const last = caseOf(await act("officer-1", "decideCase", { caseNo, expectedVersion: 5, outcome: "GRANTED" }));
    expect(last).toMatchObject({ state: "DECIDED", version: 6, result: { outcome: "GRANTED" } });

    const { body } = await stack.ask(
      `query ($caseNo: ID!) { serviceCase(caseNo: $caseNo) { steps { name endedOn }
        history { version event from to part actor agency recordedAt basis } } }`,
      { viewer: "citizen-1", variables: { caseNo } },
    );
    const { history, steps } = body.data.serviceCase;
    expect(
      history.map((e: Record<string, unknown>) => [
        e["version"],
        e["event"],
        e["from"],
        e["to"],
        e["part"],
        e["agency"],
      ]),
    ).toEqual([
      [1, "BEGIN", null, "DRAFT", "SUBJECT", null],
      [2, "SUBMIT", "DRAFT", "SUBMITTED", "SUBJECT", null],
      [3, "RECEIVE", "SUBMITTED", "RECEIVED", "OFFICER", "11990101MB9000015E"],
      [4, "ACCEPT", "RECEIVED", "ACCEPTED", "OFFICER", "11990101MB9000015E"],
      [5, "REVIEW", "ACCEPTED", "REVIEW", "OFFICER", "11990101MB9000015E"],
      [6, "DECIDE", "REVIEW", "DECIDED", "OFFICER", "11990101MB9000015E"],
    ]);
    expect(history[0].actor).toMatch(/^[0-9a-f]{32}$/);
    expect(history[0].actor).not.toContain("demo-subject-1");
    expect(history[0].recordedAt).toBe("2026-09-28T04:00:00.000Z");
    expect(steps.map(({ name }: { name: string }) => name)).toEqual(["收件", "受理", "审核", "决定"]);
  });

  it("a verb is denied before planning to who may never do it, with the law and a way out", async () => {
    for (const viewer of ["anonymous", "citizen-1", "supervisor-1"]) {
      const { body } = await act(viewer, "acceptCase", { caseNo: "x", expectedVersion: 1, acceptanceNo: "1" });
      expect(body.data).toEqual({ done: null });
      expect(body.extensions!["withheld"]).toMatchObject([
        {
          rule: "Mutation.acceptCase",
          basis: "LICENSING-2019-32",
          explanation: expect.stringContaining("Given to others by law"),
          remedy: {
            detail:
              viewer === "anonymous"
                ? "Sign in; done by the agency that keeps the record."
                : "Done by the agency that keeps the record.",
          },
        },
      ]);
    }
  });

  it("is not found for others of the same kind", async () => {
    const { caseNo, version } = await submitted();
    for (const [viewer, verb] of [
      ["citizen-2", "withdrawCase"],
      ["agent-1", "withdrawCase"],
      ["officer-2", "receiveCase"],
    ] as const)
      expect(refusal(await act(viewer, verb, { caseNo, expectedVersion: version }))).toMatchObject({
        data: { done: null },
        code: "NOT_FOUND",
      });
    expect(refusal(await act("officer-2", "receiveCase", { caseNo: "0", expectedVersion: version }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("refuses what its machine refuses, with reason, law, state and what is allowed, and writes nothing", async () => {
    const { caseNo, version } = await submitted();
    expect(
      refusal(await act("officer-1", "decideCase", { caseNo, expectedVersion: version, outcome: "GRANTED" })),
    ).toMatchObject({ code: "RULE_VIOLATION", reason: "STATE", state: "SUBMITTED", next: ["RECEIVE"] });
    await act("officer-1", "receiveCase", { caseNo, expectedVersion: version });
    expect(refusal(await act("officer-1", "refuseCase", { caseNo, expectedVersion: 3, reasons: " " }))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "REFUSAL_NEEDS_REASONS",
      basis: expect.stringContaining("行政许可法"),
    });
    const refused = caseOf(
      await act("officer-1", "refuseCase", {
        caseNo,
        expectedVersion: 3,
        reasons: "不属于受理范围",
        remedy: "可申请复议",
      }),
    );
    expect(refused).toMatchObject({ state: "NOT_ACCEPTED", version: 4, result: { outcome: "NOT_ACCEPTED" } });
    const { rows } = await stack.databases["matters"]!.raw("select count(*)::int as n from transitions where key = ?", [
      caseNo,
    ]);
    expect(rows).toEqual([{ n: 4 }]);
  });

  it("refuses copies below one, and more materials than an application may have", async () => {
    const material = { name: "申请书", delivery: "PAPER" };
    for (const materials of [[{ ...material, copies: 0 }], Array.from({ length: 101 }, () => material)])
      expect(refusal(await act("citizen-1", "draftCase", { ...draft, materials }))).toMatchObject({
        code: "BAD_USER_INPUT",
      });
  });

  it("a stale version is a conflict that tells the present one", async () => {
    const { caseNo, version } = await submitted();
    await act("officer-1", "receiveCase", { caseNo, expectedVersion: version });
    expect(refusal(await act("officer-1", "receiveCase", { caseNo, expectedVersion: version }))).toMatchObject({
      code: "CONFLICT",
      reason: "STALE_VERSION",
      version: 3,
    });
  });

  it("fifty decisions at once: one wins, the others conflict", async () => {
    const { caseNo } = await submitted();
    await act("officer-1", "receiveCase", { caseNo, expectedVersion: 2 });
    await act("officer-1", "acceptCase", { caseNo, expectedVersion: 3, acceptanceNo: "受2026-2" });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        act("officer-1", "decideCase", { caseNo, expectedVersion: 4, outcome: "GRANTED" }),
      ),
    );
    expect(answers.filter(({ body }) => !body.errors)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => body.errors?.map(({ extensions }) => extensions["code"]) ?? [])).toEqual(
      Array.from({ length: 49 }, () => "CONFLICT"),
    );
  });

  it("fifty requests with one idempotency key have one effect and equal answers; another input is refused", async () => {
    const input = { ...draft, idempotencyKey: "key-0000001" };
    const answers = await Promise.all(Array.from({ length: 50 }, () => act("citizen-1", "draftCase", input)));
    const cases = answers.map(caseOf);
    expect(new Set(cases.map((each) => JSON.stringify(each))).size).toBe(1);
    const { rows } = await stack.databases["matters"]!.raw(
      "select count(*)::int as n from service_cases where case_no = ?",
      [cases[0]!.caseNo],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(refusal(await act("citizen-1", "draftCase", { ...input, applicantName: "演示乙" }))).toMatchObject({
      code: "CONFLICT",
      reason: "IDEMPOTENCY_KEY_REUSED",
    });
    // Another person's equal key is another key.
    expect(caseOf(await act("citizen-2", "draftCase", input)).caseNo).not.toBe(cases[0]!.caseNo);
  });

  it("takes a number behind all that are taken, whoever gave them, and none twice", async () => {
    const db = stack.databases["matters"]!;
    const one = caseOf(await act("citizen-1", "draftCase", draft)).caseNo;
    const numbered = (from: string, to: number): Promise<unknown> =>
      db.raw(
        `insert into service_cases select (jsonb_populate_record(c, jsonb_build_object('case_no', left(case_no, 14) || lpad(n::text, 6, '0')))).*
         from service_cases c, generate_series(${from}, ${to}) n where case_no = ?`,
        [one],
      );
    await numbered("right(case_no, 6)::int + 1", Number(one.slice(14)) + 300);
    const drafts = await Promise.all(Array.from({ length: 20 }, () => act("citizen-1", "draftCase", draft)));
    const numbers = drafts.map((draft) => Number(caseOf(draft).caseNo.slice(14))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => Number(one.slice(14)) + 301 + index));
    // The last of the day came from another system.
    await numbered("999999", 999_999);
    const { rows } = await db.raw(
      "select count(*)::int as n from service_cases where case_no = left(?, 14) || '000001'",
      [one],
    );
    const next = caseOf(await act("citizen-1", "draftCase", draft)).caseNo;
    expect(next).toMatch(/^\d{20}$/);
    expect(Number(next.slice(14)) === 1).toBe(rows[0].n === 0);
    expect(next < `${one.slice(0, 14)}999999`).toBe(true);
  });

  it("what the journal holds is not changed", async () => {
    const db = stack.databases["matters"]!;
    await submitted();
    await expect(db("transitions").update({ reason: "x" })).rejects.toThrow("only written to");
    await expect(db("transitions").delete()).rejects.toThrow("only written to");
  });
});

it("a write whose outcome nobody knows is not sent again by the gateway", async () => {
  const lost = await startFixtureSubgraph("shops");
  const subgraphs = new Map(stack.subgraphs.map(({ name, url }) => [name, name === "matters" ? lost.url : url]));
  const { ask } = await stack.another({ subgraphs });
  const asked: unknown[] = [];
  for (const fault of ["reset", "cutJson", "status500", "html", "emptyAnswer"] as const) {
    lost.fail(FAULTS[fault]);
    const before = lost.requests();
    const { body } = await ask(`mutation ($input: DraftCaseInput!) { draftCase(input: $input) { ${CASE} } }`, {
      viewer: "citizen-1",
      variables: { input: draft },
    });
    asked.push([fault, lost.requests() - before, body.errors?.[0]?.extensions["code"]]);
  }
  await lost.stop();
  expect(asked).toEqual(
    ["reset", "cutJson", "status500", "html", "emptyAnswer"].map((fault) => [fault, 1, "UPSTREAM_UNAVAILABLE"]),
  );
});

describe("the header Idempotency-Key", () => {
  const DRAFT = "mutation ($input: DraftCaseInput!) { done: draftCase(input: $input) { case { caseNo } } }";
  const drafted = (key: string, input: object = {}): Promise<Answer> =>
    stack.ask(DRAFT, {
      viewer: "citizen-1",
      variables: { input: { ...draft, ...input } },
      headers: { "idempotency-key": key },
    });

  it("is the key of the input, with its quotes or without", async () => {
    const { caseNo } = caseOf(await drafted('"header-key-1"'));
    expect(caseOf(await drafted("header-key-1")).caseNo).toBe(caseNo);
    expect(caseOf(await drafted("header-key-1", { idempotencyKey: "header-key-1" })).caseNo).toBe(caseNo);
    expect(caseOf(await drafted("header-key-2")).caseNo).not.toBe(caseNo);
  });

  it("is refused where it has no one place", async () => {
    const headers = { "idempotency-key": "header-key-3" };
    const refusals = [
      await drafted("header-key-3", { idempotencyKey: "header-key-4" }),
      await drafted("short"),
      await stack.ask(
        `mutation { draftCase(input: { matterId: "${draft.matterId}", applicantName: "演示甲" }) { case { caseNo } } }`,
        {
          viewer: "citizen-1",
          headers,
        },
      ),
      await stack.ask(
        "mutation ($input: DraftCaseInput!) { a: draftCase(input: $input) { case { caseNo } } b: draftCase(input: $input) { case { caseNo } } }",
        { viewer: "citizen-1", variables: { input: draft }, headers },
      ),
    ];
    for (const refused of refusals)
      expect(refusal(refused)).toMatchObject({ code: "BAD_USER_INPUT", rule: "IDEMPOTENCY_KEY" });
  });

  it("is forgotten after a day, for the next write and by the refresh", async () => {
    const db = stack.databases["matters"]!;
    const { caseNo } = caseOf(await drafted("header-key-5"));
    await db("idempotency_keys").where("key", "header-key-5").update({ expires_at: "2026-09-28T03:59:59Z" });
    const again = caseOf(await drafted("header-key-5")).caseNo;
    expect(again).not.toBe(caseNo);
    expect(caseOf(await drafted("header-key-5")).caseNo).toBe(again);
    await db("idempotency_keys").where("key", "header-key-5").update({ expires_at: "2026-09-27T00:00:00Z" });
    expect(await forgetExpiredKeys(db, new Date("2026-09-28T00:00:00+08:00"))).toBe(1);
  });

  it("means nothing to a query", async () => {
    const { body } = await stack.ask("{ me { __typename } }", {
      viewer: "citizen-1",
      headers: { "idempotency-key": "x" },
    });
    expect(body).toEqual({ data: { me: { __typename: "Me" } } });
  });
});
