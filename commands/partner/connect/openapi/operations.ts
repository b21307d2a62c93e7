/** Queries of a mapping made of the GET operations of a description. */
import { looksPersonal } from "../../../../platform/composition/index.js";
import { pointerTo, type JsonObject } from "../../../../platform/connect/json.js";
import { listAt, objectAt, textAt, type Description } from "./description.js";
import { fieldNameOf, sentenceOf, singularOf } from "./names.js";
import { guessPages, pagesRemark } from "./pages-guess.js";
import type { Operation, Parameter } from "./operation.js";
import { proposeLookup } from "./propose-lookup.js";
import { CLOSED, PERSONAL_REMARK, type Proposal } from "./proposal.js";
import { typeTextOf, type Shape, type TypeMaker } from "./schema-types.js";

/** What an operation answers, and where in the answer it is. */
export interface Answered {
  readonly shape: Shape;
  readonly items: string;
  /** The schema of the whole answer. */
  readonly envelope: unknown;
}

const PLACES: ReadonlySet<string> = new Set(["path", "query", "header"]);

const parameterOf = (maker: TypeMaker, description: Description, given: unknown): Parameter | undefined => {
  const part = description.resolve(given)?.part;
  const wire = textAt(part, "/name") ?? "";
  const at = textAt(part, "/in") ?? "";
  const name = fieldNameOf(wire);
  const shape = maker.shapeOf(part?.["schema"], wire);
  const isSimple = shape?.kind === "leaf" || (shape?.kind === "list" && shape.of.kind === "leaf");
  if (!part || !shape || !isSimple || name === undefined || !PLACES.has(at)) return undefined;
  return {
    ...{ wire, name: ["first", "after"].includes(name) ? `${name}Value` : name, in: at as Parameter["in"] },
    ...{ type: typeTextOf(shape), isRequired: at === "path" || part["required"] === true },
    ...{ description: sentenceOf(textAt(part, "/description")), schema: description.resolve(part["schema"])?.part },
  };
};

/** The parameters; undefined where one that must be sent can not be. Optional headers are left out. */
const parametersOf = (
  maker: TypeMaker,
  description: Description,
  given: readonly unknown[],
): Parameter[] | undefined => {
  const all = given.map((each) => ({ each, parameter: parameterOf(maker, description, each) }));
  const isMissing = all.some(
    ({ each, parameter }) => !parameter && description.resolve(each)?.part["required"] === true,
  );
  return isMissing
    ? undefined
    : all.flatMap(({ parameter }) =>
        parameter && (parameter.in !== "header" || parameter.isRequired) ? [parameter] : [],
      );
};

/** The schema of the JSON that the operation answers when all is well. */
const answerSchemaOf = (description: Description, part: JsonObject): unknown => {
  const responses = objectAt(part, "/responses");
  const response = description.resolve(responses["200"] ?? responses["2XX"])?.part;
  const content = objectAt(response, "/content");
  const type = Object.keys(content).find((name) => /^application\/(?:[\w.-]+\+)?json\b/.test(name));
  return type === undefined ? undefined : objectAt(content, pointerTo(type))["schema"];
};

/** Names under which envelopes carry what was asked for. */
const CARRIER = /^(?:data|items|results?|records|value|content|list|entries)$/i;

const answeredBy = (maker: TypeMaker, schema: unknown, suggested: string): Answered | undefined => {
  const carried = Object.entries(maker.propertiesOf(schema)).find(
    ([name, inner]) => CARRIER.test(name) && isCarried(maker, inner, suggested),
  );
  const [name, inner] = carried ?? ["", schema];
  const shape = maker.shapeOf(inner, suggested);
  if (!shape || (shape.kind === "leaf" ? true : shape.kind === "list" && shape.of.kind === "leaf")) return undefined;
  return { shape, items: carried ? pointerTo(name) : "", envelope: schema };
};

const isCarried = (maker: TypeMaker, schema: unknown, suggested: string): boolean => {
  const shape = maker.shapeOf(schema, suggested);
  return shape?.kind === "object" || (shape?.kind === "list" && shape.of.kind === "object");
};

const isFilled = (segment: string): boolean => segment.includes("{");

/** Words of a path that name things, and not versions of an interface. */
const staticWords = (path: string): string[] =>
  path
    .split("/")
    .filter((segment) => segment !== "" && !isFilled(segment) && !/^(?:api|rest|v\d[\w.]*)$/i.test(segment));

/** What the operation is called: what its path names, in the singular where it ends with one thing. */
export const queryNameOf = (path: string, isTaken: (name: string) => boolean): string | undefined => {
  const words = staticWords(path);
  const isOne = isFilled(path.split("/").filter(Boolean).at(-1) ?? "");
  const named = words.map((word, index) => (isOne && index === words.length - 1 ? singularOf(word) : word));
  for (let count = 1; count <= named.length; count += 1) {
    const name = fieldNameOf(named.slice(-count).join(" "));
    if (name !== undefined && !isTaken(name)) return name;
  }
  return undefined;
};

