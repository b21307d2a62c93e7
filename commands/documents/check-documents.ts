/** Checks documents before they are published: that they are of this graph, within the limits of published ones, and what of them is closed. */
import { buildSchema, GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import { operationOf } from "../../gateway/document/fragments.js";
import { checkDocument } from "../../gateway/document/document-limits.js";
import { coordinatesOf } from "../../gateway/use/coordinates.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";

/** What a graph serves. */
export interface ServedGraph {
  readonly publicSchema: string;
  readonly policy: Pick<PolicyTable, "fields">;
}

/** A document that is checked. */
export interface CheckedText {
  readonly id: string;
  readonly text: string;
}

/** What was found of one document. */
export interface Finding {
  /** Name of its operation, or the beginning of its hash. */
  readonly name: string;
  /** Why it can not be published. */
  readonly problems: readonly string[];
  /** Closed fields that it asks for, with who reads them: `Organization.contact (INTERNAL_AFFAIRS: OWNER, AGENCY)`. */
  readonly closed: readonly string[];
}

/** Finds what is wrong with documents, and what of them is closed; those of which nothing is to say are left out. */
export const checkDocuments = (texts: readonly CheckedText[], { publicSchema, policy }: ServedGraph): Finding[] => {
  const schema = buildSchema(publicSchema);
  const rules = new Map(
    policy.fields.map(({ type, field, reason, tier }) => [
      `${type}.${field}`,
      `${type}.${field} (${reason}: ${tier.join(", ")})`,
    ]),
  );
  return texts
    .map((text) => checkOne(text, schema, rules))
    .filter(({ problems, closed }) => problems.length + closed.length > 0);
};

const checkOne = ({ id, text }: CheckedText, schema: GraphQLSchema, rules: ReadonlyMap<string, string>): Finding => {
  const nameless = id.replace("sha256:", "").slice(0, 12);
  let document: DocumentNode;
  try {
    document = checkDocument(text, "published", { introspection: false });
  } catch (error) {
    return { name: nameOf(text) ?? nameless, problems: [(error as Error).message], closed: [] };
  }
  const operation = operationOf(document);
  const name = operation?.name?.value ?? nameless;
  const problems = operation ? validate(schema, document).map(said) : ["It holds no operation."];
  if (problems.length > 0) return { name, problems, closed: [] };
  const closed = coordinatesOf(document, schema).flatMap((coordinate) => rules.get(coordinate) ?? []);
  return { name, problems, closed };
};

const said = ({ message, locations }: GraphQLError): string => {
  const [at] = locations ?? [];
  return at ? `${message} (line ${at.line}, column ${at.column})` : message;
};

const nameOf = (text: string): string | undefined => {
  try {
    return operationOf(parse(text))?.name?.value;
  } catch {
    return undefined;
  }
};
