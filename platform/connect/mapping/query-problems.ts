/** What is wrong with queries of a mapping. */
import { callProblems } from "./call-problems.js";
import type { MappedQuery, Mapping } from "./mapping.js";
import { pagesProblems } from "./pages-problems.js";
import { at, type MappingProblem, type Path } from "./problem.js";
import { directiveProblems, typeProblems } from "./reference-problems.js";
import { readType } from "./type-reference.js";

/** What is wrong with a query. */
export const queryProblems = (mapping: Mapping, query: MappedQuery, path: Path): MappingProblem[] => {
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
