/** Migrations run on older databases that are full: nothing is lost, what changes has the right value, and the end is the schema of today. */
import "reflect-metadata";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import type { RenamedPlaces } from "../../platform/database/index.js";
import { PLACES as CREDIT_NAMES } from "../../subgraphs/credit/migrations/20261129130000_name_cases.js";
import { PLACES as PRIOR_NOTICES } from "../../subgraphs/credit/list-entry/migrations/20261129190000_name_prior_notices.js";
import { PLACES as FUNDS_NAMES } from "../../subgraphs/funds/migrations/20261129130000_name_allotments.js";
import { PLACES as FUND_CATEGORIES } from "../../subgraphs/funds/migrations/20261129150000_name_categories.js";
import { PLACES as FUND_PUBLICATIONS } from "../../subgraphs/funds/migrations/20261129190000_name_publications.js";
import { PLACES as INTERMEDIARY_NAMES } from "../../subgraphs/intermediary/migrations/20261129130000_name_intermediaries.js";
import { PLACES as INTERMEDIARY_NOTICES } from "../../subgraphs/intermediary/migrations/20261129190000_name_notices.js";
import { PLACES as MATTERS_NAMES } from "../../subgraphs/matters/migrations/20261129130000_name_cases_and_matters.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { createOlderDatabase, type OlderDatabase, type OlderPoint } from "../support/older-database.js";

let database: TestDatabase;
const opened: OlderDatabase[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  for (const older of opened) await older.close();
  await database?.drop();
});

/** What each service renamed since. */
const NAMES: Readonly<Record<string, RenamedPlaces>> = {
  matters: MATTERS_NAMES,
  intermediary: {
    tables: INTERMEDIARY_NAMES.tables!,
    columns: [...INTERMEDIARY_NAMES.columns!, ...INTERMEDIARY_NOTICES.columns!],
  },
  credit: { ...CREDIT_NAMES, columns: [...CREDIT_NAMES.columns!, ...PRIOR_NOTICES.columns!] },
  funds: {
    tables: [...FUNDS_NAMES.tables!, ...FUND_PUBLICATIONS.tables!],
    // Columns go by the name that their table has now.
    columns: [...FUNDS_NAMES.columns!, ...FUND_CATEGORIES.columns!].map(
      ([table, before, after]) => [new Map(FUND_PUBLICATIONS.tables).get(table) ?? table, before, after] as const,
    ),
  },
};

/** Lists of trustworthy bodies were called red. */
const RED_LISTS = { "list_entries.kind": "case s.kind when 'TRUSTWORTHY' then 'RED' else s.kind end" };

const open = async (service: string, last: string, given: OlderPoint["given"] = {}): Promise<OlderDatabase> => {
  const { migrations } = SUBGRAPHS.find(({ name }) => name === service)!;
  const older = await createOlderDatabase(database, { service, migrations, last, given, names: NAMES[service] ?? {} });
  opened.push(older);
  return older;
};

/** Every table of before holds rows but the quarantine, which the demonstration leaves empty. */
const expectFilled = async (older: OlderDatabase): Promise<void> => {
  const counts = Object.entries(await older.counts());
  expect(counts.reduce((sum, [, n]) => sum + n, 0)).toBeGreaterThan(1_000);
  expect(counts.flatMap(([table, n]) => (n === 0 ? [table] : []))).toEqual(["import_quarantine"]);
};

/** Runs the rest; counts are as before, and the schema is that of a database that was never older. */
const upgrade = async (service: string, older: OlderDatabase): Promise<void> => {
  const before = await older.counts();
  const ran = await older.migrate();
  const all = SUBGRAPHS.find(({ name }) => name === service)!.migrations.map(({ name }) => name);
  expect(ran.length).toBeGreaterThan(2);
  expect(ran).toEqual(all.slice(-ran.length));
  expect(await older.counts()).toEqual(before);
  expect(await older.columns()).toEqual(await older.columns(service));
};

