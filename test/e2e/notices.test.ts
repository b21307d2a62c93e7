/** Notices through the gateway: who is told of what, what is due, and that nobody is told more than the record shows them. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { alertAfter } from "../support/verbs/alerts.js";
import { caseAfter } from "../support/verbs/cases.js";
import { consultationAfter } from "../support/verbs/consultations.js";
import { copyOf, repairAfter } from "../support/verbs/credit.js";
import { newBatch, BATCH_DAYS } from "../support/verbs/funds.js";
import { ratingAfter } from "../support/verbs/ratings.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

interface Page {
  readonly items: readonly Notice[];
  readonly cursor: string | null;
  readonly hasMore: boolean;
  readonly unreadCount: number;
  readonly unavailable: readonly string[];
}

const NOTICES = `query ($first: Int, $after: String, $due: Boolean, $unread: Boolean) {
  notices(first: $first, after: $after, due: $due, unread: $unread) {
    cursor hasMore unreadCount unavailable
    items { id kind key event state text at basis isRead isDue dueOn serviceCase { caseNo state } procurement { projectNo } }
  } }`;

const ask = (viewer: string, variables: object = {}, headers = {}): Promise<Answer> =>
  stack.ask(NOTICES, { viewer, variables: { first: 50, ...variables }, headers });

const noticesOf = async (...asked: Parameters<typeof ask>): Promise<Page> => {
  const { body } = await ask(...asked);
  if (body.errors || !body.data.notices) throw new Error(JSON.stringify(body));
  return body.data.notices as Page;
};

/** Events of a record of which a viewer is told, the newest first. */
const told = async (viewer: string, key: string, variables: object = {}): Promise<string[]> =>
  (await noticesOf(viewer, variables)).items.filter((item) => item.key === key).map(({ event }) => event);

const mark = async (viewer: string, ids: readonly string[]): Promise<Answer> =>
  stack.ask("mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { marked } }", {
    viewer,
    variables: { input: { ids } },
  });

describe("notices of a case", () => {
  it("tell the applicant what the agency did, and the agency what it has to do and by when", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase", "askCaseCorrection");
    const [newest, older] = (await noticesOf("citizen-1")).items;
    expect(newest).toMatchObject({
      ...{ id: expect.stringMatching(/^matters:\d+$/), kind: "ServiceCase", key: caseNo },
      ...{ event: "ASK_CORRECTION", state: "CORRECTION", at: "2026-09-28T04:00:00.000Z" },
      ...{ isRead: false, isDue: true, dueOn: null, procurement: null },
      text: `Case ${caseNo}: The applicant was told what is missing; no clock runs`,
      serviceCase: { caseNo, state: "CORRECTION" },
      basis: expect.stringContaining("行政许可法"),
    });
    expect(older).toMatchObject({ event: "RECEIVE", isDue: false });
    // Beginning and submitting were its own.
    expect(await told("citizen-1", caseNo)).toEqual(["ASK_CORRECTION", "RECEIVE"]);
    expect(await told("officer-1", caseNo)).toEqual(["SUBMIT"]);
    expect(await told("officer-1", caseNo, { due: true })).toEqual([]);
    expect(await told("citizen-1", caseNo, { due: true })).toEqual(["ASK_CORRECTION"]);

    const { caseNo: waiting } = await caseAfter(stack, "submitCase");
    const [due] = (await noticesOf("officer-1", { due: true })).items;
    // Five working days from the 28th of September, over the holiday of October and with its Saturday.
    expect(due).toMatchObject({ key: waiting, event: "SUBMIT", isDue: true, dueOn: "2026-10-10" });
  });

  it("are in the language of the request", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase");
    const [newest] = (await noticesOf("citizen-1", {}, { "accept-language": "zh" })).items;
    expect(newest!["text"]).toBe(`办件 ${caseNo}：收件`);
  });

  it("are nobody else's: not another citizen's, another agency's, a supervisor's who has nothing to do, nor a publisher's", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase", "acceptCase");
    for (const viewer of ["citizen-2", "agent-1", "officer-2", "supervisor-1", "auditor-1", "app-open", "app-partner"])
      for (const due of [false, true]) expect(await told(viewer, caseNo, { due })).toEqual([]);
    expect((await ask("anonymous")).body).toMatchObject({ data: { notices: null } });
  });

  it("do not tell the agency when a case was rated, by which it would know who did", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase", "acceptCase", "decideCase", "completeCase");
    const { ratingId } = await ratingAfter(stack);
    for (const due of [false, true]) {
      const { items } = await noticesOf("officer-1", { due });
      expect(items.filter(({ event }) => event === "RATE")).toEqual([]);
      expect(items.filter(({ key }) => key === ratingId)).toEqual([]);
    }
    expect(await told("citizen-1", caseNo, { due: true })).toEqual(["COMPLETE"]);
  });

  it("are gone when the case is closed to the viewer", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase");
    expect(await told("citizen-1", caseNo)).toEqual(["RECEIVE"]);
    const db = stack.databases["matters"]!;
    await db("service_cases").where("case_no", caseNo).update({ subject: "demo-subject-2" });
    expect(await told("citizen-1", caseNo)).toEqual([]);
    expect(await told("citizen-2", caseNo)).toEqual(["RECEIVE"]);
  });

  it("wait for nothing where an import moved the case on, and are no news after half a year", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const db = stack.databases["matters"]!;
    await db("service_cases").where("case_no", caseNo).update({ state: "RECEIVED" });
    expect(await told("officer-1", caseNo, { due: true })).toEqual([]);
    expect(await told("officer-1", caseNo)).toEqual(["SUBMIT"]);
    await db.raw("alter table transitions disable trigger append_only");
    await db.raw("update transitions set recorded_at = '2026-03-31T00:00:00+08:00' where key = ?", [caseNo]);
    await db.raw("alter table transitions enable trigger append_only");
    expect(await told("officer-1", caseNo)).toEqual([]);
  });
});

