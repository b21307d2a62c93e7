/** Objections through the gateway: raised, marked publicly while they are investigated, decided by what the record says, told. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  askObjection,
  copyOf,
  objectionAfter,
  repairAfter,
  takeObjection,
  takeRepair,
} from "../support/verbs/credit.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const raise = (viewer: string, recordId: string, statement = "处罚金额有误"): Promise<Answer> =>
  askObjection(stack, viewer, "raiseObjection", "RaiseObjectionInput", { recordId, statement });

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const marked = async (id: string): Promise<boolean> => {
  const { body } = await stack.ask("query ($id: ID!) { administrativePenalty(id: $id) { objectionPending } }", {
    variables: { id },
  });
  return body.data.administrativePenalty.objectionPending;
};

const aPenalty = (): Promise<string> => copyOf(stack, "penalties", "CF-GOLDEN-1");

describe("an objection", () => {
  it("is raised, accepted, investigated under a public mark, upheld with reasons, and told", async () => {
    const id = await aPenalty();
    const filed = await objectionAfter(stack, id);
    expect(filed).toMatchObject({
      ...{ no: expect.stringMatching(/^YY22240120260928\d{6}$/), state: "FILED", filedOn: "2026-09-28" },
      allowedActions: ["WITHDRAW"],
    });
    const accepted = await takeObjection(stack, "acceptObjection", filed);
    expect(accepted).toMatchObject({ state: "ACCEPTED", acceptedOn: "2026-09-28", allowedActions: ["INVESTIGATE"] });
    expect(await marked(id)).toBe(false);
    const investigated = await takeObjection(stack, "investigateObjection", accepted);
    // The record did not change: only to uphold is left.
    expect(investigated).toMatchObject({ state: "INVESTIGATING", allowedActions: ["UPHOLD"] });
    expect(await marked(id)).toBe(true);
    await expect(takeObjection(stack, "decideObjection", investigated, { reasons: " " })).rejects.toThrow(
      "REASONS_NEEDED",
    );
    const upheld = await takeObjection(stack, "decideObjection", investigated);
    expect(upheld).toMatchObject({ state: "UPHELD", outcome: "UPHELD", decision: "与决定文书一致" });
    expect(await marked(id)).toBe(false);
    expect((await takeObjection(stack, "notifyObjector", upheld))["state"]).toBe("NOTIFIED");
  });

  it("ends with a correction only where the record was corrected since", async () => {
    const id = await aPenalty();
    const at = await objectionAfter(stack, id, "acceptObjection", "investigateObjection");
    const corrected = { outcome: "CORRECTED" };
    await expect(takeObjection(stack, "decideObjection", at, corrected)).rejects.toThrow("RECORD_NOT_CHANGED");
    await stack.databases["credit"]!("penalties").where({ id }).update({ fine_fen: 100 });
    expect(await takeObjection(stack, "decideObjection", at, corrected)).toMatchObject({
      ...{ state: "CORRECTED", outcome: "CORRECTED", decidedOn: "2026-09-28", allowedActions: ["NOTIFY"] },
    });
  });

  it("is not corrected by a repair, which leaves what the record says as it is", async () => {
    const id = await aPenalty();
    const at = await objectionAfter(stack, id, "acceptObjection", "investigateObjection");
    await takeRepair(stack, "decideRepair", await repairAfter(stack, id, "acceptRepair"));
    await expect(takeObjection(stack, "decideObjection", at, { outcome: "CORRECTED" })).rejects.toThrow(
      "RECORD_NOT_CHANGED",
    );
  });

  it("is raised to licences and list entries too, by whom they are about", async () => {
    const licence = await copyOf(stack, "licences", "XK-B1", {
      ...{ counterparty_uscc: "91990101MA9000011P", counterparty_hash: null, case_no: null },
    });
    const entry = await copyOf(stack, "list_entries", "MD-22", { counterparty_uscc: "91990101MA9000011P" });
    for (const id of [licence, entry]) {
      expect((await objectionAfter(stack, id))["state"]).toBe("FILED");
      expect(refusal(await raise("citizen-1", id))).toMatchObject({ code: "RULE_VIOLATION", reason: "ACTOR" });
    }
  });

  it("is one at a time, about a record that one may know of, and says something", async () => {
    const id = await aPenalty();
    await objectionAfter(stack, id);
    expect(refusal(await raise("agent-1", id))).toMatchObject({ code: "RULE_VIOLATION", reason: "OBJECTION_RUNS" });
    expect(refusal(await raise("agent-1", await aPenalty(), " "))).toMatchObject({ rule: "STATED" });
    for (const hidden of ["CF-GOLDEN-2", "CF-SEALED-1", "CF-NONE"])
      expect(refusal(await raise("citizen-2", hidden))).toMatchObject({ code: "NOT_FOUND" });
    expect((await objectionAfter(stack, await aPenalty(), "withdrawObjection"))["state"]).toBe("WITHDRAWN");
  });

  it("of 20 at once one is filed", async () => {
    const id = await aPenalty();
    const answers = await Promise.all(Array.from({ length: 20 }, () => raise("agent-1", id)));
    const reasons = answers.map(({ body }) => body.errors?.[0]?.extensions["reason"] ?? "done").sort();
    expect(reasons).toEqual([...Array<string>(19).fill("OBJECTION_RUNS"), "done"]);
  });
});
