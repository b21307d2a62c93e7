/** Renders docs/demonstration.md: the rules of the field that demonstration data obeys, by service. */
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { GENERATED, table } from "./markdown.js";

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
`;