describe("notices of other services", () => {
  it("tell a firm's agent how its repair is decided, and the authority by when", async () => {
    const { no } = await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1"));
    const [due] = (await noticesOf("officer-1", { due: true })).items.filter(({ key }) => key === no);
    expect(due).toMatchObject({ kind: "RepairCase", isDue: true, dueOn: expect.stringMatching(/^2026-/) });
    const penalty = await copyOf(stack, "penalties", "CF-GOLDEN-1");
    const decided = await repairAfter(stack, penalty, "acceptRepair", "decideRepair");
    expect(await told("agent-1", decided.no)).toEqual(["REPAIR", "ACCEPT"]);
    expect(await told("agent-1", penalty)).toEqual(["REPAIR"]);
    // A law seals the record: nobody is told of it any more.
    await stack.databases["credit"]!("penalties").where("id", penalty).update({ sealed_by: "PUBLIC_SECURITY" });
    expect(await told("agent-1", decided.no)).toEqual([]);
    expect(await told("agent-1", penalty)).toEqual([]);
  });

  it("tell a person when the roster is posted in which they stand", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.prepared);
    const db = stack.databases["funds"]!;
    const line = (await db("subsidy_lines").where("batch_no", batchNo).first()) as { recipient_hash: string };
    const recipients = await db("subsidy_lines").where("batch_no", batchNo).pluck("recipient_hash");
    await db("subsidy_lines")
      .where({ batch_no: batchNo, recipient_hash: line.recipient_hash })
      .update({ recipient_hash: "demo-subject-2" });
    const input = { batchNo, expectedVersion: 1, publicityTo: "2026-10-12" };
    const { body } = await stack.ask(
      "mutation ($input: PostRosterInput!) { postSubsidyRoster(input: $input) { batch { version } } }",
      { viewer: "publisher-1", variables: { input } },
    );
    expect(body.errors).toBeUndefined();
    expect(await told("citizen-2", batchNo)).toEqual(["POST"]);
    expect(recipients).not.toContain("demo-subject-1");
    expect(await told("citizen-1", batchNo)).toEqual([]);
  });
});

