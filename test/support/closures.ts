/** Supergraphs as they would be composed of other closures: a gateway takes a policy table beside no other. */
import { Kind, parse, print, visit, type ConstDirectiveNode, type FieldDefinitionNode } from "graphql";
import type { FieldRule, PolicyTable } from "../../platform/disclosure/table/index.js";

const ON_FIELDS = ["closed", "purpose", "authenticated", "requiresScopes", "policy"];

/** For a graph that never closed anything: a scalar takes any literal. */
const vocabularyOf = (supergraph: string): string => {
  const graph = /enum join__Graph \{\s*(\w+)/.exec(supergraph)?.[1] ?? "";
  return `scalar ClosureWord @join__type(graph: ${graph})
    directive @closed(tier: [ClosureWord!]!, reason: ClosureWord!, basis: String!) on FIELD_DEFINITION`;
};

/** The supergraph with closures where the table has lines, as it has them already or as the line says, and with no others. */
export const closedAs = (supergraph: string, { fields, records }: Pick<PolicyTable, "fields" | "records">): string => {
  const rules = new Map(fields.map((rule) => [`${rule.type}.${rule.field}`, rule]));
  const recorded = new Set(Object.values(records).flatMap((types) => Object.keys(types)));
  const written = <Type extends TypeWithFields>(type: Type): Type => ({
    ...type,
    directives: type.directives?.filter(({ name }) => name.value !== "record" || recorded.has(type.name.value)),
    fields: type.fields?.map((field) => fieldAs(field, rules.get(`${type.name.value}.${field.name.value}`))),
  });
  const text =
    supergraph.includes("directive @closed(") || fields.length === 0
      ? supergraph
      : `${supergraph}\n${vocabularyOf(supergraph)}`;
  return print(
    visit(parse(text, { noLocation: true }), {
      ObjectTypeDefinition: written,
      InterfaceTypeDefinition: written,
    }),
  );
};

interface TypeWithFields {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
  readonly fields?: readonly FieldDefinitionNode[] | undefined;
}

const fieldAs = (field: FieldDefinitionNode, rule: FieldRule | undefined): FieldDefinitionNode => {
  const directives = field.directives ?? [];
  if (!rule) return { ...field, directives: directives.filter(({ name }) => !ON_FIELDS.includes(name.value)) };
  const isClosed = directives.some(({ name }) => name.value === "closed");
  return isClosed ? field : { ...field, directives: [...directives, directiveOf(rule)] };
};

const directiveOf = ({ tier, reason, basis }: FieldRule): ConstDirectiveNode => {
  const text = `type T { f: Int @closed(tier: [${tier.join(", ")}], reason: ${reason}, basis: "${basis}") }`;
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error("The closure is no directive.");
  return definition.fields![0]!.directives![0]!;
};
