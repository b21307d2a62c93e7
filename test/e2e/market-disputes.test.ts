/** Objections to selections and disputes about contracts, with the clock moved: who files, who decides, what follows, what is refused. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  INTERMEDIARY_VERBS,
  AGENT_FIRM,
  OBJECTED,
  PUBLICISED,
  SIGNED,
  enterBid,
  projectWith,
} from "../support/verbs/intermediary.js";

let stack: TestStack;
let day = "2026-09-28";
let ask: TestStack["ask"];
beforeAll(async () => {
  stack = await startStack();
  ask = (await stack.another({ clock: () => new Date(`${day}T04:00:00.000Z`) })).ask;
});
beforeEach(() => void (day = "2026-09-28"));
afterAll(() => stack.stop());

type Project = { projectNo: string; version: number; [key: string]: unknown };

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  ask(
    `mutation ($input: ${INTERMEDIARY_VERBS[verb]!.input}!) { done: ${verb}(input: $input) {
      procurement { projectNo state version allowedActions stateReason suspensions { from to reason } contractDeadline { dueOn state } } } }`,
    { viewer, variables: { input } },
  );

const done = async (viewer: string, verb: string, input: object): Promise<Project> => {
  const { body } = await act(viewer, verb, input);
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.procurement;
};

const db = () => stack.databases["intermediary"]!;

/** All that a refused step must leave. */
const kept = async (projectNo: string): Promise<unknown> => ({
  row: await db()("intermediary_procurements").first("*").where("project_no", projectNo),
  journal: await db()("transitions").where("key", projectNo).orderBy("version"),
  objections: await objections(projectNo),
});

const objections = (projectNo: string) =>
  db()("procurement_objections")
    .select("firm_uscc", "reasons", "filed_on", "settled_on", "answer")
    .where("project_no", projectNo);

const refuses = async (viewer: string, verb: string, input: { projectNo: string }, reason: string): Promise<void> => {
  const before = await kept(input.projectNo);
  const { body } = await act(viewer, verb, input);
  expect([verb, viewer, body.errors?.[0]?.extensions]).toMatchObject([
    verb,
    viewer,
    { code: "RULE_VIOLATION", reason, ...(reason === "STATE" ? {} : { basis: expect.stringContaining("中介") }) },
  ]);
  expect(await kept(input.projectNo)).toEqual(before);
};

const next = ({ projectNo, version }: Pick<Project, "projectNo" | "version">, reasons: string | null = "说明") => ({
  projectNo,
  expectedVersion: version,
  reasons,
});

/** The selection of a rival is in publicity, and the firm of agent-1 had bid. */
const publicised = async (): Promise<Project> => {
  const at = await projectWith(stack, PUBLICISED);
  await enterBid(stack, at.projectNo);
  return at;
};

