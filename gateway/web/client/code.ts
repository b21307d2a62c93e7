/** An operation as code: a whole file for each recipe of clients/recipes, or a command line, that asks it as it stands. */
import { readAsked, type Asked } from "./code/asked.js";
import { java } from "./code/java.js";
import { python } from "./code/python.js";
import { curl } from "./code/shell.js";
import { apollo, ask, client, urql } from "./code/typescript.js";
import type { Operation } from "./share.js";

/** What an operation is written as; the names of the recipes where they have one. */
export const FORMS = [
  ...(["curl", "@govgraph/client", "graphql-codegen", "gql.tada", "Apollo Client", "urql"] as const),
  ...(["Python", "Java"] as const),
] as const;

/** One of them. */
export type Form = (typeof FORMS)[number];

const WRITERS: Readonly<Record<Form, (asked: Asked) => string>> = {
  curl,
  "@govgraph/client": client,
  "graphql-codegen": ask("./gql/index.js"),
  "gql.tada": ask("./graphql.js"),
  "Apollo Client": apollo,
  urql,
  Python: python,
  Java: java,
};

/** The operation in a form; undefined where it is none that is asked once, or its variables are no JSON. */
export const codeOf = (form: Form, operation: Operation, url: string): string | undefined => {
  const asked = readAsked(operation, url);
  return asked && WRITERS[form](asked);
};
