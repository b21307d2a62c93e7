/** Licences, lists, commitments, evaluation, reports and the links of credit, through the gateway and directly. */
import { CatalogueClass } from "../../subgraphs/credit/catalogue-class/catalogue-class.enums.js";
import {
  ENTERPRISE,
  PUBLIC_PENALTIES,
  startCredit,
  type CreditUnderTest,
  type Row,
  type ViewerName,
} from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

const VIEWER_NAMES = [
  "anonymous",
  "citizen-1",
  "citizen-2",
  "agent-1",
  "officer-1",
  "officer-2",
  "supervisor-1",
  "auditor-1",
  "publisher-1",
  "app-open",
  "app-partner",
] as const;

/** Golden cases of the demonstration world: granted ones of citizen-1 and of agent-1's enterprise, with the agency of officer-1. */
const CITIZEN_CASE = "22240120260302000001";
const AGENT_CASE = "22240120260518000001";

describe("list entries that end in a month", () => {
  it.each([
    ["anonymous", "listed_on <= '2026-09-28' and (removed_on is null or removed_on > '2026-09-28')"],
    ["supervisor-1", "true"],
  ] as const)("are those %s may know of whose last day is in it", async (viewer, known) => {
    for (const [from, until] of [
      ["2026-10-01", "2026-12-31"],
      ["2026-09-28", "2026-09-28"],
      ["2027-01-01", "2027-12-31"],
    ]) {
      const listed = await credit.all(`listEntries| expiresFrom: "${from}", expiresUntil: "${until}"`, "id", viewer);
      const expected = await credit.rows(
        `select id from list_entries where ${known} and expires_on between '${from}' and '${until}' order by listed_on desc, id`,
      );
      expect(listed).toEqual(expected);
    }
    const all = await credit.all(`listEntries| expiresFrom: "2026-09-28"`, "id", viewer);
    expect(all.length).toBeGreaterThan(0);
  });
});