describe("an objection to a selection", () => {
  it("stops the project until it is rejected; publicity begins anew, and the clock of the contract stood still", async () => {
    let at = await publicised();
    await refuses("agent-1", "objectToSelection", next(at, " "), "REASONS_NEEDED");
    await refuses("agent-1", "objectToSelection", next(at, null), "REASONS_NEEDED");
    await refuses("citizen-1", "objectToSelection", next(at), "ACTOR");
    at = await done("agent-1", "objectToSelection", next(at, "中选机构不具备资质"));
    // What a firm says of another is not published.
    expect(at).toMatchObject({ state: "DISPUTED", stateReason: "参与机构对选定结果提出异议", allowedActions: [] });
    expect(await objections(at.projectNo)).toEqual([
      { firm_uscc: AGENT_FIRM, reasons: "中选机构不具备资质", filed_on: day, settled_on: null, answer: null },
    ]);
    const contract = {
      projectNo: at.projectNo,
      expectedVersion: at.version,
      contractNo: "HT-1",
      amount: "1.00",
      dueOn: "2026-12-01",
    };
    await refuses("officer-1", "signProcurementContract", contract, "STATE");
    await refuses("officer-1", "rejectObjection", next(at), "ACTOR");
    await refuses("officer-2", "rejectObjection", next(at, ""), "REASONS_NEEDED");
    await refuses("officer-2", "settleDispute", next(at), "CONTRACT_NEEDED");
    day = "2026-09-30";
    at = await done("officer-2", "rejectObjection", next(at, "资质有效"));
    expect(at).toMatchObject({
      state: "SELECTED",
      stateReason: null,
      suspensions: [{ from: "2026-09-28", to: "2026-09-30", reason: "资质有效" }],
      // Three working days later than the fifteenth, both days of the span counted.
      contractDeadline: { dueOn: "2026-10-20" },
    });
    expect(await objections(at.projectNo)).toMatchObject([{ settled_on: day, answer: "资质有效" }]);
    at = await done("officer-1", "publishSelection", { projectNo: at.projectNo, expectedVersion: at.version });
    expect(at).toMatchObject({ state: "IN_PUBLICITY" });
    await refuses("agent-1", "objectToSelection", next(at), "OBJECTED_BEFORE");
  });

  it("that is upheld ends the project, with the reason that everybody reads", async () => {
    let at = await done("agent-1", "objectToSelection", next(await publicised()));
    at = await done("supervisor-1", "upholdObjection", next(at, "资质已失效"));
    expect(at).toMatchObject({ state: "CANCELLED", stateReason: "资质已失效", allowedActions: [] });
    const { body } = await ask("query ($no: ID!) { intermediaryProcurement(projectNo: $no) { state stateReason } }", {
      viewer: "anonymous",
      variables: { no: at.projectNo },
    });
    expect(body.data.intermediaryProcurement).toEqual({ state: "CANCELLED", stateReason: "资质已失效" });
    expect(await objections(at.projectNo)).toMatchObject([{ settled_on: day, answer: "资质已失效" }]);
  });

  it("is no more open where the owner cancels the project instead", async () => {
    const at = await done("agent-1", "objectToSelection", next(await publicised()));
    await done("officer-1", "cancelProcurement", next(at, "重新采购"));
    expect(await objections(at.projectNo)).toMatchObject([{ settled_on: day, answer: "重新采购" }]);
  });

  it("is for firms that bid and did not take it back, and in publicity alone", async () => {
    const stranger = await projectWith(stack, PUBLICISED);
    await refuses("agent-1", "objectToSelection", next(stranger), "TOOK_NO_PART");
    const gone = await publicised();
    await db()("bids").where("project_no", gone.projectNo).update({ state: "WITHDRAWN" });
    await refuses("agent-1", "objectToSelection", next(gone), "TOOK_NO_PART");
    for (const state of ["SELECTED", "CONTRACTED", "DISPUTED"]) {
      const at = await publicised();
      await db()("intermediary_procurements").where("project_no", at.projectNo).update({ state });
      await refuses("agent-1", "objectToSelection", next(at), "STATE");
    }
  });

  it("shows the department what it may answer, and a party nothing of it", async () => {
    const { projectNo } = await projectWith(stack, OBJECTED);
    const actionsOf = async (viewer: string): Promise<unknown> =>
      (
        await ask("query ($no: ID!) { intermediaryProcurement(projectNo: $no) { allowedActions } }", {
          viewer,
          variables: { no: projectNo },
        })
      ).body.data.intermediaryProcurement.allowedActions;
    expect(await actionsOf("officer-2")).toEqual(["REJECT_OBJECTION", "UPHOLD_OBJECTION"]);
    expect(await actionsOf("supervisor-1")).toEqual(["REJECT_OBJECTION", "UPHOLD_OBJECTION"]);
    expect(await actionsOf("officer-1")).toEqual(["CANCEL"]);
    expect(await actionsOf("agent-1")).toEqual([]);
  });

  it("is filed once, however often it is asked for at the same time", async () => {
    const at = await publicised();
    const answers = await Promise.all(Array.from({ length: 10 }, () => act("agent-1", "objectToSelection", next(at))));
    expect(answers.filter(({ body }) => !body.errors)).toHaveLength(1);
    expect(await objections(at.projectNo)).toHaveLength(1);
  });
});

describe("a dispute about a contract", () => {
  const FROM = [
    ["CONTRACTED", {}],
    ["IN_SERVICE", {}],
    ["DELIVERED", { delivered_on: "2026-09-28", deliverable_hash: "a".repeat(64) }],
    ["ACCEPTED", { delivered_on: "2026-09-28", deliverable_hash: "a".repeat(64), accepted_on: "2026-09-28" }],
  ] as const;

  it.each(FROM)("that began as %s ends there, whichever party began it", async (state, columns) => {
    for (const [viewer, uscc] of [
      ["officer-1", "11990101MB9000015E"],
      ["agent-1", AGENT_FIRM],
    ] as const) {
      let at: Project = await projectWith(stack, {
        ...{ ...SIGNED, ...columns, state },
        department_uscc: "12990101MB90000236",
      });
      await refuses("officer-2", "disputeContract", next(at), "ACTOR");
      await refuses(viewer, "disputeContract", next(at, ""), "REASONS_NEEDED");
      at = await done(viewer, "disputeContract", next(at, "未按约定提供资料"));
      expect(at).toMatchObject({ state: "DISPUTED", stateReason: "合同当事人提出争议" });
      expect(await objections(at.projectNo)).toMatchObject([{ firm_uscc: uscc, settled_on: null }]);
      await refuses("officer-1", "settleDispute", next(at), "ACTOR");
      for (const verb of ["rejectObjection", "upholdObjection"])
        await refuses("officer-2", verb, next(at), "CONTRACT_SIGNED");
      at = await done("officer-2", "settleDispute", next(at, "继续履行"));
      expect(at).toMatchObject({ state, stateReason: null, suspensions: [] });
      expect(await objections(at.projectNo)).toMatchObject([{ settled_on: day, answer: "继续履行" }]);
    }
  });

  it("between a firm and the department itself is the supervisor's", async () => {
    const at = await done("agent-1", "disputeContract", next(await projectWith(stack, SIGNED)));
    await refuses("officer-1", "settleDispute", next(at), "OWN_CAUSE");
    expect(await done("supervisor-1", "settleDispute", next(at))).toMatchObject({ state: "CONTRACTED" });
  });

  it("needs a contract, and is over with the evaluation", async () => {
    await refuses("officer-1", "disputeContract", next(await publicised()), "STATE");
    const at = await projectWith(stack, { ...SIGNED, state: "EVALUATED" });
    await refuses("officer-1", "disputeContract", next(at), "STATE");
  });
});
