/** The demonstration data keeps the market's rules, by SQL and arithmetic that share no code with the generator. */
import type { Knex } from "knex";
import { createWorld } from "../../infra/local/world.js";
import { startStack, type TestStack } from "../support/stack.js";

type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const ORDER = [
  "registered_on",
  "public_notice_on",
  "closes_on",
  "opened_on",
  "selected_on",
  "signed_on",
  "delivered_on",
  "accepted_on",
  "evaluated_on",
];
/** Days that each state has reached, typed from docs/domain/intermediary.md. */
const REACHED: Readonly<Record<string, number>> = {
  DRAFT: 1,
  UNDER_PUBLIC_NOTICE: 3,
  SUSPENDED: 3,
  FAILED: 3,
  CANCELLED: 3,
  SELECTED: 5,
  IN_PUBLICITY: 5,
  DISPUTED: 5,
  CONTRACTED: 6,
  IN_SERVICE: 6,
  DELIVERED: 7,
  ACCEPTED: 8,
  EVALUATED: 9,
  ARCHIVED: 9,
};

let stack: TestStack;
let db: Knex;
let projects: Row[];
let bids: Map<string, Row[]>;
const rows = async (sql: string): Promise<Row[]> => ((await db.raw(sql)) as { rows: Row[] }).rows;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
  projects = await rows(`select * from intermediary_procurements`);
  bids = new Map();
  for (const bid of await rows(`select * from bids order by submitted_on, intermediary_id`))
    bids.set(bid["project_no"], [...(bids.get(bid["project_no"]) ?? []), bid]);
});
afterAll(() => stack.stop());

