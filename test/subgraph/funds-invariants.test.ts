/** The seeded books keep B1 to B9 and agree with what is published; each rule is checked by SQL of its own, written here. */
import { readFileSync } from "node:fs";
import { INVARIANTS } from "../support/invariants.js";
import { startFunds, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

const rows: FundsUnderTest["rows"] = (...asked) => funds.rows(...asked);

/** The two lineages that are faulty on purpose, and labelled so. */
const [IN_TRANSIT, MISMATCH] = ["吉财社指〔2026〕52号", "吉财教指〔2026〕41号"];

/** Arrangement of the State Council for 2025 and 2026, typed by hand. */
const HOLIDAYS = [
  ...["2025-01-01", "2025-01-28/2025-02-04", "2025-04-04/2025-04-06", "2025-05-01/2025-05-05"],
  ...["2025-05-31/2025-06-02", "2025-10-01/2025-10-08", "2026-01-01/2026-01-03", "2026-02-15/2026-02-23"],
  ...["2026-04-04/2026-04-06", "2026-05-01/2026-05-05", "2026-06-19/2026-06-21", "2026-09-25/2026-09-27"],
  "2026-10-01/2026-10-07",
];
const MAKE_UP_DAYS =
  "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10";
const WORKDAYS = `workdays as (
  select day::date as day from generate_series('2025-01-01'::date, '2026-12-31'::date, '1 day') as day
  where day::date = any('{${MAKE_UP_DAYS.replaceAll(" ", ",")}}'::date[])
     or (extract(isodow from day) < 6 and not exists (
       select 1 from (values ${HOLIDAYS.map((span) => {
         const [from, to = from] = span.split("/");
         return `('${from}'::date, '${to}'::date)`;
       }).join(", ")}) as holiday(a, b) where day::date between a and b)))`;

describe("the seed", () => {
  it.each(INVARIANTS["funds"]!)("%s", async (_sentence, broken) => expect(await rows(broken)).toEqual([]));

  it("has a book that is worth looking at", async () => {
    const [found] = await rows(
      `select count(*) > 1000 as postings, count(distinct lineage) > 20 as lineages, (select count(*) > 100 from payments) as payments from postings`,
    );
    expect(found).toEqual({ postings: true, lineages: true, payments: true });
  });

  it("B2: what was sent arrived in full, but for the lineages that say so", async () => {
    const different = await rows<{ lineage: string; sent: bigint; received: bigint | null }>(
      `select lineage, allocation_id, sum(amount_fen) filter (where kind = 'ALLOCATE_DOWN') as sent, sum(amount_fen) filter (where kind = 'RECEIVE') as received
       from postings where direction = 'DEBIT' and kind in ('ALLOCATE_DOWN', 'RECEIVE') group by lineage, allocation_id
       having sum(amount_fen) filter (where kind = 'ALLOCATE_DOWN') is distinct from sum(amount_fen) filter (where kind = 'RECEIVE') order by lineage`,
    );
    expect(different.map(({ lineage, received }) => [lineage, received === null])).toEqual([
      [MISMATCH, false],
      [IN_TRANSIT, true],
      [IN_TRANSIT, true],
    ]);
    const labelled = await rows(
      `select count(*)::int as n from allotments where allotment_no in (?, ?) and fund_name like '%演示差错%'`,
      [IN_TRANSIT!, MISMATCH!],
    );
    expect(labelled).toEqual([{ n: 2 }]);
  });

  it("B4: some lines are rounded", async () => {
    const [rounded] = await rows<{ n: bigint }>(
      `select count(*) as n from subsidy_lines where amount_fen <> quantity * standard_fen`,
    );
    expect(rounded!.n).toBeGreaterThan(0n);
  });

  it("B5: nothing stays between the years", async () => {
    const [between] = await rows<{ fen: bigint; moved: bigint }>(
      `select sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen, sum(amount_fen)::bigint as moved from postings where account = 'CARRIED'`,
    );
    expect(between!.fen).toBe(0n);
    expect(between!.moved).toBeGreaterThan(0n);
  });

  it("B5: the golden example makes 8000 of 3000, 2500, 1600, 400 and 500, and 200 of the county beside it", async () => {
    const held = await rows<{ account: string; wan: bigint }>(
      `select account, (sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) / 1000000)::bigint as wan from postings
       where lineage = '吉财农指〔2026〕35号' group by account`,
    );
    const of = (account: string): bigint => held.find((row) => row.account === account)!.wan;
    const spent = await rows<{ wan: bigint }>(
      `select (sum(p.amount_fen) / 1000000)::bigint as wan from postings p join allocations a on a.id = p.allocation_id
       where p.lineage = '吉财农指〔2026〕35号' and p.direction = 'DEBIT' and p.kind = 'PAY' and a.from_division = '222403'`,
    );
    // 222404 holds 1000 and its service centre 600, of which 450 are paid.
    expect([of("220100"), spent[0]!.wan, of("222404") + 600n, of("222400"), of("220000")]).toEqual([
      3000n,
      2500n,
      1600n,
      400n,
      500n,
    ]);
    expect(of("CENTRAL")).toBe(-8000n);
    const [match] = await rows(
      `select (sum(amount_fen) / 1000000)::bigint as wan from postings where lineage = '敦财农指〔2026〕18号' and account = 'PAYEES'`,
    );
    expect(match).toEqual({ wan: 200n });
  });

  it("B6: every code that is used stands in that year's table", async () => {
    const table = JSON.parse(readFileSync("platform/domain/law/budget-codes.json", "utf8")) as Record<
      string,
      readonly { code: string; from?: number; to?: number }[]
    >;
    const used = await rows<{ kind: string; code: string; year: number }>(
      `select 'FUNCTION' as kind, function_code as code, fiscal_year as year from allotments
       union select 'GOVERNMENT_ECONOMIC', gov_econ_code, fiscal_year from allotments
       union select 'DEPARTMENT_ECONOMIC', dept_econ_code, fiscal_year from allotments
       union select 'FUNCTION', function_code, extract(year from paid_on)::int from payments
       union select case when code like '3%' then 'DEPARTMENT_ECONOMIC' else 'FUNCTION' end, code, year
         from budget_table_lines join budget_disclosures on id = disclosure_id where code is not null`,
    );
    expect(used.length).toBeGreaterThan(30);
    const missing = used.filter(
      ({ kind, code, year }) =>
        !table[kind]!.some(
          (entry) => entry.code === code && (entry.from ?? 2018) <= year && year <= (entry.to ?? 2026),
        ),
    );
    expect(missing).toEqual([]);
  });

  it("B7: a payment that came back is paid again to the same person", async () => {
    // A line that was sent back and paid again is one: the second payment is of the same amount to the same person.
    const repaid = await rows<{ same: boolean }>(
      `select y.amount_fen = l.amount_fen and y.payee_subject = l.recipient_hash and y.payee_kind = 'PERSON' as same
       from subsidy_lines l join payments y on y.payment_no = l.repaid_payment_no`,
    );
    expect(repaid.length).toBeGreaterThan(0);
    expect(repaid.every(({ same }) => same)).toBe(true);
  });

  it("B8: every notice is posted seven working days, and nothing is paid before it has ended", async () => {
    const [found] = await rows(
      `with ${WORKDAYS}
       select count(*) filter (where (select count(*) from workdays w where w.day > b.publicity_from and w.day <= b.publicity_to) < 7) as short,
         count(*) filter (where y.paid_on <= b.publicity_to) as early, count(y.payment_no) > 50 as many
       from subsidy_batches b left join payments y using (payment_no)`,
    );
    expect(found).toEqual({ short: 0n, early: 0n, many: true });
  });

  it("B9: notices name the amounts of the book, and payments are its movements", async () => {
    expect(
      await rows(
        `select n.id from fund_publications n join allocations a on a.allotment_no = n.allotment_no and a.is_head
         where n.amount_fen is distinct from (select amount_fen from postings p where p.allocation_id = a.id and p.kind = 'ALLOCATE_DOWN' and p.direction = 'DEBIT')
         union all
         select n.id from fund_publications n where n.project_code is not null and n.kind = 'PUBLIC_NOTICE' and n.amount_fen is distinct from
           (select sum(p.amount_fen) from postings p where p.account = 'PROJECT:' || n.project_code and p.kind = 'ASSIGN_PROJECT' and p.occurred_on <= n.published_on)
         union all
         select n.id from fund_publications n where n.batch_no is not null and n.amount_fen <> (select sum(amount_fen) from subsidy_lines l where l.batch_no = n.batch_no)`,
      ),
    ).toEqual([]);
    const [payments] = await rows(
      `select count(*) = (select count(*) from postings where kind = 'PAY' and direction = 'DEBIT') as all_of_them from payments`,
    );
    expect(payments).toEqual({ all_of_them: true });
  });

  it("uses every kind of movement", async () => {
    const kinds = await rows<{ kind: string }>(`select distinct kind from postings order by kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "ADJUST",
      "ALLOCATE_DOWN",
      "ASSIGN_PROJECT",
      "CARRY_OVER",
      "PAY",
      "PAY_RETURN",
      "RECEIVE",
      "RECLAIM",
    ]);
  });

  it("has the nine tables of each unit agree with one another", async () => {
    const sum = (table: number, where: string): string =>
      `(select coalesce(sum(amount_fen), 0) from budget_table_lines l where l.disclosure_id = d.id and l.table_no = ${table} and ${where})`;
    const wrong = await rows(
      `select d.id from budget_disclosures d where
         ${sum(1, "name = '收入总计'")} <> ${sum(1, "name = '支出总计'")}
         or ${sum(1, "name = '本年收入合计'")} <> ${sum(2, "true")}
         or ${sum(1, "name = '本年支出合计'")} <> ${sum(3, "true")}
         or ${sum(4, "name = '收入总计'")} <> ${sum(4, "name = '支出总计'")}
         or ${sum(4, "name = '本年支出合计'")} <> ${sum(5, "true")} + ${sum(7, "true")} + ${sum(8, "true")}
         or ${sum(5, "heading = '基本支出'")} <> ${sum(6, "true")}
         or ${sum(9, "name <> '合计'")} <> ${sum(9, "name = '合计'")}`,
    );
    expect(wrong).toEqual([]);
    expect((await rows(`select 1 from budget_disclosures`)).length).toBeGreaterThan(100);
  });

  it("has performance weights of 100 for everything that has targets, and scores within them", async () => {
    expect(
      await rows(
        `select coalesce(allotment_no, project_code) from performance_targets group by allotment_no, project_code having sum(weight) <> 100`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select 1 from evaluation_scores s join performance_targets t on t.id = s.target_id where s.score > t.weight`,
      ),
    ).toEqual([]);
  });

  it("has no identity number anywhere", async () => {
    const tables = await rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'funds' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables)
      expect([
        name,
        await rows(
          `select 1 from "${name}" t where t::text ~ '990101(19|20)[0-9]{9}[0-9X]|1990000[0-9]{4}|演示路' limit 1`,
        ),
      ]).toEqual([name, []]);
  });
});
