/** Composition gates of disclosure: what refuses a schema, each with a message that says what to write instead. */
import { Kind, type DefinitionNode } from "graphql";
import { closureProblems } from "./closure-gates.js";
import { graphProblems } from "./graph-gates.js";
import { nullProblems } from "./null-gates.js";
import { sameForAllProblems } from "./same-for-all.js";
import { directivesNamed, type NamedDocument } from "./declarations.js";
import { indexSchema, isMarked, placeOf, type DeclaredField, type GateFacts } from "./schema-index.js";
import { GATEWAY_PREFIXES, GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";

/** Field names that look like personal data and therefore need a decision. */
const PERSONAL_LOOKING =
  /^(legal(Rep|Person)|contact|applicant|applyer|recipient|payee|handler|signer|person|household)(Name|No|Number|Id|Card|Code|Mobile|Phone)?$|(idNumber|idCard|mobile|birthDate|birthday|homeAddress|bankAccount|accountNo|realName|phone)$/i;

/** True for the name of a field that looks like personal data. */
export const looksPersonal = (field: string): boolean => PERSONAL_LOOKING.test(field);

/** Every problem of the subgraphs' SDL, in sentences for their owners. */
export const disclosureProblems = (documents: readonly NamedDocument[], facts: GateFacts): string[] => {
  const index = indexSchema(documents);
  return [
    ...documents.flatMap(guardedTypeProblems),
    ...index.fields.flatMap((field) => [
      ...closureProblems(field, index, facts),
      ...decisionProblems(field),
      ...planningProblems(field),
    ]),
    ...graphProblems(documents, index, looksPersonal),
    ...nullProblems(documents, index, facts),
    ...sameForAllProblems(documents, index.fields),
  ];
};

/** A guard on a whole type is easily lost on another path to its fields (GHSA-x33c-7c2v-mrj9): it is refused. */
const guardedTypeProblems = (source: NamedDocument): string[] =>
  source.document.definitions.flatMap((definition: DefinitionNode) =>
    GUARD_DIRECTIVES.flatMap((guard) =>
      "name" in definition &&
      definition.name &&
      definition.kind !== Kind.DIRECTIVE_DEFINITION &&
      directivesNamed(definition, guard).length > 0
        ? [
            `${placeOf(source, definition.name.value, definition.name)} carries @${guard} as a whole: ` +
              `write it on each field that it is meant for, beside @closed(tier, reason, basis).`,
          ]
        : [],
    ),
  );

const decisionProblems = ({ place, node, type }: DeclaredField): string[] => {
  if (isMarked(node, "external")) return [];
  const [closed, open] = [isMarked(node, "closed"), isMarked(node, "open")];
  if (closed && open) return [`${place} is both @closed and @open: keep the one that the review found.`];
  const personal = isMarked(type, "personal") || isMarked(node, "personal");
  if (closed || open || (!personal && !looksPersonal(node.name.value))) return [];
  return [
    `${place} ${personal ? "is in a @personal type or marked @personal" : "looks like personal data"} and carries no decision: ` +
      `write @closed(tier, reason, basis), or @open(reviewed, by) where a review found it public.`,
  ];
};

/** A plan must not take one value for another: names of the gateway's own, and inputs that depend on arguments, are refused. */
const planningProblems = ({ place, node, type }: DeclaredField): string[] => {
  const prefix = Object.values(GATEWAY_PREFIXES).find((known) => node.name.value.startsWith(known));
  const withArguments = directivesNamed(node, "requires").some(({ fields }) => String(fields).includes("("));
  const onInterfaceObject = isMarked(type, "interfaceObject") && isMarked(node, "requires");
  return [
    ...(onInterfaceObject
      ? [
          `${place} requires a field of an interface object, which plans fetch for some of its types alone: ` +
            `give it to the types that implement the interface.`,
        ]
      : []),
    ...(prefix ? [`${place} begins with ${prefix}, as the gateway's own names do: call it otherwise.`] : []),
    ...(withArguments
      ? [`${place} requires a field with arguments, which plans mix up: let its owner give it a field without.`]
      : []),
  ];
};
