/** What those concerned were told and when: before they are listed, and with a penalty how it may be repaired; and who handed records in. */
import { isServedTogether } from "../../subgraphs/credit/penalty/penalty.status.js";
import { PUBLIC_PENALTIES, startCredit, type CreditUnderTest } from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

describe("the notice before listing", () => {
  it("is told of standing entries, comes before the listing, and incentives need none", async () => {
    const entries = await credit.all("listEntries", "id kind priorNoticeOn listedOn");
    expect(entries).toEqual(
      await credit.rows(
        `select id, kind, to_char(prior_notice_on, 'YYYY-MM-DD') as "priorNoticeOn", to_char(listed_on, 'YYYY-MM-DD') as "listedOn" from list_entries
          where listed_on <= '2026-09-28' and coalesce(expires_on, 'infinity') >= '2026-09-28' and coalesce(removed_on, 'infinity') > '2026-09-28'
          order by listed_on desc, id`,
      ),
    );
    const [order] = await credit.rows(
      `select count(*) filter (where prior_notice_on >= listed_on)::int as late, count(*) filter (where (kind = 'TRUSTWORTHY') <> (prior_notice_on is null))::int as odd,
         count(prior_notice_on)::int as told, count(*) filter (where kind = 'TRUSTWORTHY')::int as trusted from list_entries`,
    );
    expect(order).toMatchObject({ late: 0, odd: 0 });
    expect([order!["told"], order!["trusted"]].every((count) => count > 1)).toBe(true);
  });

  it("can not be stored on or after the day of listing", async () => {
    await expect(
      credit.db.raw("update list_entries set prior_notice_on = listed_on where id = 'MD-GOLDEN-1'"),
    ).rejects.toThrow(/list_entries_notice/);
  });
});

describe("the notice of repair", () => {
  it("was served with the decision within days of it, a month later otherwise, and says nothing where none is recorded", async () => {
    const known = await credit.all("penalties", "id decisionDate repairNoticeOn repairNoticeTogether");
    expect(known).toEqual(
      await credit.rows(
        `select p.id, to_char(decision_date, 'YYYY-MM-DD') as "decisionDate", to_char(repair_notice_on, 'YYYY-MM-DD') as "repairNoticeOn",
           repair_notice_on - decision_date <= 7 as "repairNoticeTogether" from ${PUBLIC_PENALTIES} order by p.decision_date desc, p.id`,
      ),
    );
    expect(new Set(known.map(({ repairNoticeTogether }) => repairNoticeTogether as unknown))).toEqual(
      new Set([true, false, null]),
    );
  });

  it("is never served before the decision nor after the day of the data", async () => {
    expect(
      await credit.rows(
        "select id from penalties where repair_notice_on < decision_date or repair_notice_on > '2026-09-28'",
      ),
    ).toEqual([]);
  });

  it.each([
    ["2026-08-03", "2026-08-12", true],
    ["2026-08-03", "2026-08-13", false],
    // Seven working days over the holiday of Labour Day, Saturday 9 May worked instead: not 6 May.
    ["2026-04-29", "2026-05-12", true],
    ["2026-04-29", "2026-05-13", false],
    // The calendar of 2027 is not published; no calendar lets seven working days last until March.
    ["2026-12-28", "2027-01-08", undefined],
    ["2026-12-28", "2027-03-01", false],
  ])("of a decision of %s served on %s is together: %s", (decision, noticeOn, together) => {
    expect(isServedTogether(decision, noticeOn)).toBe(together);
  });
});

describe("the unit that handed a record in", () => {
  it.each([
    ["licences", "licences p where published_on <= '2026-09-28' and not counterparty_minor"],
    ["penalties", PUBLIC_PENALTIES],
  ])("is told of %s, whoever decided", async (list, from) => {
    const told = await credit.all(list, "sourceUnit");
    expect(told).toEqual(
      await credit.rows(`select source_unit as "sourceUnit" from ${from} order by p.decision_date desc, p.id`),
    );
    expect(new Set(told.map(({ sourceUnit }) => sourceUnit as string)).size).toBe(2);
  });
});