describe("licences", () => {
  it("say whether they are valid on the day and link to matter, authority and division", async () => {
    const [revoked] = await credit.rows(
      `select id from licences where authority_uscc = '11990101MB9000015E' and decision_date between '2023-01-01' and '2023-12-31' and not revoked
        order by id limit 1`,
    );
    await credit.db.raw(`update licences set revoked = true where id = ?`, [revoked!["id"]]);
    const nodes = await credit.ask(
      `{ licences(first: 100, filter: { authorityId: "CN-USCC-11990101MB9000015E", year: 2023 }) { nodes { id state validFrom validTo decisionDate matter { taskName } authority { name } division { name } } } }`,
    );
    const licences = nodes["licences"].nodes as Row[];
    const expected = await credit.rows(
      `select id, case when not revoked and valid_from <= '2026-09-28' and coalesce(valid_to, 'infinity') >= '2026-09-28' then 'VALID' else 'INVALID' end as state from licences
        where authority_uscc = '11990101MB9000015E' and decision_date between '2023-01-01' and '2023-12-31' and published_on <= '2026-09-28' and not counterparty_minor
        order by decision_date desc, id limit 100`,
    );
    await credit.db.raw(`update licences set revoked = false where id = ?`, [revoked!["id"]]);
    expect(licences.map(({ id, state }) => ({ id, state }))).toEqual(expected);
    expect(new Set(licences.map(({ state }) => state))).toEqual(new Set(["VALID", "INVALID"]));
    expect(licences.every(({ authority, division }) => authority.name && division.name === "延吉市")).toBe(true);
  });

  it("are public once published, and only then", async () => {
    const [hidden] = await credit.rows(`select count(*)::int as n from licences where published_on is null`);
    expect(hidden!["n"]).toBeGreaterThan(3);
    for (const viewer of VIEWER_NAMES) {
      const { administrativeLicence } = await credit.ask(
        `{ administrativeLicence(id: "XK-UNPUBLISHED") { publishedOn archived publicationDeadline { state } } }`,
        viewer,
      );
      const entitled = ["agent-1", "officer-1", "publisher-1", "supervisor-1"].includes(viewer);
      expect([viewer, administrativeLicence]).toEqual([
        viewer,
        entitled ? { publishedOn: null, archived: true, publicationDeadline: { state: "RUNNING" } } : null,
      ]);
    }
    const listed = await credit.ask(
      `{ licences(first: 100, filter: { year: 2026, archived: true }) { nodes { id } } organization(id: "${ENTERPRISE}") { licences(first: 100) { nodes { id } } } }`,
    );
    expect(listed["licences"].nodes).toEqual([]);
    expect(listed["organization"].licences.nodes.map(({ id }: Row) => id)).not.toContain("XK-UNPUBLISHED");
  });

  it("of persons whose age nobody knows are published to nobody, as they may be a minor's", async () => {
    const [licence] = await credit.rows(
      `select id from licences where published_on <= '2026-09-28' and authority_uscc = '11990101MB9000015E' and not counterparty_minor order by id limit 1`,
    );
    const id = licence!["id"] as string;
    const told = async (viewer: ViewerName): Promise<unknown> =>
      (await credit.ask(`{ administrativeLicence(id: "${id}") { id } }`, viewer))["administrativeLicence"];
    expect(await told("anonymous")).toEqual({ id });
    await credit.db.raw("update licences set counterparty_minor = true where id = ?", [id]);
    try {
      expect([await told("anonymous"), await told("app-open"), await told("officer-1")]).toEqual([null, null, { id }]);
      const listed = await credit.all(`licences| filter: { authorityId: "CN-USCC-11990101MB9000015E" }`, "id");
      expect(listed.length).toBeGreaterThan(0);
      expect(listed).not.toContainEqual({ id });
    } finally {
      await credit.db.raw("update licences set counterparty_minor = false where id = ?", [id]);
    }
  });

  it("say that lateness can not be told where the calendar is not published", async () => {
    const { administrativeLicence } = await credit.ask(
      `{ administrativeLicence(id: "XK-NO-CALENDAR") { publishedLate publicationDeadline { state dueOn } } }`,
    );
    expect(administrativeLicence).toEqual({
      publishedLate: null,
      publicationDeadline: { state: "PROVISIONAL", dueOn: null },
    });
  });

  it("keep the division of their day, and belong to bodies with a legacy code too", async () => {
    const data = await credit.ask(
      `{ old: administrativeLicence(id: "XK-OLD-DIVISION") { division { code name } } legacy: administrativeLicence(id: "XK-LEGACY") { counterparty { id uscc name } } }`,
    );
    expect(data).toEqual({
      old: { division: { code: "220381", name: "公主岭市" } },
      legacy: { counterparty: { id: "CN-ORG-MB9000031", uscc: null, name: "图们市旧码服务站（演示）" } },
    });
  });

  it("show the division of the day of the decision, whatever its code and name are now", async () => {
    const then = "divisionThen { code on name division { code name parent { name } } }";
    const data = await credit.ask(
      `{ licence: administrativeLicence(id: "XK-OLD-DIVISION") { ${then} }
        old: administrativePenalty(id: "CF-RENAMED-220381") { division { code } ${then} }
        now: administrativePenalty(id: "CF-RENAMED-220184") { division { code } ${then} } }`,
    );
    const since2020 = { code: "220184", name: "公主岭市", parent: { name: "长春市" } };
    const on = "2024-07-01";
    expect(data).toEqual({
      licence: {
        divisionThen: {
          code: "220381",
          on: "2019-12-10",
          name: "公主岭市",
          division: { code: "220381", name: "公主岭市", parent: { name: "四平市" } },
        },
      },
      old: {
        division: { code: "220381" },
        divisionThen: { code: "220381", on, name: "公主岭市", division: since2020 },
      },
      now: {
        division: { code: "220184" },
        divisionThen: { code: "220184", on, name: "公主岭市", division: since2020 },
      },
    });
  });

  it("of lists show the division of the day of listing", async () => {
    const [row] = await credit.rows(
      `select id, listed_on::text as "on", division_code as code from list_entries where removed_on is null and expires_on >= '2026-09-28' order by id limit 1`,
    );
    const { listEntry } = await credit.ask(
      `{ listEntry(id: "${row!["id"]}") { divisionThen { code on name } division { name } } }`,
    );
    expect(listEntry.divisionThen).toEqual({ code: row!["code"], on: row!["on"], name: listEntry.division.name });
    expect(listEntry.division.name).toEqual(expect.any(String));
  });

  it("that expire in a month are found", async () => {
    const { licences } = await credit.ask(
      `{ licences(first: 100, filter: { validToFrom: "2026-10-01", validToUntil: "2026-10-31" }) { nodes { id } } }`,
    );
    const expected = await credit.rows(
      `select id from licences where valid_to between '2026-10-01' and '2026-10-31' and published_on <= '2026-09-28' and not counterparty_minor order by decision_date desc, id limit 100`,
    );
    expect(licences.nodes).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it("of persons are masked, and name the case to nobody but the agency and supervisors", async () => {
    const [row] = await credit.rows(
      `select id, counterparty_name as name from licences where case_no = '${CITIZEN_CASE}'`,
    );
    const selection = `{ administrativeLicence(id: "${row!["id"]}") { personName counterpartyName counterparty { id } caseNo case { __typename } } }`;
    const full = ["citizen-1", "officer-1", "publisher-1", "supervisor-1"];
    const withCase = ["officer-1", "publisher-1", "supervisor-1"];
    for (const viewer of VIEWER_NAMES) {
      const { administrativeLicence } = await credit.direct(selection, viewer);
      expect([viewer, administrativeLicence]).toEqual([
        viewer,
        {
          personName: full.includes(viewer) ? "张示例" : "张**",
          counterpartyName: null,
          counterparty: null,
          caseNo: withCase.includes(viewer) ? CITIZEN_CASE : null,
          case: withCase.includes(viewer) ? { __typename: "ServiceCase" } : null,
        },
      ]);
    }
  });
});

describe("what cases have in credit", () => {
  const ofCases = async (viewer: ViewerName): Promise<(Row | null)[]> =>
    credit.entities(
      [CITIZEN_CASE, AGENT_CASE].map((caseNo) => ({ __typename: "ServiceCase", caseNo })),
      "... on ServiceCase { publishedLicence { docNo decisionDate publishedOn state } commitments(first: 5) { totalCount nodes { type } } }",
      viewer,
    );

  it("is for the applicant, the agency and supervisors; a number alone gives nothing", async () => {
    const nothing = { publishedLicence: null, commitments: { totalCount: 0, nodes: [] } };
    const something = {
      publishedLicence: expect.objectContaining({ state: "VALID" }),
      commitments: { totalCount: 1, nodes: [{ type: "TOLERANT_ACCEPTANCE" }] },
    };
    for (const viewer of VIEWER_NAMES) {
      const whole = ["officer-1", "publisher-1", "supervisor-1"].includes(viewer);
      expect([viewer, ...(await ofCases(viewer))]).toEqual([
        viewer,
        whole || viewer === "citizen-1" ? something : nothing,
        whole || viewer === "agent-1" ? something : nothing,
      ]);
    }
  });

  it("is a licence for every granted licensing case, and for no other", async () => {
    const licensed = await credit.rows("select count(*)::int as n from licences where case_no is not null");
    expect(licensed[0]!["n"]).toBeGreaterThan(2_000);
    const [refused] = await credit.entities(
      [{ __typename: "ServiceCase", caseNo: "22240120260615000001" }],
      "... on ServiceCase { publishedLicence { id } }",
      "agent-1",
    );
    expect(refused).toEqual({ publishedLicence: null });
  });

  it("costs three statements for 200 cases", async () => {
    const references = (await credit.rows("select case_no as n from licences where case_no is not null limit 200")).map(
      ({ n }) => ({ __typename: "ServiceCase", caseNo: n as string }),
    );
    const cost = await credit.statementsDuring(() =>
      credit.entities(
        references,
        "... on ServiceCase { publishedLicence { id } commitments(first: 2) { totalCount nodes { id } } }",
        "supervisor-1",
      ),
    );
    expect([references.length, cost]).toEqual([200, 3]);
  });
});

describe("list entries", () => {
  it("are the standing ones for the public, by independent SQL, each with its measures", async () => {
    const nodes = await credit.all(
      "listEntries",
      "id objectionPending archived measures { code name basisLaw category }",
    );
    const expected = await credit.rows(
      `select id, measure_codes as codes from list_entries where listed_on <= '2026-09-28' and coalesce(expires_on, '9999-12-31') >= '2026-09-28' and coalesce(removed_on, '9999-12-31') > '2026-09-28' order by listed_on desc, id`,
    );
    expect(nodes.map(({ id, measures }) => ({ id, codes: measures.map(({ code }: Row) => code) }))).toEqual(expected);
    expect(nodes.every(({ archived, measures }) => !archived && measures.length > 0)).toBe(true);
    const [hidden] = await credit.rows(
      `select count(*)::int as n from list_entries where not (listed_on <= '2026-09-28' and coalesce(expires_on, '9999-12-31') >= '2026-09-28' and coalesce(removed_on, '9999-12-31') > '2026-09-28')`,
    );
    expect(hidden!["n"]).toBeGreaterThan(0);
  });

  it("that were repaired are archived for the agent, without measures, and unknown to others", async () => {
    const query = `{ listEntry(id: "MD-GOLDEN-1") { removedOn archived measures { code } authority { name } division { name } } }`;
    expect((await credit.ask(query))["listEntry"]).toBeNull();
    expect((await credit.ask(query, "app-partner"))["listEntry"]).toBeNull();
    expect((await credit.ask(query, "agent-1"))["listEntry"]).toEqual({
      removedOn: "2026-06-15",
      archived: true,
      measures: [],
      authority: { name: "延吉市市场监督管理局（演示）" },
      division: { name: "延吉市" },
    });
  });

  it("take their measures from the catalogue", async () => {
    const { creditMeasures } = await credit.ask(`{ creditMeasures(first: 100) { nodes { code } } }`);
    const unknown = await credit.rows(
      "select unnest(measure_codes) as code from list_entries except select code from measures",
    );
    expect(unknown).toEqual([]);
    expect(creditMeasures.nodes).toEqual(await credit.rows("select code from measures order by code"));
  });
});

describe("commitments", () => {
  it("are public with the signer masked, and name their case to those who may know of it", async () => {
    const [row] = await credit.rows(`select id, signer_name as name from commitments where case_no = '${AGENT_CASE}'`);
    const query = `{ creditCommitment(id: "${row!["id"]}") { type counterpartyName signerName fulfilment case { caseNo } } }`;
    for (const viewer of VIEWER_NAMES) {
      const entitled = ["agent-1", "officer-1", "publisher-1", "supervisor-1"].includes(viewer);
      const { creditCommitment } = await credit.direct(query, viewer);
      expect([viewer, creditCommitment]).toEqual([
        viewer,
        {
          type: "TOLERANT_ACCEPTANCE",
          counterpartyName: "延边白山松餐饮有限公司（演示）",
          signerName: entitled ? row!["name"] : `${row!["name"][0]}${"*".repeat(row!["name"].length - 1)}`,
          fulfilment: expect.any(String),
          case: entitled ? { caseNo: AGENT_CASE } : null,
        },
      ]);
    }
  });

  it("made for repair are as hidden as the repair (C4)", async () => {
    const hidden = await credit.rows("select id, counterparty_id from commitments where type = 'CREDIT_REPAIR'");
    expect(hidden.length).toBeGreaterThan(5);
    for (const viewer of ["anonymous", "citizen-1", "officer-2", "app-open", "app-partner", "auditor-1"] as const) {
      const entities = await credit.entities(
        hidden.map(({ id }) => ({ __typename: "CreditCommitment", id })),
        "... on CreditCommitment { id }",
        viewer,
      );
      expect(entities.every((entity) => entity === null)).toBe(true);
      expect(await credit.all("creditCommitments| filter: { type: CREDIT_REPAIR }", "id", viewer)).toEqual([]);
    }
    const own = await credit.all("creditCommitments| filter: { type: CREDIT_REPAIR }", "id", "agent-1");
    expect(own).toEqual(
      await credit.rows(
        `select id from commitments where type = 'CREDIT_REPAIR' and counterparty_id = '${ENTERPRISE}' order by signed_on desc, id`,
      ),
    );
    expect(own.length).toBeGreaterThan(2);
  });

  it("show their deadline, late where nobody kept them, PROVISIONAL in a year without calendar", async () => {
    const late = await credit.rows(
      "select id from commitments where fulfilment = 'PENDING' and due_on < '2026-09-20' limit 1",
    );
    const data = await credit.ask(
      `{ a: creditCommitment(id: "CN-GOLDEN-1") { dueOn deadline { dueOn state } } b: creditCommitment(id: "${late[0]!["id"]}") { fulfilment deadline { state } } }`,
    );
    expect(data).toEqual({
      a: { dueOn: "2027-06-30", deadline: { dueOn: null, state: "PROVISIONAL" } },
      b: { fulfilment: "PENDING", deadline: { state: "LATE" } },
    });
    const states = await credit.rows("select distinct fulfilment from commitments order by 1");
    expect(states.map(({ fulfilment }) => fulfilment)).toEqual(["BROKEN", "FULFILLED", "PENDING"]);
  });

  it("that matters ask for are told with the matter, in one statement for 200", async () => {
    const [row] = await credit.rows(
      "select matter_id as id from matter_commitments group by 1 having count(*) = 2 limit 1",
    );
    const { serviceMatter } = await credit.ask(
      `{ serviceMatter(id: "${row!["id"]}") { requiredCommitments { type text withinDays } } }`,
    );
    expect(serviceMatter.requiredCommitments).toEqual(
      await credit.rows(
        `select type, text, within_days as "withinDays" from matter_commitments where matter_id = '${row!["id"]}' order by type`,
      ),
    );
    const ids = (await credit.rows("select matter_id as id from matter_commitments limit 100")).map(
      ({ id }) => id as string,
    );
    const references = Array.from({ length: 200 }, (_, index) => ({
      __typename: "ServiceMatter",
      id: ids[index] ?? `CN-${index}`,
    }));
    const cost = await credit.statementsDuring(() =>
      credit.entities(
        references,
        "... on ServiceMatter { requiredCommitments { type } outcomeLicences(year: 2026) { total late { count } } }",
      ),
    );
    expect(cost).toBe(3);
  });
});

describe("the composite evaluation", () => {
  const query = `{ organization(id: "${ENTERPRISE}") { creditEvaluation { level score modelVersion asOf } } }`;
  const CLOSED = { level: null, score: null, modelVersion: null, asOf: null };

  it.each([
    "anonymous",
    "citizen-1",
    "citizen-2",
    "officer-1",
    "officer-2",
    "publisher-1",
    "auditor-1",
    "app-open",
  ] as const)("is closed for %s", async (viewer) => {
    const { body } = await credit.stack.ask(query, { viewer });
    expect(body.data.organization.creditEvaluation ?? CLOSED).toEqual(CLOSED);
  });

  it.each(["agent-1", "supervisor-1"] as const)("is the latest one for %s", async (viewer) => {
    expect((await credit.ask(query, viewer))["organization"].creditEvaluation).toEqual({
      level: "GOOD",
      score: 83,
      modelVersion: "演示模型2026",
      asOf: "2026-06-30",
    });
  });

  it("is for the officers of the agency that evaluated", async () => {
    const [row] = await credit.rows(
      `select authority_uscc as uscc from evaluations where organization_id = '${ENTERPRISE}' limit 1`,
    );
    const { body } = await credit.stack.askSubgraph(
      "credit",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditEvaluation { level } } } }`,
      {
        viewer: { kind: "person", roles: ["agency_officer"], agencyUscc: row!["uscc"], scopes: [], agreements: [] },
        variables: { r: [{ __typename: "Organization", id: ENTERPRISE }] },
      },
    );
    expect(body.data._entities).toEqual([{ creditEvaluation: { level: "GOOD" } }]);
  });

  it("does not let on whether there is one", async () => {
    const [without] = await credit.rows(
      `select distinct counterparty_id as id from licences where counterparty_id is not null and counterparty_id not in (select organization_id from evaluations) limit 1`,
    );
    const ask = async (id: string): Promise<unknown> =>
      (
        await credit.stack.askSubgraph(
          "credit",
          `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditEvaluation { level score } } } }`,
          { variables: { r: [{ __typename: "Organization", id }] } },
        )
      ).body;
    expect(await ask(without!["id"] as string)).toEqual(await ask(ENTERPRISE));
  });

  it("of another enterprise is closed for an agent", async () => {
    const [other] = await credit.rows(
      `select organization_id as id from evaluations where organization_id <> '${ENTERPRISE}' limit 1`,
    );
    const { body } = await credit.stack.ask(`{ organization(id: "${other!["id"]}") { creditEvaluation { level } } }`, {
      viewer: "agent-1",
    });
    expect(body.data.organization.creditEvaluation?.level ?? null).toBeNull();
  });
});

describe("a credit report", () => {
  const query = `{ organization(id: "${ENTERPRISE}") { creditReport { number queryTime scope hash verificationCode counts { licences penalties listEntries commitments }
    sections { kind total note lines { id docNo date text } } } } }`;
  const report = async (viewer: ViewerName, id = ENTERPRISE): Promise<Row> =>
    (await credit.ask(query.replace(ENTERPRISE, id), viewer))["organization"].creditReport as Row;
  const sectionOf = ({ sections }: Row, kind: string): Row => sections.find((section: Row) => section["kind"] === kind);

  it("is not made where reference did not say whose it is", async () => {
    for (const name of [null, undefined]) {
      const { body } = await credit.stack.askSubgraph(
        "credit",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditReport { number } } } }`,
        { variables: { r: [{ __typename: "Organization", id: ENTERPRISE, name }] } },
      );
      expect(body.data._entities).toEqual([{ creditReport: null }]);
      expect(body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["UPSTREAM_UNAVAILABLE"]);
    }
  });

  it("holds what is public, counted, for the public, in the order of the standard", async () => {
    const { number, queryTime, hash, counts, sections, scope } = await report("anonymous");
    const ids = async (sql: string): Promise<string[]> => (await credit.rows(sql)).map(({ id }) => id as string);
    const licences = await ids(
      `select id from licences where counterparty_id = '${ENTERPRISE}' and published_on <= '2026-09-28' order by decision_date desc, id`,
    );
    const penalties = await ids(
      `select p.id from ${PUBLIC_PENALTIES} and counterparty_id = '${ENTERPRISE}' order by p.decision_date desc, p.id`,
    );
    const commitments = await ids(
      `select id from commitments where counterparty_id = '${ENTERPRISE}' and type <> 'CREDIT_REPAIR' order by signed_on desc, id`,
    );
    expect(sections.map(({ kind, lines }: Row) => [kind, lines.map(({ id }: Row) => id)])).toEqual([
      ["BASIC", [ENTERPRISE]],
      ["LICENCES", licences],
      ["PENALTIES", penalties],
      ["TRUSTWORTHY", []],
      ["ADVERSE", []],
      ["COMMITMENTS", commitments],
      ["EVALUATION", []],
      ["JUDICIAL", []],
      ["OTHER", []],
    ]);
    for (const { total, lines, note } of sections) {
      expect(total).toBe(lines.length);
      expect(note === null).toBe(total > 0);
    }
    expect(counts).toEqual({
      licences: licences.length,
      penalties: penalties.length,
      listEntries: 0,
      commitments: commitments.length,
    });
    expect([number, queryTime, hash]).toEqual([
      expect.stringMatching(new RegExp(`^XYBG-20260928-[0-9A-F]{12}-${ENTERPRISE}$`)),
      "2026-09-28T04:00:00.000Z",
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(scope).toMatch(/^Licences, penalties in publicity, .* are not held here\.$/);
    const { organization } = await credit.ask(`{ organization(id: "${ENTERPRISE}") { name uscc } }`);
    expect(sections[0].lines[0].text).toBe(`${organization.name} ${organization.uscc}`);
  });

  it("leaves repaired, ended and withdrawn records out for everybody, and adds the evaluation for those who may read it", async () => {
    const [open, own, again] = [await report("anonymous"), await report("agent-1"), await report("agent-1")];
    const others = ({ sections }: Row): Row[] => sections.filter(({ kind }: Row) => kind !== "EVALUATION");
    expect(others(own)).toEqual(others(open));
    expect([sectionOf(open, "EVALUATION"), sectionOf(own, "EVALUATION")]).toEqual([
      expect.objectContaining({ total: 0, note: "Told to those who may read it alone." }),
      expect.objectContaining({ total: 1, note: null, lines: [expect.objectContaining({ text: "good 83" })] }),
    ]);
    expect(own["counts"]).toEqual(open["counts"]);
    expect([own["hash"] === again["hash"], own["hash"] === open["hash"]]).toEqual([true, false]);
  });

  it("does not show the public whether a body was evaluated", async () => {
    const [never] = await credit.rows(
      "select counterparty_id as id from licences where counterparty_id is not null and counterparty_id not in (select organization_id from evaluations) order by 1 limit 1",
    );
    const sections = await Promise.all(
      [ENTERPRISE, never!["id"] as string].map(async (id) => sectionOf(await report("anonymous", id), "EVALUATION")),
    );
    expect(sections[0]).toEqual(sections[1]);
  });

  it("puts each standing list into its section", async () => {
    const standing = await credit.rows(
      `select distinct on (kind) kind, id, counterparty_id as body from list_entries
        where listed_on <= '2026-09-28' and coalesce(expires_on, 'infinity') >= '2026-09-28' and coalesce(removed_on, 'infinity') > '2026-09-28' order by kind, id`,
    );
    const place: Row = { TRUSTWORTHY: "TRUSTWORTHY", ABNORMAL: "ADVERSE", SERIOUS: "ADVERSE", WATCH: "OTHER" };
    expect(standing.length).toBeGreaterThan(2);
    for (const { kind, id, body } of standing) {
      const found = await report("anonymous", body as string);
      expect(
        found["sections"]
          .filter(({ lines }: Row) => lines.some((line: Row) => line["id"] === id))
          .map((at: Row) => at["kind"]),
      ).toEqual([place[kind as string]]);
      expect(found["counts"].listEntries).toBeGreaterThan(0);
    }
  });

  it("is checked by number, hash and code by anybody, and a changed one is not genuine", async () => {
    const [own, open] = [await report("agent-1"), await report("anonymous")];
    const genuine = async (number: string, hash: string, code: string): Promise<unknown> =>
      (
        await credit.ask(
          "query($n: ID!, $h: String!, $c: String!) { verifyCreditReport(number: $n, hash: $h, code: $c) }",
          "anonymous",
          { n: number, h: hash, c: code },
        )
      )["verifyCreditReport"];
    const { number, hash, verificationCode: code } = own;
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
    expect(await genuine(number, hash, ` ${code.toLowerCase()}`)).toBe(true);
    expect(
      await Promise.all([
        genuine(number, open["hash"], code),
        genuine(number.replace(/-[0-9A-F]{12}-/, "-0123456789AB-"), hash, code),
        genuine(number.replace(ENTERPRISE, "another-body"), hash, code),
        genuine(number, hash, open["verificationCode"]),
        genuine(number, hash, ""),
      ]),
    ).toEqual([false, false, false, false, false]);
    // The record of the body is looked up, not only the code.
    const commitments = credit.stack.databases["credit"]!("commitments");
    const [{ id }] = await commitments.clone().where({ counterparty_id: ENTERPRISE }).select("id").limit(1);
    await commitments.clone().where({ id }).update({ counterparty_id: "another-body" });
    expect(await genuine(number, hash, code)).toBe(false);
    await commitments.clone().where({ id }).update({ counterparty_id: ENTERPRISE });
    expect(await genuine(number, hash, code)).toBe(true);
    // An old report may hold what was repaired since: nobody vouches for it.
    const on = async (day: string): Promise<unknown> =>
      (
        await credit.stack.askSubgraph(
          "credit",
          "query($n: ID!, $h: String!, $c: String!) { verifyCreditReport(number: $n, hash: $h, code: $c) }",
          { variables: { n: number, h: hash, c: code }, asOf: new Date(`${day}T04:00:00Z`) },
        )
      ).body.data.verifyCreditReport;
    expect([await on("2026-09-27"), await on("2026-10-28"), await on("2026-10-29")]).toEqual([false, true, false]);
  });
});

