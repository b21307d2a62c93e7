/** Figures of persons at the gateway: over random pairs of queries no difference of what is shown is a group of one to four (threat D12). */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;

const CATEGORIES = [
  "AT_RISK_OF_POVERTY",
  "UNSTABLE_OUT_OF_POVERTY",
  "AT_THE_EDGE",
  "SUDDEN_HARDSHIP",
  "SUBSISTENCE_ALLOWANCE",
  "EXTREME_POVERTY",
];
const POLICIES = ["FP-DB", "FP-CJ", "FP-GD", "FP-NJ"];
const LENGTHS = [2, 4, 6, 9];

/** Small, repeatable random numbers (mulberry32). */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** A figure: true count by SQL and what the gateway shows; by family (a category or a policy) and digits of the division. */
interface Figure {
  readonly truth: number;
  shown: number | null | undefined;
}
const families = new Map<string, Map<string, Figure>>();

const addTruth = (family: string, code: string, truth: number): void => {
  const figures = families.get(family) ?? new Map<string, Figure>();
  families.set(family, figures.set(code, { truth, shown: undefined }));
};

const digits = (code: string): string => code.replace(/^(\d{2})0000$/, "$1").replace(/^(\d{4})00$/, "$1");
const padded = (code: string): string => code.padEnd(6, "0");

beforeAll(async () => {
  stack = await startStack();
  const db = stack.databases["funds"]!;
  // Hidden cells of every kind: one small township, one small county, one small prefecture, and a county of small townships alone.
  await db.raw(
    `insert into assistance_targets (household_hash, village_code, category, size, identified_on, exited_on)
     select 'suppressed-' || village || '-' || c || '-' || i, village, c, 1 + i % 4, '2025-01-01', null
     from (values ('222401100201', 9), ('222401101201', 2), ('222402100201', 3), ('222403100201', 1), ('222403101201', 2),
       ('222403102201', 2), ('220102001201', 3), ('220202001201', 30), ('220203001201', 8), ('220302001201', 12)) as extra(village, households)
     cross join unnest(?::text[]) as c cross join generate_series(1, households) as i`,
    [CATEGORIES],
  );
  // Of the paid batches, one of a township keeps two lines: its township is small while its county is not.
  for (const policy of POLICIES) {
    await db.raw(
      `delete from subsidy_lines l using subsidy_batches b where l.batch_no = b.batch_no and b.policy_code = ? and l.line_no > 2
         and left(b.village_code, 9) in (select min(left(village_code, 9)) from subsidy_batches where policy_code = ? and payment_no is not null group by left(village_code, 6))`,
      [policy, policy],
    );
  }
  const assisted = await db.raw(
    `select category as family, left(village_code, digits) as code, count(*)::int as n from assistance_targets, unnest(?::int[]) as digits
     where identified_on <= '2026-09-28' and (exited_on is null or exited_on > '2026-09-28') group by 1, 2`,
    [LENGTHS],
  );
  const paid = await db.raw(
    `select b.policy_code as family, left(village_code, digits) as code, count(distinct recipient_hash)::int as n
     from subsidy_lines l join subsidy_batches b using (batch_no) join payments p using (payment_no)
     left join payments r on r.payment_no = l.repaid_payment_no cross join unnest(?::int[]) as digits
     where b.policy_code = any(?::text[]) and p.paid_on between '2026-01-01' and '2026-09-28' and (l.returned_on is null or r.paid_on <= '2026-09-28')
     group by 1, 2`,
    [LENGTHS.slice(1), POLICIES],
  );
  for (const { family, code, n } of [...assisted.rows, ...paid.rows]) addTruth(family, code, n);
  await askFigures();
});
afterAll(() => stack.stop());

const ask = async (query: string, variables?: object) => {
  const { body } = await stack.ask(query, { variables });
  expect(body.errors).toBeUndefined();
  return body.data;
};

