/** Repair through the gateway: applied for, decided and lifted everywhere at once, found false and public again; each refusal with its rule. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { askRepair, copyOf, EVIDENCE, repairAfter, takeRepair } from "../support/verbs/credit.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const apply = (viewer: string, recordId: string, evidence: object[] = EVIDENCE): Promise<Answer> =>
  askRepair(stack, viewer, "applyForRepair", "ApplyForRepairInput", { recordId, evidence });

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const publicState = async (id: string, viewer = "anonymous"): Promise<unknown> => {
  const { body } = await stack.ask(
    "query ($id: ID!) { administrativePenalty(id: $id) { publicityState archived republishedOn repairEligibleOn } }",
    { viewer, variables: { id } },
  );
  return body.data.administrativePenalty;
};

const countOf = async (table: string, id: string): Promise<number> => {
  const row = (await stack.databases["credit"]!(table).where("record_id", id).count("* as count").first()) as {
    count: string;
  };
  return Number(row.count);
};

describe("a repair", () => {
  it("is applied for, accepted and decided, and the public knows of the penalty no more from then on", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const applied = await repairAfter(stack, id);
    expect(applied).toMatchObject({
      no: expect.stringMatching(/^XF22240120260928\d{6}$/),
      state: "APPLIED",
      version: 1,
      allowedActions: ["WITHDRAW"],
    });
    const accepted = await takeRepair(stack, "acceptRepair", applied);
    expect(accepted).toMatchObject({ state: "ACCEPTED", allowedActions: ["REJECT", "EXTEND", "REPAIR"] });
    expect(await publicState(id)).toMatchObject({ publicityState: "PUBLISHED" });
    const done = await takeRepair(stack, "decideRepair", accepted);
    expect(done).toMatchObject({
      state: "DONE",
      decidedOn: "2026-09-28",
      allowedActions: ["TELL", "FIND_FALSE"],
    });
    expect(await publicState(id)).toBeNull();
    expect(await publicState(id, "agent-1")).toMatchObject({ publicityState: "REPAIRED", archived: true });
    const told = await takeRepair(stack, "tellRepair", done);
    expect(told).toMatchObject({
      feedbackOn: "2026-09-28",
      deadline: { state: "MET" },
      allowedActions: ["FIND_FALSE"],
    });

    const { body } = await stack.ask(
      "query ($no: ID!) { repairCase(no: $no) { history { version event from to part agency basis } } }",
      { viewer: "agent-1", variables: { no: applied.no } },
    );
    const { history } = body.data.repairCase as { history: Record<string, unknown>[] };
    expect(history.map((e) => [e["version"], e["event"], e["from"], e["to"], e["part"], e["agency"]])).toEqual([
      [1, "BEGIN", null, "APPLIED", "SUBJECT", null],
      [2, "ACCEPT", "APPLIED", "ACCEPTED", "OFFICER", "11990101MB9000015E"],
      [3, "REPAIR", "ACCEPTED", "DONE", "OFFICER", "11990101MB9000015E"],
      [4, "TELL", "DONE", "DONE", "OFFICER", "11990101MB9000015E"],
    ]);
    const penalty = await stack.databases["credit"]!("transitions").where({ kind: "AdministrativePenalty", key: id });
    expect(penalty).toMatchObject([
      { event: "REPAIR", from_state: "PUBLISHED", to_state: "REPAIRED", part: "OFFICER" },
    ]);
  });

  it("one day early is refused with the rule and the first day, and nothing is written", async () => {
    // Decided on the 29th of June: the least publicity of a general breach ends three months later.
    const early = await copyOf(stack, "penalties", "CF-GOLDEN-1", { decision_date: "2026-06-29" });
    expect(refusal(await apply("agent-1", early))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "LEAST_PUBLICITY_RUNS",
      earliest: "2026-09-29",
      state: "PUBLISHED",
      basis: expect.stringContaining("信用修复管理办法"),
    });
    expect(await countOf("repair_cases", early)).toBe(0);
    const onTheDay = await copyOf(stack, "penalties", "CF-GOLDEN-1", { decision_date: "2026-06-28" });
    expect((await apply("agent-1", onTheDay)).body.errors).toBeUndefined();
  });

  it("is accepted no earlier than it may be applied for: both ask one rule", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const { no, version } = await repairAfter(stack, id);
    // The duty turns out to be performed later than was known.
    await stack.databases["credit"]!("penalties")
      .where({ id })
      .update({ duty_performed: true, duty_performed_on: "2026-09-29" });
    expect(
      refusal(await askRepair(stack, "officer-1", "acceptRepair", "RepairStepInput", { no, expectedVersion: version })),
    ).toMatchObject({ reason: "LEAST_PUBLICITY_RUNS", earliest: "2026-09-29", next: [] });
  });

  it("is not applied for twice at once, nor for what is not in publicity, nor by others", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    await repairAfter(stack, id);
    expect(refusal(await apply("agent-1", id))).toMatchObject({ code: "RULE_VIOLATION", reason: "REPAIR_RUNS" });
    for (const [record, reason] of [
      ["CF-GOLDEN-2", "STATE"],
      ["CF-GOLDEN-3", "STATE"],
      ["CF-GOLDEN-5", "STATE"],
      // Republished: another application is barred.
      ["CF-GOLDEN-6", "LEAST_PUBLICITY_RUNS"],
    ])
      expect([record, refusal(await apply("agent-1", record!))]).toMatchObject([record, { reason }]);
    expect(refusal(await apply("citizen-1", await copyOf(stack, "penalties", "CF-GOLDEN-1")))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "ACTOR",
    });
    // What is not public is as if it were not there.
    for (const record of ["CF-GOLDEN-2", "CF-NONE"])
      expect(refusal(await apply("citizen-1", record))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("of 20 applications at once one begins a case", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply("agent-1", id)));
    const reasons = answers.map(({ body }) => body.errors?.[0]?.extensions["reason"] ?? "done").sort();
    expect(reasons).toEqual([...Array<string>(19).fill("REPAIR_RUNS"), "done"]);
    expect(await countOf("repair_cases", id)).toBe(1);
  });

  it("needs its evidence when it is accepted, and titles that say something", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const { body } = await apply("agent-1", id, [EVIDENCE[1]!]);
    const { no, version } = body.data.done.repairCase as { no: string; version: number };
    expect(
      refusal(await askRepair(stack, "officer-1", "acceptRepair", "RepairStepInput", { no, expectedVersion: version })),
    ).toMatchObject({ reason: "PERFORMANCE_PROOF_NEEDED" });
    const blank = [{ kind: "OTHER", title: " " }];
    expect(refusal(await apply("agent-1", id, blank))).toMatchObject({ code: "BAD_USER_INPUT", rule: "STATED" });
    const many = Array.from({ length: 21 }, () => EVIDENCE[0]!);
    expect(refusal(await apply("agent-1", id, many))).toMatchObject({ code: "BAD_USER_INPUT", rule: "MAX" });
  });

  it("is refused with reasons and remedy alone, before it is accepted and since", async () => {
    const decide = (at: { no: string; version: number }, more: object): Promise<Answer> =>
      askRepair(stack, "officer-1", "decideRepair", "DecideRepairInput", {
        ...{ no: at.no, expectedVersion: at.version, outcome: "REFUSED" },
        ...more,
      });
    const at = await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1"), "acceptRepair");
    expect(refusal(await decide(at, {}))).toMatchObject({ reason: "REASONS_NEEDED" });
    expect(refusal(await decide(at, { reasons: "义务未履行" }))).toMatchObject({ reason: "REMEDY_NEEDED" });
    const { body } = await decide(at, { reasons: "义务未履行", remedy: "可申请行政复议" });
    expect(body.data.done.repairCase).toMatchObject({
      state: "REJECTED",
      decidedOn: "2026-09-28",
      allowedActions: ["TELL"],
    });
    const early = await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1"), "refuseRepair");
    expect(early["state"]).toBe("REJECTED");
  });

  it("may be applied for again once it was taken back", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    expect(await repairAfter(stack, id, "acceptRepair", "withdrawRepair")).toMatchObject({
      state: "WITHDRAWN",
      allowedActions: [],
      deadline: null,
    });
    expect((await repairAfter(stack, id))["state"]).toBe("APPLIED");
  });

  it("is extended once", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const extended = await repairAfter(stack, id, "acceptRepair", "extendRepair");
    expect(extended).toMatchObject({ state: "ACCEPTED", extended: true, allowedActions: ["REJECT", "REPAIR"] });
    await expect(takeRepair(stack, "extendRepair", extended)).rejects.toThrow("EXTENDED_BEFORE");
  });

  it("is revoked by a finding on record alone; then the penalty is public again and another application barred", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const done = await repairAfter(stack, id, "acceptRepair", "decideRepair");
    await expect(takeRepair(stack, "revokeRepair", done)).rejects.toThrow("REPAIR_NOT_FALSE");
    await expect(takeRepair(stack, "findRepairFalse", done, { findingNo: " " })).rejects.toThrow("DOCUMENT_NEEDED");
    const found = await takeRepair(stack, "findRepairFalse", done);
    expect(found["allowedActions"]).toEqual(["TELL", "FIND_FALSE", "REVOKE"]);
    expect(await publicState(id)).toBeNull();
    expect((await takeRepair(stack, "revokeRepair", found))["state"]).toBe("REVOKED");
    expect(await publicState(id)).toMatchObject({
      publicityState: "PUBLISHED",
      archived: false,
      republishedOn: "2026-09-28",
      repairEligibleOn: null,
    });
    expect(refusal(await apply("agent-1", id))).toMatchObject({ reason: "LEAST_PUBLICITY_RUNS" });
    expect(refusal(await apply("agent-1", id))).not.toHaveProperty("earliest");
  });

  it("is decided by the authority that made the finding, whoever keeps the case", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const at = await repairAfter(stack, id, "acceptRepair");
    await stack.databases["credit"]!("penalties").where({ id }).update({ authority_uscc: "12990101MB90000236" });
    for (const outcome of ["REPAIRED", "REFUSED"])
      await expect(
        takeRepair(stack, "decideRepair", at, { outcome, reasons: "说明", remedy: "可申请行政复议" }),
      ).rejects.toThrow("FINDING_AUTHORITY_DECIDES");
    expect(await publicState(id)).toMatchObject({ publicityState: "PUBLISHED" });
  });

  it("of 30 decisions at once one happens, to case and penalty alike", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const { no, version } = await repairAfter(stack, id, "acceptRepair");
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        askRepair(stack, "officer-1", "decideRepair", "DecideRepairInput", {
          ...{ no, expectedVersion: version, outcome: place % 2 === 0 ? "REPAIRED" : "REFUSED" },
          ...{ reasons: "理由", remedy: "可申请行政复议" },
        }),
      ),
    );
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions["code"] ?? "done").sort();
    expect(codes).toEqual([...Array<string>(29).fill("CONFLICT"), "done"]);
    const { state } = (await stack.databases["credit"]!("repair_cases").first("state").where({ no })) as {
      state: string;
    };
    expect((await publicState(id)) === null).toBe(state === "DONE");
  });

  it("waits for an import that changes the penalty, and is decided by what that left", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const at = await repairAfter(stack, id, "acceptRepair");
    const db = stack.databases["credit"]!;
    const before = (await db("penalties").first("version").where({ id })) as { version: number };
    const trx = await db.transaction();
    await trx("penalties").where({ id }).update({ content: "更正后的处罚内容" });
    const deciding = takeRepair(stack, "decideRepair", at);
    await trx.commit();
    expect((await deciding)["state"]).toBe("DONE");
    const after = (await db("penalties").first("version", "content").where({ id })) as { version: number };
    // Whoever changes a row counts its version up, whether they say so or not.
    expect(after).toEqual({ version: before.version + 2, content: "更正后的处罚内容" });
  });
});
