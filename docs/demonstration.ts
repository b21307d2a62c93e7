/** Renders docs/demonstration.md: the rules of the field that demonstration data obeys, by service. */
import { readFileSync } from "node:fs";
import { LISTS } from "../subgraphs/credit/seeds/list-kinds.js";
import { citationText } from "../subgraphs/credit/seeds/citations.js";
import { OFFENCES, type Offence } from "../subgraphs/credit/seeds/offences.js";
import { parseLegalBases } from "../platform/domain/index.js";
import { projectPath } from "../platform/config/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { GENERATED, table } from "./markdown.js";

const boundsOf = ({ fine }: Offence): string => {
  if (fine === undefined) return "";
  const yuan = (amount: number): string => amount.toLocaleString("en");
  return fine[0] === 0 ? `to ${yuan(fine[1])}` : `${yuan(fine[0])} to ${yuan(fine[1])}`;
};

const legalBases = () =>
  parseLegalBases("legal-bases.json", readFileSync(projectPath("schema/legal-bases.json"), "utf8")).bases;

const breaches = (): string =>
  table(
    ["breach", "law and article", "punished with", "fine in yuan", "severity", "text read of"],
    OFFENCES.map((offence) => [
      offence.breach,
      offence.cites.map((citation) => citationText(legalBases(), citation)).join(", since then "),
      offence.kinds.join(", ").toLowerCase().replaceAll("_", " "),
      boundsOf(offence),
      offence.severity.toLowerCase(),
      offence.cites.map(({ read }) => read).join(", "),
    ]),
  );

const lists = (): string =>
  table(
    ["list", "kept by", "under", "months", "confirmed"],
    Object.values(LISTS).map((list) => [
      list.name,
      list.bureau,
      list.law,
      "months" in list ? String(list.months) : "while its reason lasts",
      list.verified ? "yes" : "**no**",
    ]),
  );

/** The page. */
export const renderDemonstration = (): string => `# The demonstration data and the rules of the field

${GENERATED}

All bodies, persons, cases and amounts of \`npm run seed\` are invented; what they do is not: every row obeys the rules below.
\`npm run seed -- --check\` changes nothing, looks at what is loaded, prints a line for each rule (rows looked at, violations with the first few) and ends with
exit code 1 where one is broken. Tests run it on \`small\`, and plant a row against each rule that it must find.
A service lists its rules in \`subgraphs/<service>/seeds/check.ts\`. Awkward cases that are there on purpose (a promise longer than the law, a split service) are
those that findings, alerts and the publishing gate must show; their READMEs name them.

${SUBGRAPHS.filter(({ rules = [] }) => rules.length > 0)
  .map(
    ({ name, rules = [] }) => `## ${name}

${table(
  ["rule", "what holds", "why", "source"],
  rules.map((rule) => [`\`${rule.name}\``, rule.holds, rule.reason, rule.source]),
)}`,
  )
  .join("\n\n")}

## Breaches and lists of the demonstration

Each demonstrated penalty cites the law and article of one of these breaches, and its fine lies within the bounds. Where two
are named the first ended when the second began ([the days of each](law.md)); acts and decisions of the demonstration fall under the same law (从旧兼从轻 leads to no other).

${breaches()}

${lists()}
`;
