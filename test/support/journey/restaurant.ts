/** A restaurant from the first search to the last fen, told step by step whichever way it is asked, with the clock moved to every deadline on the way (docs/journey.md). */
import { until } from "../one-subgraph.js";
import type { Answer, TestStack } from "../stack.js";
import { copyOf, EVIDENCE } from "../verbs/credit.js";
import { BATCH_DAYS, newBatch, newNumber, TERMS } from "../verbs/funds.js";
import { VERBS } from "../verbs/index.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- Answers have the shape of their query. */

const FIRM = { uscc: "91990101MA9000011P", name: "延边白山松餐饮有限公司（演示）" };
const OFFICE = "11990101MB9000015E";

/** Who takes part, beside whoever is anonymous. */
export const CAST = ["agent-1", "officer-1", "publisher-1", "finance-3", "citizen-1", "officer-2"] as const;

/** How the graph is asked. */
export interface Way {
  readonly stack: TestStack;
  readonly ask: (query: string, options: { viewer: string; variables: object }) => Promise<Pick<Answer, "body">>;
  /** A material as it is handed in. */
  readonly handIn: (viewer: string, name: string) => Promise<object>;
}

/** The day of the story. */
export interface StoryClock {
  now: Date;
}

/** Noon in Shanghai on the day on which it begins. */
export const storyClock = (): StoryClock => ({ now: new Date("2026-09-28T04:00:00Z") });

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const CASE =
  "case { caseNo state version deadline { dueOn state } acceptanceDeadline { dueOn state } electronicLicence { certificateNumber } }";

