/** Entries of credit lists through the gateway: repaired, standing again where that was false, removed by a revocation; each refusal with its rule. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { askEntry, askRepair, entryOf, EVIDENCE, repairAfter, takeRepair } from "../support/verbs/credit.js";

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
