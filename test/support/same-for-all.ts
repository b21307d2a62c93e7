/** A service in this process that notices whether its viewer is looked at, and questions for all that a policy table says is the same for all. */
import {
  getNamedType,
  graphql,
  isEnumType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Knex } from "knex";
import type { Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/enforcement/index.js";
import { loadPolicy, type FieldsSameForAll } from "../../platform/disclosure/table/index.js";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { createCursorCodec } from "../../platform/graphql/index.js";
import { buildSubgraph, type SubgraphDefinition } from "../../platform/subgraph/index.js";
import { createReceiptReader } from "../../platform/files/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { TEST_NOW } from "./stack.js";
import { SAMPLES } from "./ways.js";

/** Good values of required arguments. */
const SAMPLE: Readonly<Record<string, unknown>> = { ...SAMPLES, kind: "FUNCTION" };

/** An object that stands for one of its type. */
export type Reference = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** What a service answered, and whether it looked at its viewer meanwhile. */
export interface Watched {
  /** Cursors are blank: they are others each time. */
  readonly data: unknown;
  readonly errors: readonly string[];
  /** True where something that answered took the viewer in hand. */
  readonly looked: boolean;
  /** True where something was withheld or masked. */
  readonly reported: boolean;
}

/** A question of one document. */
export interface WatchedQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The service. */
export interface WatchedService {
  readonly schema: GraphQLSchema;
  ask(question: WatchedQuestion, viewer: Viewer): Promise<Watched>;
}

/** Opens it over the database of its role. */
export const watchService = async (definition: SubgraphDefinition<unknown>, db: Knex): Promise<WatchedService> => {
  const { schema } = await buildSubgraph(definition);
  enforceDisclosure(schema, { table: loadPolicy(), subgraph: definition.name });
  const basis = {
    db,
    asOf: TEST_NOW,
    cursors: createCursorCodec("test"),
    codeKeys: parseCodeKeys(createCodeKey("test")),
    readReceipt: createReceiptReader(new Map()),
    log: createLogger({ name: "test", level: "silent" }),
  };
  return {
    schema,
    async ask({ query, variables }, real) {
      let looked = false;
      const watched = {
        ...basis,
        get viewer() {
          looked = true;
          return real;
        },
      };
      const disclosure = createDisclosureLog();
      const services = definition.createServices(watched);
      const { data, errors = [] } = await graphql({
        schema,
        source: query,
        variableValues: variables ?? {},
        contextValue: Object.assign(watched, {
          services,
          disclosure,
          otherPolicy: false,
          requestId: "test",
          language: "en",
        }),
      });
      return {
        data: withoutCursors(data),
        errors: errors.map(({ message }) => message),
        looked,
        reported: disclosure.report() !== undefined,
      };
    },
  };
};

/** The answer without its cursors, which are others each time. */
export const withoutCursors = (data: unknown): unknown =>
  JSON.parse(
    JSON.stringify(data ?? null, (key, value: unknown) => (/^(cursor|startCursor|endCursor)$/.test(key) ? "" : value)),
  );

/** Questions for every field of the table, to the depth. */
export class Questions {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fields: FieldsSameForAll,
  ) {}

  /** Lists and single objects of the root; what is asked for by a key is asked by that of a known object. */
  roots(known: readonly Reference[]): WatchedQuestion[] {
    const query = this.schema.getQueryType()!;
    return Object.entries(this.fields["Query"] ?? {}).map(([name, result]) => {
      const { args } = query.getFields()[name]!;
      const example = known.find(({ __typename }) => __typename === result) ?? {};
      const given = args.filter((arg) => isRequired(arg) || arg.name === "uscc");
      const texts = given.map(
        (arg) => `${arg.name}: ${valueText(arg, example[arg.name as never] ?? SAMPLE[arg.name])}`,
      );
      return { query: `{ ${name}${texts.length > 0 ? `(${texts.join(", ")})` : ""} ${this.below(result, 3)} }` };
    });
  }

  /** Objects by their keys. */
  entities(references: readonly Reference[]): WatchedQuestion[] {
    const types = [...new Set(references.map(({ __typename }) => __typename))].filter((type) => this.fields[type]);
    return types.map((type) => ({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} ${this.below(type, 2)} } }`,
      variables: { r: references.filter(({ __typename }) => __typename === type) },
    }));
  }

  private below(type: string | null | undefined, depth: number): string {
    if (type === null || type === undefined) return "";
    const own = (this.schema.getType(type) as GraphQLObjectType).getFields();
    const texts = Object.entries(this.fields[type] ?? {}).flatMap(([name, result]) => {
      if (result !== null && depth === 0) return [];
      const given = own[name]!.args.filter(isRequired);
      const args = given.map((arg) => `${arg.name}: ${valueText(arg, SAMPLE[arg.name])}`);
      return [`${name}${args.length > 0 ? `(${args.join(", ")})` : ""} ${this.below(result, depth - 1)}`];
    });
    return `{ __typename ${texts.join(" ")} }`;
  }
}

const isRequired = ({ type, defaultValue }: GraphQLArgument): boolean =>
  isNonNullType(type) && defaultValue === undefined;

const valueText = ({ name, type }: GraphQLArgument, value: unknown): string => {
  if (value === undefined) throw new Error(`There is no sample of the argument ${name}.`);
  return isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);
};

/** Entities of a service with the fields of their first key that is a list of names. */
export const keysOf = (schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> => {
  const union = schema.getType("_Entity");
  return new Map(
    (isUnionType(union) ? union.getTypes() : []).map((type) => {
      const key = type.astNode!.directives!.find(({ name }) => name.value === "key")!;
      const fields = key.arguments!.find(({ name }) => name.value === "fields")!.value as { readonly value: string };
      return [type.name, fields.value.split(" ")] as const;
    }),
  );
};

/** Objects of an answer that say their type, each once by its key. */
export const referencesIn = (data: unknown, keys: ReadonlyMap<string, readonly string[]>): Reference[] => {
  const found = new Map<string, Reference>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== "object") return;
    const row = value as Record<string, unknown>;
    const type = row["__typename"];
    const fields = typeof type === "string" ? keys.get(type) : undefined;
    if (fields?.every((field) => row[field] !== undefined)) {
      const reference = {
        __typename: type as string,
        ...Object.fromEntries(fields.map((field) => [field, row[field]])),
      };
      found.set(JSON.stringify(reference), reference);
    }
    Object.values(row).forEach(walk);
  };
  walk(data);
  return [...found.values()];
};
