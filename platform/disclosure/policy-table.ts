/** The policy table: every decision of disclosure in the graph, compiled from SDL; gateway, subgraphs and documents read this one. */
import { createHash } from "node:crypto";
import {
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import { guardsFrom, type Guards } from "./guards.js";
import type { Mask, PersonalCategory, Reason, Tier } from "./vocabulary.js";

/** Where a row says whose it is. */
export interface RecordPaths {
  readonly subject?: string;
  readonly agency?: string;
  readonly division?: string;
  /** True for records of public money: auditors of finance count as supervisors. */
  readonly audited?: boolean;
}

/** A field of a subgraph. */
export interface FieldPlace {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
}

/** One closed field. */
export interface FieldRule extends FieldPlace {
  /** Audiences; empty where the guards alone decide. */
  readonly tier: readonly Tier[];
  readonly reason: Reason;
  readonly basis: string;
  readonly until?: string;
  readonly mask?: Mask;
  /** What the viewer must bring, whatever the row. */
  readonly requires?: Guards;
  readonly purpose?: { readonly codes: readonly string[]; readonly basis: string };
  /** True for fields of Query and Mutation, which have no row. */
  readonly root?: true;
}

/** A legal basis as far as readers are told of it. */
export interface BasisText {
  readonly lawName: string;
  readonly articleNo?: string;
}

/** Who answers for a subgraph. */
export interface Owner {
  /** Organisation in the graph, such as `CN-USCC-…`. */
  readonly id?: string;
  readonly zh: string;
  readonly en: string;
}

/** What is known of a subgraph beside its SDL (schema/subgraphs.json). */
export interface SubgraphFacts {
  readonly owner: Owner;
  /** True where the subgraph enforces its closed fields itself; for any other the gateway does. */
  readonly enforces: boolean;
}

/** One subgraph in the table. */
export interface SubgraphSummary extends SubgraphFacts {
  /** Hash of what the subgraph enforces; travels in its signed context. */
  readonly hash: string;
  /** Fields of its types, roots and the plumbing of lists left out. */
  readonly fields: number;
  readonly closed: number;
}

/** The compiled table. */
export interface PolicyTable {
  readonly specification: "disclosure/v1.0";
  /** Hash of all rules. */
  readonly hash: string;
  readonly subgraphs: Readonly<Record<string, SubgraphSummary>>;
  /** Legal bases that the rules name. */
  readonly bases: Readonly<Record<string, BasisText>>;
  /** By subgraph and type. */
  readonly records: Readonly<Record<string, Readonly<Record<string, RecordPaths>>>>;
  readonly fields: readonly FieldRule[];
  /** Fields that look personal and were found public. */
  readonly opened: readonly (FieldPlace & { readonly reviewed: string; readonly by: string })[];
  /** Types and fields that hold personal data. */
  readonly personal: readonly {
    readonly subgraph: string;
    readonly type: string;
    readonly field?: string;
    readonly category: PersonalCategory;
  }[];
  /** Figures that are suppressed below a group size. */
  readonly aggregates: readonly (FieldPlace & { readonly minGroup: number })[];
}

/** SDL of one subgraph. */
export interface NamedDocument {
  readonly subgraph: string;
  readonly document: DocumentNode;
  /** File that messages name. @default `<subgraph>.graphql` */
  readonly file?: string;
}

/** What the compiler is told beside the SDL. */
export interface PolicyFacts {
  readonly legalBases: ReadonlyMap<string, BasisText>;
  readonly subgraphs: ReadonlyMap<string, SubgraphFacts>;
}

/** A definition of a type with fields. */
export type FieldsDefinition =
  ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

const ROOTS = ["Query", "Mutation", "Subscription"];

/** True for the name of a root type. */
export const isRootType = (type: string): boolean => ROOTS.includes(type);

const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Arguments of a node's directives of that name, as plain values. */
export const directivesNamed = (
  node: { readonly directives?: readonly DirectiveNode[] },
  name: string,
): Record<string, unknown>[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name).map(argumentsOf);

/** The types with fields of a document. */
export const typesOf = (document: DocumentNode): FieldsDefinition[] =>
  document.definitions.filter(
    (definition): definition is FieldsDefinition =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );

/** The rule that a field declares; undefined for one that is open. */
export const ruleOf = (subgraph: string, type: string, field: FieldDefinitionNode): FieldRule | undefined => {
  const [closed] = directivesNamed(field, "closed");
  if (!closed) return undefined;
  const requires = guardsFrom((name) => directivesNamed(field, name));
  const [purpose] = directivesNamed(field, "purpose");
  return {
    subgraph,
    type,
    field: field.name.value,
    ...(closed as unknown as Pick<FieldRule, "tier" | "reason" | "basis" | "until" | "mask">),
    ...(requires ? { requires } : {}),
    ...(purpose ? { purpose: purpose as unknown as FieldRule["purpose"] } : {}),
    ...(isRootType(type) ? { root: true } : {}),
  };
};

/** Hash of what is enforced. */
const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

const byKey = <Value>(entries: Iterable<[string, Value]>): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const placed = <Place extends { subgraph: string; type: string; field?: string }>(places: Place[]): Place[] => {
  const key = ({ type, field, subgraph }: Place): string => `${type}.${field ?? ""} ${subgraph}`;
  return places.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Lists are carried by types that say nothing of anybody. */
const isPlumbing = (type: string): boolean => isRootType(type) || /(Connection|Edge)$|^PageInfo$/.test(type);

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
  return {
    specification: "disclosure/v1.0",
    hash: hashOf([records, fields]),
    subgraphs: byKey(documents.map((source) => [source.subgraph, summaryOf(source)])),
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
  };
};

/** Where rows of the rule's type say whose they are, by the rule's own subgraph or by the one that owns the type. */
export const recordPathsOf = (table: Pick<PolicyTable, "records">, rule: FieldPlace): RecordPaths | undefined =>
  table.records[rule.subgraph]?.[rule.type] ??
  Object.values(table.records).find((types) => types[rule.type] !== undefined)?.[rule.type];
