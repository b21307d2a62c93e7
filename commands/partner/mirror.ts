/** `npm run partner -- mirror <name>`: who uses what of a subgraph, how it answers, and what of it nobody asks for. */
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { createFieldOwners } from "../../gateway/generation/field-owners.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import { WITHIN_MS, type OperationUse, type ServiceCount } from "../../platform/use/index.js";
import type { UseSpan, UseStore } from "../../platform/use/use.repository.js";

/** What one client uses. */
export interface ClientUse {
  readonly client: string;
  readonly requests: number;
  readonly failed: number;
  readonly operations: number;
  readonly lastDay: string;
  /** Fields that it asks for, sorted. */
  readonly fields: readonly string[];
}

/** How a service answered. */
export interface ServiceUse {
  readonly requests: number;
  /** Requests by outcome: `ok`, or a code of error. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Milliseconds within which half, and 95 of 100, were answered; null where that is more than the last bound or there is none. */
  readonly p50: number | null;
  readonly p95: number | null;
}

/** What a subgraph sees of itself. */
export interface Mirror extends UseSpan {
  readonly subgraph: string;
  readonly clients: readonly ClientUse[];
  readonly service: ServiceUse;
  /** Fields that it alone gives. */
  readonly fields: number;
  /** Of them, those that nobody asked for … */
  readonly unread: readonly string[];
  /** … and those that other services alone needed. */
  readonly neededAlone: readonly string[];
}

/** Fields that a subgraph alone gives, as coordinates. */
export const fieldsOf = (subgraph: string, supergraph: string, publicSchema: string): string[] => {
  const ownersOf = createFieldOwners(supergraph);
  return Object.values(buildSchema(publicSchema, { assumeValidSDL: true }).getTypeMap()).flatMap((type) => {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) return [];
    return Object.keys(type.getFields()).flatMap((field) => {
      const owners = ownersOf(type.name, field);
      return owners.length === 1 && owners[0] === subgraph ? [`${type.name}.${field}`] : [];
    });
  });
};

/** Of the subgraph in the committed schema. Throws a sentence where there is none of the name. */
export const committedFieldsOf = (subgraph: string): string[] => {
  const fields = fieldsOf(subgraph, readSchemaFile("supergraph.graphql"), readSchemaFile("public.graphql"));
  if (fields.length === 0) throw new Error(`The supergraph knows no subgraph ${subgraph} that gives a field.`);
  return fields;
};

/** Looks the fields up in recorded use. */
export const mirrorOf = async (
  subgraph: string,
  fields: readonly string[],
  store: UseStore,
  span: UseSpan,
): Promise<Mirror> => {
  const used = await store.useOf(fields, span);
  const asked = new Set(used.flatMap((use) => use.asked));
  const needed = new Set(used.flatMap((use) => use.needed));
  const unasked = fields.filter((field) => !asked.has(field));
  return {
    ...span,
    subgraph,
    clients: clientsOf(used.filter((use) => use.asked.length > 0)),
    service: serviceUse(await store.servicesOf(subgraph, span)),
    fields: fields.length,
    unread: unasked.filter((field) => !needed.has(field)),
    neededAlone: unasked.filter((field) => needed.has(field)),
  };
};

const clientsOf = (used: readonly OperationUse[]): ClientUse[] => {
  const byClient = new Map<string, OperationUse[]>();
  for (const use of used) byClient.set(use.client, [...(byClient.get(use.client) ?? []), use]);
  return [...byClient]
    .map(([client, uses]) => ({
      client,
      requests: sum(uses.map(({ requests }) => requests)),
      failed: sum(uses.map(({ failed }) => failed)),
      operations: uses.length,
      lastDay: uses.map(({ lastDay }) => lastDay).reduce((a, b) => (a > b ? a : b)),
      fields: [...new Set(uses.flatMap(({ asked }) => asked))].sort(),
    }))
    .sort((a, b) => b.requests - a.requests);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const serviceUse = (counts: readonly ServiceCount[]): ServiceUse => {
  const outcomes: Record<string, number> = {};
  for (const { outcome, requests } of counts) outcomes[outcome] = (outcomes[outcome] ?? 0) + requests;
  const requests = sum(Object.values(outcomes));
  const within = (share: number): number | null => {
    const bound = WITHIN_MS.find(
      (ms) =>
        sum(counts.filter(({ withinMs }) => withinMs !== 0 && withinMs <= ms).map((count) => count.requests)) >=
        share * requests,
    );
    return requests === 0 ? null : (bound ?? null);
  };
  return { requests, outcomes, p50: within(0.5), p95: within(0.95) };
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
