/** Generates questions with edge values for every argument of every field of the public schema, each on a path that leads to rows. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** Text that must never come back. */
export const CANARY = "zq9Xkanarienvogel";

/** One value of one argument, or several side by side under aliases `a0`, `a1` … */
export interface FuzzQuestion {
  /** Coordinate of the argument or input field, with the argument that holds it. */
  readonly place: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: string;
  /** Keys from the root to the object that has the field. */
  readonly path: readonly string[];
}

/** Good values of required arguments, by name and then by type. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  year: 2026,
  from: 1,
  to: 1,
  division: "222400",
  code: "222401",
  uscc: "91990101MA9000011P",
  on: "2026-09-28",
  search: "延吉",
  catalogCode: "220131001000",
  scheme: "USCC",
  value: "91990101MA9000011P",
  indicatorNo: "吉财农指〔2026〕35号",
};

/** Values at the edges of each kind of type; the gateway refuses `refused` before anything is asked. */
interface Edges {
  readonly asked: readonly unknown[];
  readonly refused: readonly unknown[];
}

const TEXTS: Edges = {
  asked: ["", " ", "%", "_\\", "'\"", "\n", CANARY, `${CANARY}-2031-%`, "延".repeat(1_000), "🏛", "0", "9".repeat(40)],
  refused: ["a\u0000", "\ud800", `\udc00${CANARY}`, `${CANARY}${"x".repeat(1_000)}`, 7.5, { a: 1 }, [["a"]]],
};
const CODES: Edges = {
  asked: ["222400", "220000000000", "990199"],
  refused: ["000000", "999999", "", "%", "2", CANARY, "\u0000", "\ud800", "9".repeat(2_000), -1, {}],
};
const DATES: Edges = {
  asked: ["2026-09-28", "0001-01-01", "9999-12-31", "1582-10-10"],
  refused: [
    "",
    "2026-02-30",
    "0000-00-00",
    "+10000-01-01",
    "10000-01-01",
    "-0001-01-01",
    CANARY,
    "2026-09-28\u0000",
    5,
  ],
};
const INTS: Edges = {
  asked: [0, -1, 1, 7, 100, 101, 1949, 9_999, 10_000, 2_147_483_647, -2_147_483_648],
  refused: [2_147_483_648, 1.5, "1", CANARY, {}],
};

const edgesOf = (type: GraphQLInputType, cursors: readonly string[], name: string): Edges => {
  if (isNonNullType(type)) {
    const inner = edgesOf(type.ofType, cursors, name);
    return { asked: inner.asked.filter((value) => value !== null), refused: [...inner.refused, null] };
  }
  if (isListType(type)) {
    const inner = edgesOf(type.ofType, cursors, name);
    const [first, ...others] = inner.asked.filter((value) => value !== null);
    return {
      asked: [null, [], [first, ...others.slice(0, 4)], Array.from({ length: 100 }, () => first)],
      refused: [...inner.refused.slice(0, 4).map((value) => [value]), [[[first]]]],
    };
  }
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => value.name);
    return { asked: [null, ...values.slice(0, 6)], refused: [CANARY, "", 1, values[0]!.toLowerCase()] };
  }
  if (!isScalarType(type)) return { asked: [null], refused: ["", 1, { [CANARY]: 1 }] };
  const scalar: Edges =
    type.name === "Int"
      ? INTS
      : type.name === "Boolean"
        ? { asked: [true, false], refused: ["true", 1, {}] }
        : type.name === "Date"
          ? DATES
          : type.name === "DivisionCode"
            ? CODES
            : type.name === "String" || type.name === "ID"
              ? TEXTS
              : { asked: [], refused: ["", CANARY, "\u0000", "9".repeat(2_000), {}] };
  if (name !== "after" && name !== "since") return { asked: [null, ...scalar.asked], refused: scalar.refused };
  return {
    asked: [null, "", CANARY, ...cursors, "x".repeat(8_192)],
    refused: ["\u0000", `${CANARY}${"x".repeat(8_192)}`],
  };
};

/** A way to an object of a type. */
interface Way {
  /** Text before and after the object's selections. */
  readonly open: string;
  readonly close: string;
  readonly path: readonly string[];
}

const literal = (value: unknown, type: GraphQLInputType): string =>
  isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);

const sampleOf = (argument: GraphQLArgument | GraphQLInputField): unknown => {
  const named = getNamedType(argument.type);
  if (argument.name in SAMPLES && named.name !== "ID") return SAMPLES[argument.name];
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === "Int") return 1;
  return CANARY;
};

