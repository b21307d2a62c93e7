/** Scalars of the graph: codes checked by their own rules, money as decimal yuan, dates of Asia/Shanghai. */
import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { badInput } from "../../errors/index.js";
import {
  fenFromYuan,
  parseCatalogCode,
  parseDivisionCode,
  parseDocumentNumber,
  parseLocalDate,
  parseUscc,
  yuanFromFen,
} from "../../domain/index.js";

/** Where scalars without a public specification of their whole form are specified: what docs/scalars.md says. */
const OWN_SPECIFICATION = "https://specs.govgraph.example/scalars/v1.0";

/** Days and instants on the Internet. */
export const RFC_3339 = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

const literalText = (node: ValueNode, name: string): string => {
  if (node.kind === Kind.STRING || node.kind === Kind.INT) return node.value;
  throw badInput(name, "STRING_EXPECTED", `${name} is given as a string.`);
};

/** A scalar that travels as text and is normalised by a parser of platform/domain on the way in. */
const codeScalar = (
  name: string,
  description: string,
  parse: (value: string) => string,
  specifiedByURL = `${OWN_SPECIFICATION}#${name.toLowerCase()}`,
): GraphQLScalarType =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue: (value) => {
      if (typeof value !== "string") throw badInput(name, "STRING_EXPECTED", `${name} is given as a string.`);
      return parse(value);
    },
    parseLiteral: (node) => parse(literalText(node, name)),
  });

/** Unified social credit code, GB 32100-2015. */
export const UsccScalar = codeScalar(
  "USCC",
  "Unified social credit code, 18 characters with two check characters (统一社会信用代码, GB 32100-2015).",
  (value) => parseUscc(value, "uscc"),
);

/** Division code, GB/T 2260. */
export const DivisionCodeScalar = codeScalar(
  "DivisionCode",
  "Administrative division code: 6 digits, 9 for townships; 12 digits are accepted (行政区划代码, GB/T 2260, GB/T 10114).",
  (value) => parseDivisionCode(value, "division"),
);

/** Code of a catalogue item. */
export const CatalogCodeScalar = codeScalar(
  "CatalogCode",
  "Code of a catalogue item, 12 characters (基本编码).",
  (value) => parseCatalogCode(value, "catalogCode"),
);

/** Document number. */
export const DocumentNumberScalar = codeScalar(
  "DocumentNumber",
  "Document number such as 吉财农指〔2026〕35号, normalised (发文字号).",
  (value) => parseDocumentNumber(value, "documentNumber"),
);

/** Money: integer fen inside, decimal yuan outside. */
export const MoneyScalar = new GraphQLScalarType<bigint, string>({
  name: "Money",
  description:
    'Amount in yuan as a decimal string with two places, such as "80000000.00"; kept as integer fen (金额, 元).',
  specifiedByURL: `${OWN_SPECIFICATION}#money`,
  serialize: (value) => yuanFromFen(BigInt(value as bigint)),
  parseValue: (value) => fenFromYuan(String(value)),
  parseLiteral: (node) => fenFromYuan(literalText(node, "Money")),
});

/** A day in Asia/Shanghai. */
export const DateScalar = codeScalar(
  "Date",
  "A day in Asia/Shanghai, YYYY-MM-DD (日期).",
  (value) => parseLocalDate(value, "date"),
  RFC_3339,
);

/** Scalars that all subgraphs share, for those who check arguments before a subgraph does. */
export const SHARED_SCALARS = [
  UsccScalar,
  DivisionCodeScalar,
  CatalogCodeScalar,
  DocumentNumberScalar,
  MoneyScalar,
  DateScalar,
] as const;
