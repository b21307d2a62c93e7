/** Requests for information through the gateway: their course with its clocks, lists beside independent SQL, and what each step refuses. */
import { abandonInTime } from "../../subgraphs/openness/disclosure-handling/abandon-in-time.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  ASKED,
  askedRequest,
  consultedRequest,
  DISCLOSURE_VERBS,
  stepped,
  unclearRequest,
} from "../support/verbs/disclosures.js";
import { ITS_DOCUMENT } from "../support/verbs/openness.js";

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
const keys = async (sql: string): Promise<string[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: { key: string }[] }).rows.map(({ key }) => key);
const act = (viewer: string, verb: string, input: object, selection = "requestNo state version"): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${DISCLOSURE_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { disclosureRequest { ${selection} } } }`,
    { viewer, variables: { input } },
  );
const refusal = ({ body }: Answer): Record<string, unknown> => ({ ...body.errors?.[0]?.extensions });
const at = (requestNo: string, viewer = "officer-1", fields = "state deadline { dueOn state suspendedDays }") =>
  ask(`{ disclosureRequest(requestNo: "${requestNo}") { ${fields} } }`, viewer);

describe("a request for information", () => {
  it("shows the clock of its state on the day", async () => {
    const states = await Promise.all(
      ["001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011"].map(async (number) => {
        const { state, deadline } = (await at(`SQ222401-2026-${number}`)).disclosureRequest;
        return [state, deadline?.dueOn, deadline?.state];
      }),
    );
    expect(states).toEqual([
      ["RECEIVED", "2026-10-26", "RUNNING"],
      ["CORRECTION_ASKED", undefined, undefined],
      ["REGISTERED", "2026-10-13", "RUNNING"],
      ["CONSULTING", null, "SUSPENDED"],
      ["RECEIVED", "2026-10-10", "RUNNING"],
      ["RECEIVED", "2026-08-31", "LATE"],
      ["ANSWERED", "2026-03-16", "MET"],
      ["ANSWERED", "2026-03-16", "LATE"],
      ["ANSWERED", "2026-03-25", "MET"],
      ["ANSWERED", "2026-04-14", "MET"],
      ["ABANDONED", undefined, undefined],
    ]);
  });

  it("is listed for the applicant, the agency and its supervisors, and for nobody else", async () => {
    const listed = async (viewer: string, filter = ""): Promise<string[]> => {
      const { disclosureRequests } = await ask(
        `{ disclosureRequests(first: 100${filter}) { totalCount nodes { requestNo } } }`,
        viewer,
      );
      return disclosureRequests.nodes.map(({ requestNo }: { requestNo: string }) => requestNo).sort();
    };
    const of = (where: string) =>
      keys(`select request_no as key from disclosure_requests where ${where} order by request_no collate "C"`);
    expect(await listed("citizen-1")).toEqual(await of("subject = 'demo-subject-1'"));
    expect(await listed("officer-1")).toEqual(await of("agency_uscc = '11990101MB9000015E'"));
    expect(await listed("officer-1", ', filter: { state: ANSWERED, receivedTo: "2026-02-28" }')).toEqual(
      await of("agency_uscc = '11990101MB9000015E' and state = 'ANSWERED' and received_on <= '2026-02-28'"),
    );
    expect(await listed("supervisor-1")).toEqual(await of("division_code like '22%'"));
    expect(await listed("anonymous")).toEqual([]);
    expect(await listed("officer-1", ", filter: { mine: true }")).toEqual([]);
  });

  it("is taken by the office that an agency names", async () => {
    const { organization } = await ask(
      `{ organization(uscc: "11990101MB9000015E") { opennessOffice { name address phone } } }`,
    );
    expect(organization.opennessOffice).toEqual({
      ...{ name: "延吉市市场监督管理局（演示）政府信息公开工作机构" },
      ...{ address: "政务服务中心一楼（演示）", phone: "0433-0000000" },
    });
    expect(refusal(await act("citizen-1", "requestDisclosure", { ...ASKED, agencyId: "CN-USCC-NONE" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is refused without a way to reach the applicant, or words", async () => {
    for (const contact of ["  ", "无", "12345", "a@b"])
      expect(refusal(await act("citizen-1", "requestDisclosure", { ...ASKED, contact }))).toMatchObject({
        ...{ code: "BAD_USER_INPUT", argument: "contact" },
      });
    for (const contact of ["0433-2512345", "a@example.org", "延吉市河南街1号"])
      expect((await act("citizen-1", "requestDisclosure", { ...ASKED, contact })).body.errors).toBeUndefined();
    for (const blank of ["applicantName", "description"])
      expect(refusal(await act("citizen-1", "requestDisclosure", { ...ASKED, [blank]: " " }))).toMatchObject({
        ...{ code: "BAD_USER_INPUT", argument: blank },
      });
  });

  it("says of a body what kind it is, and of a person nothing", async () => {
    const asks = (viewer: string, bodyKind?: string) =>
      act(viewer, "requestDisclosure", { ...ASKED, ...(bodyKind === undefined ? {} : { bodyKind }) }, "applicantKind");
    expect(refusal(await asks("agent-1"))).toMatchObject({ code: "RULE_VIOLATION", reason: "BODY_KIND" });
    expect(refusal(await asks("agent-1", "NATURAL_PERSON"))).toMatchObject({ reason: "BODY_KIND" });
    expect(refusal(await asks("citizen-1", "ENTERPRISE"))).toMatchObject({ reason: "BODY_KIND" });
    expect((await asks("agent-1", "RESEARCH")).body.data.done.disclosureRequest.applicantKind).toBe("RESEARCH");
    expect((await asks("citizen-1")).body.data.done.disclosureRequest.applicantKind).toBe("NATURAL_PERSON");
  });
});

describe("handling a request", () => {
  it("makes it clear, hears a third party, extends and answers, each on the record", async () => {
    const steps = [
      ["officer-1", "askDisclosureCorrection", { unclear: "请说明年份。", correctBy: "2026-10-15" }],
      ["citizen-1", "correctDisclosure", { correction: "2025年。" }],
      ["officer-1", "consultThirdParty", { thirdParty: "某企业" }],
      ["officer-1", "recordThirdPartyOpinion", { opinion: "CONSENTS", opinionText: "同意。" }],
      ["officer-1", "extendDisclosure", { approvedByHead: true, reasons: "档案较多。" }],
      ["officer-1", "answerDisclosure", { outcome: "DISCLOSED", indexNo: ITS_DOCUMENT }],
    ] as const;
    let request = await askedRequest(stack);
    for (const [viewer, verb, said] of steps)
      request = await stepped(stack, { verb, input: { ...request, ...said }, viewer });
    const { disclosureRequest } = await at(
      ...[request.requestNo, "citizen-1"],
      `state unclear correction extensionReasons outcome document { title } version allowedActions endedOn
       thirdParties { number opinion askedOn endedOn deadline { dueOn } } deadline { dueOn state } history { event part }`,
    );
    expect(disclosureRequest).toMatchObject({
      ...{ state: "ANSWERED", unclear: "请说明年份。", correction: "2025年。", extensionReasons: "档案较多。" },
      ...{ outcome: "DISCLOSED", document: { title: expect.any(String) }, version: 7, endedOn: "2026-09-28" },
      ...{ allowedActions: [], deadline: { state: "MET" } },
      thirdParties: [
        ...[
          {
            number: 1,
            opinion: "CONSENTS",
            askedOn: "2026-09-28",
            endedOn: "2026-09-28",
            deadline: { dueOn: "2026-10-23" },
          },
        ],
      ],
    });
    expect(disclosureRequest.history.map(({ event }: { event: string }) => event)).toEqual([
      ...["BEGIN", "ASK_CORRECTION", "CORRECT", "CONSULT", "RECORD_OPINION", "EXTEND", "ANSWER"],
    ]);
  });

  it("tells each side what it may do", async () => {
    const { requestNo } = await consultedRequest(stack);
    const allowed = async (viewer: string) =>
      (await at(requestNo, viewer, "allowedActions")).disclosureRequest.allowedActions;
    expect(await allowed("citizen-1")).toEqual(["WITHDRAW"]);
    expect(await allowed("officer-1")).toEqual(["RECORD_OPINION"]);
    expect(await allowed("supervisor-1")).toEqual([]);
  });

  it("does not go on without a third party before its limit is over", async () => {
    const silent = { ...(await consultedRequest(stack)), opinion: "NO_ANSWER" };
    expect(refusal(await act("officer-1", "recordThirdPartyOpinion", silent))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "OPINION_TIME_LEFT", basis: "政府信息公开条例 第三十二条" },
    });
    await stack.databases["openness"]!("disclosure_consultations")
      .where("request_no", silent.requestNo)
      .update({ asked_on: "2026-08-31" });
    expect((await act("officer-1", "recordThirdPartyOpinion", silent)).body.data.done.disclosureRequest.state).toBe(
      "REGISTERED",
    );
  });

  it("asks what is meant within seven working days alone, and gives a day to come", async () => {
    const late = { requestNo: "SQ222401-2026-006", expectedVersion: 1, unclear: "请说明。", correctBy: "2026-10-15" };
    expect(refusal(await act("officer-1", "askDisclosureCorrection", late))).toMatchObject({ reason: "NOTICE_LATE" });
    const today = { ...late, ...(await askedRequest(stack)), correctBy: "2026-09-28" };
    expect(refusal(await act("officer-1", "askDisclosureCorrection", today))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", argument: "correctBy" },
    });
  });

  it("gives a document that is public, or says why not and what may be done", async () => {
    const answers = async (said: object) =>
      act("officer-1", "answerDisclosure", { ...(await askedRequest(stack)), ...said });
    const [reasons, remedy] = ["属于内部事务信息。", "可以申请行政复议。"];
    expect(refusal(await answers({ outcome: "DISCLOSED" }))).toMatchObject({ reason: "INFORMATION_NEEDED" });
    const unpublished = { outcome: "DISCLOSED", indexNo: "11990101MB9000015E/2026-00001" };
    expect(refusal(await answers(unpublished))).toMatchObject({ code: "NOT_FOUND" });
    expect(refusal(await answers({ outcome: "INTERNAL_AFFAIRS", reasons }))).toMatchObject({
      reason: "REFUSAL_NEEDS_REMEDY",
    });
    expect(refusal(await answers({ outcome: "PARTLY_DISCLOSED", indexNo: ITS_DOCUMENT, remedy }))).toMatchObject({
      reason: "REFUSAL_NEEDS_REASONS",
    });
    expect(refusal(await answers({ outcome: "STILL_UNCLEAR", reasons, remedy }))).toMatchObject({
      reason: "CORRECTION_FIRST",
    });
    expect(
      refusal(await answers({ outcome: "INTERNAL_AFFAIRS", reasons, remedy, indexNo: ITS_DOCUMENT })),
    ).toMatchObject({ code: "BAD_USER_INPUT", argument: "outcome" });
    expect(refusal(await answers({ outcome: "DISCLOSED", files: [{ fileId: "x", fileName: "a.pdf" }] }))).toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    const done = await answers({ outcome: "INTERNAL_AFFAIRS", reasons, remedy });
    expect(done.body.data.done.disclosureRequest.state).toBe("ANSWERED");
  });

  it("asks at most ten third parties about one request", async () => {
    const request = await askedRequest(stack);
    await stack.databases["openness"]!.raw(
      `insert into disclosure_consultations (request_no, number, third_party, asked_on, ended_on, opinion)
       select ?, n, '某企业', '2026-09-28', '2026-09-28', 'CONSENTS' from generate_series(1, 10) n`,
      [request.requestNo],
    );
    expect(refusal(await act("officer-1", "consultThirdParty", { ...request, thirdParty: "又一企业" }))).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "thirdParty",
    });
  });

  it("ends a request that was not made clear, once, from the day after", async () => {
    const db = stack.databases["openness"]!;
    const { requestNo, expectedVersion } = await unclearRequest(stack);
    expect(await abandonInTime(db, new Date("2026-09-29T15:59:00Z"))).toMatchObject({ failures: [] });
    expect((await at(requestNo)).disclosureRequest.state).toBe("CORRECTION_ASKED");
    // Whenever somebody looks: the annual report counts by that day.
    expect(await abandonInTime(db, new Date("2026-10-02T01:00:00Z"))).toMatchObject({ failures: [] });
    expect(await abandonInTime(db, new Date("2026-10-02T01:00:00Z"))).toEqual({ taken: 0, failed: 0, failures: [] });
    expect((await at(requestNo, "citizen-1", "state endedOn history { event part }")).disclosureRequest).toMatchObject({
      ...{ state: "ABANDONED", endedOn: "2026-09-30" },
    });
    const late = { requestNo, expectedVersion: expectedVersion + 1, correction: "2025年。" };
    expect(refusal(await act("citizen-1", "correctDisclosure", late))).toMatchObject({ reason: "STATE" });
  });

  it("is done once for one key, and refused for a version that is past", async () => {
    const input = { ...(await askedRequest(stack)), thirdParty: "某企业", idempotencyKey: "disclosure-consult-1" };
    const first = await act("officer-1", "consultThirdParty", input);
    expect((await act("officer-1", "consultThirdParty", input)).body.data).toEqual(first.body.data);
    const again = { ...input, idempotencyKey: undefined };
    expect(refusal(await act("officer-1", "consultThirdParty", again))).toMatchObject({ code: "CONFLICT", version: 2 });
    const { rows } = (await stack.databases["openness"]!.raw(
      "select count(*)::int as count from disclosure_consultations where request_no = ?",
      [input.requestNo],
    )) as { rows: { count: number }[] };
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe("the annual report", () => {
  const KINDS = [
    ...[
      ["NATURAL_PERSON", "naturalPersons"],
      ["ENTERPRISE", "enterprises"],
      ["RESEARCH", "research"],
    ],
    ...[
      ["PUBLIC_INTEREST", "publicInterest"],
      ["LEGAL_SERVICE", "legalServices"],
      ["OTHER_BODY", "otherBodies"],
    ],
  ] as const;
  type Row = Readonly<Record<string, number | string>>;
  const reportOf = async (agency: string, year: number): Promise<{ until: string; rows: Row[]; timeliness: object }> =>
    (
      await ask(`{ organization(id: "${agency}") { disclosureReport(year: ${year}) { until timeliness { answeredOnTime answeredLate overdue }
        rows { line ${KINDS.map(([, column]) => column).join(" ")} total } } } }`)
    ).organization.disclosureReport;
  const line = (rows: readonly Row[], name: string): Row => rows.find((row) => row["line"] === name)!;

  it("counts as SQL does, by line and applicant, and what a year leaves is what the next one begins with", async () => {
    const agencies = await keys(
      "select agency_id as key from disclosure_requests group by 1 order by count(*) desc, 1 limit 4",
    );
    expect(agencies).toHaveLength(4);
    for (const agency of agencies) {
      const reports = new Map<number, readonly Row[]>();
      for (const year of [2024, 2025, 2026]) {
        const { rows, until } = await reportOf(agency, year);
        expect(until).toBe(year === 2026 ? "2026-09-28" : `${year}-12-31`);
        reports.set(year, rows);
        // The table again, each number by a statement of its own kind.
        const { rows: sql } = (await stack.databases["openness"]!.raw(
          `with span as (select make_date(:year, 1, 1) as first, least(make_date(:year, 12, 31), date '2026-09-28') as last),
             mine as (select r.*, applicant_kind as kind, extract(year from received_on) = :year as new, r.ended_on between span.first and span.last as done,
               received_on <= span.last and (r.ended_on is null or r.ended_on >= span.first) as counts,
               case when state = 'ABANDONED' then 'CORRECTION_OVERDUE' when state = 'WITHDRAWN' then 'OTHER'
                 when outcome in ('NOT_EXISTING', 'NOT_THIS_AGENCY') then 'NOT_HELD' when outcome = 'ALREADY_PUBLIC' then 'DISCLOSED' else outcome end as ended
               from disclosure_requests r, span where agency_id = :agency),
             lines as (select 'RECEIVED' as line, kind from mine where counts and new union all select 'CARRIED_OVER', kind from mine where counts and not new
               union all select ended, kind from mine where done union all select 'HANDLED', kind from mine where done
               union all select 'CARRIED_FORWARD', kind from mine where counts and done is not true)
           select line, kind, count(*)::int as count from lines group by 1, 2`,
          { year, agency },
        )) as { rows: { line: string; kind: string; count: number }[] };
        const counted = (name: unknown, kind?: string): number =>
          sql
            .filter((row) => row.line === name && (kind ?? row.kind) === row.kind)
            .reduce((sum, { count }) => sum + count, 0);
        for (const row of rows)
          expect([agency, year, row]).toEqual([
            agency,
            year,
            {
              ...Object.fromEntries(KINDS.map(([kind, column]) => [column, counted(row["line"], kind)])),
              ...{ line: row["line"], total: counted(row["line"]) },
            },
          ]);
        const total = (name: string): number => line(rows, name)["total"] as number;
        expect(total("HANDLED") + total("CARRIED_FORWARD")).toBe(total("RECEIVED") + total("CARRIED_OVER"));
      }
      for (const year of [2024, 2025])
        expect({ ...line(reports.get(year + 1)!, "CARRIED_OVER"), line: "" }).toEqual({
          ...line(reports.get(year)!, "CARRIED_FORWARD"),
          line: "",
        });
    }
  });

  it("tells how many were answered in time, too late, and not at all", async () => {
    // Of the golden requests: late are -008 (2026-03-17), and -006 without an answer; those of other tests are answered today.
    const db = stack.databases["openness"]!;
    await db.raw("delete from disclosure_requests where request_no !~ '-'");
    expect((await reportOf("CN-USCC-11990101MB9000015E", 2026)).timeliness).toEqual({
      ...{ answeredOnTime: 6, answeredLate: 1, overdue: 1 },
    });
    expect((await reportOf("CN-USCC-11990101MB9000015E", 2025)).timeliness).toEqual({
      ...{ answeredOnTime: 0, answeredLate: 0, overdue: 0 },
    });
  });

  it("is of a year that has begun, and of a body that takes requests", async () => {
    const asked = (year: number, id = "CN-USCC-11990101MB9000015E") =>
      stack.ask(`{ organization(id: "${id}") { disclosureReport(year: ${year}) { until } } }`, {});
    for (const year of [2007, 2027]) expect(refusal(await asked(year))).toMatchObject({ argument: "year" });
    const firm = await asked(2026, "CN-USCC-91990101MA9000011P");
    expect(firm.body.data.organization.disclosureReport).toBeNull();
  });
});
