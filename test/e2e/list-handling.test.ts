/** Credit lists and commitments through the gateway: a body heard and listed, promises verified; entries of lists repaired, standing again where that was false, removed by a revocation; each refusal with its rule. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  askCommitment,
  askRepair,
  commitmentOf,
  EVIDENCE,
  PROMISE,
  repairAfter,
  takeRepair,
} from "../support/verbs/credit.js";
import { askEntry, askListing, entryOf, LISTING, NOTICE, noticed } from "../support/verbs/lists.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const apply = (viewer: string, recordId: string): Promise<Answer> =>
  askRepair(stack, viewer, "applyForRepair", "ApplyForRepairInput", { recordId, evidence: EVIDENCE });

const entryAs = async (viewer: string, id: string): Promise<Record<string, unknown> | null> => {
  const { body } = await stack.ask(
    "query ($id: ID!) { listEntry(id: $id) { state archived removedOn repairEligibleOn measures { code } } }",
    { viewer, variables: { id } },
  );
  return body.data.listEntry;
};

const steps = async (id: string): Promise<unknown[]> =>
  (
    (await stack.databases["credit"]!("transitions")
      .where({ kind: "ListEntry", key: id })
      .orderBy("version")) as Record<string, unknown>[]
  ).map(({ event, from_state, to_state }) => [event, from_state, to_state]);

describe("an entry of a list", () => {
  it("is repaired: the public and those who ask whether the body is listed know of it no more, and its measures end", async () => {
    const id = await entryOf(stack);
    expect(await entryAs("anonymous", id)).toMatchObject({ state: "LISTED", repairEligibleOn: "2026-06-15" });
    const done = await takeRepair(stack, "decideRepair", await repairAfter(stack, id, "acceptRepair"));
    expect(done["state"]).toBe("DONE");
    expect(await entryAs("anonymous", id)).toBeNull();
    expect(await entryAs("agent-1", id)).toEqual({
      ...{ state: "REMOVED", archived: true, removedOn: "2026-09-28" },
      ...{ repairEligibleOn: "2026-06-15", measures: [] },
    });
    expect(await steps(id)).toEqual([["REPAIR", "LISTED", "REMOVED"]]);
  });

  it("stands again where the repair was false, and is not repaired a second time", async () => {
    const id = await entryOf(stack);
    const found = await repairAfter(stack, id, "acceptRepair", "decideRepair", "findRepairFalse");
    await takeRepair(stack, "revokeRepair", found);
    expect(await entryAs("anonymous", id)).toMatchObject({ state: "LISTED", removedOn: null, repairEligibleOn: null });
    expect(await steps(id)).toEqual([
      ["REPAIR", "LISTED", "REMOVED"],
      ["RELIST", "REMOVED", "LISTED"],
    ]);
    expect(refusal(await apply("agent-1", id))).toMatchObject({ reason: "LEAST_PUBLICITY_RUNS" });
  });

  it("that time has ended meanwhile does not stand again, and its history says so", async () => {
    const id = await entryOf(stack);
    const found = await repairAfter(stack, id, "acceptRepair", "decideRepair", "findRepairFalse");
    await stack.databases["credit"]!("list_entries").where({ id }).update({ expires_on: "2026-09-27" });
    await takeRepair(stack, "revokeRepair", found);
    expect(await entryAs("anonymous", id)).toBeNull();
    expect((await steps(id)).at(-1)).toEqual(["RELIST", "REMOVED", "EXPIRED"]);
  });

  it("of the seriously dishonest stands for a year at least, and praise is never repaired", async () => {
    const serious = { kind: "SERIOUS", listed_on: "2025-09-29", prior_notice_on: null };
    expect(refusal(await apply("agent-1", await entryOf(stack, serious)))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "LEAST_PUBLICITY_RUNS", earliest: "2026-09-29", state: "LISTED" },
      basis: expect.stringContaining("信用修复管理办法"),
    });
    const yearAgo = await entryOf(stack, { ...serious, listed_on: "2025-09-28" });
    expect((await apply("agent-1", yearAgo)).body.errors).toBeUndefined();
    expect(refusal(await apply("agent-1", yearAgo))).toMatchObject({ reason: "REPAIR_RUNS" });
    const praise = await entryOf(stack, { kind: "TRUSTWORTHY", prior_notice_on: null });
    expect(refusal(await apply("agent-1", praise))).toMatchObject({ reason: "NOTHING_TO_REPAIR" });
  });

  it("is applied for by nobody but its body, and not once it ended", async () => {
    expect(refusal(await apply("citizen-1", await entryOf(stack)))).toMatchObject({ reason: "ACTOR" });
    const expired = await entryOf(stack, { expires_on: "2026-09-27" });
    expect(refusal(await apply("agent-1", expired))).toMatchObject({ reason: "STATE", state: "EXPIRED" });
    expect(refusal(await apply("citizen-1", expired))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("ends with the revocation of its decision, by document and reasons, once", async () => {
    const id = await entryOf(stack);
    const input = { id, expectedVersion: 1, reasons: "认定事实有误", revocationNo: "演列撤〔2026〕1号" };
    expect(refusal(await askEntry(stack, "officer-1", { ...input, revocationNo: " " }))).toMatchObject({
      reason: "DOCUMENT_NEEDED",
    });
    expect(refusal(await askEntry(stack, "officer-1", { ...input, reasons: " " }))).toMatchObject({
      reason: "REASONS_NEEDED",
    });
    const { body } = await askEntry(stack, "officer-1", input);
    expect(body.data?.done.entry).toEqual({
      ...{ id, version: 2, state: "REVOKED", removedOn: "2026-09-28", allowedActions: [], measures: [] },
      history: [{ event: "REVOKE", from: "LISTED", to: "REVOKED", part: "OFFICER" }],
    });
    expect(await entryAs("anonymous", id)).toBeNull();
    expect(refusal(await askEntry(stack, "officer-1", { ...input, expectedVersion: 2 }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "STATE" },
    });
    expect(refusal(await askEntry(stack, "officer-1", input))).toMatchObject({ code: "CONFLICT", version: 2 });
  });
});

describe("a repair whose record is gone", () => {
  it("is taken back or refused, and repairs nothing", async () => {
    const gone = async (): Promise<{ no: string; version: number }> => {
      const id = await entryOf(stack);
      const at = await repairAfter(stack, id);
      await stack.databases["credit"]!("list_entries").where({ id }).delete();
      return at;
    };
    const mine = await gone();
    expect((await takeRepair(stack, "withdrawRepair", mine))["state"]).toBe("WITHDRAWN");
    const theirs = await gone();
    expect((await takeRepair(stack, "refuseRepair", theirs))["state"]).toBe("REJECTED");
    const accepted = await repairAfter(stack, await entryOf(stack), "acceptRepair");
    const { record_id: id } = (await stack.databases["credit"]!("repair_cases").where({ no: accepted.no }).first()) as {
      record_id: string;
    };
    await stack.databases["credit"]!("list_entries").where({ id }).delete();
    await expect(takeRepair(stack, "decideRepair", accepted)).rejects.toThrow("NOT_FOUND");
    const { body } = await stack.ask("query ($no: ID!) { repairCase(no: $no) { allowedActions } }", {
      ...{ viewer: "officer-1", variables: { no: accepted.no } },
    });
    expect(body.data.repairCase.allowedActions).toEqual(["REJECT", "EXTEND"]);
  });
});

describe("a case of listing", () => {
  const give = (more: object = {}): Promise<Answer> =>
    askListing(stack, "officer-1", "giveListingNotice", "GiveListingNoticeInput", { ...NOTICE, ...more });
  const defend = (at: { no: string; version: number }, statement = "已按期改正"): Promise<Answer> =>
    askListing(stack, "agent-1", "defendListing", "DefendListingInput", {
      ...{ no: at.no, expectedVersion: at.version, statement },
    });
  const decide = (at: { no: string; version: number }, more: object = {}): Promise<Answer> =>
    askListing(stack, "officer-1", "decideListing", "DecideListingInput", {
      ...{ no: at.no, expectedVersion: at.version, ...LISTING },
      ...more,
    });
  const done = ({ body }: Answer): Record<string, unknown> & { no: string; version: number } => {
    if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
    return body.data.done.listingCase;
  };
  const entriesOf = async (list: string): Promise<number> => {
    const { body } = await stack.ask(
      '{ organization(uscc: "91990101MA9000011P") { listEntries(first: 100) { nodes { list } } } }',
    );
    return (body.data.organization.listEntries.nodes as { list: string }[]).filter((entry) => entry.list === list)
      .length;
  };

  it("begins with a notice that the public is not told, hears the body, and puts it on the list from the day of the decision", async () => {
    const list = "演示名单甲";
    const notice = done(await give({ list, kind: "SERIOUS" }));
    expect(notice).toMatchObject({
      ...{ no: expect.stringMatching(/^LM22240120260928\d{6}$/), version: 1, state: "NOTICE_GIVEN" },
      ...{ priorNoticeOn: "2026-09-28", defenceDeadline: { dueOn: "2026-10-10" }, measures: [{ code: "GL-01" }] },
      ...{ allowedActions: ["DROP"], entry: null },
    });
    expect(await entriesOf(list)).toBe(0);
    expect(refusal(await defend(notice, " "))).toMatchObject({ rule: "STATED", argument: "statement" });
    const defended = done(await defend(notice));
    expect(defended).toMatchObject({ state: "DEFENDED", statedOn: "2026-09-28", allowedActions: [] });
    // Heard, and still not on the day of the notice.
    expect(refusal(await decide(defended))).toMatchObject({ reason: "DEFENCE_NEEDED", earliest: "2026-09-29" });
    const { no } = notice;
    await stack.databases["credit"]!("listing_cases").where({ no }).update({ prior_notice_on: "2026-09-27" });
    const decided = done(await decide({ no, version: 3 }));
    const entry = (decided["entry"] as { id: string }).id;
    // It is drawn: a number that counts would tell everybody how many notices the division gave that day.
    expect(entry).toMatch(/^MD-[0-9a-f]{32}$/);
    expect(decided).toMatchObject({
      ...{ state: "LISTED", decidedOn: "2026-09-28", decision: "陈述申辩不成立", remedy: "可申请行政复议" },
      entry: {
        ...{ state: "LISTED", listedOn: "2026-09-28", expiresOn: "2029-09-28" },
        ...{ priorNoticeOn: "2026-09-27", decisionDocNo: "演列〔2026〕1号" },
      },
      allowedActions: [],
      history: [
        { event: "BEGIN", from: null, to: "NOTICE_GIVEN", part: "OFFICER" },
        { event: "DEFEND", from: "NOTICE_GIVEN", to: "DEFENDED", part: "SUBJECT" },
        { event: "LIST", from: "DEFENDED", to: "LISTED", part: "OFFICER" },
      ],
    });
    expect(await entriesOf(list)).toBe(1);
    expect(await steps(entry)).toEqual([["BEGIN", null, "LISTED"]]);
    expect(await entryAs("anonymous", entry)).toMatchObject({
      ...{ state: "LISTED", repairEligibleOn: "2027-09-28", measures: [{ code: "GL-01" }] },
    });
    expect(refusal(await give({ list }))).toMatchObject({ code: "RULE_VIOLATION", reason: "LISTED_BEFORE" });
  });

  it("waits for the whole time of a defence, and lists nobody without reasons, remedy and a document", async () => {
    // Five working days from the 18th of September end on the 24th, as the 20th is one; from the 22nd they go on.
    const late = await noticed(stack, "2026-09-18");
    expect(refusal(await decide(await noticed(stack, "2026-09-22")))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "DEFENCE_NEEDED", earliest: "2026-10-01" },
    });
    expect(refusal(await decide(late, { reasons: " " }))).toMatchObject({ reason: "REASONS_NEEDED" });
    expect(refusal(await decide(late, { remedy: null }))).toMatchObject({ reason: "REMEDY_NEEDED" });
    expect(refusal(await decide(late, { decisionDocNo: null }))).toMatchObject({ reason: "DOCUMENT_NEEDED" });
    expect(refusal(await decide(late, { expiresOn: "2026-09-28" }))).toMatchObject({ rule: "DAY_PAST" });
    expect(done(await decide(late))["state"]).toBe("LISTED");
  });

  it("of one authority is nothing that another is told of, and blots persons out of what everybody reads", async () => {
    const list = "演示名单戊";
    const reason = "未按期公示年度报告，联系电话13800138000";
    const { no } = done(await give({ list, reason }));
    const others = await askListing(stack, "officer-2", "giveListingNotice", "GiveListingNoticeInput", {
      ...{ ...NOTICE, list },
    });
    expect(done(others)).toMatchObject({ state: "NOTICE_GIVEN" });
    await stack.databases["credit"]!("listing_cases").where({ no }).update({ prior_notice_on: "2026-09-01" });
    const { entry } = done(await decide({ no, version: 2 })) as unknown as { entry: { id: string } };
    const { body } = await stack.ask("query ($id: ID!) { listEntry(id: $id) { reason } }", {
      variables: { id: entry.id },
    });
    expect(body.data.listEntry.reason).toMatch(/^未按期公示年度报告/);
    expect(body.data.listEntry.reason).not.toContain("13800138000");
  });

  it("is dropped with reasons, at any time, and leaves no entry", async () => {
    const at = done(await give({ list: "演示名单乙" }));
    const drop = { outcome: "NOT_LISTED", remedy: null, decisionDocNo: null, expiresOn: null };
    expect(refusal(await decide(at, { ...drop, reasons: " " }))).toMatchObject({ reason: "REASONS_NEEDED" });
    expect(done(await decide(at, drop))).toMatchObject({ state: "NOT_LISTED", entry: null });
    expect(await entriesOf("演示名单乙")).toBe(0);
  });

  it.each([
    [{ uscc: "91990101MA9000011X" }, { code: "BAD_USER_INPUT", argument: "uscc" }],
    [{ kind: "TRUSTWORTHY" }, { rule: "DISHONEST_LIST" }],
    [
      { kind: "SERIOUS", basisLaw: "《某省关于失信名单的通知》" },
      { rule: "LIST_BASIS", argument: "basisLaw" },
    ],
    [{ reason: " " }, { rule: "STATED", argument: "reason" }],
    [{ measureCodes: ["GL-01", "NO-SUCH"] }, { rule: "MEASURE_UNKNOWN" }],
    [{ measureCodes: Array.from({ length: 21 }, (_, index) => `GL-${index}`) }, { rule: "MAX" }],
  ])("is not begun with %j", async (more, expected) => {
    expect(refusal(await give({ list: "演示名单丙", ...more }))).toMatchObject(expected);
  });

  it("of 10 notices at once begins once, and of 10 decisions at once makes one entry", async () => {
    const codesOf = (answers: readonly Answer[]): string[] =>
      answers.map(({ body }) => String(body.errors?.[0]?.extensions["reason"] ?? "done")).sort();
    const notices = await Promise.all(Array.from({ length: 10 }, () => give({ list: "演示名单丁" })));
    expect(codesOf(notices)).toEqual([...Array<string>(9).fill("LISTING_RUNS"), "done"]);
    const at = await noticed(stack);
    const decisions = await Promise.all(Array.from({ length: 10 }, () => decide(at)));
    expect(codesOf(decisions)).toEqual([...Array<string>(9).fill("STALE_VERSION"), "done"]);
  });
});

describe("a commitment", () => {
  const verify = (id: string, finding: string, expectedVersion = 1, reasons?: string): Promise<Answer> =>
    askCommitment(stack, "officer-1", "verifyCommitment", "VerifyCommitmentInput", {
      ...{ id, finding, expectedVersion, reasons: reasons ?? null },
    });
  const reopen = (id: string, expectedVersion: number, reasons: string): Promise<Answer> =>
    askCommitment(stack, "officer-1", "reopenCommitment", "ReopenCommitmentInput", { id, expectedVersion, reasons });
  const done = ({ body }: Answer): Record<string, unknown> => {
    if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
    return body.data.done.commitment;
  };

  it("is found kept or, with reasons, broken, for everybody to read, and a wrong finding is taken back", async () => {
    const id = await commitmentOf(stack);
    expect(refusal(await verify(id, "BROKEN"))).toMatchObject({ code: "RULE_VIOLATION", reason: "REASONS_NEEDED" });
    expect(done(await verify(id, "BROKEN", 1, "与承诺不符"))).toMatchObject({
      ...{ version: 2, fulfilment: "BROKEN", verifiedOn: "2026-09-28", allowedActions: ["REOPEN"] },
      verifiedBy: { id: "CN-USCC-11990101MB9000015E" },
    });
    const { body } = await stack.ask(
      "query ($id: ID!) { creditCommitment(id: $id) { fulfilment verifiedOn version history { reason } } }",
      { variables: { id } },
    );
    expect(body.data.creditCommitment).toEqual({
      ...{ fulfilment: "BROKEN", verifiedOn: "2026-09-28", version: null, history: null },
    });
    expect(refusal(await verify(id, "FULFILLED", 2))).toMatchObject({ reason: "STATE", state: "BROKEN" });
    expect(refusal(await reopen(id, 2, " "))).toMatchObject({ reason: "REASONS_NEEDED" });
    expect(done(await reopen(id, 2, "核实有误"))).toMatchObject({
      ...{ version: 3, fulfilment: "PENDING", verifiedOn: null, verifiedBy: null, allowedActions: ["KEEP", "BREAK"] },
    });
    expect(done(await verify(id, "FULFILLED", 3))["history"]).toEqual([
      { event: "BREAK", from: "PENDING", to: "BROKEN", part: "OFFICER", reason: "与承诺不符" },
      { event: "REOPEN", from: "BROKEN", to: "PENDING", part: "OFFICER", reason: "核实有误" },
      { event: "KEEP", from: "PENDING", to: "FULFILLED", part: "OFFICER", reason: null },
    ]);
  });

  const make = (more: object = {}, viewer = "agent-1"): Promise<Answer> =>
    askCommitment(stack, viewer, "makeCommitment", "MakeCommitmentInput", { ...PROMISE, ...more });

  it("is made by a body of its own accord, public at once without persons, and verified by the authority, of which the body is told", async () => {
    const made = done(await make({ text: "按期公示年度报告，联系电话13800138000", dueOn: "2026-12-31" }));
    expect(made).toMatchObject({
      ...{ id: expect.stringMatching(/^CN-[0-9a-f]{32}$/), version: 1, fulfilment: "PENDING", allowedActions: [] },
      history: [{ event: "BEGIN", from: null, to: "PENDING", part: "SUBJECT" }],
    });
    const id = String(made["id"]);
    const { body } = await stack.ask(
      `query ($id: ID!) { creditCommitment(id: $id) { text type signedOn dueOn counterparty { id } authority { id } } }`,
      { variables: { id } },
    );
    expect(body.data.creditCommitment).toMatchObject({
      ...{ type: "VOLUNTARY_DISCLOSURE", signedOn: "2026-09-28", dueOn: "2026-12-31" },
      ...{ counterparty: { id: "CN-USCC-91990101MA9000011P" }, authority: { id: "CN-USCC-11990101MB9000015E" } },
    });
    expect(body.data.creditCommitment.text).toMatch(/^按期公示年度报告/);
    expect(body.data.creditCommitment.text).not.toContain("13800138000");
    expect(done(await verify(id, "BROKEN", 1, "未公示"))["fulfilment"]).toBe("BROKEN");
    const told = async (viewer: string): Promise<string[]> =>
      (await stack.ask("{ notices(first: 50) { items { key event } } }", { viewer })).body.data.notices.items
        .filter(({ key }: { key: string }) => key === id)
        .map(({ event }: { event: string }) => event);
    expect([await told("agent-1"), await told("officer-1"), await told("officer-2")]).toEqual([
      ["BREAK"],
      ["BEGIN"],
      [],
    ]);
  });

  it.each([
    ["of a type that a case makes", { type: "TOLERANT_ACCEPTANCE" }, "agent-1", { rule: "COMMITMENT_TYPE" }],
    ["that says nothing", { text: " " }, "agent-1", { rule: "STATED" }],
    ["that ends today", { dueOn: "2026-09-28" }, "agent-1", { rule: "DAY_PAST" }],
    ["to who is no authority", { authority: "91990101MA9000046A" }, "agent-1", { reason: "AUTHORITY_UNKNOWN" }],
    ["to oneself", { authority: "91990101MA9000011P" }, "agent-1", { reason: "OWN_REQUEST" }],
    ["of a person", {}, "citizen-1", { reason: "ACTOR" }],
  ])("is not made %s", async (_name, more, viewer, expected) => {
    const count = async () => stack.databases["credit"]!("commitments").count();
    const before = await count();
    expect(refusal(await make(more, viewer))).toMatchObject(expected);
    expect(await count()).toEqual(before);
  });

  it("does not flood an authority: of thirty at once no more than twenty wait", async () => {
    const authority = "12990101MB90000236";
    await stack.databases["credit"]!("commitments")
      .where({ authority_uscc: authority })
      .update({ fulfilment: "FULFILLED" });
    await commitmentOf(stack, {
      authority_uscc: authority,
      authority_id: `CN-USCC-${authority}`,
      fulfilment: "FULFILLED",
    });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => make({ authority, text: `承诺${index}` })),
    );
    const reasons = answers.map(({ body }) => body.errors?.[0]?.extensions["reason"] ?? "done").sort();
    expect(reasons).toEqual([...Array<string>(10).fill("COMMITMENTS_OPEN"), ...Array<string>(20).fill("done")]);
  });

  it("to bring a material later is not broken before its day is past", async () => {
    const promise = (due_on: string): Promise<string> =>
      commitmentOf(stack, { type: "TOLERANT_ACCEPTANCE", signed_on: "2026-09-01", due_on });
    expect(refusal(await verify(await promise("2026-09-28"), "BROKEN", 1, "未补齐"))).toMatchObject({
      ...{ reason: "PROMISE_RUNS", earliest: "2026-09-29", next: ["KEEP"] },
    });
    expect(done(await verify(await promise("2026-09-27"), "BROKEN", 1, "未补齐"))["fulfilment"]).toBe("BROKEN");
    expect(done(await verify(await promise("2026-09-28"), "FULFILLED"))["fulfilment"]).toBe("FULFILLED");
  });
});
