/** The vocabulary of "disclosure v1.0": audiences, reasons, masks, and the directives that carry them in SDL. */
import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from "graphql";

/** Link of the specification. An added enum value is a new version. */
export const DISCLOSURE_LINK = "https://specs.govgraph.example/disclosure/v1.0";

/** Audiences a closed field may name. They are sets of readers, not a ladder (docs/reference/visibility.md#audiences). */
export const TIERS = ["MASKED", "OWNER", "AGENCY", "SHARED", "SUPERVISOR", "NEVER"] as const;
export type Tier = (typeof TIERS)[number];

/** Reasons for not disclosing: the closed list of the Regulations on Open Government Information (条例 14-16). */
export const REASONS = [
  "STATE_SECRET",
  "PUBLIC_SAFETY",
  "ECONOMIC_SECURITY",
  "SOCIAL_STABILITY",
  "LEGAL_PROHIBITION",
  "TRADE_SECRET",
  "PERSONAL_PRIVACY",
  "INTERNAL_AFFAIRS",
  "PROCESS_INFORMATION",
  "ENFORCEMENT_FILE",
] as const;
export type Reason = (typeof REASONS)[number];

/** Rules by which a value is shown in part. */
export const MASKS = ["NAME", "ID_NUMBER", "PHONE", "ACCOUNT", "ADDRESS", "AMOUNT_BAND"] as const;
export type Mask = (typeof MASKS)[number];

/** Kinds of personal data (PIPL art. 4 and 28). */
export const PERSONAL_CATEGORIES = [
  "NAME",
  "IDENTITY",
  "CONTACT",
  "LOCATION",
  "FINANCE",
  "HEALTH",
  "CREDIT",
  "OTHER",
] as const;
export type PersonalCategory = (typeof PERSONAL_CATEGORIES)[number];

const enumType = (name: string, values: readonly string[], description: string): GraphQLEnumType =>
  new GraphQLEnumType({
    name: `disclosure__${name}`,
    description,
    values: Object.fromEntries(values.map((value) => [value, { description: `${description} Value ${value}.` }])),
  });

const tierType = enumType("Tier", TIERS, "Audience of a closed field (公开范围).");
const reasonType = enumType("Reason", REASONS, "Reason for not disclosing (不予公开理由).");
const maskType = enumType("Mask", MASKS, "Rule by which a value is shown in part (脱敏规则).");
const categoryType = enumType("PersonalCategory", PERSONAL_CATEGORIES, "Kind of personal data (个人信息类别).");

const text = { type: GraphQLString };
const requiredText = { type: new GraphQLNonNull(GraphQLString) };
const { FIELD_DEFINITION, OBJECT, INTERFACE } = DirectiveLocation;

/** The directives of the specification as graphql-js objects; `createSubgraph` adds them, nobody else. */
export const DISCLOSURE_DIRECTIVES: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: "closed",
    description: "The field is not public: who reads it, why, on which basis, until when (不予公开或限定公开).",
    locations: [FIELD_DEFINITION],
    args: {
      tier: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(tierType))) },
      reason: { type: new GraphQLNonNull(reasonType) },
      basis: requiredText,
      until: text,
      mask: { type: maskType },
    },
  }),
  new GraphQLDirective({
    name: "open",
    description: "The field looks personal and was reviewed: it is public (经审查公开).",
    locations: [FIELD_DEFINITION],
    args: { reviewed: requiredText, by: requiredText },
  }),
  new GraphQLDirective({
    name: "personal",
    description: "The type or field holds personal data (个人信息).",
    locations: [FIELD_DEFINITION, OBJECT],
    args: { category: { type: new GraphQLNonNull(categoryType) }, subject: text },
  }),
  new GraphQLDirective({
    name: "purpose",
    description: "Purposes for which the field may be read (使用目的).",
    locations: [FIELD_DEFINITION],
    args: {
      codes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))) },
      basis: requiredText,
    },
  }),
  new GraphQLDirective({
    name: "aggregate",
    description: "The figure is suppressed below a group size (聚合最小人数).",
    locations: [FIELD_DEFINITION],
    args: { minGroup: { type: new GraphQLNonNull(GraphQLInt) } },
  }),
  new GraphQLDirective({
    name: "record",
    description: "Paths in a row that say whose it is: OWNER, AGENCY and SUPERVISOR are decided from them (记录归属).",
    locations: [OBJECT, INTERFACE],
    args: { subject: text, agency: text, division: text, audited: { type: GraphQLBoolean } },
  }),
  new GraphQLDirective({
    name: "sameForAll",
    description:
      "Every object of the type and every open field of it, or the field, is the same whoever asks (对所有人相同).",
    locations: [OBJECT, FIELD_DEFINITION],
  }),
];

/** Names of the directives with the sign, as `@link` imports them. */
export const DISCLOSURE_DIRECTIVE_NAMES: readonly string[] = DISCLOSURE_DIRECTIVES.map(({ name }) => `@${name}`);

/** How the names begin under which the gateway asks subgraphs: its aliases, and what it adds about rows. No field begins so. */
export const GATEWAY_PREFIXES = { alias: "gg_", fact: "disclosure__" } as const;
