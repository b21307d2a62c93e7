/** What is wrong with a mapping that has the right shape: names that nothing declares, values that stand where they can not. */
import { SCALAR_NAMES } from "../scalars.js";
import { callProblems, usesOf } from "./call-problems.js";
import { fieldProblems } from "./field-problems.js";
import { keyFieldsOf, type MappedType, type Mapping } from "./mapping.js";
import { at, type MappingProblem } from "./problem.js";
import { queryProblems } from "./query-problems.js";
import { directiveProblems } from "./reference-problems.js";
import { readType } from "./type-reference.js";

const keyProblems = (mapping: Mapping, name: string, type: MappedType): MappingProblem[] => {
  const path = ["types", name];
  const keys = keyFieldsOf(type);
  const known = new Set(keys);
  const { lookup, elsewhere } = type;
  return [
    ...keys.flatMap((key) => {
      const field = type.fields[key];
      const read = field && readType(field.type);
      return read && !read.isList && read.isRequired && SCALAR_NAMES.has(read.name)
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

/** A mapping that others write must not send what belongs to another process to its own backend: each secret bears the name of its subgraph. */
const secretProblems = ({ subgraph, backend }: Mapping): MappingProblem[] => {
  const { env, file } = backend.auth?.secret ?? {};
  const begun = `${subgraph.toUpperCase().replaceAll("-", "_")}_`;
  const path = ["backend", "auth", "secret"];
  return [
    ...(env === undefined || env.startsWith(begun)
      ? []
      : at(path, [`has a variable that does not begin with ${begun}`])),
    ...(file === undefined || file.startsWith(`${subgraph}-`)
      ? []
      : at(path, [`has a file that does not begin with ${subgraph}-`])),
  ];
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
  ...secretProblems(mapping),
  ...(Object.keys(mapping.queries).length === 0 && !Object.values(mapping.types).some(({ lookup }) => lookup)
    ? at(["queries"], ["has nothing, and no type has a lookup: nobody could ask anything"])
    : []),
];
