/** Compiles the policy table from the SDL of all subgraphs. */
import { createHash } from "node:crypto";
import { Kind, type DocumentNode, type FieldDefinitionNode } from "graphql";
import {
  recordPathsOf,
  type FieldRule,
  type PolicyTable,
  type RecordPaths,
  type SubgraphFacts,
  type SubgraphSummary,
} from "../disclosure/table/index.js";
import type { BasisText, PersonalCategory } from "../disclosure/vocabulary/index.js";
import { cachedFields } from "./cached-fields.js";
import { directivesNamed, isPlumbing, ruleOf, typesOf, type NamedDocument } from "./declarations.js";
import { sameForAll } from "./same-for-all.js";

/** What the compiler is told beside the SDL. */
export interface PolicyFacts {
  readonly legalBases: ReadonlyMap<string, BasisText>;
  readonly subgraphs: ReadonlyMap<string, SubgraphFacts>;
}

/** Hash of what is enforced. */
const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

const byKey = <Value>(entries: Iterable<[string, Value]>): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const placed = <Place extends { subgraph: string; type: string; field?: string }>(places: Place[]): Place[] => {
  const key = ({ type, field, subgraph }: Place): string => `${type}.${field ?? ""} ${subgraph}`;
  return places.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

const ownFields = (document: DocumentNode): FieldDefinitionNode[] =>
  typesOf(document)
    .filter(
      ({ kind, name }) =>
        (kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION) && !isPlumbing(name.value),
    )
    .flatMap(({ fields }) => fields ?? [])
    .filter((field) => directivesNamed(field, "external").length === 0);

/** Everything that one subgraph decides. */
const decisionsOf = ({
  subgraph,
  document,
}: NamedDocument): Pick<PolicyTable, "fields" | "opened" | "personal" | "aggregates"> & {
  records: Record<string, RecordPaths>;
} => {
  const found = {
    fields: [] as FieldRule[],
    opened: [] as PolicyTable["opened"][number][],
    personal: [] as PolicyTable["personal"][number][],
    aggregates: [] as PolicyTable["aggregates"][number][],
    records: {} as Record<string, RecordPaths>,
  };
  for (const definition of typesOf(document)) {
    const type = definition.name.value;
    const [record] = directivesNamed(definition, "record");
    if (record) found.records[type] = record;
    for (const { category } of directivesNamed(definition, "personal"))
      found.personal.push({ subgraph, type, category: category as PersonalCategory });
    for (const node of definition.fields ?? []) {
      const place = { subgraph, type, field: node.name.value };
      const rule = ruleOf(subgraph, type, node);
      if (rule) found.fields.push(rule);
      for (const { reviewed, by } of directivesNamed(node, "open"))
        found.opened.push({ ...place, reviewed: String(reviewed), by: String(by) });
      for (const { category } of directivesNamed(node, "personal"))
        found.personal.push({ ...place, category: category as PersonalCategory });
      for (const { minGroup } of directivesNamed(node, "aggregate"))
        found.aggregates.push({ ...place, minGroup: Number(minGroup) });
    }
  }
  return found;
};

/** Compiles the table from the SDL of all subgraphs; the order of subgraphs does not matter. */
export const compilePolicy = (documents: readonly NamedDocument[], facts: PolicyFacts): PolicyTable => {
  const decisions = documents.map((source) => ({ source, ...decisionsOf(source) }));
  const fields = placed(decisions.flatMap((entry) => entry.fields));
  const records = byKey(
    decisions.flatMap(({ source, records: own }) =>
      Object.keys(own).length === 0 ? [] : [[source.subgraph, byKey(Object.entries(own))] as [string, typeof own]],
    ),
  );
  const summaryOf = ({ subgraph, document }: NamedDocument): SubgraphSummary => {
    const counted = ownFields(document);
    const own = fields.filter((rule) => rule.subgraph === subgraph);
    const { owner, enforces } = facts.subgraphs.get(subgraph) ?? {
      owner: { zh: subgraph, en: subgraph },
      enforces: false,
    };
    return {
      owner,
      enforces,
      hash: hashOf([own.map((rule) => recordPathsOf({ records }, rule) ?? null), own]),
      fields: counted.length,
      closed: counted.filter((field) => directivesNamed(field, "closed").length > 0).length,
    };
  };
  const named = new Set(fields.flatMap(({ basis, purpose }) => [basis, ...(purpose ? [purpose.basis] : [])]));
  const subgraphs = byKey(documents.map((source) => [source.subgraph, summaryOf(source)]));
  return {
    specification: "disclosure/v1.0",
    hash: hashOf([records, fields]),
    subgraphs,
    bases: byKey(
      [...named].flatMap((id) => {
        const basis = facts.legalBases.get(id);
        return basis ? [[id, { lawName: basis.lawName, articleNo: basis.articleNo }] as [string, BasisText]] : [];
      }),
    ),
    records,
    fields,
    opened: placed(decisions.flatMap((entry) => entry.opened)),
    personal: placed(decisions.flatMap((entry) => entry.personal)),
    aggregates: placed(decisions.flatMap((entry) => entry.aggregates)),
    sameForAll: sameForAll(documents, { subgraphs, fields }),
    cached: byKey(cachedFields(documents.map(({ document }) => document))),
  };
};
