/** An operation in TypeScript: a whole file of the recipe for graphql-codegen, gql.tada, Apollo Client or urql, or for our client alone. */
import { Kind, type TypeNode } from "graphql";
import type { Asked } from "./asked.js";

/** Scalars for which the client has a function that checks what was typed. */
const CHECKED: Readonly<Record<string, string>> = {
  CatalogCode: "catalogCode",
  Date: "localDate",
  DivisionCode: "divisionCode",
  DocumentNumber: "documentNumber",
  Money: "money",
  USCC: "uscc",
};

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** A value as TypeScript: text of a checked scalar by its function, all else as JSON. */
const valueOf = (value: unknown, check: string | undefined): string => {
  if (Array.isArray(value)) return `[${value.map((each) => valueOf(each, check)).join(", ")}]`;
  const json = JSON.stringify(value, null, 2);
  return check !== undefined && typeof value === "string" ? `${check}(${json})` : json;
};

/** The variables as an object of TypeScript, and the functions that check them. */
const givenOf = ({ variables, types }: Asked): { readonly given: string; readonly checks: readonly string[] } => {
  const checks = Object.entries(variables).map(([each, value]) => {
    const type = types.get(each);
    return type && value !== null ? CHECKED[namedType(type)] : undefined;
  });
  const lines = Object.entries(variables).map(([each, value], at) => `  ${each}: ${valueOf(value, checks[at])},\n`);
  return { given: `{\n${lines.join("")}}`, checks: [...new Set(checks.filter((each) => each !== undefined))].sort() };
};

/** Imports, with the functions that check variables in the place of CHECKS. */
const importsOf = (imports: readonly string[], checks: readonly string[]): string =>
  imports.join("\n").replace("CHECKS", checks.map((each) => `, ${each}`).join(""));

/** The text between the quotes of a template. */
const templateOf = (text: string): string => text.replaceAll(/[\\`]|\$\{/g, "\\$&").replaceAll(/^/gm, "  ");

/** How a client asks, of the names of the document and of its variables. */
type Call = (document: string, variables: string) => string;

const typescript = (asked: Asked, imports: readonly string[], call: Call, tag = "graphql"): string => {
  const { given, checks } = givenOf(asked);
  const name = `${asked.name}Document`;
  const [open, close] = tag === "" ? ["", ""] : [`${tag}(`, ")"];
  return `${importsOf(imports, checks)}

const ${name} = ${open}\`
${templateOf(asked.text)}
\`${close};

${call(name, given)}
`;
};

const ASK: (url: string) => Call = (url) => (document, given) =>
  `const client = createClient({ url: ${JSON.stringify(url)} });
const { data, errors, withheld, masked } = await client.ask(${document}, ${given});
console.log(JSON.stringify({ data, errors, withheld, masked }, null, 2));`;

/** With our client, typed by a generator whose function is imported from here. */
export const ask =
  (graphql: string) =>
  (asked: Asked): string =>
    typescript(
      asked,
      [`import { createClientCHECKS } from "@govgraph/client";`, `import { graphql } from "${graphql}";`],
      ASK(asked.url),
    );

/** With our client alone: nothing is generated, and the answer has no type. */
export const client = (asked: Asked): string =>
  typescript(asked, [`import { createClientCHECKS } from "@govgraph/client";`], ASK(asked.url), "");

/** With Apollo Client 4. */
export const apollo = (asked: Asked): string =>
  typescript(
    asked,
    [
      `import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";`,
      `import { type DisclosedCHECKS } from "@govgraph/client";`,
      `import { createDisclosureLink, typePolicies } from "@govgraph/client/apollo";`,
      `import { graphql } from "./gql/index.js";`,
    ],
    (document, given) => `const told: Disclosed<unknown>[] = [];
const client = new ApolloClient({
  cache: new InMemoryCache({ typePolicies }),
  link: ApolloLink.from([
    createDisclosureLink((answer) => told.push(answer)),
    new HttpLink({ uri: ${JSON.stringify(asked.url)}, headers: { accept: "application/graphql-response+json" } }),
  ]),
});
const { data } = await client.${asked.kind === "query" ? "query" : "mutate"}({ ${asked.kind}: ${document}, variables: ${given} });
console.log(JSON.stringify({ data, withheld: told[0]?.withheld, masked: told[0]?.masked }, null, 2));
client.stop();`,
  );

/** With urql and graphcache. */
export const urql = (asked: Asked): string =>
  typescript(
    asked,
    [
      `import { graphcacheKeys, noticesOfCHECKS } from "@govgraph/client";`,
      `import { Client, fetchExchange } from "@urql/core";`,
      `import { cacheExchange } from "@urql/exchange-graphcache";`,
      `import { graphql } from "./gql/index.js";`,
    ],
    (document, given) => `const client = new Client({
  url: ${JSON.stringify(asked.url)},
  exchanges: [cacheExchange({ keys: graphcacheKeys }), fetchExchange],
  preferGetMethod: false,
  fetchOptions: { headers: { accept: "application/graphql-response+json" } },
});
const { data, error, extensions } = await client.${asked.kind}(${document}, ${given}).toPromise();
console.log(JSON.stringify({ data, error, ...noticesOf(extensions) }, null, 2));`,
  );
