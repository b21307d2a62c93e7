/** Publicity of penalties through the gateway: served with the notice of repair, published in time, withdrawn by a revocation on record. */
import { readFileSync } from "node:fs";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { askPenalty, copyOf } from "../support/verbs/credit.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const TYPES: Readonly<Record<string, string>> = {
  servePenalty: "ServePenaltyInput",
  publishPenalty: "PenaltyStepInput",
  recordRevocation: "RecordRevocationInput",
  withdrawPenalty: "WithdrawPenaltyInput",
  shieldPenalty: "ShieldPenaltyInput",
  unshieldPenalty: "WithdrawPenaltyInput",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  askPenalty(stack, viewer, verb, TYPES[verb]!, input);

const done = ({ body }: Answer): Record<string, unknown> => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.penalty;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const isPublic = async (id: string): Promise<boolean> => {
  const { body } = await stack.ask("query ($id: ID!) { administrativePenalty(id: $id) { id } }", { variables: { id } });
  return body.data.administrativePenalty !== null;
};

const revocation = { reasons: "经复议撤销", revocationNo: "演复议〔2026〕1号" };

describe("a penalty", () => {
  it("is kept back by the ruling of a court while a plan is carried out, and shown again the day it is not", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const shield = { id, expectedVersion: 1, reasons: "重整计划执行期间", rulingNo: "（2026）演破1号" };
    expect(refusal(await act("officer-1", "shieldPenalty", { ...shield, rulingNo: " " }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "PLAN_NEEDED", state: "PUBLISHED" },
    });
    const shielded = done(await act("officer-1", "shieldPenalty", shield));
    expect(shielded).toMatchObject({ version: 2, publicityState: "SHIELDED" });
    expect(shielded["allowedActions"]).toContain("UNSHIELD");
    expect(await isPublic(id)).toBe(false);
    const again = { id, expectedVersion: 2, reasons: "计划执行终止" };
    expect(refusal(await act("officer-1", "unshieldPenalty", { ...again, reasons: " " }))).toMatchObject({
      rule: "STATED",
    });
    expect(done(await act("officer-1", "unshieldPenalty", again))).toMatchObject({
      publicityState: "PUBLISHED",
      history: [
        { event: "SHIELD", from: "PUBLISHED", to: "SHIELDED", part: "OFFICER" },
        { event: "UNSHIELD", from: "SHIELDED", to: "PUBLISHED", part: "OFFICER" },
      ],
    });
    expect(await isPublic(id)).toBe(true);
    expect(done(await act("officer-1", "shieldPenalty", { ...shield, expectedVersion: 3 }))).toMatchObject({
      publicityState: "SHIELDED",
    });
    expect(await isPublic(id)).toBe(false);
  });

  it("is served with the notice of repair and published within seven working days", async () => {
    // Decided on Thursday, the 24th of September.
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-9", { repair_notice_on: null });
    const served = done(await act("officer-1", "servePenalty", { id, expectedVersion: 1, servedOn: "2026-09-25" }));
    expect(served).toMatchObject({ version: 2, repairNoticeOn: "2026-09-25", repairNoticeTogether: true });
    expect(await isPublic(id)).toBe(false);
    const published = done(await act("publisher-1", "publishPenalty", { id, expectedVersion: 2 }));
    expect(published).toMatchObject({
      ...{ publicityState: "PUBLISHED", publishedOn: "2026-09-28", publishedLate: false },
      allowedActions: [],
      history: [
        { event: "SERVE", from: "NOT_PUBLISHED", to: "NOT_PUBLISHED", part: "OFFICER" },
        { event: "PUBLISH", from: "NOT_PUBLISHED", to: "PUBLISHED", part: "PUBLISHER" },
      ],
    });
    expect(await isPublic(id)).toBe(true);
  });

  it("is late where it is published later", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-9", { decision_date: "2026-09-01" });
    expect(done(await act("publisher-1", "publishPenalty", { id, expectedVersion: 1 }))).toMatchObject({
      ...{ publishedOn: "2026-09-28", publishedLate: true },
    });
  });

  it("is served once, between its decision and today", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-9", { repair_notice_on: null });
    for (const servedOn of ["2026-09-23", "2026-09-29"])
      expect(refusal(await act("officer-1", "servePenalty", { id, expectedVersion: 1, servedOn }))).toMatchObject({
        reason: "SERVED_DAY",
      });
    done(await act("officer-1", "servePenalty", { id, expectedVersion: 1, servedOn: "2026-09-24" }));
    expect(
      refusal(await act("officer-1", "servePenalty", { id, expectedVersion: 2, servedOn: "2026-09-25" })),
    ).toMatchObject({ reason: "NOTICE_SERVED" });
  });

  it("is not published where its rule publishes nothing, nor of whom a law protects, nor twice", async () => {
    const publish = (id: string, expectedVersion = 1): Promise<Answer> =>
      act("publisher-1", "publishPenalty", { id, expectedVersion });
    const minor = await copyOf(stack, "penalties", "CF-GOLDEN-3");
    expect(refusal(await publish(minor))).toMatchObject({ reason: "NOT_TO_BE_PUBLISHED" });
    const unknownAge = await copyOf(stack, "penalties", "CF-GOLDEN-9", { counterparty_minor: true });
    expect(refusal(await publish(unknownAge))).toMatchObject({ reason: "SEALED_RECORD" });
    const sealed = await copyOf(stack, "penalties", "CF-GOLDEN-9", { sealed_by: "LAW" });
    expect(refusal(await publish(sealed))).toMatchObject({ code: "NOT_FOUND" });
    const once = await copyOf(stack, "penalties", "CF-GOLDEN-9");
    done(await publish(once));
    expect(refusal(await publish(once, 2))).toMatchObject({ code: "RULE_VIOLATION", reason: "STATE" });
    expect(refusal(await publish(once))).toMatchObject({ code: "CONFLICT", version: 2 });
  });

  it("is withdrawn only where the revocation is on record, and is public no more", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const withdraw = { id, expectedVersion: 1, reasons: "决定已撤销" };
    expect(refusal(await act("publisher-1", "withdrawPenalty", withdraw))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "DECISION_NOT_REVOKED", state: "PUBLISHED" },
    });
    expect(
      refusal(await act("officer-1", "recordRevocation", { id, expectedVersion: 1, ...revocation, revocationNo: " " })),
    ).toMatchObject({ reason: "DOCUMENT_NEEDED" });
    done(await act("officer-1", "recordRevocation", { id, expectedVersion: 1, ...revocation }));
    expect(await isPublic(id)).toBe(true);
    expect(refusal(await act("publisher-1", "withdrawPenalty", { ...withdraw, reasons: " " }))).toMatchObject({
      rule: "STATED",
    });
    const withdrawn = done(await act("publisher-1", "withdrawPenalty", { ...withdraw, expectedVersion: 2 }));
    expect(withdrawn).toMatchObject({
      ...{ publicityState: "WITHDRAWN", withdrawReason: "决定已撤销", allowedActions: [] },
    });
    expect(await isPublic(id)).toBe(false);
  });

  it("that was revoked before it was published never is", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-9");
    done(await act("officer-1", "recordRevocation", { id, expectedVersion: 1, ...revocation }));
    expect(refusal(await act("publisher-1", "publishPenalty", { id, expectedVersion: 2 }))).toMatchObject({
      reason: "DECISION_REVOKED",
      next: ["WITHDRAW"],
    });
  });

  it("of 20 publications at once happens once", async () => {
    const id = await copyOf(stack, "penalties", "CF-GOLDEN-9");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act("publisher-1", "publishPenalty", { id, expectedVersion: 1 })),
    );
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions["code"] ?? "done").sort();
    expect(codes).toEqual([...Array<string>(19).fill("CONFLICT"), "done"]);
  });
});

it("the examples of docs/writes.md work on the demonstration", async () => {
  const [, section = ""] = readFileSync("docs/writes.md", "utf8").split("\n## Credit\n");
  const [apply, publish] = section
    .split("```")[1]!
    .replace(/^graphql\n/u, "")
    .trim()
    .split("\n");
  const applied = (await stack.ask(apply!, { viewer: "agent-1" })).body;
  expect(applied.data.applyForRepair.repairCase).toMatchObject({
    ...{ version: 1, state: "APPLIED", allowedActions: ["WITHDRAW"] },
  });
  expect((await stack.ask(publish!, { viewer: "publisher-1" })).body.data.publishPenalty.penalty).toEqual({
    ...{ version: 2, publicityState: "PUBLISHED", publishedOn: "2026-09-28", publishedLate: false },
  });
});
