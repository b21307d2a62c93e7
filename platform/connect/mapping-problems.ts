/** What is wrong with a mapping that has the right shape: names that nothing declares, values that stand where they can not. */
import { parse } from "graphql";
import { keyFieldsOf } from "./lookups.js";
import type { MappedField, MappedQuery, MappedType, Mapping } from "./mapping.js";
import type { MappedCall } from "./mapping-call.js";
import { pagesProblems } from "./pages-problems.js";
import { SCALAR_NAMES } from "./scalars.js";
import { hasStrayBrace, referencesIn, referencesInJson } from "./template.js";
import { readType } from "./type-reference.js";

/** A sentence, and where in the file it belongs. */
export interface MappingProblem {
  readonly path: readonly string[];
  readonly message: string;
}

type Path = readonly string[];

const at = (path: Path, messages: readonly string[]): MappingProblem[] =>
  messages.map((message) => ({ path, message }));

const isLeaf = (mapping: Mapping, name: string): boolean =>
  SCALAR_NAMES.has(name) || Object.hasOwn(mapping.enums, name);

const typeProblems = (mapping: Mapping, text: string, path: Path): MappingProblem[] => {
  const type = readType(text);
  if (!type) return at(path, [`${text} is no type: write String, ID! or [Permit!]`]);
  const isKnown = isLeaf(mapping, type.name) || Object.hasOwn(mapping.types, type.name);
  return isKnown ? [] : at(path, [`${type.name} is no scalar, and no type or enumeration of this file`]);
};

/** References of a call, with where they stand. */
const referencesOf = ({ get, post, query, headers }: MappedCall): { path: Path; text: string }[] => [
  ...[get, post].flatMap((text, index) => (text === undefined ? [] : [{ path: [index === 0 ? "get" : "post"], text }])),
  ...Object.entries(query).map(([name, text]) => ({ path: ["query", name], text: String(text) })),
  ...Object.entries(headers).map(([name, text]) => ({ path: ["headers", name], text })),
];

const callProblems = (call: MappedCall, known: ReadonlySet<string>, path: Path): MappingProblem[] => [
  ...((call.get === undefined) === (call.post === undefined) ? at(path, ["has either get or post"]) : []),
  ...(call.body !== undefined && call.post === undefined ? at(path, ["a body goes with post"]) : []),
  ...referencesOf(call).flatMap(({ path: place, text }) => [
    ...(hasStrayBrace(text)
      ? at([...path, ...place], ["has a brace that is no reference: write {argument} or {this.field}"])
      : []),
    ...unknownIn(referencesIn(text), known, [...path, ...place]),
  ]),
  ...unknownIn(referencesInJson(call.body), known, [...path, "body"]),
];

const unknownIn = (references: readonly string[], known: ReadonlySet<string>, path: Path): MappingProblem[] =>
  at(
    path,
    references
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `{${name}} is nothing here: ${known.size === 0 ? "there is nothing to fill in" : `there is ${[...known].map((each) => `{${each}}`).join(", ")}`}`,
      ),
  );

/** Fields of the type that can be written into a request. */
const fillable = (mapping: Mapping, { fields }: MappedType): ReadonlySet<string> =>
  new Set(
    Object.entries(fields).flatMap(([name, field]) => {
      const type = readType(field.type);
      return type && !type.isList && !field.call && isLeaf(mapping, type.name) ? [`this.${name}`] : [];
    }),
  );

const linkProblems = (mapping: Mapping, type: MappedType, field: MappedField, path: Path): MappingProblem[] => {
  const read = readType(field.type);
  const target = read && Object.hasOwn(mapping.types, read.name) ? mapping.types[read.name] : undefined;
  if (!field.key) return [];
  if (!read || !target || read.isList || target.key === undefined || (!target.lookup && !target.elsewhere))
    return at([...path, "key"], ["leads to a type that has no key and lookup, or is no single object"]);
  const wanted = keyFieldsOf(target).sort().join(" ");
  const given = Object.keys(field.key).sort().join(" ");
  return [
    ...(wanted === given ? [] : at([...path, "key"], [`gives ${given}, and the key of ${read.name} is ${wanted}`])),
    ...Object.entries(field.key).flatMap(([name, text]) =>
      unknownIn(referencesIn(text), fillable(mapping, type), [...path, "key", name]),
    ),
  ];
};

const fieldProblems = (mapping: Mapping, type: MappedType, field: MappedField, path: Path): MappingProblem[] => [
  ...typeProblems(mapping, field.type, [...path, "type"]),
  ...([field.from, field.key, field.call].filter((each) => each !== undefined).length > 1
    ? at(path, ["has more than one of from, key and call"])
    : []),
  ...(type.elsewhere && (field.from ?? field.call ?? field.key) !== undefined
    ? at(path, ["is of a type that is elsewhere: it is filled by who leads to it"])
    : []),
  ...(field.call ? callProblems(field.call, fillable(mapping, type), [...path, "call"]) : []),
  ...linkProblems(mapping, type, field, path),
  ...directiveProblems(field.directives, "FIELD", [...path, "directives"]),
];

