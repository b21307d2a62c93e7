/** A name that is almost right is answered like any other: nobody finds the schema by asking for what is near it. */
import { readFileSync } from "node:fs";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLSchema,
} from "graphql";
import { projectPath } from "../../../platform/config/index.js";
import { toFormattedError } from "../../../platform/errors/index.js";

/** A document with a hole where a name is guessed, and the name that would be right. */
interface Probe {
  readonly right: string;
  readonly written: (name: string) => string;
}

const probesOf = (schema: GraphQLSchema): Probe[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type): Probe[] => {
      const own = { right: type.name, written: (name: string) => `query ($v: ${name}) { __typename }` };
      if (isEnumType(type))
        return [
          own,
          ...type.getValues().map(({ name: right }) => ({
            right,
            written: (name: string) => `query ($v: ${type.name} = ${name}) { __typename }`,
          })),
        ];
      if (isInputObjectType(type))
        return [
          own,
          ...Object.keys(type.getFields()).map((right) => ({
            right,
            written: (name: string) => `query ($v: ${type.name} = { ${name}: null }) { __typename }`,
          })),
        ];
      if (!isObjectType(type) && !isInterfaceType(type)) return [own];
      return [
        { right: type.name, written: (name) => `fragment F on ${name} { __typename }` },
        ...Object.values(type.getFields()).flatMap((field): Probe[] => [
          { right: field.name, written: (name) => `fragment F on ${type.name} { ${name} }` },
          ...field.args.map((argument) => ({
            right: argument.name,
            written: (name: string) => `fragment F on ${type.name} { ${field.name}(${name}: null) }`,
          })),
        ]),
      ];
    });

it("[A13] a near miss is told in the same words as any name, and nothing is suggested, in over two thousand places", () => {
  const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  /** What a client is told, without the name that it wrote. */
  const told = (document: string, name: string): string =>
    validate(schema, parse(document))
      .map((error) => {
        const formatted = { ...error.toJSON(), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
        return toFormattedError(formatted, error, () => undefined).message.replaceAll(name, "…");
      })
      .join("\n");
  const probes = probesOf(schema);
  expect(probes.length).toBeGreaterThan(2_000);
  const tells = probes.flatMap(({ right, written }) => {
    const [near, random] = [`${right}q`, "zq9kanarienvogel"];
    const messages = [told(written(near), near), told(written(random), random)];
    return messages[0] !== "" && messages[0] === messages[1] && !/did you mean|perhaps|suggest/i.test(messages[0]!)
      ? []
      : [{ right, messages }];
  });
  expect(tells).toEqual([]);
});
