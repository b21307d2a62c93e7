#!/usr/bin/env bash
# @pothos/plugin-federation 4.4.2 (@pothos/core 4.15.1), @apollo/composition 2.14.4, @theguild/federation-composition 0.27.0: a link to
# another subgraph's entity, written as the plugin's documentation has it, takes the non-null of the owner's key away.
#
# 1. `builder.externalRef("Organization", builder.selection("id"))` with `externalFields: (t) => ({ id: t.id() })`.
#    Guess: the key is printed as the owner has it, `id: ID!`; an object without it is none that anybody could look up.
#    Seen:  `id: ID @external`: what is not said is nullable, in external fields too.
# 2. It is composed with the owner's `id: ID!`.
#    Guess: the owner's type holds, because the other subgraph says itself that the field is external.
#    Seen:  Apollo's composer makes it `ID` for every client, with no more than a hint of the lowest level; The Guild's refuses.
# So:    write `t.id({ nullable: false })` for each key of a linked entity, and compare the public schema with the one before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @pothos/core@4.15.1 @pothos/plugin-directives@4.3.2 @pothos/plugin-federation@4.4.2 \
  @apollo/subgraph@2.14.4 @apollo/composition@2.14.4 @theguild/federation-composition@0.27.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import SchemaBuilder from "@pothos/core";
import DirectivePlugin from "@pothos/plugin-directives";
import FederationPlugin from "@pothos/plugin-federation";
import { printSubgraphSchema } from "@apollo/subgraph";
import { composeServices as apollo } from "@apollo/composition";
import { composeServices as guild } from "@theguild/federation-composition";
import { parse, print } from "graphql";

const LINK = "https://specs.apollo.dev/federation/v2.9";
const OWNER = `extend schema @link(url: "${LINK}", import: ["@key"])
  type Query { organization(id: ID!): Organization }
  type Organization @key(fields: "id") { id: ID! name: String }`;

const linking = (options) => {
  const builder = new SchemaBuilder({ plugins: [DirectivePlugin, FederationPlugin] });
  const organization = builder.externalRef("Organization", builder.selection("id")).implement({
    externalFields: (t) => ({ id: t.id(options) }),
  });
  const permit = builder.objectRef("Permit").implement({
    fields: (t) => ({ holder: t.field({ type: organization, resolve: () => ({ id: "1" }) }) }),
  });
  builder.queryType({ fields: (t) => ({ permit: t.field({ type: permit, resolve: () => ({}) }) }) });
  return printSubgraphSchema(builder.toSubGraphSchema({ linkUrl: LINK }));
};
const keyOf = (sdl) => {
  const type = parse(sdl).definitions.find(({ name, kind }) => kind === "ObjectTypeDefinition" && name.value === "Organization");
  return print(type.fields.find(({ name }) => name.value === "id").type);
};
for (const [said, options] of [["by default", {}], ["nullable: false", { nullable: false }]]) {
  const sdl = linking(options);
  console.log(said, "prints", keyOf(sdl));
  for (const [name, compose] of Object.entries({ apollo, guild })) {
    const { supergraphSdl, hints = [] } = compose([
      { name: "owner", typeDefs: parse(OWNER), url: "http://owner.invalid" },
      { name: "permits", typeDefs: parse(sdl), url: "http://permits.invalid" },
    ]);
    const levels = hints.map(({ definition }) => definition.level.name);
    console.log(said, name, supergraphSdl ? keyOf(supergraphSdl) : "refuses", ...levels);
  }
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "by default prints ID
by default apollo ID INFO
by default guild refuses
nullable: false prints ID!
nullable: false apollo ID!
nullable: false guild ID!" ]