const keyProblems = (mapping: Mapping, name: string, type: MappedType): MappingProblem[] => {
  const path = ["types", name];
  const keys = keyFieldsOf(type);
  const known = new Set(keys);
  const { lookup, elsewhere } = type;
  return [
    ...keys.flatMap((key) => {
      const field = type.fields[key];
      const read = field && readType(field.type);
      return read && !read.isList && read.isRequired && isLeaf(mapping, read.name)
        ? []
        : at([...path, "key"], [`${key} is no field of ${name} with a type such as ID!`]);
    }),
    ...(keys.length > 0 && !lookup && !elsewhere
      ? at(path, ["has a key: say by which lookup it is found, or elsewhere: true"])
      : []),
    ...(keys.length === 0 && (lookup ?? (elsewhere || undefined)) !== undefined ? at(path, ["needs a key"]) : []),
    ...(elsewhere && lookup ? at(path, ["is elsewhere and has a lookup: one of both"]) : []),
    ...(lookup ? callProblems(lookup, known, [...path, "lookup"]) : []),
    ...(lookup && !keys.every((key) => usesOf(lookup).includes(key))
      ? at([...path, "lookup"], [`does not send ${keys.join(" and ")}`])
      : []),
    ...(lookup?.many !== undefined && (keys.length > 1 || /\{/.test(lookup.get ?? lookup.post ?? ""))
      ? at([...path, "lookup", "many"], ["goes with a key of one field that stands in the query or the body"])
      : []),
  ];
};

const usesOf = (call: MappedCall): string[] => [
  ...referencesOf(call).flatMap(({ text }) => referencesIn(text)),
  ...referencesInJson(call.body),
];

const queryProblems = (mapping: Mapping, query: MappedQuery, path: Path): MappingProblem[] => {
  const { type, connection, pages, call, directives } = query;
  const known = new Set(Object.keys(query.arguments));
  const read = type === undefined ? undefined : readType(type);
  return [
    ...(type === undefined ? [] : typeProblems(mapping, type, [...path, "type"])),
    ...(connection === undefined || Object.hasOwn(mapping.types, connection)
      ? []
      : at([...path, "connection"], [`${connection} is no type of this file`])),
    ...(connection !== undefined && !pages ? at(path, ["is a connection: say how its pages are asked for"]) : []),
    ...(read?.isRequired
      ? at([...path, "type"], ["must not end with !: one root that fails would empty everybody's answer"])
      : []),
    ...(pages && read && !read.isList ? at([...path, "pages"], ["go with a list or a connection"]) : []),
    ...Object.entries(query.arguments).flatMap(([name, argument]) =>
      argumentProblems(mapping, name, argument.type, [...path, "arguments", name], !!pages),
    ),
    ...callProblems(call, known, [...path, "call"]),
    ...(pages ? pagesProblems(pages, call).map((message) => ({ path: [...path, "pages"], message })) : []),
    ...directiveProblems(directives, "FIELD", [...path, "directives"]),
  ];
};

const argumentProblems = (
  mapping: Mapping,
  name: string,
  text: string,
  path: Path,
  isPaged: boolean,
): MappingProblem[] => {
  const type = readType(text);
  return [
    ...typeProblems(mapping, text, path),
    ...(type && Object.hasOwn(mapping.types, type.name)
      ? at(path, [`${type.name} is no type of an argument: a scalar or an enumeration is`])
      : []),
    ...(isPaged && ["first", "after"].includes(name) ? at(path, [`${name} is the page's own argument`]) : []),
  ];
};

const enumProblems = ({ enums }: Mapping): MappingProblem[] =>
  Object.entries(enums).flatMap(([name, { values }]) => {
    const from = Object.values(values).map((value) => value.from);
    return [
      ...(from.length === 0 ? at(["enums", name], ["has no values"]) : []),
      ...(new Set(from).size === from.length
        ? []
        : at(["enums", name], ["has two names for one value of the backend"])),
      ...(SCALAR_NAMES.has(name) ? at(["enums", name], ["has the name of a scalar"]) : []),
    ];
  });

const directiveProblems = (text: string | undefined, place: "FIELD" | "TYPE", path: Path): MappingProblem[] => {
  if (text === undefined) return [];
  try {
    parse(place === "TYPE" ? `type T ${text} { f: Int }` : `type T { f: Int ${text} }`);
    return [];
  } catch {
    return at(path, ['are not written as in SDL: @tag(name: "open-data")']);
  }
};

/** Names that the product gives itself, or that would hide another of the file. */
const nameProblems = ({ types, enums }: Mapping): MappingProblem[] =>
  Object.keys(types).flatMap((name) => [
    ...(/^(?:Query|Mutation|Subscription|PageInfo)$|(?:Connection|Edge)$/.test(name) || SCALAR_NAMES.has(name)
      ? at(["types", name], ["is a name that is given already: call the type otherwise"])
      : []),
    ...(Object.hasOwn(enums, name) ? at(["types", name], ["is an enumeration too"]) : []),
    ...(Object.keys(types[name]!.fields).length === 0 ? at(["types", name], ["has no fields"]) : []),
  ]);

/** Everything that is wrong, a sentence each. */
export const mappingProblems = (mapping: Mapping): MappingProblem[] => [
  ...nameProblems(mapping),
  ...enumProblems(mapping),
  ...Object.entries(mapping.types).flatMap(([name, type]) => [
    ...keyProblems(mapping, name, type),
    ...directiveProblems(type.directives, "TYPE", ["types", name, "directives"]),
    ...Object.entries(type.fields).flatMap(([field, mapped]) =>
      fieldProblems(mapping, type, mapped, ["types", name, "fields", field]),
    ),
  ]),
  ...Object.entries(mapping.queries).flatMap(([name, query]) => queryProblems(mapping, query, ["queries", name])),
  ...(Object.keys(mapping.queries).length === 0 && !Object.values(mapping.types).some(({ lookup }) => lookup)
    ? at(["queries"], ["has nothing, and no type has a lookup: nobody could ask anything"])
    : []),
];
