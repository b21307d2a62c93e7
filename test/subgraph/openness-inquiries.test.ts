/** Inquiries through the gateway: their course between two bodies, what is published of them, and their figures beside independent SQL. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  assigned,
  CENTRE_MAILBOX,
  INQUIRED,
  INQUIRY_VERBS,
  inquiryStep,
  received,
  replied,
  SHOWN,
} from "../support/verbs/inquiries.js";

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
const act = (viewer: string, verb: string, input: object, selection = "inquiryNo state version"): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${INQUIRY_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { inquiry { ${selection} } } }`,
    { viewer, variables: { input } },
  );
const refusal = ({ body }: Answer): Record<string, unknown> => ({ ...body.errors?.[0]?.extensions });
const at = async (inquiryNo: string, viewer: string, fields: string) =>
  (await ask(`{ inquiry(inquiryNo: "${inquiryNo}") { ${fields} } }`, viewer)).inquiry;

describe("an inquiry", () => {
  it("goes from the body that received it to the one that handles it and back, each on the record", async () => {
    let inquiry = await assigned(stack, {}, CENTRE_MAILBOX);
    expect(await at(inquiry.inquiryNo, "officer-2", "allowedActions asker { name }")).toEqual({
      ...{ allowedActions: ["RETURN", "REPLY"], asker: { name: INQUIRED.askerName } },
    });
    const onDesk = async () => (await at(inquiry.inquiryNo, "officer-1", "allowedActions")).allowedActions;
    expect(await onDesk()).toEqual([]);
    const reasons = "不属于本单位职责。";
    // The body that returned it knows of it no more: its payload is empty.
    const returned = await act("officer-2", "returnInquiry", { ...inquiry, reasons });
    expect(returned.body).toMatchObject({ data: { done: { inquiry: null } } });
    inquiry = { ...inquiry, expectedVersion: inquiry.expectedVersion + 1 };
    expect(await at(inquiry.inquiryNo, "officer-2", "state")).toBeNull();
    expect(await onDesk()).toEqual(["ASSIGN"]);
    inquiry = await inquiryStep(stack, "officer-1", "assignInquiry", { ...inquiry, channelId: CENTRE_MAILBOX });
    inquiry = await inquiryStep(stack, "officer-2", "replyInquiry", { ...inquiry, reply: "应当重新登记。" });
    inquiry = await inquiryStep(stack, "citizen-1", "rateInquiry", { ...inquiry, satisfaction: "SATISFIED" });
    inquiry = await inquiryStep(stack, "officer-1", "closeInquiry", inquiry);
    const fields =
      "state reply satisfaction repliedOn closedOn deadline { dueOn state } history { event part actor reason }";
    const { history, ...rest } = await at(inquiry.inquiryNo, "citizen-1", fields);
    expect(rest).toEqual({
      ...{ state: "CLOSED", reply: "应当重新登记。", satisfaction: "SATISFIED", repliedOn: "2026-09-28" },
      ...{ closedOn: "2026-09-28", deadline: { dueOn: "2026-10-10", state: "MET" } },
    });
    expect(history.map(({ event }: { event: string }) => event)).toEqual([
      ...["BEGIN", "TRIAGE", "ASSIGN", "RETURN", "ASSIGN", "REPLY", "RATE", "CLOSE"],
    ]);
    for (const { part, actor } of history) expect(actor === null).toBe(part === "SUBJECT");
  });

  it("is published without persons, once the asker agreed, and taken back", async () => {
    const inquiry = await replied(stack);
    const named = {
      publicContent: "欧阳小明问：搬迁后登记证还能用吗？电话13900000001。",
      publicReply: "应当重新登记。",
    };
    const { publicContent } = (await act("officer-1", "publishInquiry", { ...inquiry, ...named }, "publicContent")).body
      .data.done.inquiry;
    expect(publicContent).not.toMatch(/欧阳小明|13900000001/);
    expect(await at(inquiry.inquiryNo, "anonymous", "publicReply publishedOn content asker { name }")).toEqual({
      ...{ publicReply: "应当重新登记。", publishedOn: "2026-09-28", content: null, asker: null },
    });
    const next = { inquiryNo: inquiry.inquiryNo, expectedVersion: inquiry.expectedVersion + 1 };
    await inquiryStep(stack, "citizen-1", "retractInquiry", next);
    expect(await at(inquiry.inquiryNo, "anonymous", "state")).toBeNull();
    const again = { ...next, expectedVersion: next.expectedVersion + 1, ...SHOWN };
    expect(refusal(await act("officer-1", "publishInquiry", again))).toMatchObject({ reason: "CONSENT_NEEDED" });
  });

  it("is not published with what of a person may not be, nor without consent", async () => {
    const sick = { ...SHOWN, publicContent: "王建国患肺癌，能否上门办理？" };
    expect(refusal(await act("officer-1", "publishInquiry", { ...(await replied(stack)), ...sick }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "PERSONAL_DATA", argument: "publicContent" },
    });
    const unwilling = { ...(await replied(stack, { mayPublish: false })), ...SHOWN };
    expect(refusal(await act("officer-1", "publishInquiry", unwilling))).toMatchObject({ reason: "CONSENT_NEEDED" });
  });

  it("tells the body that handles it nothing of a confidential asker", async () => {
    const secret = { confidential: true, mayPublish: false };
    const { inquiryNo } = await assigned(stack, secret, CENTRE_MAILBOX);
    expect((await at(inquiryNo, "officer-2", "content asker { name contact }")).asker).toEqual({
      ...{ name: null, contact: null },
    });
    expect((await at(inquiryNo, "officer-1", "asker { name }")).asker.name).toBe(INQUIRED.askerName);
    const both = { ...INQUIRED, confidential: true };
    expect(refusal(await act("citizen-1", "askInquiry", both))).toMatchObject({ argument: "mayPublish" });
  });

  it("is asked with name and contact or with neither, by a channel that is there", async () => {
    const half = { ...INQUIRED, contact: undefined };
    expect(refusal(await act("citizen-1", "askInquiry", half))).toMatchObject({ argument: "contact" });
    const blank = { ...INQUIRED, content: " " };
    expect(refusal(await act("citizen-1", "askInquiry", blank))).toMatchObject({ argument: "content" });
    const nowhere = { ...INQUIRED, channelId: "CY-NONE" };
    expect(refusal(await act("citizen-1", "askInquiry", nowhere))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is merged into another of the same asker alone, and not into itself", async () => {
    const merge = async (into?: string): Promise<Answer> => {
      const inquiry = await received(stack);
      return act("officer-1", "mergeInquiry", { ...inquiry, into: into ?? inquiry.inquiryNo }, "merged { inquiryNo }");
    };
    const { merged } = (await merge("WZ222401-2026-005")).body.data.done.inquiry;
    expect(merged).toEqual({ inquiryNo: "WZ222401-2026-005" });
    for (const other of [undefined, "WZ222401-2026-008", "WZ222401-2026-007"])
      expect(refusal(await merge(other))).toMatchObject({ reason: "DUPLICATE_NEEDED" });
    expect(refusal(await merge("WZ-NONE"))).toMatchObject({ code: "NOT_FOUND" });
    // Nobody learns from a merge whose an anonymous one is.
    const nameless = await received(stack, { askerName: undefined, contact: undefined });
    for (const [inquiry, into] of [
      [nameless, "WZ222401-2026-005"],
      [await received(stack), nameless.inquiryNo],
    ] as const)
      expect(refusal(await act("officer-1", "mergeInquiry", { ...inquiry, into }))).toMatchObject({
        reason: "DUPLICATE_NEEDED",
      });
  });
});

it("figures of a division are those of SQL", async () => {
  for (const [division, year] of [
    ["220000", 2025],
    ["222401", 2026],
    ["222400", 2026],
  ] as const) {
    const { inquiryStatistics } = (
      await ask(`{ division(code: "${division}") { inquiryStatistics(year: ${year}) { received merged replied asked satisfied
        replyRate satisfiedRate kinds { kind received replied } } } }`)
    ).division;
    const { rows } = (await stack.databases["openness"]!.raw(
      `select count(*) filter (where merged_into is null)::int as received, count(merged_into)::int as merged,
         count(replied_on)::int as replied, count(satisfaction)::int as asked,
         count(*) filter (where satisfaction in ('SATISFIED', 'BASICALLY_SATISFIED'))::int as satisfied,
         round(count(replied_on)::numeric / nullif(count(*) filter (where merged_into is null), 0), 4)::float as "replyRate",
         round(count(*) filter (where satisfaction <> 'DISSATISFIED')::numeric / nullif(count(satisfaction), 0), 4)::float as "satisfiedRate"
       from inquiries where division_code like ? and extract(year from received_on) = ?`,
      [`${division.replace(/(00)+$/, "")}%`, year],
    )) as { rows: Record<string, number>[] };
    const { kinds, ...figures } = inquiryStatistics;
    expect([division, figures]).toEqual([division, rows[0]]);
    const sum = (of: "received" | "replied"): number =>
      kinds.reduce((all: number, kind: Record<string, number>) => all + kind[of]!, 0);
    expect([sum("received"), sum("replied")]).toEqual([figures.received, figures.replied]);
  }
});
