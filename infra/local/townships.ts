/** Townships and streets of the demonstration's counties, from the real divisions. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import type { NamedDivision } from "./bureaus.js";

/** A township or street, and its county. */
export interface Township extends NamedDivision {
  readonly county: NamedDivision;
}

/** A government or street office; codes from 400 on are farms, forests and zones (GB/T 10114). */
const LINE = /^(2224\d{2}[0-3]\d{2})\t([^\t]+)\tTOWNSHIP\t/gm;

/** How many of Yanji's are in `small`. */
const FEW = 3;

/** Those of a scale, by code. */
export const townshipsOf = (scale: "small" | "demo", counties: readonly NamedDivision[]): Township[] => {
  const text = readFileSync(projectPath("subgraphs/reference/seeds/divisions.tsv"), "utf8");
  const all = [...text.matchAll(LINE)].flatMap(([, code = "", name = ""]): Township[] => {
    const county = counties.find((entry) => code.startsWith(entry.code));
    return county === undefined ? [] : [{ code, name, county }];
  });
  return scale === "demo" ? all : all.filter(({ county }) => county.code === "222401").slice(0, FEW);
};
