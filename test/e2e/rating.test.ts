/** Rating of a case by its applicant, rectification of a bad one, the agency's appeal; and the licence that a completed case issues. */
import { VIEWERS } from "../support/viewers.js";
import { until } from "../support/one-subgraph.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { CASE_VERBS, caseAfter } from "../support/verbs/cases.js";
import { RATING_VERBS, ratingAfter } from "../support/verbs/ratings.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const RATING = `rating { id stars stage comment moderation version allowedActions
  history { event from to part actor reason }
  rectification { state measures appealedOn verifiedOn rectifiedOn calledBackOn closedOn deadline { dueOn } } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${RATING_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${RATING} } }`, {
    viewer,
    variables: { input },
  });

const ratingOf = ({ body }: Answer): { id: string; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.rating;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const DELIVERED = ["submitCase", "receiveCase", "acceptCase", "decideCase", "completeCase", "deliverCase"] as const;
const rating = { stage: "DELIVERY", stars: 2, comment: "等了很久。" };

describe("a rating", () => {
  it("is the applicant's alone, once a stage, and ends the case as rated", async () => {
    const { caseNo, version } = await caseAfter(stack, ...DELIVERED);
    const input = { caseNo, expectedVersion: version, ...rating };
    // Somebody else has no such case; the agency is denied.
    expect(refusal(await act("citizen-2", "rateCase", input))).toMatchObject({ code: "NOT_FOUND" });
    expect((await act("officer-1", "rateCase", input)).body.data).toEqual({ done: null });
    const given = ratingOf(await act("citizen-1", "rateCase", input));
    expect(given).toMatchObject({
      stars: 2,
      comment: "等了很久。",
      moderation: "PENDING",
      rectification: { state: "OPEN", deadline: { dueOn: "2026-10-23" } },
    });
    expect(given.id).not.toContain(caseNo);
    const again = { ...input, expectedVersion: version + 1 };
    expect(refusal(await act("citizen-1", "rateCase", again))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "RATED_BEFORE",
    });
    expect(ratingOf(await act("citizen-1", "rateCase", { ...again, stage: "APPLICATION", stars: 5 }))).toMatchObject({
      stage: "APPLICATION",
      rectification: null,
    });
    const rows = await stack.databases["matters"]!("service_ratings")
      .where("case_no", caseNo)
      .orderBy("service_number");
    expect(rows.map((row) => [row.service_number, row.stage, row.dept_uscc])).toEqual([
      [1, "DELIVERY", "11990101MB9000015E"],
      [2, "APPLICATION", "11990101MB9000015E"],
    ]);
  });

  it("is the applicant's alone also where an officer of the agency is a citizen too", async () => {
    const { caseNo, version } = await caseAfter(stack, ...DELIVERED);
    const both = {
      ...VIEWERS["officer-1"],
      roles: ["agency_officer", "citizen"],
      subjectHash: "demo-subject-2",
    } as const;
    for (const stage of ["APPLICATION", "DELIVERY"]) {
      const { body } = await stack.askSubgraph(
        "matters",
        "mutation ($input: RateCaseInput!) { rateCase(input: $input) { rating { id } } }",
        { viewer: both, variables: { input: { caseNo, expectedVersion: version, ...rating, stage } } },
      );
      expect([stage, body.errors?.[0]?.extensions]).toMatchObject([stage, { code: "RULE_VIOLATION", reason: "ACTOR" }]);
    }
    expect(await stack.databases["matters"]!("service_ratings").where("case_no", caseNo)).toEqual([]);
  });

  it("tells the agency neither its hour nor its words before they were moderated", async () => {
    const { caseNo, version } = await caseAfter(stack, ...DELIVERED);
    const { id } = ratingOf(await act("citizen-1", "rateCase", { caseNo, expectedVersion: version, ...rating }));
    const seen = async (viewer: string): Promise<unknown> => {
      const { body } = await stack.ask(
        "query ($n: ID!, $id: ID!) { serviceCase(caseNo: $n) { state history { event } } serviceRating(id: $id) { comment } }",
        { viewer, variables: { n: caseNo, id } },
      );
      const { serviceCase, serviceRating } = body.data;
      return [serviceCase.state, serviceCase.history.at(-1).event, serviceRating.comment];
    };
    expect(await seen("officer-1")).toEqual(["RATED", "DELIVER", null]);
    expect(await seen("citizen-1")).toEqual(["RATED", "RATE", "等了很久。"]);
    expect(await seen("supervisor-1")).toEqual(["RATED", "RATE", "等了很久。"]);
  });

  it("shows everybody what a supervisor lets pass of its comment, without persons, once", async () => {
    const { ratingId, expectedVersion } = await ratingAfter(stack);
    const comments = async (): Promise<unknown[]> => {
      const read = async (viewer?: string): Promise<unknown> => {
        const asked = { variables: { id: ratingId }, ...(viewer === undefined ? {} : { viewer }) };
        return (await stack.ask("query ($id: ID!) { serviceRating(id: $id) { comment } }", asked)).body.data
          .serviceRating.comment;
      };
      return Promise.all([read(), read("officer-1"), read("supervisor-1")]);
    };
    expect(await comments()).toEqual([null, null, "排队太久。"]);
    const words = { shownComment: "排队太久，请致电13800138000。" };
    const passed = ratingOf(await act("supervisor-1", "passRatingComment", { ratingId, expectedVersion, ...words }));
    expect(passed).toMatchObject({ moderation: "PASSED", version: expectedVersion + 1 });
    const [everybody, agency, supervisor] = await comments();
    expect(everybody).toMatch(/^排队太久，请致电(?!13800138000)/);
    expect([agency, supervisor]).toEqual([everybody, "排队太久。"]);
    const again = { ratingId, expectedVersion: expectedVersion + 1, told: "含有侮辱性语言" };
    expect(refusal(await act("supervisor-1", "blockRatingComment", again))).toMatchObject({
      ...{ reason: "STATE", state: "PASSED" },
    });
  });

  it("shows nobody a comment that a supervisor blocks, and says why in its history", async () => {
    const { ratingId, expectedVersion } = await ratingAfter(stack);
    const empty = { ratingId, expectedVersion, shownComment: " " };
    expect(refusal(await act("supervisor-1", "passRatingComment", empty))).toMatchObject({ rule: "STATED" });
    const personal = { ratingId, expectedVersion, shownComment: "低保户李大山问补贴何时发放？" };
    expect(refusal(await act("supervisor-1", "passRatingComment", personal))).toMatchObject({
      ...{ reason: "PERSONAL_DATA", argument: "shownComment", found: ["WELFARE"] },
    });
    const told = { ratingId, expectedVersion, told: "含有侮辱性语言" };
    const quoting = { ...told, told: "屏蔽：“排队 太久！”" };
    expect(refusal(await act("supervisor-1", "blockRatingComment", quoting))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", rule: "QUOTES_COMMENT" },
    });
    expect((await act("officer-1", "blockRatingComment", quoting)).body.data).toEqual({ done: null });
    const blocked = ratingOf(await act("supervisor-1", "blockRatingComment", told));
    expect(blocked).toMatchObject({
      moderation: "BLOCKED",
      history: [{ event: "BLOCK", from: "PENDING", to: "BLOCKED", part: "SUPERVISOR", reason: "含有侮辱性语言" }],
    });
    const { body } = await stack.ask("query ($id: ID!) { serviceRating(id: $id) { comment } }", {
      variables: { id: ratingId },
    });
    expect(body.data.serviceRating.comment).toBeNull();
  });

  it("tells everybody no person: neither in words that were ticked nor in what was put right", async () => {
    const { caseNo, version } = await caseAfter(stack, ...DELIVERED);
    const tags = ["等候时间长", "电话13800138000"];
    const { id } = ratingOf(await act("citizen-1", "rateCase", { caseNo, expectedVersion: version, ...rating, tags }));
    let expectedVersion = 1;
    for (const [verb, more] of [
      ["verifyRating", {}],
      ["beginRectification", {}],
      ["rectifyRating", { told: "已增设窗口，可致电13800138000。" }],
    ] as const)
      ratingOf(await act("officer-1", verb, { ratingId: id, expectedVersion: expectedVersion++, ...more }));
    const { body } = await stack.ask(
      "query ($id: ID!) { serviceRating(id: $id) { tags rectification { measures } } }",
      {
        variables: { id },
      },
    );
    const { tags: shown, rectification } = body.data.serviceRating;
    expect(shown[0]).toBe("等候时间长");
    expect(rectification.measures).toMatch(/^已增设窗口/);
    expect(JSON.stringify(body)).not.toContain("13800138000");
  });

  it("is refused before its stage, with wrong stars and with too many words", async () => {
    const { caseNo, version } = await caseAfter(stack, "submitCase");
    const input = { caseNo, expectedVersion: version, ...rating };
    for (const [more, told] of [
      [{}, { code: "RULE_VIOLATION", reason: "STATE", state: "SUBMITTED" }],
      [{ stage: "CORRECTION" }, { code: "RULE_VIOLATION", reason: "RATING_STAGE", state: "SUBMITTED" }],
      [{ stage: "PAYMENT" }, { code: "RULE_VIOLATION", reason: "RATING_STAGE" }],
      [{ stars: 0 }, { code: "BAD_USER_INPUT" }],
      [{ stars: 6 }, { code: "BAD_USER_INPUT" }],
      [
        { stage: "APPLICATION", tags: Array.from({ length: 11 }, () => "慢") },
        { code: "BAD_USER_INPUT", rule: "MAX" },
      ],
      [
        { stage: "APPLICATION", tags: [" "] },
        { code: "BAD_USER_INPUT", rule: "MAX_LENGTH" },
      ],
    ] as const)
      expect(refusal(await act("citizen-1", "rateCase", { ...input, ...more }))).toMatchObject(told);
    const draft = await caseAfter(stack);
    expect(
      refusal(
        await act("citizen-1", "rateCase", {
          ...input,
          caseNo: draft.caseNo,
          expectedVersion: 1,
          stage: "APPLICATION",
        }),
      ),
    ).toMatchObject({ reason: "RATING_STAGE" });
    expect(await stack.databases["matters"]!("service_ratings").whereIn("case_no", [caseNo, draft.caseNo])).toEqual([]);
  });
});

describe("a bad rating", () => {
  it("is verified, put right, called back and closed, and tells how", async () => {
    const { ratingId, expectedVersion } = await ratingAfter(
      stack,
      ...(["verifyRating", "beginRectification", "rectifyRating", "callBackRater"] as const),
    );
    const closed = ratingOf(await act("officer-1", "closeRating", { ratingId, expectedVersion }));
    expect(closed).toMatchObject({
      version: 6,
      allowedActions: [],
      rectification: { state: "CLOSED", measures: "已增设窗口", calledBackOn: "2026-09-28", closedOn: "2026-09-28" },
    });
    const history = closed["history"] as { event: string; part: string; reason: string | null }[];
    expect(history.map(({ event, part, reason }) => [event, part, reason])).toEqual([
      ["VERIFY", "OFFICER", null],
      ["BEGIN", "OFFICER", null],
      ["RECTIFY", "OFFICER", "已增设窗口"],
      ["CALL_BACK", "OFFICER", "评价人表示满意"],
      ["CLOSE", "OFFICER", null],
    ]);
  });

  it("waits for its agency until it is closed, whatever becomes of its comment meanwhile", async () => {
    const due = async (ratingId: string): Promise<unknown> =>
      (
        await stack.ask("{ notices(due: true, first: 50) { items { key event } } }", { viewer: "officer-1" })
      ).body.data.notices.items.filter(({ key }: { key: string }) => key === ratingId);
    const { ratingId } = await ratingAfter(stack, "verifyRating", "passRatingComment");
    expect(await due(ratingId)).toEqual([{ key: ratingId, event: "VERIFY" }]);
    const all = ["verifyRating", "beginRectification", "rectifyRating", "callBackRater", "closeRating"] as const;
    expect(await due((await ratingAfter(stack, ...all)).ratingId)).toEqual([]);
  });

  it("is not closed without a call-back, nor judged by the agency that it rates", async () => {
    const { ratingId, expectedVersion } = await ratingAfter(stack, "verifyRating");
    const at = { ratingId, expectedVersion };
    expect(refusal(await act("officer-1", "closeRating", at))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "STATE",
      state: "VERIFIED",
      next: ["BEGIN"],
    });
    expect(refusal(await act("supervisor-1", "rejectRating", { ...at, told: "恶意" }))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "RATING_APPEAL_NEEDED",
    });
    expect(refusal(await act("officer-1", "appealRating", { ...at, told: " " }))).toMatchObject({
      code: "BAD_USER_INPUT",
      rule: "STATED",
    });
    const appealed = ratingOf(await act("officer-1", "appealRating", { ...at, told: "误评" }));
    expect(appealed).toMatchObject({
      allowedActions: ["BEGIN"],
      rectification: { state: "VERIFIED", appealedOn: "2026-09-28" },
    });
    const then = { ratingId, expectedVersion: expectedVersion + 1 };
    expect(refusal(await act("officer-1", "appealRating", { ...then, told: "再次" }))).toMatchObject({
      reason: "RATING_APPEALED",
    });
    expect(refusal(await act("officer-1", "beginRectification", at))).toMatchObject({ code: "CONFLICT" });
    expect((await act("officer-1", "rejectRating", { ...then, told: "x" })).body.data).toEqual({ done: null });
    expect(ratingOf(await act("supervisor-1", "rejectRating", { ...then, told: "核实为误评" }))).toMatchObject({
      rectification: { state: "REJECTED", deadline: null },
    });
  });

  it("a good rating has nothing to rectify", async () => {
    const { rows } = (await stack.databases["matters"]!.raw(
      "select id from service_ratings where stars = 5 and dept_uscc = '11990101MB9000015E' limit 1",
    )) as { rows: { id: string }[] };
    expect(
      refusal(await act("officer-1", "verifyRating", { ratingId: rows[0]!.id, expectedVersion: 1 })),
    ).toMatchObject({ code: "RULE_VIOLATION", reason: "STATE" });
  });
});

describe("a completed case", () => {
  const complete = (input: object): Promise<Answer> =>
    stack.ask(
      `mutation ($input: ${CASE_VERBS["completeCase"]!.input}!) { done: completeCase(input: $input) { case { caseNo
        electronicLicence { certificateNumber name issuedOn validTo state } } } }`,
      { viewer: "officer-1", variables: { input } },
    );
  const granted = async (): Promise<{ caseNo: string; expectedVersion: number }> => {
    const { caseNo, version } = await caseAfter(stack, "submitCase", "receiveCase", "acceptCase", "decideCase");
    return { caseNo, expectedVersion: version };
  };

  it("issues its licence to the applicant, each under a number of its own", async () => {
    const cases = await Promise.all([granted(), granted(), granted()]);
    const answers = await Promise.all(cases.map((input) => complete({ ...input, validTo: "2031-09-27" })));
    const licences = answers.map(({ body }) => body.data.done.case.electronicLicence);
    for (const licence of licences)
      expect(licence).toMatchObject({
        certificateNumber: expect.stringMatching(/^\d{6}ZZ2026\d{6}$/),
        issuedOn: "2026-09-28",
        validTo: "2031-09-27",
        state: "VALID",
      });
    expect(new Set(licences.map(({ certificateNumber }) => certificateNumber)).size).toBe(3);
    const { body } = await stack.ask(
      "query ($n: ID!) { electronicLicence(certificateNumber: $n) { case { caseNo } holderName } }",
      { viewer: "citizen-1", variables: { n: licences[0].certificateNumber } },
    );
    expect(body.data.electronicLicence).toEqual({ case: { caseNo: cases[0]!.caseNo }, holderName: "演示甲" });
  });

  it.each([
    [true, { counterparty_minor: false, published_on: "2026-09-28" }],
    [false, { counterparty_minor: true, published_on: null }],
  ])(
    "publishes the licence in credit by itself, once, where the applicant is of age: %s",
    async (isAdult, expected) => {
      const input = await granted();
      const idempotencyKey = `complete-${input.caseNo}`;
      const send = (): Promise<Answer> => complete({ ...input, applicantIsAdult: isAdult, idempotencyKey });
      const { body } = await send();
      const { certificateNumber } = body.data.done.case.electronicLicence;
      await send();
      const licences = () => stack.databases["credit"]!("licences").where("case_no", input.caseNo);
      await until(async () => (await licences()).length > 0);
      expect(await licences()).toMatchObject([
        { licence_no: certificateNumber, counterparty_name: "演示甲", ...expected },
      ]);
      expect(await stack.databases["matters"]!("outbox").where("record", `case/${input.caseNo}`)).toHaveLength(1);
      const seen = await stack.ask("query ($id: ID!) { administrativeLicence(id: $id) { licenceNo publicityState } }", {
        variables: { id: (await licences())[0].id },
      });
      expect(seen.body.data.administrativeLicence).toEqual(
        isAdult ? { licenceNo: certificateNumber, publicityState: "PUBLISHED" } : null,
      );
    },
  );

  it("issues none that would have ended, and none where it is refused", async () => {
    const input = await granted();
    expect(refusal(await complete({ ...input, validTo: "2026-09-27" }))).toMatchObject({ code: "BAD_USER_INPUT" });
    const { caseNo, version } = await caseAfter(stack, "submitCase", "receiveCase", "acceptCase");
    await stack.ask("mutation ($input: DecideCaseInput!) { decideCase(input: $input) { case { caseNo } } }", {
      viewer: "officer-1",
      variables: {
        input: { caseNo, expectedVersion: version, outcome: "REFUSED", reasons: "不符合", remedy: "可申请复议" },
      },
    });
    const { body } = await complete({ caseNo, expectedVersion: version + 1 });
    expect(body.data.done.case).toEqual({ caseNo, electronicLicence: null });
    expect(await stack.databases["matters"]!("outbox").where("record", `case/${caseNo}`)).toEqual([]);
  });
});
