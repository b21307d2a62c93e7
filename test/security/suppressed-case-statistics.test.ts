/** Figures of cases at the gateway: no reader who subtracts and solves what is shown finds a group of one to four (threat D12). */
import { foundSmall, type PublishedCell } from "../support/table-reader.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;

const YEARS = [2025, 2026];
const STATS = YEARS.map((year) => `y${year}: caseStats(year: ${year}) { completed medianWorkdays overdueRate suppressed }`).join(" "); // prettier-ignore

/** Small, repeatable random numbers (mulberry32). */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** A figure: what the database counts, and what the gateway shows of it. */
interface Figure extends PublishedCell {
  readonly truth: number;
  readonly trueLate: number;
}
const figures = new Map<string, Figure>();

interface Stats {
  readonly completed: number | null;
  readonly medianWorkdays: number | null;
  readonly overdueRate: number | null;
  readonly suppressed: boolean;
}
const shown = new Map<string, Stats>();

const keep = (scope: string, key: string, node: Record<string, Stats>): void => {
  for (const year of YEARS) shown.set(`${scope}|${year}|${key}`, node[`y${year}`]!);
};

/** Asks every figure as anonymous: of matters, of their agencies and items, and of comparisons in every division. */
const askFigures = async (): Promise<void> => {
  for (let after: string | undefined; ;) {
    const { body } = await stack.ask(
      `query($after: String) { serviceMatters(first: 100, after: $after) { nodes { id ${STATS} dept { id ${STATS} } } pageInfo { hasNextPage endCursor } } }`,
      { variables: { after } },
    );
    expect(body.errors).toBeUndefined();
    for (const { id, dept, ...stats } of body.data.serviceMatters.nodes) {
      keep("MATTER", id, stats);
      keep("AGENCY", dept.id, dept);
    }
    if (!body.data.serviceMatters.pageInfo.hasNextPage) break;
    after = body.data.serviceMatters.pageInfo.endCursor;
  }
  const { body } = await stack.ask(`{ catalogueItems(first: 100) { nodes { catalogCode ${STATS} } } }`);
  for (const { catalogCode, ...stats } of body.data.catalogueItems.nodes) keep("CATALOGUE", catalogCode, stats);
};

beforeAll(async () => {
  stack = await startStack();
  await askFigures();
  const { rows } = await stack.databases["matters"]!.raw(
    `select s.scope, s.key, s.year, s.completed, s.overdue, m.dept_id, m.catalog_code from case_statistics s
     left join service_matters m on s.scope = 'MATTER' and m.id = s.key where s.year = any(?::int[])`,
    [YEARS],
  );
  const totals = new Map<string, Figure>();
  for (const { scope, key, year, completed, overdue, dept_id, catalog_code } of rows) {
    const stats = shown.get(`${scope}|${year}|${key}`);
    const count = stats?.completed ?? null;
    figures.set(`${scope}|${year}|${key}`, {
      key: `${scope}|${year}|${key}`,
      within:
        scope === "MATTER"
          ? [`AGENCY|${year}|${dept_id}`, `CATALOGUE|${year}|${catalog_code}`]
          : scope === "AGENCY"
            ? [`ALL|${year}`]
            : [undefined, `ALL|${year}`],
      ...{ count, truth: completed, trueLate: overdue },
      late: count === null ? null : Math.round(count * stats!.overdueRate!),
    });
    if (scope !== "AGENCY") continue;
    // Nobody publishes how many there are in all; a reader may know it.
    const old = totals.get(`ALL|${year}`);
    const [truth, trueLate] = [(old?.truth ?? 0) + completed, (old?.trueLate ?? 0) + overdue];
    totals.set(`ALL|${year}`, { key: `ALL|${year}`, within: [], count: truth, late: trueLate, truth, trueLate });
  }
  for (const [key, total] of totals) figures.set(key, total);
});
afterAll(() => stack.stop());

const isSmall = (value: number): boolean => value >= 1 && value <= 4;

/** Totals that are shown, each with its parts in one hierarchy. */
const shownSums = (): { total: Figure; parts: Figure[] }[] =>
  [...figures.values()]
    .filter(({ count }) => count !== null)
    .flatMap((total) =>
      [0, 1].map((hierarchy) => ({
        total,
        parts: [...figures.values()].filter(({ within }) => within[hierarchy] === total.key),
      })),
    )
    .filter(({ parts }) => parts.length > 0);

describe("[D12] figures of cases", () => {
  it("are true where shown, and all hidden where small", () => {
    let hidden = 0;
    for (const { key, truth, trueLate, count, late } of figures.values()) {
      if (isSmall(truth)) expect([key, count]).toEqual([key, null]);
      if (count !== null) expect([key, count, late]).toEqual([key, truth, trueLate]);
      else hidden += isSmall(truth) ? 0 : 1;
    }
    for (const stats of shown.values())
      expect([stats.completed, stats.medianWorkdays, stats.overdueRate].map((value) => value === null)).toEqual(
        Array(3).fill(stats.suppressed),
      );
    expect(hidden).toBeGreaterThan(20);
    expect([...shown.values()].filter(({ suppressed }) => !suppressed).length).toBeGreaterThan(100);
  });

  it("give no group of one to four away by 200 random pairs of queries", () => {
    const random = seeded(20260928);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    const sums = shownSums();
    let withHidden = 0;
    for (let pair = 0; pair < 200; pair += 1) {
      const { total, parts } = pick(sums);
      const some = random() < 0.5 ? parts : parts.filter(() => random() < 0.5);
      const rest = some.reduce((sum, { count }) => sum - (count ?? 0), total.count!);
      withHidden += parts.some(({ count }) => count === null) ? 1 : 0;
      expect([total.key, isSmall(rest)]).toEqual([total.key, false]);
    }
    expect(withHidden).toBeGreaterThan(30);
  });

  it("give none away by a total and one part, or all that are shown, of any sum", () => {
    const sums = shownSums();
    expect(sums.length).toBeGreaterThan(20);
    for (const { total, parts } of sums) {
      const known = parts.flatMap(({ count }) => count ?? []);
      for (const rest of [...known.map((count) => total.count! - count), known.reduce((a, b) => a - b, total.count!)])
        expect([total.key, isSmall(rest)]).toEqual([total.key, false]);
    }
  });

  it("give none away to a reader who solves all sums with all rates, and would if small ones alone were hidden", () => {
    const small = [...figures.values()].filter(({ truth }) => isSmall(truth));
    expect(small.length).toBeGreaterThan(100);
    expect(foundSmall([...figures.values()])).toEqual([]);
    const careless = [...figures.values()].map((figure) =>
      isSmall(figure.truth) ? figure : { ...figure, count: figure.truth, late: figure.trueLate },
    );
    expect(foundSmall(careless).length).toBeGreaterThan(10);
  });
});