describe("projects", () => {
  it("are in every state", () => {
    expect(new Set(projects.map(({ state }) => state))).toEqual(new Set(Object.keys(REACHED)));
    expect(projects.length).toBeGreaterThan(150);
  });

  it("have their days in order, none in the future but the close, as far as their state", () => {
    for (const project of projects) {
      const days = ORDER.map((column) => project[column] as string | null);
      const count = REACHED[project["state"]]!;
      expect([project["project_no"], days.slice(0, count).every((day) => day !== null)]).toEqual([
        project["project_no"],
        true,
      ]);
      expect(days.slice(count).every((day) => day === null)).toBe(true);
      const known = days.filter((day) => day !== null);
      expect(known).toEqual([...known].sort());
      const past = days.filter((_day, index) => ORDER[index] !== "closes_on").filter((day) => day !== null);
      expect([project["project_no"], past.every((day) => day! <= "2026-09-28")]).toEqual([project["project_no"], true]);
    }
  });

  it("have three bids unless selected directly, or failed", () => {
    for (const { project_no, selection, state } of projects) {
      const count = bids.get(project_no)?.length ?? 0;
      if (state === "DRAFT") expect(count).toBe(0);
      else if (state === "FAILED") expect(count).toBeLessThan(3);
      else if (selection === "DIRECT") expect(count).toBe(1);
      else expect([project_no, count >= 3]).toEqual([project_no, true]);
    }
  });

  it("have bids between public notice and close, none twice, none above the ceiling counted", () => {
    expect([...bids.values()].flat().filter((bid) => bid["accepted"]).length).toBeGreaterThan(100);
    for (const { project_no, public_notice_on, closes_on, ceiling_fen, avoid_ids } of projects) {
      for (const bid of bids.get(project_no) ?? []) {
        expect(public_notice_on <= bid["submitted_on"] && bid["submitted_on"] <= closes_on).toBe(true);
        if (bid["accepted"])
          expect([
            BigInt(bid["price_fen"] ?? 0) <= BigInt(ceiling_fen),
            avoid_ids.includes(bid["intermediary_id"]),
          ]).toEqual([true, false]);
      }
    }
  });

  it("went to the lowest price, or the nearest to the average, of accepted bids", () => {
    let checked = 0;
    for (const { project_no, selection, selected_id } of projects) {
      if (selected_id === null || (selection !== "BID_PRICE" && selection !== "AVERAGE")) continue;
      const accepted = (bids.get(project_no) ?? []).filter((bid) => bid["accepted"]);
      const prices = accepted.map((bid) => Number(bid["price_fen"]));
      const average = prices.reduce((sum, price) => sum + price, 0) / prices.length;
      const won = Number(accepted.find((bid) => bid["intermediary_id"] === selected_id)!["price_fen"]);
      if (selection === "BID_PRICE") expect(won).toBe(Math.min(...prices));
      else
        expect(Math.abs(won - average)).toBeCloseTo(Math.min(...prices.map((price) => Math.abs(price - average))), 3);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(40);
  });

  it("pay what was bid, or the fixed price", async () => {
    const wrong = await rows(
      `select p.project_no from intermediary_procurements p join bids b on b.project_no = p.project_no and b.intermediary_id = p.selected_id
       where p.contract_fen is not null and p.contract_fen <> coalesce(b.price_fen, p.ceiling_fen)`,
    );
    expect(wrong).toEqual([]);
  });

  it("name a case of their owner that the intermediary concerned handles", () => {
    const cases = new Map(createWorld("small").cases.map((entry) => [entry.caseNo, entry]));
    const linked = projects.filter(({ linked_case_no }) => linked_case_no !== null);
    expect(linked.length).toBeGreaterThan(2);
    for (const { linked_case_no, owner_id, department_uscc, division_code } of linked) {
      const entry = cases.get(linked_case_no)!;
      expect([entry.organization?.id, entry.deptUscc, entry.divisionCode]).toEqual([
        owner_id,
        department_uscc,
        division_code,
      ]);
    }
  });

  it("that are finished have one engagement with the days of the calendar", async () => {
    const wrong = await rows(
      `select p.project_no from intermediary_procurements p full join engagements e on e.project_no = p.project_no
       where (p.accepted_on is not null) <> (e.project_no is not null)
          or (e.project_no is not null and (e.intermediary_id <> p.selected_id or e.price_fen <> p.contract_fen or e.completed_on <> p.accepted_on))`,
    );
    expect(wrong).toEqual([]);
    // Weekdays between signing and delivery, corrected by the holidays and make-up days of the reference calendar.
    const { body } = await stack.ask(
      `{ a: workCalendar(year: 2024) { holidays makeupDays } b: workCalendar(year: 2025) { holidays makeupDays } c: workCalendar(year: 2026) { holidays makeupDays } }`,
    );
    const years = [body.data.a, body.data.b, body.data.c] as { holidays: string[]; makeupDays: string[] }[];
    const off = new Set(years.flatMap(({ holidays }) => holidays));
    const on = new Set(years.flatMap(({ makeupDays }) => makeupDays));
    const engagements = await rows(
      `select p.project_no, p.signed_on, p.delivered_on, e.working_days from engagements e join intermediary_procurements p using (project_no)`,
    );
    expect(engagements.length).toBeGreaterThan(20);
    for (const { project_no, signed_on, delivered_on, working_days } of engagements) {
      let days = 0;
      for (let time = Date.parse(signed_on) + 86_400_000; time <= Date.parse(delivered_on); time += 86_400_000) {
        const day = new Date(time).toISOString().slice(0, 10);
        const weekday = new Date(time).getUTCDay();
        if (on.has(day) || (!off.has(day) && weekday !== 0 && weekday !== 6)) days += 1;
      }
      expect([project_no, days]).toEqual([project_no, working_days]);
    }
  });
});

describe("figures of intermediaries", () => {
  it("are counted from the engagements", async () => {
    const wrong = await rows(
      `select intermediary_id from intermediary_figures f full join (
         select intermediary_id, count(*) as n, count(*) filter (where working_days <= promised_days) as ok, sum(working_days) as days, sum(price_fen) as fen from engagements group by 1
       ) e using (intermediary_id) where f.completed is distinct from e.n or f.on_time is distinct from e.ok or f.days is distinct from e.days or f.price_fen is distinct from e.fen`,
    );
    expect(wrong).toEqual([]);
  });
});

describe("the list", () => {
  it("links published matters alone, as demands do", async () => {
    const keys = (
      await rows(`select matter_id from service_matter_links union select matter_id from matter_demands`)
    ).map(({ matter_id }) => matter_id);
    const { rows: published } = (await stack.databases["matters"]!.raw(
      `select id from service_matters where status = 'PUBLISHED' and id = any(?)`,
      [keys],
    )) as { rows: unknown[] };
    expect(published).toHaveLength(keys.length);
  });

  it("has a copy of days, rank and place of each legal basis as reference has them", async () => {
    const copy = await rows(
      `select id, effective_from, effective_to, rank, jurisdiction, sets_intermediary_service from legal_basis_periods order by id`,
    );
    const { rows: original } = (await stack.databases["reference"]!.raw(
      `select id, effective_from, effective_to, rank, jurisdiction, sets_intermediary_service from legal_bases order by id`,
    )) as { rows: Row[] };
    expect(copy).toEqual(original);
  });
});
