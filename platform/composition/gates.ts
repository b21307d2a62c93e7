/** Composition gates of disclosure: what refuses a schema, each with a message that says what to write instead. */
import { Kind, type DefinitionNode } from "graphql";
import { closureProblems } from "./closure-gates.js";
import { fieldGraphProblems, typeGraphProblems } from "./graph-gates.js";
import { nullGate } from "./null-gates.js";
import { sameFieldProblems, sameTypeProblems } from "./same-for-all-gates.js";
import { directivesNamed, type NamedDocument } from "./declarations.js";
import { looksPersonal } from "./personal-names/index.js";
import { locate, printLocation, problemsAt, type Problem } from "./problem.js";
import { indexSchema, isMarked, type DeclaredField, type GateFacts, type SchemaIndex } from "./schema-index.js";
import { GATEWAY_PREFIXES, GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";

/** Every problem of the subgraphs' SDL, in sentences for their owners; with a name, those of that subgraph beside the others. */
export const disclosureProblems = (
  documents: readonly NamedDocument[],
  facts: GateFacts,
  of?: string,
  index: SchemaIndex = indexSchema(documents),
): Problem[] => {
  const judged = documents.filter(({ subgraph }) => of === undefined || subgraph === of);
  const fields = index.fields.filter(({ subgraph }) => of === undefined || subgraph === of);
  const nullProblems = nullGate(documents, facts);
  return [
    ...judged.flatMap(guardedTypeProblems),
    ...fields.flatMap((field) =>
      problemsAt(field.location, [
        ...closureProblems(field, index, facts),
        ...decisionProblems(field),
        ...planningProblems(field),
        ...fieldGraphProblems(field, index),
        ...nullProblems(field),
        ...sameFieldProblems(field),
      ]),
    ),
    ...judged.flatMap((source) => typeGraphProblems(source, index)),
    ...judged.flatMap(sameTypeProblems),
  ];
};

/** A guard on a whole type is easily lost on another path to its fields (GHSA-x33c-7c2v-mrj9): it is refused. */
const guardedTypeProblems = (source: NamedDocument): Problem[] =>
  source.document.definitions.flatMap((definition: DefinitionNode) => {
    if (!("name" in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
    const location = locate(source, definition.name, definition.name.value);
    return problemsAt(
      location,
      GUARD_DIRECTIVES.filter((guard) => directivesNamed(definition, guard).length > 0).map(
        (guard) =>
          `${printLocation(location)} carries @${guard} as a whole: ` +
          `write it on each field that it is meant for, beside @closed(tier, reason, basis).`,
      ),
    );
  });

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
