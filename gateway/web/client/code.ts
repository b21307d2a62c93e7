/** An operation as code: a whole file for each recipe of clients/recipes, or a command line, that asks it as it stands. */
import { getOperationAST, Kind, parse, print, type DocumentNode, type TypeNode } from "graphql";
import type { Operation } from "./share.js";

/** What an operation is written as; the names of the recipes where they have one. */
export const FORMS = ["curl", "graphql-codegen", "gql.tada", "Apollo Client", "urql", "Python"] as const;

/** One of them. */
export type Form = (typeof FORMS)[number];

/** An operation that can be written as code. */
interface Asked {
  readonly name: string;
  readonly kind: "query" | "mutation";
  /** As it was written, with a name. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly types: ReadonlyMap<string, TypeNode>;
  readonly url: string;
}

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

/** Generators know operations by their names. */
const withName = (document: DocumentNode, text: string): { readonly name: string; readonly text: string } => {
  const operation = getOperationAST(document);
  if (operation?.name) return { name: operation.name.value, text: text.trim() };
  const name = { kind: Kind.NAME, value: "Operation" } as const;
  const definitions = document.definitions.map((each) => (each === operation ? { ...operation, name } : each));
  return { name: name.value, text: print({ ...document, definitions }) };
};

/** Reads what stands in the editors; undefined for what is no operation, no JSON, several operations or a subscription. */
const read = ({ query, variables }: Operation, url: string): Asked | undefined => {
  try {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation || operation.operation === "subscription") return undefined;
    const given: unknown = JSON.parse(variables?.trim() || "{}");
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const types = new Map(
      (operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, type]),
    );
    return {
      ...withName(document, query),
      kind: operation.operation,
      variables: Object.fromEntries(Object.entries(given).filter(([name]) => types.has(name))),
      types,
      url,
    };
  } catch {
    return undefined;
  }
};

const quotedForShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const curl = ({ text, variables, url }: Asked): string =>
  [
    `curl -s ${quotedForShell(url)}`,
    "-H 'content-type: application/json'",
    "-H 'accept: application/graphql-response+json'",
    `-d ${quotedForShell(JSON.stringify({ query: text, variables }))}`,
  ].join(" \\\n  ");

/** A value as TypeScript: text of a checked scalar by its function, all else as JSON. */
const valueOf = (value: unknown, check: string | undefined): string => {
  if (Array.isArray(value)) return `[${value.map((each) => valueOf(each, check)).join(", ")}]`;
  const json = JSON.stringify(value, null, 2);
  return check !== undefined && typeof value === "string" ? `${check}(${json})` : json;
};

/** How a client asks, of the names of the document and of its variables. */
type Call = (document: string, variables: string) => string;

const typescript = (asked: Asked, imports: readonly string[], call: Call): string => {
  const { name, text, variables, types } = asked;
  const checks = Object.entries(variables).map(([each, value]) => {
    const type = types.get(each);
    return type && value !== null ? CHECKED[namedType(type)] : undefined;
  });
  const used = [...new Set(checks.filter((each) => each !== undefined))].sort();
  const given = Object.entries(variables).map(([each, value], at) => `  ${each}: ${valueOf(value, checks[at])},\n`);
  const template = text.replaceAll(/[\\`]|\$\{/g, "\\$&").replaceAll(/^/gm, "  ");
  return `${imports.join("\n").replace("CHECKS", used.map((each) => `, ${each}`).join(""))}

const ${name}Document = graphql(\`
${template}
\`);

${call(`${name}Document`, `{\n${given.join("")}}`)}
`;
};

const ask = (graphql: string) => (asked: Asked) =>
  typescript(
    asked,
    [`import { createClientCHECKS } from "@govgraph/client";`, `import { graphql } from "${graphql}";`],
    (document, given) => `const client = createClient({ url: ${JSON.stringify(asked.url)} });
const { data, errors, withheld, masked } = await client.ask(${document}, ${given});
console.log(JSON.stringify({ data, errors, withheld, masked }, null, 2));`,
  );

const apollo = (asked: Asked): string =>
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

const urql = (asked: Asked): string =>
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

/** Text for Python: raw between three quotes where that is the same text, else as JSON, of which Python reads the strings. */
const quotedForPython = (text: string): string => (/'''|\\|'$|^'/.test(text) ? JSON.stringify(text) : `'''${text}'''`);

const python = ({ text, variables, url }: Asked): string => `import json

from gql import Client, GraphQLRequest
from gql.transport.httpx import HTTPXTransport

OPERATION = ${quotedForPython(text)}
VARIABLES = json.loads(${quotedForPython(JSON.stringify(variables))})

request = GraphQLRequest(OPERATION, variable_values=VARIABLES)
with Client(transport=HTTPXTransport(url=${JSON.stringify(url)}, timeout=20)) as session:
    answer = session.execute(request, get_execution_result=True)
print(json.dumps({"data": answer.data, "extensions": answer.extensions}, ensure_ascii=False, indent=2))
`;

const WRITERS: Readonly<Record<Form, (asked: Asked) => string>> = {
  curl,
  "graphql-codegen": ask("./gql/index.js"),
  "gql.tada": ask("./graphql.js"),
  "Apollo Client": apollo,
  urql,
  Python: python,
};

/** The operation in a form; undefined where it is none that is asked once, or its variables are no JSON. */
export const codeOf = (form: Form, operation: Operation, url: string): string | undefined => {
  const asked = read(operation, url);
  return asked && WRITERS[form](asked);
};
