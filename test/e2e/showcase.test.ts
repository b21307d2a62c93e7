/** The showcase queries as users run them, against results computed by independent SQL, with bounded work. */
import { readdirSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../platform/config/index.js";
import { workCalendarYears } from "../../platform/domain/law/work-calendar.js";
import { SHOWCASE, showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";
import type { VIEWERS } from "../support/viewers.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const rows = async (service: string, sql: string, bindings: unknown[] = []): Promise<Row[]> =>
  ((await (stack.databases[service] as Knex).raw(sql, bindings as never)) as { rows: Row[] }).rows;

const run = async (name: string, variables: Row = {}, viewer: keyof typeof VIEWERS = "anonymous"): Promise<Row> => {
  const { query, variables: given } = showcaseRequest(name);
  const { status, body } = await stack.ask(query, { viewer, variables: { ...given, ...variables } });
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data as Row;
};

const yuan = (fen: bigint | string): string => {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe("showcase 1: a restaurant in Yanji", () => {
  it("names matter, limits, materials, the paid report and the help money", async () => {
    const { division } = await run("restaurant-in-yanji");
    const [matter] = division.serviceMatters.nodes;
    const [row] = await rows(
      "matters",
      `select id, content->'promised'->>'amount' as promised, content->'statutory'->>'amount' as statutory, visits,
      (select array_agg(m->>'name' order by o) from jsonb_array_elements(content->'materials') with ordinality as t(m, o)) as materials
      from service_matters where division_code = '222401' and task_name = '食品经营许可'`,
    );
    expect(matter).toMatchObject({ id: row!["id"], taskName: "食品经营许可", visits: row!["visits"] });
    expect([String(matter.promised.amount), String(matter.statutory.amount)]).toEqual([
      row!["promised"],
      row!["statutory"],
    ]);
    expect(matter.materials.map(({ name }: Row) => name)).toEqual(row!["materials"]);
    const services = await rows(
      "intermediary",
      `select s.name, s.time_limit_days as days, s.commissioned_by as payer from service_matter_links l join intermediary_services s on s.code = l.service_code where l.matter_id = ? order by s.code`,
      [row!["id"]],
    );
    expect(
      matter.intermediaryServices.map((service: Row) => [
        service["name"],
        service["timeLimit"].amount,
        service["payer"],
      ]),
    ).toEqual(services.map(({ name, days, payer }) => [name, days, payer]));
    expect(services.length).toBeGreaterThan(0);
    const funds = await rows(
      "funds",
      `select p.name from policy_matters l join fund_policies p on p.policy_code = l.policy_code where l.matter_id = ? order by p.policy_code`,
      [row!["id"]],
    );
    expect(matter.relatedFunds.map(({ name }: Row) => name).sort()).toEqual(funds.map(({ name }) => name).sort());
    expect(funds.length).toBeGreaterThan(0);
  });

  it("puts the best match first", async () => {
    const { division } = await run("restaurant-in-yanji", { search: "餐馆" });
    expect(division.serviceMatters.nodes[0].taskName).toBe("食品经营许可");
  });
});

describe("showcase 3: did the subsidy for my village reach us, and does it add up", () => {
  it("lists the way of the money to the township, reconciles what reached it, and shows the notices", async () => {
    const { fundPolicy } = await run("fund-policy-flow", { first: 100 });
    const way = await rows(
      "funds",
      `with recursive way as (
         select a.* from allocations a join allotments i using (allotment_no)
         where i.policy_code = 'FP-GD' and i.fiscal_year = 2026 and i.state <> 'DRAFT'
           and a.id in (select allocation_id from subsidy_batches where village_code like '222401101%')
         union select a.* from way join allocations a on a.id = way.parent_id)
       select way.amount_fen, way.decided_on::text, way.lineage from way order by way.id`,
    );
    const fen = (text: string): bigint => BigInt(text.replace(".", ""));
    expect(way.length).toBeGreaterThan(1);
    expect(fundPolicy.flow.nodes.map((node: Row) => [fen(node["amount"]), node["decidedOn"]]).sort()).toEqual(
      way.map(({ amount_fen, decided_on }) => [amount_fen, decided_on]).sort(),
    );
    expect(fundPolicy.flow.nodes.every((node: Row) => node["recipient"].name)).toBe(true);
    const [book] = await rows(
      "funds",
      `select coalesce(-sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end) filter (where p.account in ('CENTRAL', 'CARRIED') or p.account like 'REVENUE:%'), 0)::bigint as issued,
         coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end) filter (where p.account = 'PAYEES'), 0)::bigint as paid
       from postings p where p.lineage = any(?::text[]) and p.occurred_on <= '2026-09-28'`,
      [[...new Set(way.map(({ lineage }) => lineage))]],
    );
    const { issued, paid, difference, rules } = fundPolicy.reconciliation;
    expect([fen(issued), fen(paid), difference]).toEqual([book!["issued"], book!["paid"], "0.00"]);
    expect(rules.map(({ rule, ok }: Row) => [rule, ok])).toEqual([
      ...["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"].map((id) => [id, true]),
    ]);
    const notices = await rows(
      "funds",
      `select kind, published_on::text from fund_publications where policy_code = 'FP-GD' and division_code like '222401101%' and published_on <= '2026-09-28' order by published_on desc, id desc`,
    );
    expect(fundPolicy.publications.nodes.map((node: Row) => [node["kind"], node["publishedOn"]])).toEqual(
      notices.map(({ kind, published_on }) => [kind, published_on]),
    );
    expect(notices.length).toBeGreaterThan(1);
  });
});

describe("showcase 5: an assessor, on time, priced and clean", () => {
  it("orders agencies of the prefecture and joins their credit", async () => {
    const { intermediaryService } = await run("pick-an-assessor");
    const expected = await rows(
      "intermediary",
      `select a.organization_id as id, a.name from intermediaries a join provided_services s on s.intermediary_id = a.organization_id and s.service_code = 'ZJ-001'
      left join lateral (select count(*) n, avg((working_days <= promised_days)::int) r from engagements e where e.intermediary_id = a.organization_id) e on true
      where a.division_code like '2224%' order by case when e.n = 0 then -1 else floor(e.r * 10000) end desc, a.name, a.organization_id limit 10`,
    );
    const { nodes } = intermediaryService.intermediaries;
    expect(nodes.map(({ name }: Row) => name)).toEqual(expected.map(({ name }) => name));
    for (const [index, { id }] of expected.entries()) {
      const [credit] = await rows(
        "credit",
        `select (select count(*)::int from list_entries where counterparty_id = ? and listed_on <= '2026-09-28' and coalesce(expires_on, '9999-01-01') >= '2026-09-28' and coalesce(removed_on, '9999-01-01') > '2026-09-28') as lists,
        (select array_agg(cert_name order by decision_date desc, id) from (select * from licences where counterparty_id = ? and published_on <= '2026-09-28' order by decision_date desc, id limit 3) l) as licences`,
        [id, id],
      );
      expect(nodes[index].organization.creditOverview.listEntries).toBe(credit!["lists"]);
      expect(nodes[index].organization.licences.nodes.map(({ certName }: Row) => certName)).toEqual(
        credit!["licences"],
      );
    }
  });
});

describe("showcase 8: one allotment to those who received it", () => {
  it("comes out as the golden flow of 80 million, difference nil", async () => {
    const { budgetAllotment } = await run("follow-an-allotment");
    expect(budgetAllotment).toMatchObject({ allotmentNo: "吉财农指〔2026〕35号", amount: "80000000.00" });
    const byName = new Map(
      budgetAllotment.downstream.nodes.map((node: Row) => [`${node["recipient"].name} ${node["amount"]}`, node]),
    );
    expect([...byName.keys()]).toEqual(
      expect.arrayContaining([
        "长春市 30000000.00",
        "延边朝鲜族自治州 45000000.00",
        "敦化市 25000000.00",
        "珲春市 16000000.00",
      ]),
    );
    const project = budgetAllotment.downstream.nodes.find(
      (node: Row) => node["recipient"].projectName === "敦化市水稻育秧大棚建设项目",
    );
    const [contractor] = await rows(
      "funds",
      `select contractor_id as id from fund_projects where project_code = 'XM-222403-2026-001'`,
    );
    const [body] = await rows("reference", `select name, uscc from organizations where id = ?`, [contractor!["id"]]);
    expect(project).toMatchObject({ paid: "15000000.00", recipient: { progress: 100, contractor: body } });
    expect(budgetAllotment.reconciliation.difference).toBe("0.00");
    expect(budgetAllotment.reconciliation.rules.map(({ rule, ok }: Row) => [rule, ok])).toEqual([
      ["B1", true],
      ["B2", true],
      ["B3", true],
      ["B4", true],
      ["B5", true],
      ["B6", true],
      ["B7", true],
      ["B8", true],
      ["B9", true],
    ]);
    const [total] = await rows(
      "funds",
      `select sum(amount_fen)::text as fen from allocations where allotment_no = '吉财农指〔2026〕35号' and parent_id in (select id from allocations where allotment_no = '吉财农指〔2026〕35号' and is_head)`,
    );
    const direct = budgetAllotment.downstream.nodes.filter((node: Row) =>
      ["长春市", "延边朝鲜族自治州"].includes(node["recipient"].name),
    );
    expect(yuan(total!["fen"])).toBe(
      yuan(direct.reduce((sum: bigint, node: Row) => sum + BigInt(node["amount"].replace(".", "")), 0n)),
    );
  });
});

describe("showcase 9: who promises what", () => {
  it("compares the implementations of one catalogue item", async () => {
    const { catalogueItem } = await run("promise-against-practice", { first: 100 });
    const expected = await rows(
      "matters",
      `select division_code, content->'statutory'->>'amount' as statutory, content->'promised'->>'amount' as promised, visits from service_matters where catalog_code = '220131001000' and status = 'PUBLISHED' order by task_name, id`,
    );
    expect(
      catalogueItem.implementations.nodes.map((node: Row) => [
        String(node["statutory"].amount),
        String(node["promised"].amount),
        node["visits"],
      ]),
    ).toEqual(expected.map(({ statutory, promised, visits }) => [statutory, promised, visits]));
    expect(catalogueItem.implementations.nodes.every((node: Row) => node["dept"].division.name)).toBe(true);
  });
});

describe("showcase 7: decisions published later than seven working days", () => {
  /** Day of a limit in working days, counted here from the published arrangement; undefined in a year without one. */
  const dueOn = (start: string, workdays: number): string | undefined => {
    const day = new Date(`${start}T00:00:00Z`);
    for (let left = workdays; left > 0;) {
      day.setUTCDate(day.getUTCDate() + 1);
      const text = day.toISOString().slice(0, 10);
      const year = workCalendarYears().find((entry) => String(entry.year) === text.slice(0, 4));
      if (!year) return undefined;
      const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
      if (year.makeupDays.includes(text) || (!weekend && !year.holidays.includes(text))) left -= 1;
    }
    return day.toISOString().slice(0, 10);
  };

  it("counts them by authority for a supervisor, those not yet published too", async () => {
    const { division } = await run("late-publication", {}, "supervisor-1");
    const decided = await rows(
      "credit",
      `select p.doc_no, p.authority_id, p.decision_date::text, p.published_on::text, (not p.counterparty_minor and r.max_months > 0 and (p.withdrawn_on is null or p.published_on is not null)) as publishable
       from penalties p join severity_rules r on r.id = p.severity_rule_id
       where p.sealed_by is null and p.division_code like '2224%' and p.decision_date between '2026-01-01' and '2026-12-31'`,
    );
    expect(division.penaltyStats.total).toBe(decided.length);
    const late = decided.filter(({ decision_date, published_on, publishable }) => {
      if (publishable !== true) return false;
      const due = dueOn(decision_date as string, 7);
      return due !== undefined && ((published_on as string | null) ?? "2026-09-28") > due;
    });
    expect(late.length).toBeGreaterThan(0);
    expect(division.penaltyStats.late.count).toBe(late.length);
    const counts = new Map<string, number>();
    for (const { authority_id } of late)
      counts.set(authority_id as string, (counts.get(authority_id as string) ?? 0) + 1);
    const names = await rows("reference", `select id, name from organizations where id = any(?::text[])`, [
      [...counts.keys()],
    ]);
    expect(
      division.penaltyStats.late.byAuthority.map((row: Row) => `${row["authority"].name} ${row["count"]}`).sort(),
    ).toEqual(names.map(({ id, name }) => `${name} ${counts.get(id as string)}`).sort());
  });
});

describe("showcase 10: who said what about a draft, what was adopted, and which money follows", () => {
  it("tells topics, opinions with reasons, the document that came of it and the year's money", async () => {
    const { decision } = await run("who-said-what", { first: 2 });
    const [row] = await rows(
      "openness",
      `select d.title, d.state as stage, c.opens_on::text, c.closes_on::text, c.opens_on + 30 <= c.closes_on as long_enough, p.document_no, d.organiser_id, d.fund_policy_codes[1] as fund,
         (select count(*)::int from opinions o where o.decision_id = d.id) as said,
         (select array_agg(s.step || ' ' || s.taken_on order by s.taken_on) from decision_steps s where s.decision_id = d.id) as steps
       from decisions d join decision_consultations c on c.decision_id = d.id join public_documents p on p.index_no = d.adopted_index_no
       where d.id = 'JC222401-2025-001'`,
    );
    const [organiser] = await rows("reference", "select name from organizations where id = ?", [row!["organiser_id"]]);
    const { consultation } = decision;
    expect(decision).toMatchObject({ title: row!["title"], stage: row!["stage"], organiser });
    expect(decision.steps.map((step: Row) => `${step["step"]} ${step["takenOn"]}`)).toEqual(row!["steps"]);
    expect([consultation.opensOn, consultation.closesOn, consultation.opinionCount, !consultation.tooShort]).toEqual([
      ...[row!["opens_on"], row!["closes_on"], row!["said"], row!["long_enough"]],
    ]);
    const outcomes = await rows(
      "openness",
      `select state as outcome, count(*)::int as count from opinions where decision_id = 'JC222401-2025-001' group by state`,
    );
    const counted = (outcome: string): unknown =>
      outcomes.find((found) => found["outcome"] === outcome)?.["count"] ?? 0;
    expect(consultation.adoption).toMatchObject({
      ...{ adopted: counted("ADOPTED"), partly: counted("PARTLY_ADOPTED") },
      ...{ notAdopted: counted("NOT_ADOPTED"), pending: counted("PENDING") },
    });
    const said = await rows(
      "openness",
      `select topic, text, state as outcome, reason from (select t.name as topic, t.position, o.*, row_number() over (partition by t.id order by o.given_on, o.id) as place
         from consultation_topics t join opinions o on o.topic_id = t.id where t.decision_id = 'JC222401-2025-001') s where place <= 2 order by position, place`,
    );
    expect(
      consultation.topics.flatMap((topic: Row) =>
        topic["opinions"].nodes.map((node: Row) => ({ topic: topic["name"], ...node })),
      ),
    ).toEqual(said);
    expect(said.filter(({ outcome }) => outcome === "NOT_ADOPTED").every(({ reason }) => reason !== null)).toBe(true);
    expect(decision.adoptedDocument).toEqual({ documentNo: row!["document_no"], validity: "IN_FORCE" });
    const [policy] = await rows("funds", "select name from fund_policies where policy_code = ?", [row!["fund"]]);
    const matters = await rows("funds", "select count(*)::int as n from policy_matters where policy_code = ?", [
      row!["fund"],
    ]);
    expect(decision.fundPolicies).toHaveLength(1);
    expect(decision.fundPolicies[0].name).toBe(policy!["name"]);
    expect(decision.fundPolicies[0].applyMatters.length).toBeLessThanOrEqual(matters[0]!["n"] as number);
    const [book] = await rows(
      "funds",
      `select coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end) filter (where p.account = 'PAYEES'), 0)::bigint as paid
       from postings p where p.occurred_on <= '2026-09-28' and p.lineage in
         (select a.lineage from allocations a join allotments i using (allotment_no) where i.policy_code = ? and i.fiscal_year = 2026 and i.state <> 'DRAFT')`,
      [row!["fund"]],
    );
    expect(decision.fundPolicies[0].reconciliation.paid).toBe(yuan(book!["paid"]));
  });
});

describe("showcase 11: a copy that stays up to date", () => {
  it("walks through every public record of the kinds asked for, once, and then only through what changed", async () => {
    const found: string[] = [];
    let since: string | null = null;
    for (let more = true; more;) {
      const { changes }: Row = await run("follow-the-changes", { since, first: 100 }, "app-open");
      expect(changes.unavailable).toEqual([]);
      found.push(...changes.items.map(({ kind, key, op }: Row) => `${kind} ${key} ${op}`));
      since = changes.cursor as string;
      more = changes.hasMore as boolean;
    }
    const expected = [
      ...(await rows(
        "matters",
        `select id as key, 'SERVICE_MATTER' as kind from service_matters where status = 'PUBLISHED'`,
      )),
      ...(await rows("intermediary", `select code as key, 'INTERMEDIARY_SERVICE' as kind from intermediary_services`)),
      ...(await rows(
        "openness",
        `select index_no as key, 'PUBLIC_DOCUMENT' as kind from public_documents where published_on <= '2026-09-28'`,
      )),
      ...(await rows(
        "credit",
        `select id as key, 'LIST_ENTRY' as kind from list_entries where listed_on <= '2026-09-28' and coalesce(removed_on, '9999-01-01') > '2026-09-28' and coalesce(expires_on, '9999-01-01') >= '2026-09-28'`,
      )),
    ];
    expect(found.filter((line) => line.endsWith(" UPSERT")).sort()).toEqual(
      expected.map(({ kind, key }) => `${kind} ${key} UPSERT`).sort(),
    );
    expect((await run("follow-the-changes", { since }, "app-open"))["changes"].items).toEqual([]);
  });
});

describe("showcase 12: what an office owes by the directory, and how it answered", () => {
  it("lists its standards, the documents that came late, and what became of requests", async () => {
    const { organization } = await run("office-gaps");
    const [office] = await rows("reference", "select id, name from organizations where uscc = '11990101MB9000015E'");
    expect(organization.name).toBe(office!["name"]);
    const standards = await rows(
      "openness",
      "select code from openness_standards where publisher is null or publisher = '市场监督管理局' order by 1",
    );
    expect(organization.opennessGaps.map(({ standard }: Row) => standard.code)).toEqual(
      standards.map(({ code }) => code),
    );
    const [counted] = await rows(
      "openness",
      `select count(*) filter (where received_on >= '2026-01-01')::int as received,
         count(*) filter (where received_on < '2026-01-01' and coalesce(ended_on, '9999-01-01') >= '2026-01-01')::int as carried
       from disclosure_requests where agency_id = ? and received_on <= '2026-09-28'`,
      [office!["id"]],
    );
    const line = (name: string): unknown =>
      organization.disclosureReport.rows.find((row: Row) => row["line"] === name)?.total;
    expect([line("RECEIVED"), line("CARRIED_OVER")]).toEqual([counted!["received"], counted!["carried"]]);
    const { answeredOnTime, answeredLate, overdue } = organization.disclosureReport.timeliness;
    expect(answeredOnTime).toBeGreaterThan(0);
    expect(answeredLate + overdue).toBeGreaterThan(0);
  });
});

describe("the work of a showcase query", () => {
  interface Work {
    readonly statements: number;
    readonly requests: number;
  }
  const measure = async (name: string, first: number, viewer: keyof typeof VIEWERS): Promise<Work> => {
    let statements = 0;
    const onQuery = (): void => void (statements += 1);
    for (const db of Object.values(stack.databases)) db.on("query", onQuery);
    const before = await stack.subgraphRequests();
    await run(name, { first }, viewer);
    for (const db of Object.values(stack.databases)) db.off("query", onQuery);
    return { statements, requests: (await stack.subgraphRequests()) - before };
  };
  it.each(SHOWCASE)("$name as $viewer is bounded and does not grow with the page", async (operation) => {
    const { name, viewer } = operation;
    await run(name, { first: 10 }, viewer);
    const ten = await measure(name, 10, viewer);
    const hundred = await measure(name, 100, viewer);
    expect(hundred).toEqual(ten);
    expect(ten.statements).toBeLessThanOrEqual(operation.statements);
    expect(ten.requests).toBeLessThanOrEqual(operation.subgraphRequests);
  });

  it("is bounded for every operation that is shown", () => {
    const shown = readdirSync(projectPath("schema/operations")).flatMap((file) =>
      file.endsWith(".variables.json") ? [file.replace(".variables.json", "")] : [],
    );
    expect(SHOWCASE.map(({ name }) => name).sort()).toEqual(shown.sort());
  });
});
