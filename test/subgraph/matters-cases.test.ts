/** Cases through the gateway and directly: whose they are, what each viewer sees of one, progress by code, clocks, batches. */
import type { Knex } from "knex";
import type { Viewer } from "../../platform/auth/index.js";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { insertCase, insertProcedure, OWN_AGENCY, select, statementsDuring, type Row } from "./support/matters.js";

type ViewerName = keyof typeof VIEWERS;

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

/** Golden cases of infra/local/cases.ts. */
const OF_CITIZEN_1 = "22240120260302000001";
const SUSPENDED = "22240120260907000001";
const OF_CITIZEN_2 = "22240120260910000001";
const OF_OTHER_AGENCY = "22240420260901000001";
const OF_ENTERPRISE = "22240120260518000001";

const entity = (viewer: Viewer, caseNo: string, fields = "caseNo"): Promise<Answer> =>
  stack.askSubgraph(
    "matters",
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceCase { ${fields} } } }`,
    { viewer, variables: { r: [{ __typename: "ServiceCase", caseNo }] } },
  );

describe("a case of a person", () => {
  const fields =
    "caseNo state applicantName applicantIdTail contactName contactPhone contactAddress queryCode deadline { state } steps { name opinion officerName }";
  const read = async (viewer: ViewerName): Promise<{ row: Row | null; body: Answer["body"] }> => {
    const { body } = await stack.ask(`query($no: ID!) { serviceCase(caseNo: $no) { ${fields} } }`, {
      viewer,
      variables: { no: OF_CITIZEN_1 },
    });
    return { row: body.data.serviceCase, body };
  };

  // docs/reference/visibility.md#the-matrix: applicant name / id / phone; handling opinion, officer name. T = what the seed has, tail alone for the id.
  it.each([
    ["citizen-1", { name: true, tail: true, phone: true, opinion: true, officer: false, code: true }],
    ["officer-1", { name: true, tail: false, phone: true, opinion: true, officer: true, code: false }],
    ["publisher-1", { name: true, tail: false, phone: true, opinion: true, officer: true, code: false }],
    ["supervisor-1", { name: true, tail: false, phone: false, opinion: true, officer: true, code: false }],
  ] as const)("shows %s what is theirs of it", async (viewer, sees) => {
    const { row } = await read(viewer);
    const [step] = row!["steps"];
    expect(row).toMatchObject({ caseNo: OF_CITIZEN_1, state: "RATED", deadline: { state: "MET" } });
    expect(row!["applicantName"]).toBe(sees.name ? "张示例" : null);
    expect(row!["applicantIdTail"]).toBe(sees.tail ? "1004" : null);
    expect(row!["contactPhone"]).toBe(sees.phone ? "19900001000" : null);
    expect(row!["contactAddress"] !== null).toBe(sees.phone);
    expect(step.opinion !== null).toBe(sees.opinion);
    expect(step.officerName !== null).toBe(sees.officer);
    expect(row!["queryCode"] !== null).toBe(sees.code);
  });

  it.each(["anonymous", "citizen-2", "agent-1", "officer-2", "auditor-1", "app-open", "app-partner"] as const)(
    "is for %s like a number that nobody has",
    async (viewer) => {
      const { body } = await read(viewer);
      const unknown = await stack.ask(`query($no: ID!) { serviceCase(caseNo: $no) { ${fields} } }`, {
        viewer,
        variables: { no: "22240120260302999999" },
      });
      expect(body.data).toEqual({ serviceCase: null });
      expect(body).toEqual(unknown.body);
      expect((await entity(VIEWERS[viewer], OF_CITIZEN_1)).body).toEqual(
        (await entity(VIEWERS[viewer], "22240120260302999999")).body,
      );
    },
  );

  it("keeps no identity number, and its query code nowhere", async () => {
    const { row } = await read("citizen-1");
    const [text] = await select(db, "select c::text as text from service_cases c where case_no = ?", [OF_CITIZEN_1]);
    expect(text!["text"]).not.toContain("990101197001011004");
    expect(text!["text"]).not.toContain(row!["queryCode"]);
  });
});

describe("object-level access", () => {
  const own: readonly (readonly [ViewerName, string])[] = [
    ["citizen-1", OF_CITIZEN_1],
    ["citizen-2", OF_CITIZEN_2],
    ["citizen-2", OF_OTHER_AGENCY],
    ["agent-1", OF_ENTERPRISE],
    ["officer-1", OF_CITIZEN_1],
    ["officer-1", OF_ENTERPRISE],
    ["supervisor-1", OF_OTHER_AGENCY],
  ];
  it.each(own)("%s reads %s by key and as an entity", async (viewer, caseNo) => {
    const byKey = await stack.ask(`query($no: ID!) { serviceCase(caseNo: $no) { state } }`, {
      viewer,
      variables: { no: caseNo },
    });
    expect(byKey.body.data.serviceCase.state).toEqual(expect.any(String));
    expect((await entity(VIEWERS[viewer], caseNo)).body.data._entities).toEqual([{ caseNo }]);
  });

  const foreign: readonly (readonly [ViewerName, string])[] = [
    ["citizen-1", OF_CITIZEN_2],
    ["citizen-1", OF_ENTERPRISE],
    ["citizen-2", OF_CITIZEN_1],
    ["agent-1", OF_CITIZEN_1],
    ["officer-1", OF_OTHER_AGENCY],
    ["officer-2", OF_OTHER_AGENCY],
    ["officer-2", OF_CITIZEN_1],
  ];
  it.each(foreign)("%s does not find %s on any path", async (viewer, caseNo) => {
    const { body } = await stack.ask(
      `query($no: ID!) { serviceCase(caseNo: $no) { caseNo } me { cases(first: 100) { nodes { caseNo } } }
        own: organization(uscc: "11990101MB9000015E") { cases(first: 100) { nodes { caseNo } } }
        other: division(code: "222404") { alerts(first: 100) { nodes { case { caseNo } } } }
        yanji: division(code: "222401") { alerts(first: 100) { nodes { case { caseNo } } } } }`,
      { viewer, variables: { no: caseNo } },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.serviceCase).toBeNull();
    expect(JSON.stringify(body.data)).not.toContain(caseNo);
    expect((await entity(VIEWERS[viewer], caseNo)).body.data._entities).toEqual([null]);
  });

  it("a supervisor of another province finds nothing", async () => {
    const elsewhere = { ...VIEWERS["supervisor-1"], divisionCode: "230000" };
    expect((await entity(elsewhere, OF_CITIZEN_1)).body.data._entities).toEqual([null]);
  });

  it("a draft is its writer's alone: not even its agency and supervisors find it", async () => {
    const [draft] = await select(
      db,
      "select case_no from service_cases where state = 'DRAFT' and subject = 'demo-subject-1'",
    );
    const found = async (viewer: ViewerName): Promise<boolean> =>
      (await entity(VIEWERS[viewer], draft!["case_no"])).body.data._entities[0] !== null;
    expect(await found("citizen-1")).toBe(true);
    expect([await found("officer-1"), await found("supervisor-1"), await found("citizen-2")]).toEqual([
      false,
      false,
      false,
    ]);
    const { body } = await stack.ask(
      `{ organization(uscc: "11990101MB9000015E") { cases(state: [DRAFT]) { nodes { caseNo } } } }`,
      { viewer: "officer-1" },
    );
    expect(body.data.organization.cases.nodes).toEqual([]);
  });
});

describe("progress by query code", () => {
  const progress = (caseNo: string, queryCode: string): Promise<Answer> =>
    stack.ask(
      `query($no: ID!, $code: String!) { caseProgress(caseNo: $no, queryCode: $code) { caseNo state appliedOn acceptedOn completedOn deadline { dueOn state } } }`,
      { variables: { no: caseNo, code: queryCode } },
    );
  const codeOf = async (caseNo: string, viewer: ViewerName): Promise<string> =>
    (
      await stack.ask(`query($no: ID!) { serviceCase(caseNo: $no) { queryCode } }`, {
        viewer,
        variables: { no: caseNo },
      })
    ).body.data.serviceCase.queryCode;

  it("shows state and days to whoever holds the code", async () => {
    const code = await codeOf(SUSPENDED, "citizen-1");
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    const { body } = await progress(SUSPENDED, ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `);
    expect(body.data.caseProgress).toEqual({
      caseNo: SUSPENDED,
      state: "SUSPENDED",
      appliedOn: "2026-09-07",
      acceptedOn: "2026-09-08",
      completedOn: null,
      deadline: { dueOn: null, state: "SUSPENDED" },
    });
  });

  it("answers a wrong code, another case's code and an unknown number alike", async () => {
    const other = await codeOf(OF_CITIZEN_2, "citizen-2");
    const answers = await Promise.all([
      progress(SUSPENDED, "AAAAAAAAAA"),
      progress(SUSPENDED, other),
      progress("22240120260907999999", other),
      progress(SUSPENDED, ""),
    ]);
    for (const { body } of answers) expect(body).toEqual({ data: { caseProgress: null } });
  });

  it("does not know drafts, whatever the code", async () => {
    const [draft] = await select(
      db,
      "select case_no from service_cases where state = 'DRAFT' and subject = 'demo-subject-1'",
    );
    const code = await codeOf(draft!["case_no"], "citizen-1");
    expect((await progress(draft!["case_no"], code)).body.data.caseProgress).toBeNull();
  });
});

