/** Attacks through types and conditions: introspection, unions, inline fragments on every type, conditions of every kind. */
import { getIntrospectionQuery } from "graphql";
import { limit, organizations, times, type Attack, type AttackTable } from "./attack.js";

const INVALID = "GRAPHQL_VALIDATION_FAILED" as const;

const types = (levels: number): string => (levels === 0 ? "name" : `fields { type { ${types(levels - 1)} } }`);
const ofTypes = (levels: number): string => (levels === 0 ? "name" : `name ofType { ${ofTypes(levels - 1)} }`);

const MEMBERS = ["AdministrativeLicence", "AdministrativePenalty", "ListEntry", "RepairCase", "CreditCommitment"];

/** The attacks. */
export const SCHEMA_ATTACKS: AttackTable = {
  introspection: [
    { name: "the usual question", query: getIntrospectionQuery({ descriptions: false }) },
    {
      name: "the usual question with all that it can have",
      query: getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
        oneOf: true,
      }),
    },
    {
      name: "the usual question, twice",
      query: getIntrospectionQuery().replace("{", "{ again: __schema { queryType { name } }"),
      refused: limit("DEPTH"),
    },
    {
      name: "the usual question beside a root",
      query: getIntrospectionQuery().replace("{", "{ me { kind }"),
      refused: limit("DEPTH"),
    },
    { name: "types of fields of types, one level", query: `{ __type(name: "Me") { ${types(1)} } }` },
    {
      name: "types of fields of types, five levels",
      query: `{ __type(name: "Me") { ${types(5)} } }`,
      refused: limit("DEPTH"),
    },
    {
      name: "types of fields of types in the whole schema",
      query: `{ __schema { types { ${types(9)} } } }`,
      refused: limit("DEPTH"),
    },
    { name: "types of types, 18 levels", query: `{ __schema { types { ${ofTypes(18)} } } }`, refused: limit("DEPTH") },
    {
      name: "types of types, doubled by fragments",
      query: `{ __schema { types { ...F0 } } } ${times(18, (index) => `fragment F${index} on __Type { ofType { ...F${index + 1} } interfaces { ...F${index + 1} } }`)} fragment F18 on __Type { name }`,
      refused: limit("DEPTH"),
    },
    { name: "a type that is none", query: `{ __type(name: "Exploding") { name } }` },
    {
      name: "15 types under aliases",
      query: `{ ${times(6, (index) => `a${index}: __type(name: "Me") { name }`)} }`,
      refused: limit("ROOT_FIELDS"),
    },
    { name: "a field of introspection that is none", query: "{ __schema { explode } }", refused: INVALID },
    {
      name: "introspection of an object",
      query: `{ ${organizations("__schema { queryType { name } }")} }`,
      refused: INVALID,
    },
  ],
  unions: [
    {
      name: "every member",
      query: `{ ${organizations(`creditReport { records { nodes { __typename ${times(MEMBERS.length, (index) => `... on ${MEMBERS[index]} { id${index}: __typename }`)} } } }`)} }`,
      refused: INVALID,
    },
    {
      name: "a field of the union itself",
      query: `{ fundAllocation(id: "1") { recipient { id } } }`,
      refused: INVALID,
    },
    {
      name: "each member within each other",
      query: `{ fundAllocation(id: "1") { recipient { ... on Organization { ... on Division { code } } } } }`,
      refused: INVALID,
    },
    {
      name: "names of members, 60 times",
      query: `{ fundAllocation(id: "1") { recipient { ${times(60, (index) => `... on ${["Organization", "Division", "FundProject"][index % 3]} { __typename }`)} } } }`,
    },
    {
      name: "101 fields of three types",
      query: `{ fundAllocation(id: "1") { recipient { ${times(101, () => "... on Organization { parent { id } }")} } } }`,
      refused: limit("SELECTIONS"),
    },
  ],
  conditions: [
    ...[true, false].flatMap((value) =>
      ["@include(if: $c)", "@skip(if: $c)", "@include(if: $c) @skip(if: $c)", "@skip(if: $c) @include(if: true)"].map(
        (condition): Attack => ({
          name: `${condition} where it is ${value}`,
          query: `query ($c: Boolean!) { ${organizations(`id name ${condition} ...F ${condition} ... ${condition} { parent { id } }`)} } fragment F on Organization { kind status ${condition} }`,
          variables: { c: value },
        }),
      ),
    ),
    {
      name: "everything is left out",
      query: `query ($c: Boolean!) { organizations(first: 1) @skip(if: $c) { nodes { id } } }`,
      variables: { c: true },
    },
    {
      name: "every field is left out",
      query: `query ($c: Boolean!) { organizations(first: 1) { nodes { id @skip(if: $c) parent @skip(if: $c) { id } } } }`,
      variables: { c: true },
    },
    {
      name: "one field under every condition",
      query: `query ($c: Boolean!, $d: Boolean!) { ${organizations("id @include(if: $c) id @include(if: $d) id @skip(if: $c) id @skip(if: $d) parent @include(if: $c) { id } parent @include(if: $d) { name }")} }`,
      variables: { c: true, d: false },
    },
    {
      name: "a condition that is a text",
      query: `query ($c: String!) { me @include(if: $c) { kind } }`,
      variables: { c: "true" },
      refused: INVALID,
    },
    {
      name: "a condition whose value is a list",
      query: `query ($c: Boolean!) { me @include(if: $c) { kind } }`,
      variables: { c: [true] },
      refused: "BAD_USER_INPUT",
    },
    { name: "@defer, to who takes one answer", query: `{ ${organizations("... @defer { id }")} }` },
    { name: "@defer of a field", query: `{ ${organizations("parent @defer { id }")} }`, refused: INVALID },
    {
      name: "two parts of one label",
      query: `{ ${organizations('... @defer(label: "a") { id } ... @defer(label: "a") { name }')} }`,
      refused: INVALID,
    },
    {
      name: "60 parts",
      query: `{ ${organizations(times(60, () => "... @defer { id }"))} }`,
      refused: limit("DIRECTIVES"),
    },
    { name: "@stream", query: `{ organizations(first: 1) { nodes @stream { id } } }`, refused: INVALID },
  ],
};