describe("classes of the national catalogue", () => {
  it("are thirteen, and every record says which is its own", async () => {
    expect(Object.values(CatalogueClass)).toHaveLength(13);
    const data = await credit.ask(
      `{ administrativePenalty(id: "CF-GOLDEN-1") { catalogueClass } administrativeLicence(id: "XK-B1") { catalogueClass }
        creditCommitment(id: "CN-B5") { catalogueClass } organization(id: "${ENTERPRISE}") { creditEvaluation { catalogueClass } } }`,
    );
    expect(data).toEqual({
      administrativePenalty: { catalogueClass: "ADMINISTRATION" },
      administrativeLicence: { catalogueClass: "ADMINISTRATION" },
      creditCommitment: { catalogueClass: "COMMITMENT" },
      organization: { creditEvaluation: { catalogueClass: "EVALUATION" } },
    });
    const entries = await credit.all("listEntries", "kind catalogueClass");
    const classes: Row = {
      TRUSTWORTHY: "HONOUR",
      WATCH: "ADMINISTRATION",
      SERIOUS: "SERIOUS_DISHONESTY",
      ABNORMAL: "ABNORMAL_OPERATION",
    };
    expect(entries.length).toBeGreaterThan(3);
    for (const { kind, catalogueClass } of entries) expect(catalogueClass).toBe(classes[kind as string]);
  });

  it("admit no list of another kind", async () => {
    await expect(credit.db.raw("update list_entries set kind = 'GOSSIP' where id = 'MD-GOLDEN-1'")).rejects.toThrow(
      /list_entries_kind/,
    );
  });
});
