/** `npm run partner -- mirror <name>`: who uses what of a subgraph, how it answers, and what of it nobody asks for. */
import { fieldsAlone } from "../../gateway/generation/field-owners.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import { WITHIN_MS, type ClientUse, type Mirror, type ServiceUse } from "../../platform/use/index.js";

/** Of the subgraph in the committed schema. Throws a sentence where there is none of the name. */
export const committedFieldsOf = (subgraph: string): string[] => {
  const fields = fieldsAlone(subgraph, readSchemaFile("supergraph.graphql"));
  if (fields.length === 0) throw new Error(`The supergraph knows no subgraph ${subgraph} that gives a field.`);
  return fields;
};

/** The mirror in sentences. */
export const mirrorLines = ({
  subgraph,
  day,
  days,
  clients,
  service,
  fields,
  unread,
  neededAlone,
}: Mirror): string[] => [
  `${subgraph} in the ${days} days up to ${day}`,
  "",
  "Who uses it",
  ...(clients.length === 0 ? ["  Nobody."] : clients.flatMap(clientLines)),
  "",
  "How it answers",
  `  ${answers(service)}`,
  "",
  `Fields that nobody asked for: ${unread.length} of ${fields}`,
  ...unread.map((field) => `  ${field}`),
  ...(neededAlone.length === 0 ? [] : [`Read by other services alone: ${neededAlone.join(", ")}`]),
];

const clientLines = ({ client, requests, failed, operations, lastDay, fields }: ClientUse): string[] => [
  `  ${client}: ${requests} requests of ${operations} operations, ${failed} with an error, last on ${lastDay}`,
  `    ${fields.join(", ")}`,
];

const answers = ({ requests, outcomes, p50, p95 }: ServiceUse): string => {
  if (requests === 0) return "It was not asked.";
  const counted = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  const ms = (bound: number | null): string => (bound === null ? `more than ${WITHIN_MS.at(-1)} ms` : `${bound} ms`);
  return `${requests} requests: ${counted.join(", ")}; half of them within ${ms(p50)}, 95 of 100 within ${ms(p95)}.`;
};