/** Asks every figure as anonymous at the gateway. */
const askFigures = async (): Promise<void> => {
  const codes = [...new Set(CATEGORIES.flatMap((family) => [...(families.get(family)?.keys() ?? [])]))];
  for (let from = 0; from < codes.length; from += 5) {
    const some = codes.slice(from, from + 5);
    const data = await ask(
      `{ ${some.map((code) => `d${code}: division(code: "${padded(code)}") { assistanceFigures { category households persons suppressed } }`).join(" ")} }`,
    );
    for (const code of some)
      for (const { category, households, persons, suppressed } of data[`d${code}`]?.assistanceFigures ?? []) {
        expect([households === null, persons === null]).toEqual([suppressed, suppressed]);
        const figure = families.get(category)?.get(code);
        if (figure) figure.shown = households;
      }
  }
  for (const policy of POLICIES)
    for (const by of ["PREFECTURE", "COUNTY", "TOWNSHIP"]) {
      const { fundPolicy } = await ask(
        `{ fundPolicy(policyCode: "${policy}") { subsidyFigures(year: 2026, by: ${by}, first: 100) { nodes { division { code } recipients totalAmount suppressed } } } }`,
      );
      for (const { division, recipients, totalAmount, suppressed } of fundPolicy.subsidyFigures.nodes) {
        expect([recipients === null, totalAmount === null]).toEqual([suppressed, suppressed]);
        families.get(policy)!.get(digits(division.code))!.shown = recipients;
      }
    }
};

/** Shown cells below a division that no other shown cell below it holds, at a depth: what a reader subtracts. */
const below = (figures: ReadonlyMap<string, Figure>, parent: string, length: number): Figure[] =>
  [...figures]
    .filter(([code]) => code !== parent && code.length === length && code.startsWith(parent))
    .map(([, f]) => f);

const isSmall = (value: number): boolean => value >= 1 && value <= 4;

describe("[D12] figures of persons", () => {
  it("are true where shown, hidden where small, and some are hidden for the sake of others", () => {
    let small = 0;
    let complementary = 0;
    let shown = 0;
    for (const [family, figures] of families)
      for (const [code, { truth, shown: value }] of figures) {
        if (value === undefined) continue; // Not a division that reference knows.
        if (isSmall(truth)) expect([family, code, value]).toEqual([family, code, null]);
        if (value === null) {
          small += isSmall(truth) ? 1 : 0;
          complementary += isSmall(truth) ? 0 : 1;
          continue;
        }
        shown += 1;
        expect([family, code, value]).toEqual([family, code, truth]);
      }
    expect(small).toBeGreaterThan(20);
    expect(complementary).toBeGreaterThan(20);
    expect(shown).toBeGreaterThan(50);
  });

  it("give no group of one to four away by 200 random pairs of queries", () => {
    const random = seeded(20260928);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    let withHidden = 0;
    for (let pair = 0; pair < 200;) {
      const [family, figures] = pick([...families]);
      const [code, { shown }] = pick([...figures].filter(([key]) => key.length < 9));
      const length = pick(LENGTHS.filter((digitsOf) => digitsOf > code.length));
      if (shown === null || shown === undefined) continue;
      pair += 1;
      const children = below(figures, code, length);
      withHidden += children.some((child) => child.shown === null) ? 1 : 0;
      const rest = shown - children.reduce((sum, child) => sum + (child.shown ?? 0), 0);
      expect([family, code, length, isSmall(rest)]).toEqual([family, code, length, false]);
    }
    expect(withHidden).toBeGreaterThan(30);
  });

  it("give none away by any pair of a division and one that lies in it either", () => {
    let pairs = 0;
    for (const [family, figures] of families)
      for (const [code, { shown }] of figures)
        for (const [inner, other] of figures) {
          if (inner === code || !inner.startsWith(code) || shown == null || other.shown == null) continue;
          // Nobody else in the division is no group.
          pairs += 1;
          expect([family, code, inner, isSmall(shown - other.shown)]).toEqual([family, code, inner, false]);
        }
    expect(pairs).toBeGreaterThan(100);
  });
});
