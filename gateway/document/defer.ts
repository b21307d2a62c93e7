/** `@defer`: which fragments a client would have later, and what a document with it must keep to (incremental delivery of 2022-08-24). */
import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  Kind,
  type ASTVisitor,
  type DirectiveNode,
  type ValidationContext,
  type ValueNode,
} from "graphql";
import { createGraphQLError } from "../../platform/errors/index.js";

const NAME = "defer";

/** The directive, as clients know it. */
export const DEFER = new GraphQLDirective({
  name: NAME,
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    label: { type: GraphQLString },
    if: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: true },
  },
});

/** The schema with the directive; types are the same. */
export const withDefer = (schema: GraphQLSchema): GraphQLSchema => {
  if (schema.getDirective(NAME)) return schema;
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, DEFER], assumeValid: true });
};

const argumentOf = ({ arguments: given }: DirectiveNode, name: string): ValueNode | undefined =>
  given?.find((argument) => argument.name.value === name)?.value;

/** Variable that decides whether a directive defers; undefined where it is another directive, or decides by itself. */
export const deferVariable = (directive: DirectiveNode): string | undefined => {
  if (directive.name.value !== NAME) return undefined;
  const value = argumentOf(directive, "if");
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
};

/** Label of what the directives of a fragment defer; undefined where they defer nothing. A variable that was not given is true. */
export const deferred = (
  directives: readonly DirectiveNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): { readonly label?: string } | undefined => {
  const directive = directives?.find(({ name }) => name.value === NAME);
  if (!directive) return undefined;
  const value = argumentOf(directive, "if");
  if (value?.kind === Kind.BOOLEAN && !value.value) return undefined;
  if (value?.kind === Kind.VARIABLE && variables[value.name.value] === false) return undefined;
  const label = argumentOf(directive, "label");
  return label?.kind === Kind.STRING ? { label: label.value } : {};
};

/** Fields of a mutation's or subscription's root are not deferred: they are done in order. */
export const DeferOnRootRule = (context: ValidationContext): ASTVisitor => ({
  Directive(node) {
    const schema = context.getSchema();
    const parent = context.getParentType();
    if (node.name.value !== NAME || !parent) return;
    if (parent === schema.getMutationType() || parent === schema.getSubscriptionType())
      context.reportError(
        createGraphQLError("BAD_USER_INPUT", `@${NAME} is not for fields of the root type "${parent.name}".`),
      );
  },
});

/** A label tells parts of an answer apart: it is written in the document, and there once. */
export const DeferLabelRule = (context: ValidationContext): ASTVisitor => {
  const known = new Set<string>();
  return {
    Directive(node) {
      if (node.name.value !== NAME) return;
      const label = argumentOf(node, "label");
      if (label?.kind === Kind.VARIABLE)
        context.reportError(createGraphQLError("BAD_USER_INPUT", `The label of @${NAME} is no variable.`));
      if (label?.kind !== Kind.STRING) return;
      if (known.has(label.value))
        context.reportError(
          createGraphQLError("BAD_USER_INPUT", `The label "${label.value}" of @${NAME} is given twice.`),
        );
      else known.add(label.value);
    },
  };
};
