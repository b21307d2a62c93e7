/** What those concerned were told and when: before they are listed, and with a penalty how it may be repaired. */
import { startCredit, type CreditUnderTest } from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

describe("the notice before listing", () => {
  it("is told of standing entries, comes before the listing, and incentives need none", async () => {
    const entries = await credit.all("listEntries", "id kind noticeDate listedOn");
    expect(entries).toEqual(
      await credit.rows(
        `select id, kind, to_char(notice_on, 'YYYY-MM-DD') as "noticeDate", to_char(listed_on, 'YYYY-MM-DD') as "listedOn" from list_entries
          where listed_on <= '2026-09-28' and coalesce(expires_on, 'infinity') >= '2026-09-28' and coalesce(removed_on, 'infinity') > '2026-09-28'
          order by listed_on desc, id`,
      ),
    );
    const [order] = await credit.rows(
      `select count(*) filter (where notice_on >= listed_on)::int as late, count(*) filter (where (kind = 'RED') <> (notice_on is null))::int as odd,
         count(notice_on)::int as told, count(*) filter (where kind = 'RED')::int as red from list_entries`,
    );
    expect(order).toMatchObject({ late: 0, odd: 0 });
    expect([order!["told"], order!["red"]].every((count) => count > 1)).toBe(true);
  });
});
