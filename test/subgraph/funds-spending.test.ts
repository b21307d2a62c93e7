/** Spending by category: categories, persons and total of the book, by independent sums; and what is told of persons. */
import { VIEWERS } from "../support/viewers.js";
import { startFunds, yuan, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

const DAY = "2026-09-28";
const DIMENSIONS = {
  FUNCTION: "p.function_code",
  FUNCTION_CLASS: "substr(p.function_code, 1, 3)",
  GOV_ECON: "i.gov_econ_code",
  DEPT_ECON: "p.dept_econ_code",
  RECIPIENT_DIVISION: "a.recipient_division",
  PROJECT_CATEGORY: "(select category from fund_projects f where f.project_code = a.to_project_code)",
  SOURCE_LEVEL: "i.source_level",
} as const;
const SCOPES = [
  { year: 2026, division: undefined, like: "%" },
  { year: 2025, division: "220000", like: "22%" },
  { year: 2026, division: "222400", like: "2224%" },
  { year: 2026, division: "222403", like: "222403%" },
] as const;

interface Category {
  readonly code: string | null;
  readonly name: string | null;
  readonly amount: string;
  readonly paymentCount: number;
  readonly division: { code: string } | null;
}

interface CategoryPage {
  readonly nodes: Category[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const spending = async (
  { year, dimension = "FUNCTION_CLASS", division }: { year: number; dimension?: string; division?: string },
  viewer: keyof typeof VIEWERS = "anonymous",
) =>
  (
    await funds.ask(
      `query($division: DivisionCode) { spendingByCategory(year: ${year}, dimension: ${dimension}, division: $division) {
        year dimension division { code } categorised persons total suppressed
        categories(first: 100) { nodes { code name amount paymentCount division { code } } pageInfo { hasNextPage } } } }`,
      viewer,
      { division },
    )
  ).spendingByCategory;

/** Paid out of a year's money in the book itself: what came to the payees' account less what left it. */
const booked = async (year: number, like: string): Promise<bigint> => {
  const [row] = await funds.rows<{ fen: bigint }>(
    `select coalesce(sum(case direction when 'DEBIT' then b.amount_fen else -b.amount_fen end), 0)::bigint as fen
     from postings b join allocations a on a.id = b.allocation_id join allotments i using (allotment_no)
     where account = 'PAYEES' and occurred_on <= '${DAY}' and fiscal_year = ${year} and recipient_division like '${like}'`,
  );
  return row!.fen;
};

/** Public payments out of the orders themselves: the amount and, of bodies, what came back. */
const publicSums = (year: number, like: string, code: string) =>
  funds.rows<{ code: string | null; fen: bigint; n: number }>(
    `select ${code} as code, count(*)::int as n, sum(p.amount_fen
         - case when payee_kind = 'ORGANIZATION' and returned_on <= '${DAY}' then returned_fen else 0 end)::bigint as fen
     from payments p join allocations a on a.id = p.allocation_id join allotments i using (allotment_no)
     where (payee_kind = 'ORGANIZATION' or (payee_kind = 'BATCH' and payee_count > 4)) and paid_on <= '${DAY}'
       and fiscal_year = ${year} and recipient_division like '${like}' group by 1`,
  );

describe("spending by category", () => {
  it.each(SCOPES)("is the sum of the public payments by every dimension: %o", async ({ year, division, like }) => {
    for (const [dimension, code] of Object.entries(DIMENSIONS)) {
      const told = await spending({ year, dimension, division });
      const expected = (await publicSums(year, like, code)).sort((a, b) =>
        a.fen === b.fen ? ((a.code ?? "") < (b.code ?? "") ? -1 : 1) : a.fen > b.fen ? -1 : 1,
      );
      expect(told.categories.pageInfo.hasNextPage).toBe(false);
      expect([
        dimension,
        told.categories.nodes.map(({ code: key, amount, paymentCount }: Category) => [key, amount, paymentCount]),
      ]).toEqual([dimension, expected.map(({ code: key, fen, n }) => [key, yuan(fen), n])]);
      expect(told.categorised).toBe(yuan(expected.reduce((sum, { fen }) => sum + fen, 0n)));
      expect(expected.length).toBeGreaterThan(0);
    }
  });

  it.each(SCOPES)("makes up the book's own sum with what persons were paid: %o", async ({ year, division, like }) => {
    const told = await spending({ year, division }, "supervisor-1");
    const total = await booked(year, like);
    const categorised = (await publicSums(year, like, "null::text")).reduce((sum, { fen }) => sum + fen, 0n);
    const visible = division !== undefined;
    expect(told).toMatchObject({
      suppressed: !visible,
      total: visible ? yuan(total) : null,
      persons: visible ? yuan(total - categorised) : null,
    });
  });

  it("names codes by the year's table and links divisions", async () => {
    const [first] = (await spending({ year: 2026, dimension: "FUNCTION_CLASS" })).categories.nodes as Category[];
    expect(first).toMatchObject({ code: "213", name: "农林水支出", division: null });
    const { division, categories } = await spending({
      year: 2026,
      dimension: "RECIPIENT_DIVISION",
      division: "222400",
    });
    expect(division).toEqual({ code: "222400" });
    expect(categories.nodes.length).toBeGreaterThan(1);
    for (const category of categories.nodes as Category[])
      expect([category.name, category.division]).toEqual([null, { code: category.code }]);
  });

  it("is paged without gap or repetition", async () => {
    const all = (await spending({ year: 2026, dimension: "FUNCTION" })).categories.nodes as Category[];
    const seen: Category[] = [];
    for (let after: string | null = null; ;) {
      const { spendingByCategory }: { spendingByCategory: { categories: CategoryPage } } = await funds.ask(
        `query($after: String) { spendingByCategory(year: 2026, dimension: FUNCTION) {
          categories(first: 3, after: $after) { nodes { code name amount paymentCount division { code } } pageInfo { hasNextPage endCursor } } } }`,
        "anonymous",
        { after },
      );
      seen.push(...spendingByCategory.categories.nodes);
      if (!spendingByCategory.categories.pageInfo.hasNextPage) break;
      after = spendingByCategory.categories.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });

  it("is empty, with zeros, where nothing was paid", async () => {
    for (const asked of [{ year: 1999 }, { year: 2026, division: "110000" }])
      expect(await spending(asked)).toMatchObject({
        ...{ categorised: "0.00", persons: "0.00", total: "0.00", suppressed: false },
        categories: { nodes: [] },
      });
  });

  it("refuses what is no division, no dimension and no page", async () => {
    for (const query of [
      `{ spendingByCategory(year: 2026, dimension: FUNCTION, division: "2224") { total } }`,
      `{ spendingByCategory(year: 2026, dimension: PAYEE) { total } }`,
      `{ spendingByCategory(year: 2026, dimension: FUNCTION) { categories(first: 0) { nodes { code } } } }`,
    ]) {
      const { body } = await funds.stack.askSubgraph("funds", query);
      expect([query, body.errors?.length]).toEqual([query, 1]);
    }
  });

  it("takes as many statements for every dimension as for one", async () => {
    for (const dimension of Object.keys(DIMENSIONS))
      expect(await funds.statementsDuring(() => spending({ year: 2026, dimension }))).toBe(3);
  });
});

describe("what persons were paid", () => {
  /** Persons outside the categories, by division and scheme. */
  const outside = (year: number) =>
    funds.rows<{ division: string; scheme: string; n: number }>(
      `select recipient_division as division, scheme, count(distinct who)::int as n from (
         select allocation_id, 'person' as scheme, coalesce(payee_subject, payment_no) as who from payments r
           where payee_kind = 'PERSON' and paid_on <= '${DAY}' and coalesce(returned_on, '9999-01-01') > '${DAY}'
             and r.payment_no not in (select repaid_payment_no from subsidy_lines join subsidy_batches using (batch_no) join payments p using (payment_no)
               where repaid_payment_no is not null and p.payee_count >= 5)
         union all
         select p.allocation_id, 'less ' || b.policy_code, l.recipient_hash from payments p join subsidy_batches b using (payment_no)
           join subsidy_lines l using (batch_no) left join payments again on again.payment_no = l.repaid_payment_no
           where p.paid_on <= '${DAY}' and p.payee_count >= 5 and l.returned_on <= '${DAY}' and coalesce(again.paid_on, '9999-01-01') > '${DAY}'
         union all
         select p.allocation_id, b.policy_code, l.recipient_hash from payments p join subsidy_batches b using (payment_no)
           join subsidy_lines l using (batch_no)
           where p.paid_on <= '${DAY}' and p.payee_count < 5 and coalesce(l.returned_on, '9999-01-01') > '${DAY}'
       ) as hidden join allocations a on a.id = allocation_id join allotments i using (allotment_no)
       where fiscal_year = ${year} group by 1, 2`,
    );

  it("is told to everyone where nobody is in it, and to its supervisors and auditors alone where fewer than five are", async () => {
    let told = 0;
    let withheld = 0;
    for (const year of [2025, 2026]) {
      const small = new Set((await outside(year)).filter(({ n }) => n < 5).map(({ division }) => division));
      const counties = await funds.rows<{ division: string }>(
        `select distinct recipient_division as division from allocations where recipient_division like '2224__' and recipient_division <> '222400'`,
      );
      for (const { division } of counties) {
        const total = await booked(year, `${division}%`);
        const open = await spending({ year, division });
        if (small.has(division)) expect(open).toMatchObject({ persons: null, total: null, suppressed: true });
        if (open.suppressed) withheld += 1;
        else told += 1;
        if (!open.suppressed) expect([division, open.total]).toEqual([division, yuan(total)]);
        for (const viewer of ["supervisor-1", "auditor-1"] as const)
          expect(await spending({ year, division }, viewer)).toMatchObject({ total: yuan(total), suppressed: false });
        for (const viewer of ["citizen-1", "officer-1", "app-open", "app-partner"] as const)
          expect((await spending({ year, division }, viewer)).total).toBe(open.total);
      }
    }
    expect(told).toBeGreaterThan(0);
    expect(withheld).toBeGreaterThan(0);
  });

  interface Place {
    readonly division: string;
    readonly id: string;
    readonly lineage: string;
  }

  it("is told of a group, not of four persons, and not where a sum minus the others would tell of four", async () => {
    const year = 2026;
    const taken = new Set((await outside(year)).map(({ division }) => division));
    const places = await funds.rows<Place>(
      `select distinct on (a.to_division) a.to_division as division, a.id, a.lineage
       from allocations a join allotments i using (allotment_no)
       where a.to_division like '2224__' and a.to_division <> '222400' and fiscal_year = ${year} and i.state <> 'DRAFT' order by 1, 2`,
    );
    const [smaller, larger] = places.filter(({ division }) => !taken.has(division)) as [Place, Place];
    let number = 800_000;
    const pay = async ({ division, id, lineage }: Place, persons: number): Promise<void> => {
      for (let person = 0; person < persons; person += 1) {
        number += 1;
        await funds.rows(
          `insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on)
           select ${number}, direction, account, ?, ?, 100, 'PAY', '2026-09-01'
           from (values ('CREDIT', ?), ('DEBIT', 'PAYEES')) as leg(direction, account)`,
          [lineage, id, division],
        );
        await funds.rows(
          `insert into payments (payment_no, allocation_id, movement_id, payee_kind, payee_subject, payee_count, payer_id, division_code,
             amount_fen, function_code, pay_mode, paid_on)
           values ('ZF-${number}', ?, ${number}, 'PERSON', 'hash-${number}', 1, 'payer', ?, 100, '2080705', 'TREASURY_DIRECT', '2026-09-01')`,
          [id, division],
        );
      }
    };
    const shown = async ({ division }: Place) => {
      const { persons, suppressed } = await spending({ year, division });
      return [persons, suppressed];
    };
    expect([await shown(smaller), await shown(larger)]).toEqual([
      ["0.00", false],
      ["0.00", false],
    ]);
    const before = await spending({ year, division: "222400" }, "supervisor-1");
    await pay(smaller, 4);
    await pay(larger, 20);
    expect(await shown(smaller)).toEqual([null, true]);
    await pay(smaller, 8);
    await pay(larger, 10);
    // Twelve of one and thirty of the other: the smaller group keeps those of the other counties from being computed.
    expect([await shown(smaller), await shown(larger)]).toEqual([
      [null, true],
      ["30.00", false],
    ]);
    const after = await spending({ year, division: "222400" }, "supervisor-1");
    expect(Number(after.persons) - Number(before.persons)).toBeCloseTo(42, 2);
    expect(after.categorised).toBe(before.categorised);
    // Of the thirty, twenty-six were paid to accounts that do not exist: what is left is the amount of four.
    await funds.rows(
      `with back as (select payment_no, allocation_id, movement_id + 100000 as movement_id from payments
         where payment_no like 'ZF-80%' and division_code = ? order by payment_no limit 26),
       posted as (insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on)
         select back.movement_id, direction, account, ?, allocation_id, 100, 'PAY_RETURN', '2026-09-02'
         from back cross join (values ('DEBIT', ?), ('CREDIT', 'PAYEES')) as leg(direction, account))
       update payments p set returned_on = '2026-09-02', returned_fen = 100, return_movement_id = back.movement_id
       from back where p.payment_no = back.payment_no`,
      [larger.division, larger.lineage, larger.division],
    );
    expect(await shown(larger)).toEqual([null, true]);
    expect((await spending({ year, division: larger.division }, "auditor-1")).persons).toBe("4.00");
  });
});