describe("an older database", () => {
  it("of reference keeps divisions, organisations and identifiers", async () => {
    const older = await open("reference", "20261124101000_index_embedded_org_codes");
    await expectFilled(older);
    await upgrade("reference", older);
    expect(await older.lost({})).toEqual({});
  });

  it("of matters gives versions the state of their matters and items of the catalogue theirs", async () => {
    const older = await open("matters", "20261124100000_create_import_quarantine");
    await expectFilled(older);
    await upgrade("matters", older);
    expect(await older.lost({})).toEqual({});
    const [versions] = await older.select<{ n: number; same: number }>(
      "select count(*)::int as n, count(*) filter (where v.status = m.status)::int as same from service_matter_versions v join service_matters m on m.id = v.matter_id",
    );
    expect(versions!.n).toBeGreaterThan(50);
    expect(versions!.same).toBe(versions!.n);
    expect(
      await older.select("select distinct task_state, effective_from, cancelled_on, content_hash from catalogue_items"),
    ).toEqual([{ task_state: "IN_USE", effective_from: null, cancelled_on: null, content_hash: null }]);
  });

  it("of intermediary says whose the codes are and keeps them", async () => {
    const older = await open("intermediary", "20261125090000_create_market", {
      "market_projects.agency_uscc": "s.department_uscc",
      "bids.agency_uscc": "s.firm_uscc",
      "agency_sanctions.agency_uscc": "s.firm_uscc",
    });
    await expectFilled(older);
    await upgrade("intermediary", older);
    expect(
      await older.lost({
        renamed: {
          "market_projects.agency_uscc": "department_uscc",
          "bids.agency_uscc": "firm_uscc",
          "agency_sanctions.agency_uscc": "firm_uscc",
        },
      }),
    ).toEqual({});
  });

  it("of funds keeps its book to the fen", async () => {
    const older = await open("funds", "20261125090200_create_disclosures", {
      "fund_announcements.kind": "case s.kind when 'PUBLICITY' then 'BEFORE' else 'AFTER' end",
    });
    await expectFilled(older);
    const sums =
      "select kind, direction, count(*)::int as n, sum(amount_fen)::text as fen from postings group by 1, 2 order by 1, 2";
    const before = await older.select(sums);
    expect(before.length).toBe(16);
    await upgrade("funds", older);
    expect(await older.lost({ changed: ["fund_announcements.kind"] })).toEqual({});
    expect(await older.select(sums)).toEqual(before);
    expect(
      await older.select(
        "select p.id from fund_publications p join funds.fund_publications f using (id) where p.kind is distinct from f.kind",
      ),
    ).toEqual([]);
  });

  it("of credit turns the stored state of publicity into days, and names the authority of each list entry", async () => {
    const older = await open("credit", "20261124100000_create_import_quarantine", {
      ...RED_LISTS,
      "penalties.publicity_state": "'PUBLISHED'",
    });
    await expectFilled(older);
    await older.addLike(
      "penalties",
      ...["PUBLISHED", "REPAIRED", "WITHDRAWN", "NOT_PUBLISHED"].map((state) => ({
        id: `OLD-${state}`,
        publicity_state: state,
        severity: "SERIOUS",
        decision_date: "2025-03-03",
        published_on: "2025-03-10",
        publicity_until: null,
        basis: "食品安全法",
      })),
      {
        id: "OLD-UNDATED",
        publicity_state: "REPAIRED",
        decision_date: "2025-03-03",
        published_on: null,
        severity: "GENERAL",
      },
    );
    await upgrade("credit", older);
    expect(
      await older.lost({ changed: ["list_entries.kind", "penalties.publicity_state", "penalties.published_on"] }),
    ).toEqual({});
    expect(
      await older.select(
        `select id, severity_rule_id, published_on::text, repaired_on::text, withdrawn_on::text, sealed_by from penalties where id like 'OLD-%' order by id collate "C"`,
      ),
    ).toEqual(
      [
        ["OLD-NOT_PUBLISHED", "L23-SERIOUS", null, null, null],
        ["OLD-PUBLISHED", "L23-SERIOUS", "2025-03-10", null, null],
        ["OLD-REPAIRED", "L23-SERIOUS", "2025-03-10", "2025-03-10", null],
        ["OLD-UNDATED", "L23-GENERAL", null, "2025-03-03", null],
        ["OLD-WITHDRAWN", "L23-SERIOUS", "2025-03-10", null, "2025-03-10"],
      ].map(([id, rule, published, repaired, withdrawn]) => ({
        id,
        severity_rule_id: rule,
        published_on: published,
        repaired_on: repaired,
        withdrawn_on: withdrawn,
        sealed_by: null,
      })),
    );
    expect(
      await older.select(
        "select count(*)::int as n from penalties p join credit.penalties c using (id) where p.published_on is distinct from c.published_on",
      ),
    ).toEqual([{ n: 0 }]);
    expect(
      await older.select(
        "select count(*)::int as n from list_entries where authority_id is distinct from 'CN-USCC-' || authority_uscc",
      ),
    ).toEqual([{ n: 0 }]);
  });

  it("of credit follows records from then on: one that changes its key leaves none behind", async () => {
    const older = await open("credit", "20261126150200_admit_known_lists", RED_LISTS);
    await older.migrate();
    await older.select("select set_config('session_replication_role', 'origin', false)");
    const [told] = await older.select<{ key: string }>(
      "select key from changes where kind = 'PENALTY' and op = 'UPSERT' order by key limit 1",
    );
    await older.select(`update penalties set id = 'OLD-KEY-NEW' where id = '${told!.key}'`);
    expect(
      await older.select(
        `select key, op from changes where kind = 'PENALTY' and key in ('${told!.key}', 'OLD-KEY-NEW') order by op`,
      ),
    ).toEqual([
      { key: told!.key, op: "DELETE" },
      { key: "OLD-KEY-NEW", op: "UPSERT" },
    ]);
  });

  it("of credit gives imported records ids that say nothing, and their proceedings follow", async () => {
    const older = await open("credit", "20261126150200_admit_known_lists", {
      ...RED_LISTS,
      "severity_rules.max_months": "case s.id when 'L23-MINOR' then 3 else s.max_months end",
    });
    await expectFilled(older);
    const hash = "0123456789abcdef0123";
    const imported = {
      content_hash: "h",
      counterparty_hash: null,
      counterparty_minor: false,
      counterparty_type: "LEGAL_PERSON_02",
      decision_date: "2026-03-03",
      kinds: ["FINE"],
      severity: "GENERAL",
      severity_rule_id: "L23-GENERAL",
      publicity_until: null,
      basis: "食品安全法 第三十四条",
      version: 1,
    };
    await older.addLike(
      "penalties",
      { ...imported, id: `CF-guangan-${hash}`, doc_no: "旧罚〔2026〕1号" },
      {
        ...imported,
        id: "OLD-NAMELESS",
        doc_no: "旧罚〔2026〕2号",
        counterparty_type: "NATURAL_PERSON_01",
        counterparty_name: "某某",
      },
      {
        ...imported,
        id: "OLD-DETAINED",
        doc_no: "旧罚〔2026〕3号",
        kinds: ["DETENTION"],
        severity: "SERIOUS",
        severity_rule_id: "L23-SERIOUS",
        basis: "治安管理处罚法 第二十六条",
      },
      { ...imported, id: "OLD-MINOR", doc_no: "旧罚〔2026〕4号", severity: "MINOR", severity_rule_id: "L23-MINOR" },
    );
    await older.addLike("repair_cases", { no: "XF-OLD", record_kind: "PENALTY", record_id: `CF-guangan-${hash}` });
    await older.addLike("objections", { no: "YY-OLD", record_kind: "PENALTY", record_id: `CF-guangan-${hash}` });
    await upgrade("credit", older);
    expect(
      await older.lost({
        changed: [
          "list_entries.kind",
          "penalties.id",
          "licences.id",
          "repair_cases.record_id",
          "objections.record_id",
          "penalties.counterparty_minor",
          // Counted where the upgrade changed a row.
          "penalties.version",
          "severity_rules.min_months",
          "severity_rules.max_months",
        ],
      }),
    ).toEqual({});
    const [minted] = await older.select<{ id: string }>("select id from penalties where doc_no = '旧罚〔2026〕1号'");
    expect(minted!.id).toMatch(/^CF-[0-9a-f]{32}$/);
    expect(
      await older.select(
        "select (select record_id from repair_cases where no = 'XF-OLD') as repair, (select record_id from objections where no = 'YY-OLD') as objection",
      ),
    ).toEqual([{ repair: minted!.id, objection: minted!.id }]);
    expect(await older.select(`select natural_key, source from record_keys where record_id = '${minted!.id}'`)).toEqual(
      [{ natural_key: `unkeyed:CF-${hash}`, source: "guangan" }],
    );
    expect(
      await older.select(
        "select id, counterparty_minor, sealed_by, duty_performed, repair_system from penalties where id like 'OLD-%' order by id collate \"C\"",
      ),
    ).toEqual(
      [
        ["OLD-DETAINED", false, "PUBLIC_SECURITY"],
        ["OLD-MINOR", false, null],
        ["OLD-NAMELESS", true, null],
      ].map(([id, minor, sealed]) => ({
        id,
        counterparty_minor: minor,
        sealed_by: sealed,
        duty_performed: null,
        repair_system: null,
      })),
    );
    expect(
      await older.select(
        "select id, max_months, when_unperformed from severity_rules where id like 'L23-%' order by id",
      ),
    ).toEqual([
      { id: "L23-GENERAL", max_months: 12, when_unperformed: "UNTIL_PERFORMED" },
      { id: "L23-MINOR", max_months: 0, when_unperformed: "ENDS" },
      { id: "L23-SERIOUS", max_months: 36, when_unperformed: "UNTIL_PERFORMED" },
    ]);
    // The ids of all that was not imported stay.
    expect(
      await older.select(
        "select count(*)::int as n from penalties p where content_hash is null and not exists (select from credit.penalties c where c.id = p.id)",
      ),
    ).toEqual([{ n: 0 }]);
  });
});