describe("the list", () => {
  it("is one of all services, newest first, and its pieces are the whole", async () => {
    await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1"));
    await caseAfter(stack, "submitCase");
    const all = await noticesOf("officer-1");
    expect(new Set(all.items.map(({ id }) => id.split(":")[0]))).toEqual(new Set(["matters", "credit", "funds"]));
    const pieces: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await noticesOf("officer-1", { first: 2, after });
      pieces.push(...page.items.map(({ id }) => id));
      after = page.hasMore ? page.cursor : null;
    } while (after !== null);
    expect(pieces).toEqual(all.items.map(({ id }) => id));
    expect(new Set(pieces).size).toBe(pieces.length);
  });

  it("refuses a cursor of another list, a forged one, and sizes out of bounds", async () => {
    const { cursor } = await noticesOf("citizen-1", { first: 1 });
    for (const bad of [
      { after: cursor, due: true },
      { after: "x" },
      { after: "x".repeat(3_000) },
      { first: 0 },
      { first: 51 },
    ])
      expect((await ask("citizen-1", bad)).body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("takes null as if nothing were given", async () => {
    const nothing = { first: null, after: null, due: null, unread: null };
    const { items } = await noticesOf("citizen-1", nothing);
    expect(items).toEqual((await noticesOf("citizen-1", { first: 20 })).items);
    expect(items.length).toBeGreaterThan(0);
  });

  it("names services that do not answer and gives the others'", async () => {
    const { body } = await stack.askWithout("credit", NOTICES, { viewer: "citizen-1", variables: { first: 1 } });
    expect(body.errors).toBeUndefined();
    expect(body.data.notices).toMatchObject({ unavailable: ["credit"], items: [{ kind: "ServiceCase" }] });
  });

  it("counts what is unread; each reader marks their own and no other's", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase", "askCaseCorrection");
    const before = await noticesOf("citizen-1");
    const own = before.items.find(({ key }) => key === caseNo)!;
    for (const viewer of ["citizen-2", "officer-2", "agent-1"])
      expect((await mark(viewer, [own.id])).body.data.markNoticesRead).toEqual({ marked: 0 });
    // The officer's own act is no notice of the officer's.
    expect((await mark("officer-1", [own.id])).body.data.markNoticesRead).toEqual({ marked: 0 });
    expect((await noticesOf("citizen-1")).unreadCount).toBe(before.unreadCount);
    for (const ids of [[own.id, own.id], [own.id]])
      expect((await mark("citizen-1", ids)).body.data.markNoticesRead).toEqual({ marked: 1 });
    const after = await noticesOf("citizen-1");
    expect(after.unreadCount).toBe(before.unreadCount - 1);
    expect(after.items.find(({ id }) => id === own.id)).toMatchObject({ isRead: true });
    expect((await noticesOf("citizen-1", { unread: true })).items.map(({ id }) => id)).not.toContain(own.id);
  });

  it("refuses ids that are none, of services that have no notices, and too many", async () => {
    for (const ids of [["x"], ["reference:1"], ["matters:0"], ["matters:1;"], ["matters:99999999999999999999"]])
      expect((await mark("citizen-1", ids)).body.errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        rule: "NOTICE",
      });
    const many = Array.from({ length: 101 }, (_, index) => `matters:${index + 1}`);
    expect((await mark("citizen-1", many)).body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect((await mark("anonymous", ["matters:1"])).body).toMatchObject({ data: { markNoticesRead: null } });
  });
});

describe("notices of an alert and of a question", () => {
  it("tell each office what it has to do, and nobody of another", async () => {
    const { alertId, expectedVersion } = await alertAfter(stack, "notifyAlert");
    const due = (viewer: string, key: string): Promise<string[]> => told(viewer, key, { due: true });
    expect(await due("officer-1", alertId)).toEqual(["NOTIFY"]);
    expect(await due("publisher-1", alertId)).toEqual([]);
    expect(await due("officer-2", alertId)).toEqual([]);
    expect(await due("supervisor-1", alertId)).toEqual([]);
    const { body } = await stack.ask(
      "mutation ($input: ToldAlertInput!) { explainAlert(input: $input) { alert { state } } }",
      { viewer: "officer-1", variables: { input: { alertId, expectedVersion, explanation: "系统停机一日" } } },
    );
    expect(body.errors).toBeUndefined();
    expect(await due("officer-1", alertId)).toEqual([]);
    expect(await due("supervisor-1", alertId)).toEqual(["EXPLAIN"]);
    expect(await told("citizen-1", alertId)).toEqual([]);
  });

  it("tell the agency of a question with its limit, and the asker of the answer", async () => {
    const { consultationId: key } = await consultationAfter(stack);
    const [asked] = (await noticesOf("officer-1", { due: true })).items.filter((item) => item.key === key);
    expect(asked).toMatchObject({ kind: "Consultation", event: "BEGIN", state: "ASKED", dueOn: "2026-10-10" });
    expect(await told("officer-2", key)).toEqual([]);
    expect(await told("citizen-1", key)).toEqual([]);
    const answered = (await consultationAfter(stack, "answerConsultation")).consultationId;
    expect(await told("citizen-1", answered)).toEqual(["ANSWER"]);
    expect(await told("citizen-2", answered)).toEqual([]);
    expect(await told("officer-1", answered, { due: true })).toEqual([]);
  });
});
