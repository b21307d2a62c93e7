/** What is wrong with fields of a mapping: links to other objects and requests of their own. */
import { callProblems, unknownIn } from "./call-problems.js";
import { keyFieldsOf, type MappedField, type MappedType, type Mapping } from "./mapping.js";
import { at, type MappingProblem, type Path } from "./problem.js";
import { directiveProblems, isLeaf, typeProblems } from "./reference-problems.js";
import { referencesIn } from "./template.js";
import { readType } from "./type-reference.js";

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

/** What is wrong with a field. */
export const fieldProblems = (mapping: Mapping, type: MappedType, field: MappedField, path: Path): MappingProblem[] => [
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