const isRequired = (argument: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(argument.type) && argument.defaultValue === undefined;

/** Arguments that a field can not do without, in literals. */
const requiredOf = ({ args }: GraphQLField<unknown, unknown>, except?: string): string[] =>
  args
    .filter((argument) => isRequired(argument) && argument.name !== except)
    .map((argument) => `${argument.name}: ${literal(sampleOf(argument), argument.type)}`);

const called = (field: GraphQLField<unknown, unknown>): string => {
  const given = requiredOf(field);
  if (field.args.some(({ name }) => name === "first")) given.push("first: 3");
  return given.length === 0 ? field.name : `${field.name}(${given.join(", ")})`;
};

/** True where nothing but a key that is not known leads to a row: such a root is the last way to a type. */
const needsKey = ({ args, type }: GraphQLField<unknown, unknown>): boolean => {
  const required = args.filter(isRequired);
  if (isConnection(type)) return false;
  return required.length === 0
    ? args.length > 0
    : required.some((argument) => ["ID", "CatalogCode", "DocumentNumber"].includes(getNamedType(argument.type).name));
};

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith("Connection");

/** Ways that no rule finds: rows of the viewer, and rows that only a key leads to. */
const KNOWN: Readonly<Record<string, Way>> = {
  ServiceCase: { open: "me { cases(first: 3) { nodes {", close: "} } }", path: ["me", "cases", "nodes"] },
  VillageRoster: {
    open: `villageRoster(batchNo: "GD-2026-222401101201", villageCode: "222401101201", policyCode: "FP-GD") {`,
    close: "}",
    path: ["villageRoster"],
  },
  FundAllocation: {
    open: `fundPolicies(first: 20) { nodes { flow(year: 2026, first: 3) { nodes {`,
    close: "} } } }",
    path: ["fundPolicies", "nodes", "flow", "nodes"],
  },
  MatterComparison: {
    open: `division(code: "220000") { matterComparison(catalogCode: "220131001000", first: 3) { nodes {`,
    close: "} } }",
    path: ["division", "matterComparison", "nodes"],
  },
};

/** Shortest ways from the root to every object type; lists first, since their rows are there. */
const waysOf = (schema: GraphQLSchema): ReadonlyMap<string, Way> => {
  const root = schema.getQueryType()!;
  const ways = new Map<string, Way>([[root.name, { open: "", close: "", path: [] }], ...Object.entries(KNOWN)]);
  const rank = ({ type }: GraphQLField<unknown, unknown>): number =>
    isListType(type) ? 0 : isConnection(type) ? 1 : 2;
  const spread = (fits: (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => boolean): void => {
    for (let edge = [root.name, ...ways.keys()]; edge.length > 0;) {
      const next: string[] = [];
      const fields = edge
        .map((name) => schema.getType(name) as GraphQLObjectType)
        .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
        .filter(({ type, field }) => fits(type, field))
        .sort((one, other) => rank(one.field) - rank(other.field));
      for (const { type, field } of fields) {
        const result = getNamedType(field.type);
        for (const member of isUnionType(result) ? result.getTypes() : isObjectType(result) ? [result] : []) {
          if (ways.has(member.name)) continue;
          ways.set(member.name, stepTo(ways.get(type.name)!, type, field, member, isUnionType(result)));
          next.push(member.name);
        }
      }
      edge = next;
    }
  };
  spread((type, field) => type !== root || field.name === "organization" || !needsKey(field));
  spread(() => true);
  return ways;
};

const stepTo = (
  way: Way,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  member: GraphQLObjectType,
  isUnion: boolean,
): Way => {
  const text =
    type.name === "Query" && field.name === "organization"
      ? `organization(uscc: ${JSON.stringify(SAMPLES["uscc"])})`
      : called(field);
  return {
    open: `${way.open} ${text} {${isUnion ? ` ... on ${member.name} {` : ""}`,
    close: `${isUnion ? "} " : ""}} ${way.close}`,
    path: [...way.path, field.name],
  };
};

/** Arguments with those within their input objects, as a path and how a value at its end becomes the argument's value. */
const placesOf = (
  argument: GraphQLArgument,
): { name: string; path: string; type: GraphQLInputType; wrap: (value: unknown) => unknown }[] => {
  const own = { name: argument.name, path: argument.name, type: argument.type, wrap: (value: unknown) => value };
  const named = getNamedType(argument.type);
  if (!isInputObjectType(named)) return [own];
  const fields = Object.values(named.getFields());
  return [
    own,
    ...fields.map((field) => ({
      name: field.name,
      path: `${argument.name}.${field.name}`,
      type: field.type,
      wrap: (value: unknown) => ({
        ...Object.fromEntries(fields.filter(isRequired).map((other) => [other.name, sampleOf(other)])),
        [field.name]: value,
      }),
    })),
  ];
};

/** Aliases of a document are few. */
const MOST_ALIASES = 12;

/** All questions about the schema; `cursors` are of other lists than the one that is asked. */
export const fuzzQuestions = (schema: GraphQLSchema, cursors: readonly string[]): FuzzQuestion[] => {
  const ways = waysOf(schema);
  const questions: FuzzQuestion[] = [];
  const refusedOnce = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    const way = ways.get(type.name);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) {
        if (!way) throw new Error(`No way leads to ${type.name}.${field.name}.`);
        const below =
          isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type)) ? "" : " { __typename }";
        const ask = (values: readonly unknown[], path: string): void => {
          const given = values.map(
            (_value, index) =>
              `a${index}: ${field.name}(${[`${argument.name}: $v${index}`, ...requiredOf(field, argument.name)].join(", ")})${below}`,
          );
          const declared = values.map((_value, index) => `$v${index}: ${String(argument.type)}`).join(", ");
          questions.push({
            place: `${type.name}.${field.name}(${path}:)`,
            query: `query(${declared}) { ${way.open} ${given.join(" ")} ${way.close} }`,
            variables: Object.fromEntries(values.map((value, index) => [`v${index}`, value])),
            viewer: way.path[0] === "me" ? "citizen-1" : "supervisor-1",
            path: way.path,
          });
        };
        for (const { name, path, type: of, wrap } of placesOf(argument)) {
          const { asked, refused } = edgesOf(of, cursors, name);
          const [neutral, ...others] = isNonNullType(of) ? [SAMPLES[name] ?? asked[0], ...asked] : asked;
          ask([wrap(neutral)], path);
          const most = type.name === "Query" ? 5 : MOST_ALIASES;
          for (let from = 0; from < others.length; from += most) ask(others.slice(from, from + most).map(wrap), path);
          // The gateway refuses before it knows the way: once for each name and type.
          if (refusedOnce.has(`${name}: ${String(of)}`)) continue;
          refusedOnce.add(`${name}: ${String(of)}`);
          for (const value of refused) ask([wrap(value)], path);
        }
      }
  }
  return questions;
};
