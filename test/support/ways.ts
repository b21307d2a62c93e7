/** Ways through the public schema that lead from the root to rows of the demonstration world, for generators of questions. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
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

/** Good values of required arguments, by name and then by type. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
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
  projectNo: "XM-GOLDEN-10",
  allotmentNo: "吉财农指〔2026〕35号",
};

/** A way to an object of a type: fields with their arguments, and conditions on a type, outermost first. */
export type Way = readonly string[];

/** The selections of the object to which the way leads, with the way around them. */
export const within = (way: Way, selections: string): string =>
  way.reduceRight((inner, step) => `${step} { ${inner} }`, selections);

/** Names of the fields on the way. */
export const pathOf = (way: Way): string[] =>
  way.flatMap((step) => (step.startsWith("...") ? [] : [/^\w+/.exec(step)![0]]));

/** A value as a document writes it; enumerations stand without quotes. */
export const literal = (value: unknown, type: GraphQLInputType): string =>
  isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);

/** A good value of an argument. */
export const sampleOf = (argument: GraphQLArgument | GraphQLInputField): unknown => {
  const named = getNamedType(argument.type);
  if (argument.name in SAMPLES && named.name !== "ID") return SAMPLES[argument.name];
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === "Int") return 1;
  return CANARY;
};

/** True where a field can not do without the argument. */
export const isRequired = (argument: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(argument.type) && argument.defaultValue === undefined;

/** Arguments that a field can not do without, in literals. */
export const requiredOf = ({ args }: GraphQLField<unknown, unknown>, except?: string): string[] =>
  args
    .filter((argument) => isRequired(argument) && argument.name !== except)
    .map((argument) => `${argument.name}: ${literal(sampleOf(argument), argument.type)}`);

/** The field with what it can not do without; a page is a short one. */
export const called = (field: GraphQLField<unknown, unknown>): string => {
  const given = requiredOf(field);
  if (field.args.some(({ name }) => name === "first")) given.push("first: 3");
  return given.length === 0 ? field.name : `${field.name}(${given.join(", ")})`;
};

/** True where nothing but a key that is not known leads to a row: such a root is the last way to a type. */
export const needsKey = ({ args, type }: GraphQLField<unknown, unknown>): boolean => {
  const required = args.filter(isRequired);
  if (isConnection(type)) return false;
  return required.length === 0
    ? args.length > 0
    : required.some((argument) => ["ID", "CatalogCode", "DocumentNumber"].includes(getNamedType(argument.type).name));
};

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith("Connection");

/** Ways that no rule finds: rows of the viewer, and rows that only a key leads to. */
const KNOWN: Readonly<Record<string, Way>> = {
  ContractingProcess: ["contractingProcesses(first: 3)", "nodes"],
  AgencyList: ["agencyLists(first: 3)", "nodes"],
  EnforcementBody: [`organization(uscc: "11990101MB9000015E")`, "enforcementBody"],
  ServiceCase: ["me", "cases(first: 3)", "nodes"],
  VillageRoster: [`villageRoster(batchNo: "GD-2026-222401101201", villageCode: "222401101201", policyCode: "FP-GD")`],
  FundAllocation: ["fundPolicies(first: 20)", "nodes", "flow(year: 2026, first: 3)", "nodes"],
  ServiceRating: [`serviceMatter(id: "CN-TASK-11990101MB9000015E4220131002000")`, "ratings(first: 3)", "nodes"],
  MatterComparison: [`division(code: "220000")`, `matterComparison(catalogCode: "220131001000", first: 3)`, "nodes"],
};

/** Shortest ways from the root to every object type; lists first, since their rows are there. */
export const waysOf = (schema: GraphQLSchema): ReadonlyMap<string, Way> => {
  const root = schema.getQueryType()!;
  const ways = new Map<string, Way>([[root.name, []], ...Object.entries(KNOWN)]);
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
          ways.set(member.name, [...ways.get(type.name)!, ...stepsTo(field, member.name, type === root)]);
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

/** The field as a step of a way to objects of the type. */
export const stepsTo = (field: GraphQLField<unknown, unknown>, type: string, isRoot = false): Way => [
  isRoot && field.name === "organization" ? `organization(uscc: ${JSON.stringify(SAMPLES["uscc"])})` : called(field),
  ...(isUnionType(getNamedType(field.type)) ? [`... on ${type}`] : []),
];

/** A small selection below a field of the type, with a value where its type has one; empty for scalars. */
export const belowOf = (type: GraphQLOutputType, levels = 3): string => {
  const named = getNamedType(type);
  if (isUnionType(named) || isInterfaceType(named)) return " { __typename }";
  if (!isObjectType(named)) return "";
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isRequired));
  // Cursors are sealed again in every answer.
  const leaf = fields.find(({ name, type: of }) => name !== "cursor" && !isCompositeType(getNamedType(of)));
  if (leaf) return ` { ${leaf.name} }`;
  const first = fields.find((field) => isCompositeType(getNamedType(field.type)));
  return first && levels > 0 ? ` { ${called(first)}${belowOf(first.type, levels - 1)} }` : " { __typename }";
};

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** The objects at the path, through lists and pages of them. */
export const rowsAt = (data: unknown, [step, ...rest]: readonly string[]): readonly Row[] => {
  if (Array.isArray(data)) return data.flatMap((item) => rowsAt(item, step === undefined ? [] : [step, ...rest]));
  if (data === null || data === undefined) return [];
  return step === undefined ? [data as Row] : rowsAt((data as Row)[step], rest);
};
