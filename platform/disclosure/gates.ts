/** Composition gates of disclosure: what refuses a schema, each with a message that says what to write instead. */
import { Kind, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";
import { directivesNamed, type NamedDocument } from "./policy.js";
import { MASKS, REASONS, TIERS } from "./vocabulary.js";

/** What the gates need to know beside the SDL. */
export interface GateFacts {
  /** Ids of schema/legal-bases.json. */
  readonly legalBases: ReadonlySet<string>;
  /** Owning subgraph of each entity. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Field names that look like personal data and therefore need a decision. */
const PERSONAL_LOOKING =
  /^(legal(Rep|Person)|contact|applicant|applyer|recipient|payee|handler|signer|person|household)(Name|No|Number|Id|Card|Code|Mobile|Phone)?$|(idNumber|idCard|mobile|birthDate|birthday|homeAddress|bankAccount|accountNo|realName|phone)$/i;

/** Every problem of one subgraph's SDL, in sentences for its owner. */
export const disclosureProblems = ({ subgraph, document }: NamedDocument, facts: GateFacts): string[] => {
  const problems: string[] = [];
  const types = document.definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  for (const type of types) {
    const personal = directivesNamed(type, "personal").length > 0;
    for (const field of type.fields ?? []) {
      const place = `${subgraph}: ${type.name.value}.${field.name.value}`;
      problems.push(...closureProblems(place, field, facts), ...decisionProblems(place, field, personal));
      const owner = facts.owners.get(namedType(field.type));
      if (owner !== undefined && owner !== subgraph && field.type.kind === Kind.NON_NULL_TYPE && !isList(field.type)) {
        problems.push(`${place} links to an entity of ${owner} and is not nullable: write it without "!".`);
      }
    }
  }
  const interfaces = new Map(
    types.flatMap((type) => (type.kind === Kind.INTERFACE_TYPE_DEFINITION ? [[type.name.value, type] as const] : [])),
  );
  for (const type of types) {
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) problems.push(...interfaceProblems(subgraph, type, interfaces));
  }
  return problems;
};

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

const closureProblems = (place: string, field: FieldDefinitionNode, facts: GateFacts): string[] => {
  const [closed] = directivesNamed(field, "closed");
  if (!closed) return [];
  const problems: string[] = [];
  const tiers = Array.isArray(closed["tier"]) ? (closed["tier"] as unknown[]) : [];
  if (tiers.length === 0 || !tiers.every((tier) => (TIERS as readonly unknown[]).includes(tier))) {
    problems.push(`${place} names an unknown audience: tier is a list of ${TIERS.join(", ")}.`);
  }
  if (!(REASONS as readonly unknown[]).includes(closed["reason"])) {
    problems.push(`${place} is closed for a reason the law does not know: use one of ${REASONS.join(", ")}.`);
  }
  if (typeof closed["basis"] !== "string" || !facts.legalBases.has(closed["basis"])) {
    problems.push(
      `${place} is closed without a known legal basis: name an id of schema/legal-bases.json, or add the law there.`,
    );
  }
  if (closed["mask"] !== undefined && !(MASKS as readonly unknown[]).includes(closed["mask"])) {
    problems.push(`${place} names an unknown mask: use one of ${MASKS.join(", ")}.`);
  }
  if (field.type.kind === Kind.NON_NULL_TYPE) {
    problems.push(
      `${place} is closed and not nullable: a viewer who may not read it gets null, so write it without "!".`,
    );
  }
  return problems;
};

const decisionProblems = (place: string, field: FieldDefinitionNode, personal: boolean): string[] => {
  const decided = directivesNamed(field, "closed").length + directivesNamed(field, "open").length > 0;
  if (decided || (!personal && !PERSONAL_LOOKING.test(field.name.value))) return [];
  return [
    `${place} ${personal ? "is in a @personal type" : "looks like personal data"} and carries no decision: ` +
      `write @closed(tier, reason, basis), or @open(reviewed, by) where a review found it public.`,
  ];
};

const printedClosure = (field: FieldDefinitionNode | undefined): string =>
  field === undefined ? "" : JSON.stringify(directivesNamed(field, "closed"));

const interfaceProblems = (
  subgraph: string,
  type: ObjectTypeDefinitionNode,
  interfaces: ReadonlyMap<string, { readonly fields?: readonly FieldDefinitionNode[] }>,
): string[] =>
  (type.interfaces ?? []).flatMap(({ name }) =>
    (interfaces.get(name.value)?.fields ?? []).flatMap((declared) => {
      const own = type.fields?.find((field) => field.name.value === declared.name.value);
      return printedClosure(own) === printedClosure(declared)
        ? []
        : [
            `${subgraph}: ${type.name.value}.${declared.name.value} and ${name.value}.${declared.name.value} disagree on @closed: ` +
              `write the same closure on both.`,
          ];
    }),
  );
