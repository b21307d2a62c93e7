/** Words of the graph that are three things in the field: publicity (公示), public notice (公告), prior notice (告知). */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { glossaryRows } from "../../docs/glossary.js";

const rows = glossaryRows(readFileSync(projectPath("schema/public.graphql"), "utf8")).map(
  ([chinese = "", ...said]) => ({ chinese, said: said.join(" ") }),
);
/** Terms with the one word and without the other. */
const termsOf = (word: string, ...without: readonly string[]): { chinese: string; said: string }[] =>
  rows.filter(({ chinese }) => chinese.includes(word) && !without.some((other) => chinese.includes(other)));

it("公示 is publicity, which no row calls a notice", () => {
  const found = termsOf("公示", "公告");
  expect(found.length).toBeGreaterThan(35);
  expect(found.filter(({ said }) => /notice|announce/i.test(said))).toEqual([]);
});

it("公告 is a public notice, which no row calls publicity", () => {
  const found = termsOf("公告", "公示");
  expect(found.length).toBeGreaterThan(6);
  expect(found.filter(({ said }) => !/public ?notice/i.test(said) || /publicity|announce/i.test(said))).toEqual([]);
});

it("事先告知 is prior notice, and no 告知 is public", () => {
  expect(termsOf("事先告知").length).toBeGreaterThan(7);
  expect(termsOf("事先告知").filter(({ said }) => !/prior notice/i.test(said))).toEqual([]);
  expect(termsOf("告知").filter(({ said }) => /public ?notice|publicity|announce/i.test(said))).toEqual([]);
});

it.each([
  ["一件事", /高效办成一件事/],
  ["迟报", /逾期公示/],
  ["信用核查", /准入核查/],
  ["民办非企业", /社会服务机构/],
])("%s stands in no row but as the field has it today", (old, today) => {
  expect(rows.filter(({ chinese }) => chinese.includes(old) && !today.test(chinese))).toEqual([]);
});

it("no name of the graph calls a private intermediary an agency, money an indicator, or a case a project", () => {
  const names = rows.map(({ said }) => said);
  expect(
    names.filter((said) =>
      /AgencyProfile|MarketProject|BudgetIndicator|ServiceCase\.projectNo|serverTypes|taskHandleItem/.test(said),
    ),
  ).toEqual([]);
});
