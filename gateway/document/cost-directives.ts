/** Weights and list sizes that subgraphs declare with `@cost` and `@listSize` (GraphQL Cost Directives specification, IBM), read from the supergraph. */
import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from "graphql";
import { parseSupergraph } from "../../platform/disclosure/table/index.js";

/** How long a field's list is. */
export interface ListSize {
  /** Length where no slicing argument says it. */
  readonly assumedSize?: number;
  /** Arguments that say it; the largest counts. */
  readonly slicingArguments?: readonly string[];
  /** Fields of the returned object that are the list, such as `edges` and `nodes`. */
  readonly sizedFields?: readonly string[];
}

/** What is declared for one field. */
export interface FieldCost {
  /** Weight of one item in place of its type's. */
  readonly weight?: number;
  /** Weights of arguments, counted where they are given. */
  readonly arguments: ReadonlyMap<string, number>;
  readonly listSize?: ListSize;
}

/** What a supergraph declares. */
export interface CostDirectives {
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldCost>;
  /** By the name of the type. */
  readonly types: ReadonlyMap<string, number>;
}

const COST_SPECIFICATION = "https://specs.apollo.dev/cost/";

/** Reads a supergraph; expensive, once for each. */
export const readCostDirectives = (supergraph: string): CostDirectives => {
  const document = parseSupergraph(supergraph);
  const [cost, listSize] = namesOf(document);
  const fields = new Map<string, FieldCost>();
  const types = new Map<string, number>();
  const weightOf = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): number | undefined =>
    numberIn(argumentsOf(node.directives, cost)?.["weight"]);
  const costOf = (field: FieldDefinitionNode): FieldCost | undefined => {
    const weight = weightOf(field);
    const weights = (field.arguments ?? []).flatMap((argument): [string, number][] => {
      const given = weightOf(argument);
      return given === undefined ? [] : [[argument.name.value, given]];
    });
    const size = argumentsOf(field.directives, listSize);
    if (weight === undefined && weights.length === 0 && !size) return undefined;
    return {
      ...(weight === undefined ? {} : { weight }),
      arguments: new Map(weights),
      ...(size ? { listSize: listSizeIn(size) } : {}),
    };
  };
  for (const definition of document.definitions) {
    if (!("directives" in definition) || !("name" in definition) || !definition.name) continue;
    const weight = weightOf(definition as { directives?: readonly ConstDirectiveNode[] });
    if (weight !== undefined) types.set(definition.name.value, weight);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const declared = costOf(field);
      if (declared) fields.set(`${definition.name.value}.${field.name.value}`, declared);
    }
  }
  return { fields, types };
};

/** Names of the two directives in this supergraph: a link may import them under others, or not at all. */
const namesOf = (document: DocumentNode): [cost: string, listSize: string] => {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      const link = directive.name.value === "link" ? argumentsOf([directive], "link") : undefined;
      if (!String(link?.["url"]).startsWith(COST_SPECIFICATION)) continue;
      const imported = Array.isArray(link?.["import"]) ? (link["import"] as unknown[]) : [];
      const namespace = typeof link?.["as"] === "string" ? link["as"] : "cost";
      const nameOf = (name: string): string => {
        for (const entry of imported) {
          const { name: from, as } = typeof entry === "string" ? { name: entry, as: entry } : (entry as ImportedName);
          if (from === `@${name}`) return (as ?? from).slice(1);
        }
        return name === namespace ? name : `${namespace}__${name}`;
      };
      return [nameOf("cost"), nameOf("listSize")];
    }
  }
  return ["cost", "listSize"];
};

interface ImportedName {
  readonly name: string;
  readonly as?: string;
}

const argumentsOf = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Record<string, unknown> | undefined => {
  const directive = directives?.find((each) => each.name.value === name);
  return (
    directive &&
    Object.fromEntries((directive.arguments ?? []).map((given) => [given.name.value, valueFromASTUntyped(given.value)]))
  );
};

/** The public specification writes weights as strings, federation as integers. */
const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
};

const listSizeIn = (given: Record<string, unknown>): ListSize => {
  const assumedSize = numberIn(given["assumedSize"]);
  const names = (value: unknown): readonly string[] | undefined =>
    Array.isArray(value) ? value.filter((name): name is string => typeof name === "string") : undefined;
  const slicingArguments = names(given["slicingArguments"]);
  const sizedFields = names(given["sizedFields"]);
  return {
    ...(assumedSize === undefined ? {} : { assumedSize }),
    ...(slicingArguments ? { slicingArguments } : {}),
    ...(sizedFields ? { sizedFields } : {}),
  };
};
