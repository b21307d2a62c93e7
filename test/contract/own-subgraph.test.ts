/** Types that the gateway's own subgraph shares with the services are written out in its SDL: they are the same there, word for word. */
import { readFileSync } from "node:fs";
import { parse, print, type DocumentNode } from "graphql";
import { registeredServices, projectPath } from "../../platform/config/index.js";
import { nodeTypes } from "../../platform/graphql/node-types.js";
import { ownSdl } from "../../gateway/own/own-sdl.js";

const typesOf = ({ definitions }: DocumentNode): ReadonlyMap<string, string> =>
  new Map(
    definitions.flatMap((node) =>
      "name" in node &&
      node.name &&
      node.kind !== "DirectiveDefinition" &&
      !["Query", "Mutation"].includes(node.name.value)
        ? [[node.name.value, print(node)] as const]
        : [],
    ),
  );

describe("the gateway's own subgraph", () => {
  const own = typesOf(parse(ownSdl(), { noLocation: true }));

  it.each(registeredServices())(
    "shares value types, enumerations and scalars with %s as that service prints them",
    (name) => {
      const service = typesOf(
        parse(readFileSync(projectPath(`schema/subgraphs/${name}.graphql`), "utf8"), { noLocation: true }),
      );
      // To these each adds fields of its own.
      const extended = ["Me", ...nodeTypes().map(({ type }) => type)];
      const shared = [...own].filter(([type]) => service.has(type) && !extended.includes(type));
      expect(shared.map(([type]) => [type, service.get(type)])).toEqual(shared);
      expect(shared.map(([type]) => type)).toEqual(
        expect.arrayContaining(["PageInfo", "Change", "RecordKind", "Date"]),
      );
    },
  );
});