describe("lists of cases", () => {
  const mine = async (viewer: ViewerName, args = "first: 100"): Promise<string[]> => {
    const { body } = await stack.ask(`{ me { cases(${args}) { nodes { caseNo } } } }`, { viewer });
    return body.data.me.cases.nodes.map(({ caseNo }: Row) => caseNo);
  };

  it.each([
    ["citizen-1", "demo-subject-1"],
    ["citizen-2", "demo-subject-2"],
    ["agent-1", "91990101MA9000011P"],
  ] as const)("of %s are all that were applied for, newest first", async (viewer, subject) => {
    const expected = await select(
      db,
      "select case_no from service_cases where subject = ? order by opened_on desc, case_no limit 100",
      [subject],
    );
    expect(await mine(viewer)).toEqual(expected.map((row) => row["case_no"]));
    expect(expected.length).toBeGreaterThanOrEqual(2);
  });

  it("of somebody who applies for nothing are empty, and nobody's for the anonymous", async () => {
    expect(await mine("officer-1")).toEqual([]);
    expect(await mine("app-partner")).toEqual([]);
    expect((await stack.ask(`{ me { cases { nodes { caseNo } } } }`)).body).toEqual({ data: { me: null } });
  });

  it("join what the gateway itself knows of the viewer", async () => {
    const { body } = await stack.ask(
      `{ me { username cases(state: [SUSPENDED]) { nodes { caseNo matter { taskName } deadline { state } suspensions { from to pausesClock } } } } }`,
      { viewer: "citizen-1" },
    );
    expect(body.data.me).toEqual({
      username: "citizen-1",
      cases: {
        nodes: [
          {
            caseNo: SUSPENDED,
            matter: { taskName: "食品经营许可" },
            deadline: { state: "SUSPENDED" },
            suspensions: [{ from: "2026-09-15", to: null, pausesClock: true }],
          },
        ],
      },
    });
  });

  const ofOrganization = async (viewer: ViewerName, uscc: string, args: string): Promise<string[]> => {
    const all: string[] = [];
    for (let after = ""; ;) {
      const { body } = await stack.ask(
        `query($uscc: USCC!) { organization(uscc: $uscc) { cases(first: 100 ${args} ${after}) { nodes { caseNo } pageInfo { hasNextPage endCursor } } } }`,
        { viewer, variables: { uscc } },
      );
      const { nodes, pageInfo } = body.data.organization.cases;
      all.push(...nodes.map(({ caseNo }: Row) => caseNo));
      if (!pageInfo.hasNextPage) return all;
      after = `after: "${pageInfo.endCursor}"`;
    }
  };

  it("of an agency are its officers' and supervisors', page by page without gaps", async () => {
    const expected = (
      await select(
        db,
        "select case_no from service_cases where dept_id = ? and state <> 'DRAFT' order by opened_on desc, case_no",
        [OWN_AGENCY.id],
      )
    ).map((row) => row["case_no"]);
    expect(expected.length).toBeGreaterThan(100);
    expect(await ofOrganization("officer-1", OWN_AGENCY.uscc, "")).toEqual(expected);
    expect(await ofOrganization("supervisor-1", OWN_AGENCY.uscc, "role: HANDLER")).toEqual(expected);
    expect(await ofOrganization("officer-2", OWN_AGENCY.uscc, "")).toEqual([]);
    expect(await ofOrganization("anonymous", OWN_AGENCY.uscc, "")).toEqual([]);
  });

  it("of an enterprise are its agent's, those with officer-1's agency its officers' too", async () => {
    const uscc = "91990101MA9000011P";
    const all = await select(db, "select case_no, dept_id from service_cases where subject = ?", [uscc]);
    expect((await ofOrganization("agent-1", uscc, "role: APPLICANT")).sort()).toEqual(
      all.map((row) => row["case_no"]).sort(),
    );
    const drafts = await select(db, "select case_no from service_cases where state = 'DRAFT'");
    const handled = all
      .filter((row) => row["dept_id"] === OWN_AGENCY.id)
      .map((row) => row["case_no"])
      .filter((no) => !drafts.some((draft) => draft["case_no"] === no));
    expect((await ofOrganization("officer-1", uscc, "")).sort()).toEqual(handled.sort());
    expect(await ofOrganization("agent-1", uscc, "role: HANDLER")).toEqual([]);
  });

  it("are empty for states that contradict", async () => {
    expect(await mine("citizen-1", "state: []")).toEqual([]);
    expect(await mine("citizen-1", "state: [VOID]")).toEqual([]);
  });

  it("cost the same number of statements for 10 and for 100 rows, with every link", async () => {
    const query = `query($first: Int!) { organization(uscc: "11990101MB9000015E") { cases(first: $first) { nodes { caseNo deadline { dueOn } statutoryDeadline { dueOn } light
      matter { taskName } dept { name } applicantOrg { name } steps { name officerName } specialProcedures { kind } materials { name } result { outcome } electronicLicence { certificateNumber }
      alerts(first: 5) { nodes { id raisedOn } } ratings(first: 5) { nodes { stars } } } } } }`;
    const run =
      (first: number): (() => Promise<void>) =>
      async () => {
        const { body } = await stack.ask(query, { viewer: "supervisor-1", variables: { first } });
        expect(body.errors).toBeUndefined();
        expect(body.data.organization.cases.nodes).toHaveLength(first);
      };
    // The newest case has an alert, so that each link has something to load.
    await insertCase(db, "T-NEWEST", { opened_on: "2026-09-29" });
    const ten = await statementsDuring(db, run(10));
    expect(await statementsDuring(db, run(100))).toBe(ten);
    expect(ten).toBe(6);
  });

  it("are read in one statement as 200 entities", async () => {
    const numbers = await select(db, "select case_no from service_cases order by case_no limit 200");
    const representations = numbers.map((row) => ({ __typename: "ServiceCase", caseNo: row["case_no"] }));
    const statements = await statementsDuring(db, async () => {
      const { body } = await stack.askSubgraph(
        "matters",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceCase { caseNo deadline { dueOn } } } }`,
        { viewer: VIEWERS["supervisor-1"], variables: { r: representations } },
      );
      expect(body.data._entities.filter((row: unknown) => row !== null).length).toBeGreaterThan(190);
    });
    expect(statements).toBe(1);
  });
});

describe("the clock of a case", () => {
  const clock = async (caseNo: string): Promise<Row> => {
    const { body } = await stack.ask(
      `query($no: ID!) { serviceCase(caseNo: $no) { deadline { dueOn latestOn state remaining suspendedDays light basis } statutoryDeadline { dueOn basis } light } }`,
      { viewer: "citizen-1", variables: { no: caseNo } },
    );
    expect(body.errors).toBeUndefined();
    return body.data.serviceCase;
  };

  // docs/reference/time-limits.md#golden-days.
  it("counts 20 working days over the spring festival", async () => {
    await insertCase(db, "T-GOLDEN-1");
    expect(await clock("T-GOLDEN-1")).toMatchObject({
      deadline: { dueOn: "2026-03-16", state: "LATE", light: "BLACK", suspendedDays: 0 },
      statutoryDeadline: { dueOn: "2026-03-16", basis: "行政许可法 第四十二条" },
    });
  });

  it("leaves a special procedure out", async () => {
    await insertCase(db, "T-GOLDEN-2");
    await insertProcedure(db, "T-GOLDEN-2", { kind: "EXPERT_REVIEW", from_on: "2026-02-25", to_on: "2026-03-04" });
    expect((await clock("T-GOLDEN-2"))["deadline"]).toMatchObject({ dueOn: "2026-03-25", suspendedDays: 7 });
  });

  it("does not leave out a procedure that the law does not name", async () => {
    await insertCase(db, "T-GOLDEN-3");
    await insertProcedure(db, "T-GOLDEN-3", { kind: "OTHER", from_on: "2026-02-25", to_on: "2026-03-04" });
    expect((await clock("T-GOLDEN-3"))["deadline"].dueOn).toBe("2026-03-16");
  });

  it("adds an approved extension", async () => {
    await insertCase(db, "T-GOLDEN-4");
    await insertProcedure(db, "T-GOLDEN-4", { kind: "EXTENSION", from_on: "2026-03-10", extension_days: 20 });
    expect((await clock("T-GOLDEN-4"))["deadline"].dueOn).toBe("2026-04-14");
  });

  it("counts make-up working days, and holds a golden week of five working days", async () => {
    await insertCase(db, "T-GOLDEN-5", { accepted_on: "2026-09-28", promised_amount: 5 });
    expect((await clock("T-GOLDEN-5"))["deadline"]).toMatchObject({
      dueOn: "2026-10-10",
      state: "RUNNING",
      remaining: 5,
      light: "GREEN",
    });
    await insertCase(db, "T-GOLDEN-6", { accepted_on: "2026-09-18", promised_amount: 1 });
    expect((await clock("T-GOLDEN-6"))["deadline"].dueOn).toBe("2026-09-20");
  });

  it("says PROVISIONAL across a year without a published calendar, as its light does, with the latest thinkable day", async () => {
    await insertCase(db, "T-GOLDEN-7", { accepted_on: "2026-12-20" });
    expect(await clock("T-GOLDEN-7")).toMatchObject({
      deadline: { dueOn: null, latestOn: expect.stringMatching(/^2027-/), state: "PROVISIONAL", light: "PROVISIONAL" },
      light: "PROVISIONAL",
    });
  });

  it("stands still in a procedure that runs, but what was late before stays late", async () => {
    await insertCase(db, "T-GOLDEN-8", { accepted_on: "2026-09-01", state: "SUSPENDED" });
    await insertProcedure(db, "T-GOLDEN-8", { kind: "TEST", from_on: "2026-09-10" });
    expect((await clock("T-GOLDEN-8"))["deadline"]).toMatchObject({ dueOn: null, state: "SUSPENDED", light: null });
    await insertCase(db, "T-GOLDEN-9", { state: "SUSPENDED", statutory_amount: 400 });
    await insertProcedure(db, "T-GOLDEN-9", { kind: "TEST", from_on: "2026-03-17" });
    expect((await clock("T-GOLDEN-9"))["deadline"]).toMatchObject({ dueOn: "2026-03-16", state: "LATE", light: "RED" });
  });

  it("does not run before acceptance, nor after a withdrawal", async () => {
    await insertCase(db, "T-GOLDEN-10", { accepted_on: null, acceptance_no: null, state: "CORRECTION" });
    await insertCase(db, "T-GOLDEN-11", { state: "WITHDRAWN", ended_on: "2026-02-20" });
    expect([(await clock("T-GOLDEN-10"))["deadline"], (await clock("T-GOLDEN-11"))["deadline"]]).toEqual([null, null]);
  });

  describe("before acceptance", () => {
    const silent = { accepted_on: null, acceptance_no: null, state: "RECEIVED" };
    const acceptance = async (caseNo: string): Promise<Row> => {
      const { body } = await stack.ask(
        `query($no: ID!) { serviceCase(caseNo: $no) { noticeOn acceptanceDeadline { dueOn state basis } deemedAcceptedOn deadline { dueOn state } state } }`,
        { viewer: "citizen-1", variables: { no: caseNo } },
      );
      expect(body.errors).toBeUndefined();
      return body.data.serviceCase;
    };

    // docs/reference/time-limits.md#golden-days: 2026-09-28 and five working days is 2026-10-10; 2026-02-10 and twenty is 2026-03-16.
    it("runs for five working days in which the agency says what is missing", async () => {
      await insertCase(db, "T-ACCEPT-1", { ...silent, applied_on: "2026-09-28" });
      expect(await acceptance("T-ACCEPT-1")).toEqual({
        noticeOn: null,
        acceptanceDeadline: { dueOn: "2026-10-10", state: "RUNNING", basis: "行政许可法 第三十二条" },
        deemedAcceptedOn: null,
        deadline: null,
        state: "RECEIVED",
      });
    });

    it("makes a case accepted on receipt that was told nothing in time, and its limit runs from then", async () => {
      await insertCase(db, "T-ACCEPT-2", { ...silent, applied_on: "2026-02-10" });
      expect(await acceptance("T-ACCEPT-2")).toMatchObject({
        acceptanceDeadline: { dueOn: "2026-02-24", state: "LATE" },
        deemedAcceptedOn: "2026-02-10",
        deadline: { dueOn: "2026-03-16", state: "LATE" },
        state: "RECEIVED",
      });
      const [stored] = await select(db, "select accepted_on from service_cases where case_no = 'T-ACCEPT-2'");
      expect(stored!["accepted_on"]).toBeNull();
    });

    it.each([
      ["T-ACCEPT-3", "2026-02-24", "MET", null],
      ["T-ACCEPT-4", "2026-02-25", "LATE", "2026-02-10"],
    ])("looks at the day of the notice: %s, told on %s", async (caseNo, noticeOn, state, deemed) => {
      await insertCase(db, caseNo, {
        ...silent,
        applied_on: "2026-02-10",
        notice_on: noticeOn,
        state: "CORRECTION",
      });
      const found = await acceptance(caseNo);
      expect([found["noticeOn"], found["acceptanceDeadline"].state, found["deemedAcceptedOn"]]).toEqual([
        noticeOn,
        state,
        deemed,
      ]);
    });

    it("says nothing of matters that are no licences, and of a notice whose day is not on record", async () => {
      await insertCase(db, "T-ACCEPT-5", { ...silent, task_type: "PUBLIC_SERVICE_20" });
      await insertCase(db, "T-ACCEPT-6", { ...silent, state: "CORRECTION" });
      for (const number of ["T-ACCEPT-5", "T-ACCEPT-6"])
        expect(await acceptance(number)).toMatchObject({ acceptanceDeadline: null, deemedAcceptedOn: null });
    });
  });

  it("is late only from the next day", async () => {
    const done = { state: "COMPLETED", granted: true };
    await insertCase(db, "T-GOLDEN-12", { ...done, completed_on: "2026-03-16", ended_on: "2026-03-16" });
    await insertCase(db, "T-GOLDEN-13", { ...done, completed_on: "2026-03-17", ended_on: "2026-03-17" });
    expect((await clock("T-GOLDEN-12"))["deadline"].state).toBe("MET");
    expect((await clock("T-GOLDEN-13"))["deadline"].state).toBe("LATE");
  });
});