const PATH_LETTERS = /^(?:\/(?!\.{1,2}(?:\/|$))(?:[\w.~!$&'()*+,;=:@-]|\{[^{}/]+\})+)+\/?$/;

/** Path of a call, with the names of its arguments. */
export const callPathOf = ({ path, parameters }: Operation): string =>
  parameters.reduce(
    (text, { wire, name, in: at }) => (at === "path" ? text.replaceAll(`{${wire}}`, `{${name}}`) : text),
    path,
  );

/** The GET operations of the description whose paths begin with one of these; all where none is given. */
export const operationsOf = (
  maker: TypeMaker,
  description: Description,
  { prefixes, proposal }: { readonly prefixes: readonly string[]; readonly proposal: Proposal },
): Operation[] =>
  Object.entries(objectAt(description.root, "/paths")).flatMap(([path, given]) => {
    const shared = description.resolve(given)?.part ?? {};
    if (prefixes.length > 0 && !prefixes.some((prefix) => path.startsWith(prefix))) return [];
    const others = Object.keys(shared).filter((method) => ["post", "put", "patch", "delete"].includes(method));
    if (others.length > 0) proposal.leftOut.push(`${path}: ${others.join(", ")}; a subgraph of a mapping reads.`);
    const part = objectAt(shared, "/get");
    if (Object.keys(part).length === 0) return [];
    const parameters = parametersOf(maker, description, [
      ...listAt(shared, "/parameters"),
      ...listAt(part, "/parameters"),
    ]);
    const named = parameters && callPathOf({ path, part, parameters });
    if (!parameters || named === undefined || !PATH_LETTERS.test(path) || /\{[^}]*[^A-Za-z0-9}][^}]*\}/.test(named)) {
      proposal.leftOut.push(`GET ${path}: it has a parameter that a mapping can not fill.`);
      return [];
    }
    return [{ path, part, parameters }];
  });

/** Adds the query of an operation, and what finds an object by its key where it is one. */
export const proposeQuery = (
  maker: TypeMaker,
  description: Description,
  operation: Operation,
  proposal: Proposal,
): void => {
  const { path, part, parameters } = operation;
  const name = queryNameOf(path, (each) => Object.hasOwn(proposal.queries, each));
  const schema = answerSchemaOf(description, part);
  const answered = schema === undefined ? undefined : answeredBy(maker, schema, singularOf(name ?? "item"));
  if (name === undefined || !answered)
    return void proposal.leftOut.push(`GET ${path}: its answer is no object and no list of objects with known fields.`);
  const { shape, items, envelope } = answered;
  const isPersonal = looksPersonal(name);
  const isList = shape.kind === "list";
  const inQuery = parameters.filter((each) => each.in === "query");
  const guess = guessPages(maker, isList ? inQuery.map((each) => ({ ...each, name: each.wire })) : [], envelope);
  const filled = parameters.filter((each) => !(isList && guess.parameters.includes(each.wire)));
  const call = callOf(operation, filled, items);
  const about = sentenceOf(textAt(part, "/summary") ?? textAt(part, "/description"));
  proposal.queries[name] = {
    ...(about === undefined ? {} : { description: about }),
    ...(shape.kind === "list" ? { connection: typeTextOf(shape.of) } : { type: typeTextOf(shape) }),
    ...(filled.length === 0 ? {} : { arguments: Object.fromEntries(filled.map(argumentOf)) }),
    call,
    ...(isList ? { pages: guess.pages } : {}),
    ...(isPersonal ? { closed: CLOSED } : {}),
  };
  if (isPersonal) proposal.remarks.push({ path: ["queries", name], text: PERSONAL_REMARK });
  const remark = isList ? pagesRemark(guess) : undefined;
  if (remark !== undefined) proposal.remarks.push({ path: ["queries", name, "pages"], text: remark });
  if (shape.kind === "object") proposeLookup(proposal, shape.name, operation, call);
};

const argumentOf = ({ name, type, isRequired, description }: Parameter): [string, unknown] => {
  const written = isRequired ? `${type}!` : type;
  return [name, description === undefined ? written : { type: written, description }];
};

const callOf = (operation: Operation, filled: readonly Parameter[], items: string): JsonObject => {
  const at = (place: Parameter["in"]): object =>
    Object.fromEntries(filled.filter((each) => each.in === place).map(({ wire, name }) => [wire, `{${name}}`]));
  const [query, headers] = [at("query"), at("header")];
  return {
    get: callPathOf(operation),
    ...(Object.keys(query).length === 0 ? {} : { query }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(items === "" ? {} : { items }),
  };
};