/** Tells it as tests, in their order; `way` is ready once they run. */
export const tellRestaurantStory = (way: () => Way, clock: StoryClock): void => {
  const onDay = (day: string): void => void (clock.now = new Date(`${day}T12:00:00+08:00`));

  const read = async (viewer: string, query: string, variables: object = {}): Promise<any> => {
    const { body } = await way().ask(query, { viewer, variables });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };

  const attempt = (viewer: string, verb: string, input: object, payload: string) =>
    way().ask(`mutation ($input: ${VERBS[verb]!.input}!) { done: ${verb}(input: $input) { it: ${payload} } }`, {
      viewer,
      variables: { input },
    });

  /** Does a verb; what the law refuses ends the story. */
  const act = async (viewer: string, verb: string, input: object, payload: string): Promise<any> => {
    const { body } = await attempt(viewer, verb, input, payload);
    if (body.errors || !body.data.done) throw new Error(`${verb}: ${JSON.stringify(body)}`);
    return body.data.done.it;
  };

  const refusal = async (...attempted: Parameters<typeof attempt>): Promise<unknown> =>
    (await attempt(...attempted)).body.errors?.[0]?.extensions;

  const noticesOf = async (viewer: string, due = false): Promise<any> =>
    (
      await read(
        viewer,
        "query ($due: Boolean!) { notices(first: 50, due: $due) { unreadCount items { id kind key event isDue dueOn } } }",
        { due },
      )
    ).notices;

  const step = (viewer: string, verb: string, more: object = {}): Promise<any> =>
    act(viewer, verb, { caseNo: theCase.caseNo, expectedVersion: theCase.version, ...more }, CASE).then(
      (next) => (theCase = next),
    );

  let matter: any;
  let theCase: any;

  describe("a licence for a restaurant", () => {
    it("begins with a question that anybody may ask: what is needed, where, and until when", async () => {
      const { division } = await read(
        "anonymous",
        `{ division(code: "222401") { serviceMatters(search: "食品经营许可", first: 1) { nodes {
          id taskName dept { uscc } promised { amount unit } materials { name need situationIds } } } } }`,
      );
      [matter] = division.serviceMatters.nodes;
      expect(matter).toMatchObject({ taskName: expect.stringContaining("食品经营许可"), dept: { uscc: OFFICE } });
    });

    it("is applied for on the 28th of September, with what the matter requires", async () => {
      const [first, ...others] = matter.materials
        .filter(({ need, situationIds }: any) => need === "REQUIRED" && situationIds.length === 0)
        .map(({ name }: any) => name);
      const onPaper = others.map((name: string) => ({ name, delivery: "PAPER" }));
      const materials = [await way().handIn("agent-1", first), ...onPaper];
      theCase = await act("agent-1", "draftCase", { matterId: matter.id, applicantName: FIRM.name, materials }, CASE);
      await step("agent-1", "submitCase");
      expect(theCase).toMatchObject({ state: "SUBMITTED", acceptanceDeadline: { state: "RUNNING" } });
    });

    it("waits at the agency, which asks for a correction on the last day on which it may", async () => {
      const [due] = (await noticesOf("officer-1", true)).items;
      expect(due).toMatchObject({ key: theCase.caseNo, event: "SUBMIT", dueOn: theCase.acceptanceDeadline.dueOn });
      onDay(due.dueOn);
      await step("officer-1", "receiveCase");
      await step("officer-1", "askCaseCorrection", { missing: "平面布局图须注明操作间面积" });
      expect(theCase.acceptanceDeadline.state).toBe("MET");
    });

    it("is corrected by the firm, which its agent learns from a notice, and accepted", async () => {
      expect((await noticesOf("agent-1", true)).items).toMatchObject([
        { key: theCase.caseNo, event: "ASK_CORRECTION" },
      ]);
      await step("agent-1", "correctCase", { materials: [{ name: matter.materials[0].name, delivery: "PAPER" }] });
      expect((await noticesOf("agent-1", true)).items).toEqual([]);
      await step("officer-1", "acceptCase", { acceptanceNo: "延食受〔2026〕88号" });
      expect(theCase).toMatchObject({ state: "ACCEPTED", deadline: { state: "RUNNING" } });
    });

    it("is granted on the promised day, which is in time", async () => {
      await step("officer-1", "reviewCase");
      onDay(theCase.deadline.dueOn);
      await step("officer-1", "decideCase", { outcome: "GRANTED", resultName: "食品经营许可证" });
      await step("officer-1", "completeCase", { validTo: "2031-10-01" });
      expect(theCase).toMatchObject({ state: "COMPLETED", deadline: { state: "MET" } });
      await step("officer-1", "deliverCase");
    });

    it("is published in credit by itself, in time, and anybody finds it with the firm", async () => {
      const LICENCE = "publishedLicence { certName counterpartyName publishedOn publishedLate state }";
      const published = async (): Promise<any> =>
        (await read("agent-1", `query ($no: ID!) { serviceCase(caseNo: $no) { ${LICENCE} } }`, { no: theCase.caseNo }))
          .serviceCase.publishedLicence;
      await until(async () => (await published()) !== null);
      expect(await published()).toMatchObject({ counterpartyName: FIRM.name, publishedLate: false, state: "VALID" });
    });

    it("is rated by the firm; the agency does not learn when", async () => {
      const rating = { stage: "DELIVERY", stars: 5, comment: "办得快。" };
      await act(
        "agent-1",
        "rateCase",
        { caseNo: theCase.caseNo, expectedVersion: theCase.version, ...rating },
        "rating { id }",
      );
      const { items } = await noticesOf("officer-1");
      expect(items.filter(({ event }: any) => event === "RATE")).toEqual([]);
    });
  });

  describe("a penalty of the firm", () => {
    const PENALTY = "penalty { id version publicityState publishedLate repairEligibleOn publicityUntil }";
    const REPAIR = "repairCase { no version state deadline { dueOn state } }";
    const isPublic = async (id: string): Promise<boolean> =>
      (await read("anonymous", "query ($id: ID!) { administrativePenalty(id: $id) { id } }", { id }))
        .administrativePenalty !== null;
    let penalty: any;

    it("is served and published within seven working days", async () => {
      onDay("2026-06-30");
      const decided = { decision_date: "2026-06-25", repair_notice_on: null, duty_performed: true };
      // It came with the authority's export.
      const id = await copyOf(way().stack, "penalties", "CF-GOLDEN-9", decided);
      await act("officer-1", "servePenalty", { id, expectedVersion: 1, servedOn: "2026-06-26" }, PENALTY);
      penalty = await act("publisher-1", "publishPenalty", { id, expectedVersion: 2 }, PENALTY);
      expect(penalty).toMatchObject({ publicityState: "PUBLISHED", publishedLate: false });
      expect(await isPublic(id)).toBe(true);
    });

    it("may not be repaired one day early, and is repaired on the day and within the authority's limit", async () => {
      const application = { recordId: penalty.id, evidence: EVIDENCE };
      onDay(dayBefore(penalty.repairEligibleOn));
      expect(await refusal("agent-1", "applyForRepair", application, REPAIR)).toMatchObject({
        code: "RULE_VIOLATION",
        earliest: penalty.repairEligibleOn,
      });
      onDay(penalty.repairEligibleOn);
      let repair = await act("agent-1", "applyForRepair", application, REPAIR);
      const at = (): object => ({ no: repair.no, expectedVersion: repair.version });
      repair = await act("officer-1", "acceptRepair", at(), REPAIR);
      onDay(repair.deadline.dueOn);
      repair = await act("officer-1", "decideRepair", { ...at(), outcome: "REPAIRED" }, REPAIR);
      expect(repair.state).toBe("DONE");
      expect(await isPublic(penalty.id)).toBe(false);
      const told = (await noticesOf("agent-1")).items.filter(({ key }: any) => key === repair.no);
      expect(told.map(({ event }: any) => event)).toEqual(["REPAIR", "ACCEPT"]);
    });
  });

  describe("money for the firm", () => {
    const ALLOTMENT = "allotment { allotmentNo version state }";
    const ORDER = "order { orderNo version state payment { paymentNo amount } }";

    it("is allotted, assigned, asked for, paid, and adds up to the fen", async () => {
      onDay("2026-09-28");
      const terms = { fundName: "餐饮业纾困补助", amount: "20000.00", terms: TERMS };
      let allotment = await act("finance-3", "draftAllotment", { allotmentNo: newNumber(), ...terms }, ALLOTMENT);
      const at = (): object => ({ allotmentNo: allotment.allotmentNo, expectedVersion: allotment.version });
      for (const verb of ["issueAllotment", "receiveAllotment"])
        allotment = await act("finance-3", verb, at(), ALLOTMENT);
      const assigned = { ...at(), amount: "20000.00", organization: OFFICE };
      allotment = await act("finance-3", "assignAllotment", assigned, ALLOTMENT);

      const asked = {
        allocationId: `FA-${allotment.allotmentNo}-1`,
        amount: "12345.67",
        payee: FIRM.uscc,
        purpose: "补助",
      };
      const order = await act("officer-1", "requestPayment", asked, ORDER);
      const approval = { orderNo: order.orderNo, expectedVersion: order.version, bank: "91990101MA9000046A" };
      expect(await act("finance-3", "approvePayment", approval, ORDER)).toMatchObject({
        state: "PAID",
        payment: { amount: "12345.67" },
      });
      const { budgetAllotment } = await read(
        "anonymous",
        `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) {
          reconciliation { issued paid balance difference rules { id ok } } } }`,
        { no: allotment.allotmentNo },
      );
      const { rules, ...sums } = budgetAllotment.reconciliation;
      expect(sums).toEqual({ issued: "20000.00", paid: "12345.67", balance: "7654.33", difference: "0.00" });
      expect(rules.filter(({ ok }: any) => ok === false)).toEqual([]);
    });
  });

  describe("a subsidy of the village", () => {
    const BATCH = "batch { batchNo version state publicityTo payment { amount } }";

    it("is posted, objected to, answered, reviewed the day after its publicity and paid", async () => {
      onDay("2026-09-30");
      // Its roster came with the scheme's file.
      let batch: any = { batchNo: await newBatch(way().stack, BATCH_DAYS.prepared), version: 1 };
      const at = (): object => ({ batchNo: batch.batchNo, expectedVersion: batch.version });
      batch = await act("publisher-1", "postSubsidyRoster", { ...at(), publicityTo: "2026-10-20" }, BATCH);
      const objection = { batchNo: batch.batchNo, content: "面积不符" };
      const { objectionNo } = await act("citizen-1", "objectToRoster", objection, "objection { objectionNo }");
      onDay(batch.publicityTo);
      expect(await refusal("officer-1", "reviewSubsidyBatch", at(), BATCH)).toMatchObject({ code: "RULE_VIOLATION" });
      const answer = { objectionNo, expectedVersion: 1, upheld: false, reasons: "经实地核查无误" };
      await act("officer-1", "answerRosterObjection", answer, "objection { state }");
      expect((await noticesOf("citizen-1")).items[0]).toMatchObject({ key: objectionNo, event: "REJECT" });
      onDay(dayAfter(batch.publicityTo));
      batch = await act("officer-1", "reviewSubsidyBatch", at(), BATCH);
      expect(await act("officer-2", "paySubsidyBatch", at(), BATCH)).toMatchObject({
        state: "PAID",
        payment: { amount: "7.50" },
      });
    });
  });

  it("was told to the firm's agent on the way, until everything is read", async () => {
    const { items, unreadCount } = await noticesOf("agent-1");
    expect(items.filter(({ key }: any) => key === theCase.caseNo).map(({ event }: any) => event)).toEqual([
      ...["DELIVER", "COMPLETE", "DECIDE", "REVIEW", "ACCEPT", "ASK_CORRECTION", "RECEIVE"],
    ]);
    expect(unreadCount).toBe(items.length);
    await act("agent-1", "markNoticesRead", { ids: items.map(({ id }: any) => id) }, "marked");
    expect((await noticesOf("agent-1")).unreadCount).toBe(0);
  });
};
